import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interest, Party, Regime } from "../model/index.js";
import { ownershipUnder } from "./ownership.js";
import { party, sampleReference, stake } from "./sample-reference.js";

const day = "2026-11-23";

/** Only listed parties are seeds, as under OFAC's rule: ownership alone passes it on. */
const listedOnly: Regime = {
  governments: [],
  covered: {
    limbs: ["ownership", "listed"],
    threshold: 50,
    ownershipKinds: ["equity"],
    controlKinds: [],
    lists: ["sdn"],
    exemptJurisdictions: [],
  },
};

const dataSecurityProgram: Regime = {
  governments: [{ code: "CN", mark: "R" }],
  covered: {
    limbs: ["ownership", "organised", "principal-place", "residence", "listed"],
    threshold: 50,
    ownershipKinds: ["equity", "state-control"],
    controlKinds: [],
    lists: ["covered-persons"],
    exemptJurisdictions: ["US"],
  },
};

function verdicts(regime: Regime, parties: Party[], interests: Interest[], listed: string[] = []): Record<string, string> {
  const listings = listed.map((id) => ({
    party: id,
    list: regime.covered.lists[0] ?? "",
    from: "2020-01-01",
    citation: "c",
    sources: ["s"],
    confidence: "high" as const,
  }));
  const assess = ownershipUnder(regime, sampleReference({ parties, interests, listings }), day);
  return Object.fromEntries(parties.map(({ id }) => [id, assess(id).covered]));
}

describe("OFAC's 50 percent rule, by its published examples (FAQ 399 and 401)", () => {
  const abc = ["x", "y", "a", "b", "c"].map((id) => party(id));

  it.each([
    {
      example: "401-1: a half owned company's half owned company",
      interests: [stake("x", "a", 50), stake("a", "b", 50)],
      listed: ["x"],
      blocked: ["x", "a", "b"],
    },
    {
      example: "401-2: two blocked quarters",
      interests: [stake("x", "a", 50), stake("x", "b", 50), stake("a", "c", 25), stake("b", "c", 25)],
      listed: ["x"],
      blocked: ["x", "a", "b", "c"],
    },
    {
      example: "401-3: own tenth and a blocked company's forty",
      interests: [stake("x", "a", 50), stake("x", "b", 10), stake("a", "b", 40)],
      listed: ["x"],
      blocked: ["x", "a", "b"],
    },
    {
      example: "401-4: an unblocked intermediary passes nothing on",
      interests: [stake("x", "a", 50), stake("x", "b", 25), stake("a", "c", 25), stake("b", "c", 25)],
      listed: ["x"],
      blocked: ["x", "a"],
    },
    {
      example: "399: two blocked persons add up",
      interests: [stake("x", "a", 25), stake("y", "a", 25)],
      listed: ["x", "y"],
      blocked: ["x", "y", "a"],
    },
    {
      example: "no dilution along a chain",
      interests: [stake("x", "a", 60), stake("a", "b", 40), stake("y", "b", 10)],
      listed: ["x", "y"],
      blocked: ["x", "y", "a", "b"],
    },
    {
      example: "a cycle blocks nothing by itself",
      interests: [stake("x", "a", 45), stake("a", "y", 100), stake("y", "a", 48)],
      listed: ["x"],
      blocked: ["x"],
    },
    { example: "49.9 is not half", interests: [stake("x", "a", 49.9)], listed: ["x"], blocked: ["x"] },
  ])("$example", ({ interests, listed, blocked }) => {
    const got = verdicts(listedOnly, abc, interests, listed);
    expect(Object.keys(got).filter((id) => got[id] === "yes")).toEqual(abc.map(({ id }) => id).filter((id) => blocked.includes(id)));
  });
});

