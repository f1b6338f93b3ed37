import { beforeAll, describe, expect, it } from "vitest";
import { CannotEnforce, type EnforceAnswer, type EnforceOptions, enforce, NoDetermination } from "./enforce.js";
import { EnforcementPlan, type Provider } from "./model/index.js";
import { loadReference } from "./reference/load.js";

const reference = loadReference();
const options = (more: Partial<EnforceOptions> = {}): EnforceOptions => ({ reference, asOf: "2026-11-27", ...more });
const planOf = (answer: EnforceAnswer) => {
  if ("plan" in answer) return answer.plan;
  throw new Error(answer.nothing);
};
const on = (provider: string, more: Partial<EnforceOptions> = {}) => planOf(enforce({ provider }, options(more)));
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === "string" ? value : JSON.stringify(value));
const prohibition = (provider: string, region: string | null, from = "2027-01-15") => ({
  transaction: `t-${provider}`,
  provider,
  region,
  services: [],
  from,
});
const transaction = (provider: string, region: string | null, outcome: string) => ({
  transaction: `t-${provider}-${region}`,
  provider: { id: provider },
  region,
  outcome,
});
const determination = (prohibitions: unknown[], transactions: unknown[] = []) =>
  bytes({ subject: { name: "Meridian Retail" }, prohibitions, transactions });

/** Of a government of concern, or a network that delivers what others publish. */
const isConcern = ({ nexus, kinds }: Provider) => nexus.class !== "non-adversary" || kinds.includes("cdn");

/** Not `rus-west-1`, which is another region. */
const isUsWest1 = (name: string) => /(^|[.-])us-west-1([.-]|$)/.test(name);

describe("a provider", () => {
  it("Alibaba Cloud: its names, not the group's below them, and the networks that are its own", () => {
    const plan = on("Alibaba Cloud");
    const names = new Map(plan.names.map((one) => [one.suffix, one]));
    expect(names.has("aliyuncs.com")).toBe(true);
    expect(names.get("aliyun.com")?.except).toEqual(["yunpan.aliyun.com"]);
    // The mirror that the group runs, the edge of its content network, and the group's delivery of static content.
    for (const shared of ["npmmirror.com", "alikunlun.com", "alicdn.com"]) expect([shared, names.has(shared)]).toEqual([shared, false]);
    expect([...new Set(plan.prefixes.map(({ asn }) => asn))].sort()).toEqual([134963, 37963, 45102]);
    expect(plan.withheld.map(({ value }) => value)).toContain("AS24429 (162 IPv4 prefixes)");
  });

  describe("whichever it is", () => {
    const plans = new Map<string, EnforcementPlan>();
    beforeAll(() => {
      for (const { id } of reference.catalogue.providers.filter(isConcern)) plans.set(id, on(id));
    }, 120_000);

    it("holds to its schema, has a source for all that it blocks, and gives the same bytes twice", () => {
      for (const plan of plans.values()) expect(EnforcementPlan.safeParse(plan).error?.issues ?? []).toEqual([]);
      for (const id of ["alibaba-cloud", "tencent-group", "akamai"]) expect(JSON.stringify(on(id))).toBe(JSON.stringify(plans.get(id)));
    });

    it("never blocks a name of another provider without saying whose it is", () => {
      const suffixes = reference.catalogue.providers.flatMap(({ id, signatures }) =>
        (signatures.domains ?? []).map(({ suffix }) => [id, suffix] as const),
      );
      const hits: string[] = [];
      for (const [id, { names }] of plans) {
        const blocked = new Map(names.map((one) => [one.suffix, one]));
        for (const [owner, suffix] of suffixes) {
          if (owner === id || blocked.has(suffix)) continue;
          const above = suffix.split(".").map((_, at, labels) => labels.slice(at).join("."));
          const hit = above.map((name) => blocked.get(name)).find((one) => one !== undefined);
          if (hit && !hit.except.some((open) => above.includes(open))) hits.push(`${id} blocks ${suffix} of ${owner}`);
        }
      }
      expect(hits).toEqual([]);
    });
  });

  it("runs from the day of the answer, is reviewed after 90 days and expires after 365, or as is said", () => {
    // 27 November and 90 days: 3 of November, 31, 31, and 25 of February.
    expect(on("alibaba-cloud")).toMatchObject({ from: "2026-11-27", review: "2027-02-25", expires: "2027-11-27" });
    expect(on("alibaba-cloud", { from: "2027-01-01", review: "2027-02-01", expires: "2027-02-02" })).toMatchObject({
      ...{ from: "2027-01-01", review: "2027-02-01", expires: "2027-02-02" },
    });
    expect(() => on("alibaba-cloud", { review: "2026-11-26" })).toThrow(CannotEnforce);
  });

  it("says which names that stay open a filter of addresses may cut off all the same", () => {
    const told = /^Stays open by name, and is cut off all the same by a filter of addresses where its addresses are in the ranges: (.*)\.$/;
    expect(on("alibaba-cloud").notes.flatMap((note) => told.exec(note)?.[1] ?? [])).toEqual(["yunpan.aliyun.com"]);
    expect(on("alibaba-cloud", { regions: ["us-west-1"] }).notes.some((note) => told.test(note))).toBe(false);
  });

  it("that has long begun is not written as expired, unless a last day was asked for that is past; and then says so", () => {
    expect(on("alibaba-cloud", { from: "2020-01-01" })).toMatchObject({ from: "2020-01-01", review: "2027-02-25", expires: "2027-11-27" });
    const past = on("alibaba-cloud", { from: "2020-01-01", review: "2020-06-01", expires: "2020-12-31" });
    expect(past.notes[0]).toBe(
      "EXPIRED: the last day was 2020-12-31, before this file was written. Do not load it; take out what is loaded.",
    );
    expect(on("alibaba-cloud").notes.join()).not.toContain("EXPIRED");
  });

  it("one region: its own names only; all but one region: the others' names", () => {
    const one = on("alibaba-cloud", { regions: ["us-west-1"] });
    const names = one.names.map(({ suffix }) => suffix);
    expect(names).toEqual(expect.arrayContaining(["oss-us-west-1.aliyuncs.com", "us-west-1.aliyuncs.com"]));
    expect(names.every(isUsWest1)).toBe(true);
    expect(one.prefixes).toEqual([]);
    const rest = on("alibaba-cloud", { except: ["alibaba-cloud/us-west-1"] });
    expect(rest.names.some(({ suffix }) => isUsWest1(suffix))).toBe(false);
    expect(rest.names.map(({ suffix }) => suffix)).toContain("us-east-1.aliyuncs.com");
  });

  it.each([
    [{ regions: ["mars-1"] }, /no region mars-1 on file/],
    [{ except: ["alibaba-cloud"] }, /to be cut off and kept at once/],
    [{ except: ["alibaba-cloud/mars-1"] }, /no region mars-1/],
    [{ regions: ["us-west-1"], except: ["alibaba-cloud/us-west-1"] }, /every region .* is kept/],
  ])("refuses %j", (more, message) => {
    expect(() => on("alibaba-cloud", more)).toThrow(message);
  });
});

