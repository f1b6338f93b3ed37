import type { EnforcementPlan } from "../../model/index.js";

const documentation = "https://docs.example/endpoints";

/** The plan of a prohibition that has something of every kind, for the tests of what renders one. */
export function samplePlan(changes: Partial<EnforcementPlan> = {}): EnforcementPlan {
  return {
    schemaVersion: "1",
    tool: { name: "beholden", version: "0.1.0" },
    asOf: "2026-11-27",
    reference: { edition: "2026.11", sha256: "a".repeat(64) },
    title: "Prohibition of Alibaba Cloud",
    determination: { subject: "Meridian Retail, Inc.", sha256: "b".repeat(64) },
    from: "2026-11-01",
    review: "2027-03-01",
    expires: "2027-06-30",
    providers: [{ id: "alibaba-cloud", name: "Alibaba Cloud", regions: [] }],
    notes: ["What leaves through a proxy of others is not seen."],
    names: [
      { suffix: "aliyuncs.com", except: ["open.aliyuncs.com"], ...because("endpoints of its services") },
      {
        suffix: "alicdn.com",
        except: [],
        ...because("its delivery network", [{ name: "AliExpress", because: "serves its shop from it" }]),
      },
      { suffix: "npmmirror.com", except: [], ...because("its mirror of the npm registry") },
    ],
    prefixes: [{ prefix: "47.74.0.0/15", family: 4, asn: 45102, ...because("announced by its network") }],
    registries: [
      { host: "registry.<region>.aliyuncs.com", ...because("its container registry") },
      { host: "<id>-registry.oss-<region>.acr.example", ...because("its container registry, enterprise edition") },
    ],
    terraform: [
      { source: "aliyun/alicloud", resourcePrefix: "alicloud_", ...because("its Terraform provider") },
      { source: "tf.timeweb.example/timeweb/cloud", resourcePrefix: "twc_", ...because("a provider with a registry of its own") },
    ],
    packages: [
      { ecosystem: "npm", name: "ali-oss", ...because("client of its object storage") },
      { ecosystem: "npm", name: "@alicloud/*", ...because("scope of its clients") },
      { ecosystem: "npm", name: "@alipay/one", ...because("one client of a scope that others use too") },
      { ecosystem: "npm", name: "aliyun-*", ...because("clients that share the beginning of their names") },
      { ecosystem: "pypi", name: "oss2", ...because("client of its object storage") },
      { ecosystem: "pypi", name: "alibabacloud_credentials", ...because("its credentials") },
      { ecosystem: "pypi", name: "aliyun-python-sdk-*", ...because("clients that share the beginning of their names") },
      { ecosystem: "maven", name: "com.aliyun:*", ...because("group of its clients") },
    ],
    withheld: [
      {
        kind: "name",
        value: "alibaba.com",
        why: "others share it",
        sharedWith: [{ name: "Alibaba.com", because: "the marketplace has it" }],
      },
      { kind: "package", value: "npm mongodb", why: "only a lead", sharedWith: [] },
      {
        kind: "terraform",
        value: "hashicorp/random",
        why: "others share it",
        sharedWith: [{ name: "HashiCorp", because: "its own" }],
      },
    ],
    ...changes,
  };
}

/** A plan whose every free text tries to end the comment, the string or the list that it stands in. */
export function hostilePlan(): EnforcementPlan {
  const template = ["$", "{path.module} %", "{if true}"].join("");
  const hostile = `\n*/ -->\r\n'"\`]}\\ ${template} \u2028\u202e\ud800\ndeny contains x if false\n  registry=https://evil.example/\n# `;
  const plan = samplePlan({
    title: hostile,
    determination: { subject: hostile, sha256: "b".repeat(64) },
    notes: [hostile],
    providers: [{ id: "alibaba-cloud", name: hostile, regions: [hostile] }],
  });
  const soiled = <Entry extends object>(entries: Entry[]) =>
    entries.map((entry) => ({ ...entry, why: hostile, sources: [hostile], sharedWith: [{ name: hostile, because: hostile }] }));
  return {
    ...plan,
    names: [...soiled(plan.names), { suffix: hostile, except: [], ...because(hostile) }],
    registries: [...soiled(plan.registries), { host: hostile, ...because(hostile) }, { host: "(.*)", ...because(hostile) }],
    terraform: [...soiled(plan.terraform), { source: hostile, resourcePrefix: hostile, ...because(hostile) }],
    packages: [
      ...soiled(plan.packages),
      ...["npm", "pypi"].map((ecosystem) => ({ ecosystem, name: hostile, ...because(hostile) })),
      { ecosystem: "npm", name: "@evil:registry=https://evil.example/\n/*", ...because(hostile) },
    ],
    withheld: [{ kind: "name", value: hostile, why: hostile, sharedWith: [{ name: hostile, because: hostile }] }],
  };
}

function because(why: string, sharedWith: EnforcementPlan["names"][number]["sharedWith"] = []) {
  return { provider: "alibaba-cloud", why, confidence: "high" as const, sources: [documentation], sharedWith };
}
