import { describe, expect, it } from "vitest";
import { type Interest, type Listing, OwnershipAnswer, type Party, type Regime } from "../../model/index.js";
import { party, sampleReference, stake } from "../sample-reference.js";
import { ownershipAnswer } from "./answer.js";

const day = "2026-11-23";

const blocking: Regime = {
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

function ask(interests: Interest[], listed: Partial<Listing>[], more: { regime?: Regime; parties?: Party[]; asOf?: string } = {}) {
  const given = more.parties ?? [];
  const named = [...new Set(interests.flatMap(({ owner, owned }) => [owner, owned]))].filter((id) => !given.some((one) => one.id === id));
  const listings = listed.map(
    (one): Listing => ({ party: "x", list: "sdn", from: "2020", citation: "c", sources: ["s"], confidence: "high", ...one }),
  );
  const reference = sampleReference({ parties: [...given, ...named.map((id) => party(id))], interests, listings });
  return OwnershipAnswer.parse(ownershipAnswer("a", more.regime ?? blocking, reference, more.asOf ?? day, "test"));
}

describe("the ownership answer", () => {
  it("proves by the least that carries the verdict, through a covered owner", () => {
    const answer = ask([stake("x", "h", 60), stake("h", "a", 40), stake("y", "a", 10), stake("z", "a", 50)], [{}, { party: "y" }]);
    expect(answer).toMatchObject({ verdict: "yes", share: { min: 50, max: 50 }, unrecorded: { equity: 0 }, settle: null });
    expect(answer.proof.map(({ owner, owned, counted }) => [owner, owned, counted.min])).toEqual([
      ["h", "a", 40],
      ["y", "a", 10],
      ["x", "h", 60],
    ]);
    // 60 percent of 40, and 10: by multiplying it would be 34.
    expect(answer.multiplied).toEqual({ min: 34, max: 34 });
  });

  it("says that shares of more than the whole are wrong somewhere", () => {
    const answer = ask([stake("x", "a", 60), stake("n", "a", 70)], [{}]);
    expect(answer).toMatchObject({ verdict: "yes", share: { min: 60, max: 60 }, because: expect.stringContaining("more than the whole") });
    expect(ask([stake("x", "a", 60), stake("n", "a", 40)], [{}]).because).not.toContain("more than the whole");
  });

  it("asks for the exact share of a band", () => {
    const answer = ask([stake("x", "a", undefined, { shareMin: 25, shareMax: 50 }), stake("n", "a", 40)], [{}]);
    expect(answer).toMatchObject({ verdict: "cannot-be-excluded", share: { min: 25, max: 50 } });
    expect(answer.settle).toMatchObject({
      smallest: true,
      facts: [{ kind: "share", question: "the exact share of X in A, now 25 to 50 %" }],
    });
  });

  it("asks who holds the rest where an owner is withheld", () => {
    const withheld = party("w", { kind: "unknown", jurisdiction: null });
    const answer = ask([stake("x", "a", 20), stake("n", "a", 49), stake("w", "a")], [{}], { parties: [withheld] });
    expect(answer).toMatchObject({ verdict: "cannot-be-excluded", share: { min: 20, max: 51 } });
    expect(answer.settle?.facts.map(({ question }) => question)).toEqual(["who holds the other 31 % of A"]);
  });

  it("counts what nobody is on file for on neither side, and says how much it is", () => {
    const answer = ask([stake("x", "a", 30), stake("n", "a", 10)], [{}]);
    expect(answer).toMatchObject({ verdict: "no", share: { min: 30, max: 30 }, unrecorded: { equity: 60 }, proof: [] });
    expect(answer.because).toContain("60 percent");
  });

  it("keeps equity and votes apart", () => {
    const both: Regime = { ...blocking, covered: { ...blocking.covered, ownershipKinds: ["equity", "voting"] } };
    const answer = ask([stake("x", "a", 30), stake("y", "a", 30, { kind: "voting" })], [{}, { party: "y" }], { regime: both });
    expect(answer).toMatchObject({ verdict: "no", classes: { equity: { min: 30, max: 30 }, voting: { min: 30, max: 30 } } });
  });

  it("is exact where binary fractions are not: three times 16.7 and a tenth less", () => {
    const thirds = (share: number) =>
      ask([stake("x", "a", 16.7), stake("y", "a", 16.7), stake("z", "a", share)], [{}, { party: "y" }, { party: "z" }]);
    expect(thirds(16.6).verdict).toBe("yes");
    expect(thirds(16.5999).verdict).toBe("no");
  });

  it("counts a joint block once, and for sure only if all its holders are covered", () => {
    const block = (owner: string) => stake(owner, "a", 50, { joint: "block" });
    expect(ask([block("x"), block("y")], [{}, { party: "y" }])).toMatchObject({ verdict: "yes", share: { min: 50, max: 50 } });
    const half = ask([block("x"), block("n")], [{}]);
    expect(half).toMatchObject({ verdict: "cannot-be-excluded", share: { min: 0, max: 50 } });
    expect(half.settle?.facts.map(({ kind }) => kind)).toEqual(["joint"]);
  });

  it("leaves open whose a stake held in trust is", () => {
    const answer = ask([stake("x", "a", 60, { capacity: "trust" })], [{}]);
    expect(answer).toMatchObject({ verdict: "cannot-be-excluded", share: { min: 0, max: 60 } });
    expect(answer.settle?.facts.map(({ kind }) => kind)).toEqual(["beneficiary"]);
  });

  it("leaves a link of unknown nature open", () => {
    const answer = ask([stake("x", "a", undefined, { kind: "linked" })], [{}]);
    expect(answer.verdict).toBe("cannot-be-excluded");
    expect(answer.settle?.facts.map(({ kind }) => kind)).toEqual(["control"]);
  });

  it("takes a list by the programmes that the regime names, and asks where none is told", () => {
    const regime: Regime = { ...blocking, covered: { ...blocking.covered, listProgrammes: { sdn: ["SDGT"] } } };
    const under = (programme?: string) => ask([stake("x", "a", 60)], [programme === undefined ? {} : { programme }], { regime });
    expect(under("SYRIA; SDGT").verdict).toBe("yes");
    expect(under("SYRIA").verdict).toBe("no");
    expect(under().settle?.facts.map(({ question }) => question)).toEqual(["under which programme is X listed"]);
  });

  it("counts owners on the days of the rule only, and leaves an unconfirmed period open", () => {
    const regime: Regime = {
      ...blocking,
      covered: {
        ...blocking.covered,
        ownershipPeriods: [
          { from: "2025-09-29", until: "2025-11-09", citation: "90 FR 47201", mark: "R*" },
          { from: "2026-11-10", citation: "90 FR 50857", mark: "UNCONFIRMED" },
        ],
      },
    };
    const on = (asOf: string) => ask([stake("x", "a", 60)], [{}], { regime, asOf });
    expect([on("2025-09-28"), on("2025-09-29"), on("2025-11-09"), on("2025-11-10")].map(({ verdict }) => verdict)).toEqual([
      "no",
      "yes",
      "yes",
      "no",
    ]);
    expect(on("2026-11-10").settle?.facts.map(({ question }) => question)).toEqual([
      "is the rule on owners in force on 2026-11-10 (90 FR 50857)",
    ]);
  });

  it("names sixty parties at most and says how many more there are", () => {
    const many = Array.from({ length: 100 }, (_, at) => stake(`n-${at}`, "a", 0.5));
    const answer = ask([...many, stake("x", "a", 50)], [{}]);
    expect(answer.verdict).toBe("yes");
    expect(answer.parties).toHaveLength(60);
    expect(answer.cut).toBe(42);
    expect(answer.proof.map(({ owner }) => owner)).toEqual(["x"]);
  });

  it("multiplies shares where the regime says so", () => {
    const regime: Regime = { ...blocking, covered: { ...blocking.covered, passThrough: "multiplied" } };
    expect(ask([stake("x", "h", 80), stake("h", "a", 62.5)], [{}], { regime })).toMatchObject({
      verdict: "yes",
      share: { min: 50, max: 50 },
    });
    expect(ask([stake("x", "h", 80), stake("h", "a", 60)], [{}], { regime })).toMatchObject({ verdict: "no", share: { min: 48, max: 48 } });
  });
});
