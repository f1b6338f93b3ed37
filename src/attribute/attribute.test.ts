import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Observation, Provider, Reference } from "../model/index.js";
import { party, sampleReference } from "../trace/sample-reference.js";
import { attribute, attributeOne } from "./attribute.js";
import { understand } from "./thing.js";

const fact = { sources: ["s"], confidence: "high" as const };

function provider(id: string, more: Partial<Provider> = {}): Provider {
  return {
    id,
    names: { english: id },
    kinds: ["cloud"],
    nexus: { class: "mixed", government: "CN", basis: "b" },
    operator: `${id}-co`,
    group: `${id}-group`,
    signatures: {},
    ...more,
  };
}

const alibaba = provider("alibaba-cloud", {
  names: { english: "Alibaba Cloud", native: [{ language: "zh", text: "阿里云" }], aliases: ["Aliyun"] },
  services: [{ name: "Object Storage Service (OSS)", what: "object storage", host: "oss-*.aliyuncs.com", ...fact }],
  regions: [
    { id: "us-west-1", name: "Silicon Valley", city: null, country: "US", ...fact },
    { id: "cn-hangzhou", name: "Hangzhou", city: null, country: "CN", ...fact },
  ],
  signatures: {
    domains: [{ suffix: "aliyuncs.com", ...fact }],
    registries: [{ host: "registry.<region>.aliyuncs.com", ...fact }],
    terraform: [{ source: "aliyun/alicloud", resourcePrefix: "alicloud_", ...fact }],
    packages: [
      { ecosystem: "npm", name: "ali-oss", ...fact },
      { ecosystem: "npm", name: "@alicloud/*", ...fact },
    ],
    asns: [{ asn: 45102, organisation: "Alibaba (US)", party: "alibaba-cloud-co", ...fact }],
    prefixes: [{ prefix: "47.88.0.0/16", region: "us-west-1", ...fact }],
  },
});
const mail = provider("mail", { signatures: { domains: [{ suffix: "mail.aliyuncs.com", ...fact }] } });
const aws = provider("aws", {
  regions: [{ id: "us-east-1", name: "Virginia", city: null, country: "US", ...fact }],
  signatures: {
    domains: [{ suffix: "amazonaws.com", ...fact }],
    terraform: [{ source: "hashicorp/aws", resourcePrefix: "aws_", ...fact }],
  },
});
const awsChina = provider("aws-china", {
  group: "aws-group",
  operator: "sinnet",
  regions: [{ id: "cn-north-1", name: "Beijing", city: null, country: "CN", operator: "sinnet", ...fact }],
});

function referenceOf(providers: Provider[]): Reference {
  const ids = [...new Set(providers.flatMap((one) => [one.operator, one.group]))];
  const reference = sampleReference({
    providers,
    parties: ids.map((id) => party(id)),
    interests: [{ owner: "aws-group", owned: "sinnet", kind: "joint-operation", note: "technology licence", ...fact }],
  });
  return {
    ...reference,
    network: (address) =>
      address.startsWith("47.89.")
        ? { asn: 45102, organisation: "Alibaba (US)", first: "47.89.0.0", last: "47.89.255.255" }
        : address.startsWith("198.51.")
          ? { asn: 64500, organisation: "Nobody", first: "198.51.0.0", last: "198.51.255.255" }
          : undefined,
  };
}

const reference = referenceOf([alibaba, mail, aws, awsChina]);
const ask = (kind: Observation["kind"], value: string, context: Observation["context"] = undefined) =>
  attributeOne({ kind, value, context }, reference, "2026-11-23");

