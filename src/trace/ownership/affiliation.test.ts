import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Interest, Listing, Party, Regime, Verdict } from "../../model/index.js";
import { ownershipUnder } from "../ownership.js";
import { party, sampleReference, stake } from "../sample-reference.js";
import { affiliationsUnder } from "./affiliation.js";
import { ownershipAnswer } from "./answer.js";

const day = "2026-06-01";
const listing = (id: string, list = "some-list"): Listing => ({
  party: id,
  list,
  from: "2020",
  citation: "List",
  sources: ["s"],
  confidence: "high",
});

/** Affiliates by control alone, as section 889 with FAR 2.101 has it. */
const byControl: Regime = {
  governments: [],
  covered: {
    limbs: ["listed", "affiliation"],
    threshold: 50,
    ownershipKinds: ["equity"],
    controlKinds: ["equity", "voting", "board", "vie-contract"],
    lists: ["some-list"],
    exemptJurisdictions: [],
  },
};
/** Affiliates by a stake of more than 10 percent, as 47 CFR 2.903(c) has it. */
const byStake: Regime = { ...byControl, covered: { ...byControl.covered, affiliateShareOver: 10 } };

function verdict(regime: Regime, interests: Interest[], { parties = [], of = "x" }: { parties?: Party[]; of?: string } = {}): Verdict {
  const named = new Set(["x", "l", ...interests.flatMap(({ owner, owned }) => [owner, owned])]);
  const all = [...named].filter((id) => !parties.some((one) => one.id === id)).map((id) => party(id));
  const reference = sampleReference({ parties: [...parties, ...all], interests, listings: [listing("l")] });
  const seen = ownershipUnder(regime, reference, day)(of);
  expect(ownershipAnswer(of, regime, reference, day)).toMatchObject({ verdict: seen.covered, limbs: seen.limbs });
  return seen.covered;
}

describe("an affiliate of a listed party", () => {
  it.each<[string, Interest[], Verdict, Verdict]>([
    ["nobody's", [], "no", "no"],
    ["its subsidiary", [stake("l", "x", 60)], "yes", "yes"],
    ["half its own", [stake("l", "x", 50)], "yes", "yes"],
    ["held by it to 30 percent", [stake("l", "x", 30)], "no", "yes"],
    ["held by it to exactly 10 percent", [stake("l", "x", 10)], "no", "no"],
    ["held by it to 10.0001 percent", [stake("l", "x", 10.0001)], "no", "yes"],
    ["its parent", [stake("x", "l", 51)], "yes", "yes"],
    ["a holder of 11 percent in it", [stake("x", "l", 11)], "no", "yes"],
    ["its sister", [stake("p", "l", 100), stake("p", "x", 70)], "yes", "yes"],
    ["held to 20 percent by the one who controls it", [stake("p", "l", 100), stake("p", "x", 20)], "no", "yes"],
    ["under contracts of its own", [stake("l", "x", undefined, { kind: "vie-contract" })], "yes", "yes"],
    ["its subsidiary's subsidiary", [stake("l", "m", 60), stake("m", "x", 60)], "yes", "yes"],
    ["held to 30 percent by its subsidiary", [stake("l", "m", 60), stake("m", "x", 30)], "no", "yes"],
    ["held to 25 percent each by it and its subsidiary", [stake("l", "m", 60), stake("l", "x", 25), stake("m", "x", 25)], "yes", "yes"],
    // 40 of 40 percent is 16: through somebody it does not control, so whether that is owning indirectly stays open.
    ["held to 40 percent by one that it holds to 40", [stake("l", "m", 40), stake("m", "x", 40)], "no", "cannot-be-excluded"],
    ["an affiliate of somebody else's only", [stake("p", "x", 100), stake("q", "l", 100)], "no", "no"],
    ["held by it to a share that is not stated", [stake("l", "x")], "cannot-be-excluded", "cannot-be-excluded"],
    ["held by it to 5 to 20 percent", [stake("l", "x", undefined, { shareMin: 5, shareMax: 20 })], "no", "cannot-be-excluded"],
    ["no more, since last year", [stake("l", "x", 60, { until: "2025-12-31" })], "no", "no"],
  ])("%s", (_, interests, control, share) => {
    expect([verdict(byControl, interests), verdict(byStake, interests)]).toEqual([control, share]);
  });

  it("is left open where only a state holds both, and is none where only the public does", () => {
    const interests = [stake("p", "l", 60), stake("p", "x", 60)];
    expect(verdict(byControl, interests, { parties: [party("p", { kind: "government", jurisdiction: "CN" })] })).toBe("cannot-be-excluded");
    expect(verdict(byControl, interests, { parties: [party("p", { kind: "aggregate" })] })).toBe("no");
  });

  it("needs the limb", () => {
    expect(verdict({ ...byControl, covered: { ...byControl.covered, limbs: ["listed"] } }, [stake("l", "x", 100)])).toBe("no");
  });

  it("says through whom, and of which government the listed party is", () => {
    const reference = sampleReference({
      parties: [party("x"), party("l", { jurisdiction: "CN" }), party("p")],
      interests: [stake("p", "l", 100), stake("p", "x", 70)],
      listings: [listing("l")],
    });
    expect(ownershipUnder(byStake, reference, day)("x")).toMatchObject({
      covered: "yes",
      limbs: ["affiliation"],
      governments: ["CN"],
      because: "X is an affiliate of L, which is listed: P controls, or owns more than 10 percent of, both it and L.",
    });
    expect(affiliationsUnder(byStake, reference, day)("x")).toEqual([{ verdict: "yes", listed: "l", where: "beside", holder: "p" }]);
  });
});

