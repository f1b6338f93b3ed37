import { RulePack } from "../../model/index.js";
import { party, sampleReference, stake } from "../../trace/sample-reference.js";
import { traceParty } from "../../trace-party.js";

/** A regime for tests: China, half or more. */
export const chinaRegime: RulePack = RulePack.parse({
  schemaVersion: "1",
  id: "china-half",
  title: "Half or more from China",
  authority: "Sample Act",
  mark: "R",
  domestic: ["US"],
  regime: {
    governments: [{ code: "CN", mark: "R" }],
    covered: { limbs: ["ownership", "organised", "listed"], lists: ["sample-list"] },
  },
  sources: [{ title: "Sample Act" }],
  rules: [
    {
      id: "a",
      title: "a",
      citation: "a",
      mark: "R",
      when: 'counterparty.covered == "yes"',
      outcome: "note",
      explanation: "a",
      examples: [
        { name: "in", facts: { "counterparty.covered": "yes" }, expect: "note" },
        { name: "out", facts: {}, expect: "none" },
      ],
    },
  ],
});

/** A second regime for tests: the list only. */
export const listRegime: RulePack = {
  ...chinaRegime,
  id: "listed-only",
  title: "Listed parties",
  regime: { ...chinaRegime.regime, covered: { ...chinaRegime.regime.covered, limbs: ["listed"] } },
};

/**
 * Worked out by hand: Beijing Parent (CN) holds 60 percent of Holding, Holding 30 and Shenzhen Works (CN) 25 of Target: 30 counts in full and
 * 25 beside it, 55 in all. A band of 10 to 15 belongs to a fund, 31 to nobody known. Multiplied: 0.6 x 30 + 25 = 43.
 */
export const targetReference = sampleReference({
  parties: [
    party("target", { name: "Target <b>Cloud</b> & Co", nativeName: "目标云", lei: "529900T8BM49AURSDO55" }),
    party("holding", { name: "Holding SA", jurisdiction: "LU" }),
    party("parent", { name: "Beijing Parent", jurisdiction: "CN" }),
    party("works", { name: "Shenzhen Works", jurisdiction: "CN" }),
    party("fund", { name: "Quiet Fund", form: "fund" }),
    party("withheld", {
      name: "Withheld owner",
      kind: "unknown",
      form: "not-disclosed",
      jurisdiction: null,
      note: "the register keeps the name back",
    }),
    party("child", { name: "Child Ltd" }),
  ],
  interests: [
    stake("holding", "target", 30),
    stake("works", "target", 25),
    stake("fund", "target", undefined, { shareMin: 10, shareMax: 15, maxExclusive: true }),
    stake("fund", "target", 40, { kind: "voting" }),
    stake("parent", "holding", 60),
    stake("withheld", "fund", 20),
    stake("works", "child", undefined, { kind: "board" }),
    stake("target", "child", 100, { from: "2020-01-01" }),
  ],
  listings: [{ party: "works", list: "sample-list", from: "2024", citation: "List of 2024", sources: ["s"], confidence: "high" }],
});

/** The traced target under both regimes. */
export const sampleTraced = traceParty("target", { regimes: [chinaRegime, listRegime], reference: targetReference, asOf: "2026-06-01" });