describe("hosts", () => {
  it("go to the longest suffix on label boundaries", () => {
    expect(ask("host", "x.mail.aliyuncs.com").provider).toBe("mail");
    expect(ask("host", "oss-us-west-1.aliyuncs.com")).toMatchObject({
      provider: "alibaba-cloud",
      region: "us-west-1",
      servedFrom: "US",
      service: "Object Storage Service (OSS)",
      operator: "alibaba-cloud-co",
      owner: "alibaba-cloud-group",
    });
    expect(ask("host", "notaliyuncs.com").provider).toBeNull();
    expect(ask("host", "HTTPS://A.AliYunCS.com.:443/x?y").provider).toBe("alibaba-cloud");
  });

  it("that nobody is known for keep what was tried", () => {
    expect(ask("host", "www.example.org")).toMatchObject({
      provider: null,
      confidence: null,
      tried: [expect.stringContaining("none ends www.example.org")],
    });
  });
});

describe("addresses", () => {
  it("go to a provider's own published prefix first, with its region", () => {
    expect(ask("address", "47.88.3.4")).toMatchObject({
      provider: "alibaba-cloud",
      region: "us-west-1",
      confidence: "high",
      signature: { kind: "prefix" },
    });
  });

  it("go by the routing table with medium confidence at most", () => {
    expect(ask("address", "47.89.1.1")).toMatchObject({
      provider: "alibaba-cloud",
      confidence: "medium",
      signature: { kind: "asn", value: "AS45102" },
    });
    expect(ask("address", "198.51.7.7")).toMatchObject({
      provider: null,
      tried: expect.arrayContaining([expect.stringContaining("AS64500, Nobody")]),
    });
  });

  it("of the own network are nobody else's", () => {
    expect(ask("address", "10.0.0.1").tried.join(" ")).toContain("own network");
  });

  it("of one network share their answer", () => {
    const one = (value: string): Observation => ({ path: "f.log", line: 1, column: null, kind: "address", value, count: 1, format: "f" });
    const [first, second, narrower] = attribute([one("47.89.1.1"), one("47.89.2.2"), one("47.88.0.1")], reference, "2026-11-23");
    expect(first?.attribution).toEqual(ask("address", "47.89.1.1"));
    expect(second?.attribution.provider).toBe("alibaba-cloud");
    expect(narrower?.attribution.signature?.kind).toBe("prefix");
  });
});

describe("Terraform", () => {
  it("goes by provider source, then by the type's prefix", () => {
    expect(ask("terraform-resource", "alicloud_oss_bucket")).toMatchObject({
      provider: "alibaba-cloud",
      service: "Object Storage Service (OSS)",
      signature: { kind: "terraform-type" },
    });
    expect(ask("terraform-resource", "x_y", { providerSource: "registry.terraform.io/aliyun/alicloud" })).toMatchObject({
      provider: "alibaba-cloud",
      signature: { kind: "terraform-source" },
    });
    expect(ask("terraform-resource", "kubernetes_namespace").tried.join(" ")).toContain("says nothing about who runs it");
  });

  it("takes the region's operator where it is not the brand's: AWS in Beijing is Sinnet's, on Amazon's technology", () => {
    expect(ask("terraform-resource", "aws_instance", { region: "cn-north-1" })).toMatchObject({
      provider: "aws-china",
      operator: "sinnet",
      owner: null,
      servedFrom: "CN",
      technology: { provider: "aws" },
    });
    expect(ask("terraform-resource", "aws_instance", { region: "us-east-1a" })).toMatchObject({
      provider: "aws",
      operator: "aws-co",
      region: "us-east-1",
    });
  });

  it("reads backends and module sources, and leaves the subject's own folders alone", () => {
    expect(ask("terraform-backend", "s3").provider).toBe("aws");
    expect(ask("terraform-module", "git::https://code.aliyuncs.com/x.git").provider).toBe("alibaba-cloud");
    expect(ask("terraform-module", "aliyun/vpc/alicloud").provider).toBe("alibaba-cloud");
    expect(ask("terraform-module", "./modules/x").tried.join(" ")).toContain("subject's own");
  });
});