describe("covered persons of 28 CFR 202.211", () => {
  it("counts organisation and seat, Hong Kong as China, and not nationality", () => {
    const parties = [
      party("organised", { jurisdiction: "CN" }),
      party("seated", { jurisdiction: "KY", principalPlace: { country: "CN" } }),
      party("hong-kong", { jurisdiction: "HK" }),
      party("resident", { kind: "individual", jurisdiction: "CA", principalPlace: { country: "CN" } }),
      party("citizen", { kind: "individual", jurisdiction: "CN", principalPlace: { country: "CA" } }),
      party("somewhere", { kind: "individual", jurisdiction: "CN" }),
      party("neutral"),
    ];
    expect(verdicts(dataSecurityProgram, parties, [])).toEqual({
      organised: "yes",
      seated: "yes",
      "hong-kong": "yes",
      resident: "yes",
      citizen: "no",
      somewhere: "cannot-be-excluded",
      neutral: "no",
    });
  });

  it("does not cover a U.S. subsidiary, but what the subsidiary owns abroad is owned by its covered parent", () => {
    const parties = [party("parent", { jurisdiction: "CN" }), party("us", { jurisdiction: "US" }), party("below")];
    expect(verdicts(dataSecurityProgram, parties, [stake("parent", "us", 100), stake("us", "below", 100)])).toEqual({
      parent: "yes",
      us: "no",
      below: "yes",
    });
  });

  it("says of a domestic company that it has covered owners only where that is sure", () => {
    const parties = [
      party("parent", { jurisdiction: "CN" }),
      party("owned", { jurisdiction: "US" }),
      party("open", { jurisdiction: "US" }),
    ];
    const interests = [stake("parent", "owned", 60), stake("parent", "open")];
    const assess = ownershipUnder(dataSecurityProgram, sampleReference({ parties, interests }), day);
    expect(assess("owned")).toMatchObject({
      covered: "no",
      because: expect.stringMatching(/^OWNED has covered owners, but is organised in US/),
    });
    expect(assess("open")).toMatchObject({
      covered: "no",
      because: expect.stringMatching(/^OPEN may have covered owners, but is organised in US/),
    });
  });

  it("leaves ranged and unknown shares open", () => {
    const parties = [party("cn", { jurisdiction: "CN" }), party("a"), party("b"), party("c"), party("d")];
    const interests = [
      stake("cn", "a"),
      stake("cn", "b", undefined, { shareMin: 25, shareMax: 50 }),
      stake("cn", "c", undefined, { shareMin: 50, shareMax: 75 }),
      stake("cn", "d", undefined, { shareMax: 49 }),
    ];
    expect(verdicts(dataSecurityProgram, parties, interests)).toEqual({
      cn: "yes",
      a: "cannot-be-excluded",
      b: "cannot-be-excluded",
      c: "yes",
      d: "no",
    });
  });

  it("lets what others surely hold bound an unknown share", () => {
    const parties = [party("cn", { jurisdiction: "CN" }), party("other"), party("a")];
    expect(verdicts(dataSecurityProgram, parties, [stake("cn", "a"), stake("other", "a", 60)]).a).toBe("no");
  });

  it("reads interests as of the day", () => {
    const parties = [party("cn", { jurisdiction: "CN" }), party("a")];
    expect(verdicts(dataSecurityProgram, parties, [stake("cn", "a", 100, { until: "2025" })]).a).toBe("no");
    expect(verdicts(dataSecurityProgram, parties, [stake("cn", "a", 100, { from: "2027-01" })]).a).toBe("no");
    expect(verdicts(dataSecurityProgram, parties, [stake("cn", "a", 30, { asOf: "2026" }), stake("cn", "a", 80, { asOf: "2020" })]).a).toBe(
      "no",
    );
  });
});

describe("laws of aggregation", () => {
  const ids = ["p0", "p1", "p2", "p3", "p4", "p5"];
  const interests = fc
    .array(fc.record({ owner: fc.constantFrom(...ids), owned: fc.constantFrom(...ids), share: fc.integer({ min: 0, max: 100 }) }), {
      maxLength: 12,
    })
    .map((all) => all.filter(({ owner, owned }) => owner !== owned).map(({ owner, owned, share }) => stake(owner, owned, share)));
  const listed = fc.subarray(ids, { minLength: 1 });
  const parties = ids.map((id) => party(id));

  it("agrees with adding covered owners one by one until nothing changes", () => {
    fc.assert(
      fc.property(interests, listed, (all, seeds) => {
        const latest = new Map(all.map((one) => [`${one.owner} ${one.owned}`, one]));
        for (const one of all)
          if ((latest.get(`${one.owner} ${one.owned}`)?.share ?? 0) < (one.share ?? 0)) latest.set(`${one.owner} ${one.owned}`, one);
        const blocked = new Set(seeds);
        for (let before = -1; before !== blocked.size; ) {
          before = blocked.size;
          for (const id of ids) {
            const sum = [...latest.values()]
              .filter((one) => one.owned === id && blocked.has(one.owner))
              .reduce((total, one) => total + (one.share ?? 0), 0);
            if (sum >= 50) blocked.add(id);
          }
        }
        const got = verdicts(listedOnly, parties, all, seeds);
        expect(ids.filter((id) => got[id] === "yes")).toEqual(ids.filter((id) => blocked.has(id)));
      }),
    );
  });

  it("does not depend on the order of the facts", () => {
    fc.assert(
      fc.property(interests, listed, (all, seeds) => {
        expect(verdicts(listedOnly, parties, [...all].reverse(), seeds)).toEqual(verdicts(listedOnly, parties, all, seeds));
      }),
    );
  });

  it("never un-covers a party when an interest of a covered owner is added", () => {
    fc.assert(
      fc.property(interests, listed, fc.constantFrom(...ids), fc.constantFrom(...ids), (all, seeds, owner, owned) => {
        fc.pre(owner !== owned && seeds.includes(owner) && !all.some((one) => one.owner === owner && one.owned === owned));
        const before = verdicts(listedOnly, parties, all, seeds);
        const after = verdicts(listedOnly, parties, [...all, stake(owner, owned, 30)], seeds);
        for (const id of ids) if (before[id] === "yes") expect(after[id]).toBe("yes");
      }),
    );
  });

  it("never turns an open answer into yes or no by widening a band", () => {
    fc.assert(
      fc.property(interests, listed, fc.integer({ min: 0, max: 40 }), (all, seeds, width) => {
        const band = (by: number) =>
          all.map((one) => ({
            ...one,
            share: undefined,
            shareMin: Math.max(0, (one.share ?? 0) - by),
            shareMax: Math.min(100, (one.share ?? 0) + by),
          }));
        const narrow = verdicts(listedOnly, parties, band(5), seeds);
        const wide = verdicts(listedOnly, parties, band(5 + width), seeds);
        for (const id of ids) if (narrow[id] === "cannot-be-excluded") expect(wide[id]).toBe("cannot-be-excluded");
      }),
    );
  });
});
