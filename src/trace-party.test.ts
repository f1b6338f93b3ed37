import { describe, expect, it } from "vitest";
import { chinaRegime, listRegime, sampleTraced, targetReference } from "./report/trace/sample-traced.js";
import { party, sampleReference, stake } from "./trace/sample-reference.js";
import { PartyNotFound, traceParty } from "./trace-party.js";

describe("traceParty", () => {
  it("adds up covered owners, the whole stake of each, and names the fewest interests that reach the line", () => {
    const [china, listed] = sampleTraced.regimes;
    expect(china).toMatchObject({ id: "china-half", verdict: "yes", shareMin: 55, threshold: 50 });
    expect(china?.proof).toEqual([
      "Holding SA holds 30 % of the equity in Target <b>Cloud</b> & Co (interest 2)",
      "Beijing Parent holds 60 % of the equity in Holding SA (interest 6)",
      "Beijing Parent is organised under the law of a government of concern (CN)",
      "Shenzhen Works holds 25 % of the equity in Target <b>Cloud</b> & Co (interest 3)",
      "Shenzhen Works is listed: sample-list",
    ]);
    expect([...(china?.proofLinks ?? [])].sort()).toEqual([2, 3, 6]);
    expect(listed).toMatchObject({ id: "listed-only", verdict: "no", proof: [] });
  });

  it("shows the party first, owners tier by tier, what it holds, and how each regime sees each", () => {
    expect(sampleTraced.parties.map(({ id }) => id)).toEqual(["target", "fund", "holding", "works", "withheld", "parent", "child"]);
    expect(sampleTraced.owners.map(({ number, owner, owned }) => [number, owner, owned])).toEqual([
      [1, "fund", "target"],
      [2, "holding", "target"],
      [3, "works", "target"],
      [4, "fund", "target"],
      [5, "withheld", "fund"],
      [6, "parent", "holding"],
    ]);
    expect(sampleTraced.holdings.map(({ number, owned }) => [number, owned])).toEqual([[7, "child"]]);
    expect(sampleTraced.parties.find(({ id }) => id === "works")?.standing).toEqual([
      { regime: "china-half", covered: "yes" },
      { regime: "listed-only", covered: "yes" },
    ]);
    expect(sampleTraced.parties.find(({ id }) => id === "withheld")).toMatchObject({
      kind: "unknown",
      note: "the register keeps the name back",
    });
    expect(sampleTraced.listings).toEqual([expect.objectContaining({ party: "works", list: "sample-list" })]);
    expect(sampleTraced.identifiers).toEqual([{ scheme: "lei", value: "529900T8BM49AURSDO55" }]);
  });

  it("multiplies shares along chains where asked, and says that no law does", () => {
    const traced = traceParty("target", { regimes: [chinaRegime], multiplied: true, reference: targetReference, asOf: "2026-06-01" });
    // 0.6 x 30 from Beijing Parent and 25 from Shenzhen Works; at most 0.2 x 15 more from the withheld owner of the fund.
    expect(traced.regimes[1]).toMatchObject({ id: "china-half, multiplied", authority: null, shareMin: 43, verdict: "no" });
    expect(traced.regimes[1]?.shareMax).toBeCloseTo(46, 3);
    expect(traced.regimes[1]?.remarks.join(" ")).toContain("no law");
  });

  it("asks for what is not known where the verdict is open", () => {
    const reference = sampleReference({
      parties: [party("a", { name: "A" }), party("cn", { name: "CN Co", jurisdiction: "CN" })],
      interests: [stake("cn", "a", undefined, { shareMin: 25, shareMax: 60 })],
    });
    const [regime] = traceParty("a", { regimes: [chinaRegime], reference, asOf: "2026-06-01" }).regimes;
    expect(regime).toMatchObject({ verdict: "cannot-be-excluded", shareMin: 25, shareMax: 60, unrecorded: [{ party: "a", share: 40 }] });
    // One figure settles it: 50 or more of that band is covered, less is not.
    expect(regime?.settle).toEqual(["The exact share of CN Co in A, now 25 to 60 %."]);
  });

  it("reads the facts of the day", () => {
    const traced = traceParty("target", { regimes: [listRegime], reference: targetReference, asOf: "2019-12-31" });
    expect(traced.holdings).toEqual([]);
    expect(traced.listings).toEqual([]);
  });

  it("shows sixty parties at most and counts the rest, and keeps what a proof needs", () => {
    const many = Array.from({ length: 90 }, (_, at) => `owner-${String(at).padStart(2, "0")}`);
    const reference = sampleReference({
      parties: [
        party("a"),
        ...many.map((id) => party(id, id === "owner-89" ? { jurisdiction: "CN" } : {})),
        ...many.map((id) => party(`${id}-child`)),
      ],
      interests: [...many.map((id) => stake(id, "a", id === "owner-89" ? 50 : 0.5)), ...many.map((id) => stake("a", `${id}-child`, 100))],
    });
    const traced = traceParty("a", { regimes: [chinaRegime], reference, asOf: "2026-06-01" });
    expect(traced.parties).toHaveLength(60);
    expect(traced.hidden).toEqual({ owners: 90 - 44, holdings: 90 - 15 });
    expect(traced.regimes[0]?.proofLinks).toHaveLength(1);
  });

  it("names the candidates where several parties could be meant", () => {
    const reference = sampleReference({ parties: [party("a", { name: "Same Ltd" }), party("b", { name: "Same Ltd" })] });
    const trace = (asked: string) => () => traceParty(asked, { regimes: [chinaRegime], reference, asOf: "2026-06-01" });
    expect(trace("Same Ltd")).toThrow(PartyNotFound);
    expect(trace("Same Ltd")).toThrow("Same Ltd is the name of 2 parties");
    expect(trace("nobody")).toThrow("nobody on file is known as nobody");
  });

  it("ends where owners own each other", () => {
    const reference = sampleReference({ parties: [party("a"), party("b")], interests: [stake("a", "b", 50), stake("b", "a", 50)] });
    const traced = traceParty("a", { regimes: [chinaRegime], multiplied: true, reference, asOf: "2026-06-01" });
    expect(traced.regimes.map(({ verdict }) => verdict)).toEqual(["no", "no"]);
    expect(traced.parties.map(({ id }) => id)).toEqual(["a", "b"]);
  });
});