describe("a list that a law draws on without saying whom it took over", () => {
  const regime: Regime = { ...byControl, covered: { ...byControl.covered, openLists: ["other-list"] } };
  const reference = sampleReference({
    parties: [party("l"), party("o"), party("s")],
    interests: [stake("o", "s", 100)],
    listings: [listing("l"), listing("o", "other-list"), listing("l", "other-list")],
  });

  it("leaves open who is on it, and covers who is on the law's own", () => {
    const view = ownershipUnder(regime, reference, day);
    expect(view("o")).toMatchObject({ covered: "cannot-be-excluded", limbs: ["listed"] });
    expect(view("s")).toMatchObject({ covered: "cannot-be-excluded", limbs: ["affiliation"] });
    expect(view("l")).toMatchObject({ covered: "yes", limbs: ["listed"] });
    expect(ownershipAnswer("o", regime, reference, day).settle?.facts).toEqual([
      expect.objectContaining({ kind: "listing", question: "did the list of this rule, which draws on lists that name O, take it over" }),
    ]);
  });
});

const ids = ["x", "l", "p", "q", "r"];
const band = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }));
const held = (share: fc.Arbitrary<Partial<Interest>>) =>
  fc
    .uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), share), {
      maxLength: 7,
      selector: ([owner, owned]) => `${owner} ${owned}`,
    })
    .map((all) => all.filter(([owner, owned]) => owner !== owned).map(([owner, owned, more]) => stake(owner, owned, undefined, more)));
const exact = held(fc.integer({ min: 1, max: 20 }).map((twentieths) => ({ share: twentieths * 5 })));
const ranged = held(band.map(([one, other]) => ({ shareMin: Math.min(one, other) * 5, shareMax: Math.max(one, other) * 5 })));
const rank = (one: Verdict) => ["no", "cannot-be-excluded", "yes"].indexOf(one);

function tie(regime: Regime, interests: Interest[], from: string, to: string): Verdict {
  const reference = sampleReference({ parties: ids.map((id) => party(id)), interests, listings: [listing(to)] });
  return affiliationsUnder(regime, reference, day)(from)[0]?.verdict ?? "no";
}

describe("laws of affiliation", () => {
  it("goes both ways", () => {
    fc.assert(
      fc.property(ranged, fc.constantFrom(byControl, byStake), (interests, regime) => {
        expect(tie(regime, interests, "x", "l")).toBe(tie(regime, interests, "l", "x"));
      }),
    );
  });

  it("by a stake is never less than by control", () => {
    fc.assert(
      fc.property(ranged, (interests) => {
        expect(rank(tie(byStake, interests, "x", "l"))).toBeGreaterThanOrEqual(rank(tie(byControl, interests, "x", "l")));
      }),
    );
  });

  it("by control agrees with a plain search where every share is stated", () => {
    fc.assert(
      fc.property(exact, (interests) => {
        const controlled = (holder: string) => {
          const all = new Set([holder]);
          for (let before = 0; before !== all.size; ) {
            before = all.size;
            for (const id of ids) {
              const sum = interests.reduce((total, one) => total + (one.owned === id && all.has(one.owner) ? (one.share ?? 0) : 0), 0);
              if (sum >= 50) all.add(id);
            }
          }
          return all;
        };
        const expected = ids.some((holder) => controlled(holder).has("x") && controlled(holder).has("l"));
        expect(tie(byControl, interests, "x", "l")).toBe(expected ? "yes" : "no");
      }),
      { numRuns: 500 },
    );
  });

  it("with narrower bounds never contradicts wider ones", () => {
    fc.assert(
      fc.property(ranged, fc.constantFrom(byControl, byStake), fc.boolean(), (interests, regime, low) => {
        const settled = interests.map(({ shareMin = 0, shareMax = 100, ...one }) => ({ ...one, share: low ? shareMin : shareMax }));
        const [wide, narrow] = [tie(regime, interests, "x", "l"), tie(regime, settled, "x", "l")];
        // Shares that add up to more than the whole contradict each other and bound nothing.
        fc.pre(ids.every((id) => settled.reduce((sum, one) => sum + (one.owned === id ? one.share : 0), 0) <= 100));
        if (wide !== "cannot-be-excluded") expect(narrow).toBe(wide);
      }),
    );
  });
});