describe("a determination", () => {
  it("names what is prohibited, from its first day, with its digest", () => {
    const file = determination([prohibition("alibaba-cloud", null), prohibition("huawei-cloud", null)]);
    const plan = planOf(enforce({ determination: file }, options()));
    expect(plan).toMatchObject({
      from: "2027-01-15",
      determination: { subject: "Meridian Retail", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(plan.providers.map(({ id }) => id)).toEqual(["alibaba-cloud", "huawei-cloud"]);
  });

  it("that prohibits nothing, or nothing yet, has nothing to enforce", () => {
    expect(enforce({ determination: determination([]) }, options())).toEqual({
      nothing: "The determination on Meridian Retail prohibits nothing, so there is nothing to enforce.",
    });
    expect(enforce({ determination: determination([prohibition("alibaba-cloud", null)]) }, options({ from: "2027-01-14" }))).toHaveProperty(
      "nothing",
    );
  });

  it("keeps a region that it permits, and says what it permits and cannot be told apart", () => {
    const file = determination(
      [prohibition("alibaba-cloud", null)],
      [
        transaction("alibaba-cloud", "us-west-1", "permitted-with-measures"),
        transaction("alibaba-cloud", null, "not-prohibited"),
        transaction("alibaba-cloud", null, "prohibited"),
      ],
    );
    const plan = planOf(enforce({ determination: file }, options()));
    expect(plan.providers[0]?.regions).not.toContain("us-west-1");
    expect(plan.names.some(({ suffix }) => isUsWest1(suffix))).toBe(false);
    expect(plan.notes[0]).toMatch(/^t-alibaba-cloud-null, with alibaba-cloud, is not prohibited and may be cut off too/);
  });

  it("leaves for later what it prohibits from a later day, and says so", () => {
    const file = determination([prohibition("alibaba-cloud", null, "2027-01-15"), prohibition("huawei-cloud", null, "2027-07-01")]);
    const plan = planOf(enforce({ determination: file }, options()));
    expect(plan.providers.map(({ id }) => id)).toEqual(["alibaba-cloud"]);
    expect(plan.notes).toContain("huawei-cloud is prohibited from 2027-07-01 only, and not blocked yet: write it anew for that day.");
    expect(planOf(enforce({ determination: file }, options({ from: "2027-07-01" }))).providers).toHaveLength(2);
  });

  it.each([
    ["{", /it is no JSON/],
    [{}, /subject/],
    [{ subject: { name: "x" }, prohibitions: [{ provider: 1 }] }, /prohibitions\.0/],
    [[], /top level/],
  ])("refuses %j, saying where", (content, message) => {
    expect(() => enforce({ determination: bytes(content) }, options())).toThrow(NoDetermination);
    expect(() => enforce({ determination: bytes(content) }, options())).toThrow(message);
  });

  it("refuses a provider that is not on file", () => {
    expect(() => enforce({ determination: determination([prohibition("nobody", null)]) }, options())).toThrow(/no provider with that id/);
  });
});