describe("software and names", () => {
  it("keep who serves an image apart from who wrote it", () => {
    expect(
      ask("image", "registry.cn-hangzhou.aliyuncs.com/google_containers/pause:3.9", { claimedOrigin: "registry.k8s.io/pause" }),
    ).toMatchObject({
      provider: "alibaba-cloud",
      region: "cn-hangzhou",
      technology: { author: "registry.k8s.io", provider: null },
    });
  });

  it("match packages by name and scope", () => {
    expect(ask("package", "pkg:npm/ali-oss@6.23.0").provider).toBe("alibaba-cloud");
    expect(ask("package", "pkg:npm/%40alicloud/pop-core@1.8.0").provider).toBe("alibaba-cloud");
    expect(ask("package", "pkg:npm/ali-oss-fake@1").provider).toBeNull();
    expect(ask("package", "pkg:pypi/ali-oss@6").provider).toBeNull();
  });

  it("match vendors exactly or in normal form, native names too, and nothing beyond", () => {
    for (const name of ["Alibaba Cloud", "alibaba cloud, Inc.", "ALIYUN", "阿里云"])
      expect(ask("vendor", name).provider).toBe("alibaba-cloud");
    expect(ask("vendor", "Alibaba Cloudy").provider).toBeNull();
  });

  it("take a document's word for a provider as a claim", () => {
    expect(ask("service", "archive", { claimedProvider: { name: "Alibaba Cloud" } })).toMatchObject({
      provider: "alibaba-cloud",
      confidence: "medium",
    });
  });
});

describe("laws", () => {
  const hosts = fc.constantFrom("a.aliyuncs.com", "b.mail.aliyuncs.com", "s3.us-east-1.amazonaws.com", "example.org", "x.y.z");
  const some = fc
    .array(hosts, { maxLength: 8 })
    .map((all) =>
      all.map((value, at): Observation => ({ path: `f${at}`, line: 1, column: 1, kind: "host", value, count: 1, format: "f" })),
    );

  it("the order of observations does not matter", () => {
    fc.assert(
      fc.property(some, (all) => {
        const straight = attribute(all, reference, "2026-11-23");
        expect(attribute([...all].reverse(), reference, "2026-11-23").reverse()).toEqual(straight);
      }),
    );
  });

  it("an unrelated provider changes no answer", () => {
    const wider = referenceOf([
      provider("unrelated", { signatures: { domains: [{ suffix: "unrelated.example.net", ...fact }] } }),
      alibaba,
      mail,
      aws,
      awsChina,
    ]);
    fc.assert(
      fc.property(some, (all) => {
        expect(attribute(all, wider, "2026-11-23")).toEqual(attribute(all, reference, "2026-11-23"));
      }),
    );
  });

  it("every observation has an id of its own, the same on each run", () => {
    const twice: Observation = { path: "f", line: 1, column: 1, kind: "host", value: "a.aliyuncs.com", count: 1, format: "f" };
    const ids = attribute([twice, twice], reference, "2026-11-23").map((one) => one.id);
    expect(new Set(ids).size).toBe(2);
    expect(attribute([twice, twice], reference, "2026-11-23").map((one) => one.id)).toEqual(ids);
  });
});

describe("a thing asked about", () => {
  it.each([
    ["oss-us-west-1.aliyuncs.com", "host"],
    ["https://a.aliyuncs.com/x", "host"],
    ["47.88.0.1", "address"],
    ["2400:3200::1", "address"],
    ["47.88.0.0/16", "network"],
    ["AS45102", "network"],
    ["registry.cn-hangzhou.aliyuncs.com/a/b:1", "image"],
    ["nginx:1.27", "image"],
    ["redis:7", "image"],
    ["pkg:npm/ali-oss@6", "package"],
    ["alicloud_oss_bucket", "terraform-type"],
    ["Alibaba Cloud US LLC", "name"],
    ["host.example.com:8443", "host"],
  ])("%s is read as %s", (thing, understoodAs) => {
    expect(understand(thing).understoodAs).toBe(understoodAs);
  });
});
