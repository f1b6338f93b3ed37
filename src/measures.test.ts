import { beforeAll, describe, expect, it } from "vitest";
import { measures } from "./measures.js";
import { MeasureProposals } from "./model/index.js";
import { loadReference } from "./reference/load.js";
import { renderMeasures } from "./report/measures/report.js";
import { review } from "./review.js";
import { loadRulePacks } from "./rule-packs.js";

const reference = loadReference();
const retail = ["examples/meridian-retail"];
const asOf = "2026-11-23";

describe("measures for the retailer of the example", () => {
  let found: MeasureProposals;
  const options = async () => ({ asOf, reference, packs: await loadRulePacks([]) });
  beforeAll(async () => {
    found = await measures(retail, await options());
  });
  const sets = () => found.proposal?.sets.map((set) => set.measures.map(({ measure }) => measure));

  it("fits the published schema", () => {
    expect(MeasureProposals.parse(found)).toEqual(found);
  });

  // By hand: only M02 (operation) cuts what hosting passes of a cut-off, only M19 the cut-off from Chinese soil, only M10 and M11 supplied code.
  it("are a trusted operator, continuity, and control of either the code or its updates", () => {
    expect(found.proposal?.cost).toBe(3);
    expect(sets()).toEqual([
      ["M02", "M10", "M19"],
      ["M02", "M11", "M19"],
    ]);
  });

  it("leave only cessation where traffic could hide an attack, though a new owner would end it", () => {
    const left = found.unacceptable.filter((one) => !one.endable);
    expect(left.map(({ effect, target, divestitures }) => [effect, target.id, divestitures])).toEqual([
      ["launch", "order-archive", ["M24"]],
    ]);
    expect(found.onlyCessationLeft).toEqual(left.map(({ id }) => id));
  });

  it("leave nothing else when a review takes them as in place, and no fewer of them do", async () => {
    const unacceptable = found.unacceptable.filter((one) => one.endable).map(({ id }) => id);
    const left = async (set: string[]) => {
      const assumed = set.map((measure) => ({ measure, appliesTo: [] }));
      const { reaches } = await review(retail, { ...(await options()), assumed });
      return reaches.filter((reach) => reach.residual && unacceptable.includes(reach.id)).length;
    };
    for (const set of sets() ?? []) expect(await left(set), String(set)).toBe(0);
    for (const one of sets()?.[0] ?? []) expect(await left((sets()?.[0] ?? []).filter((other) => other !== one)), one).toBeGreaterThan(0);
  });

  it("do the same where each is in place only for what it is needed for and cuts besides", async () => {
    const assumed = (found.proposal?.sets[0]?.measures ?? []).map(({ measure, neededFor, alsoCuts }) => ({
      measure,
      appliesTo: [...neededFor, ...alsoCuts].map(({ id }) => id),
    }));
    const { reaches } = await review(retail, { ...(await options()), assumed });
    const left = reaches.filter((reach) => reach.residual && found.unacceptable.some((one) => one.endable && one.id === reach.id));
    expect(left).toEqual([]);
  });

  it("tell what the law demands apart, and what is promised, in place and verified", () => {
    expect(found.demanded.map(({ measure, certainty }) => [measure, certainty])).toEqual([
      ["cisa-security-requirements", "established"],
      ["cisa-security-requirements", "cannot-be-excluded"],
    ]);
    expect(found.summary).toMatchObject({
      reachesWithFindings: 23,
      endedByVerified: 0,
      endedByInPlace: 1,
      unacceptable: 22,
      ifPromisesKept: 2,
    });
    const continuity = found.proposal?.sets[0]?.measures.find(({ measure }) => measure === "M19");
    expect(continuity?.promisedFor.map(({ id }) => id)).toEqual(["order-archive"]);
  });

  it("follow the costs: of two that cut the same, the cheaper alone", async () => {
    const costly = await measures(retail, {
      ...(await options()),
      costs: new Map([
        ["M10", 5],
        ["M11", 4.5],
      ]),
      effects: ["tamper"],
    });
    expect(costly.proposal).toMatchObject({ cost: 4.5, sets: [{ measures: [{ measure: "M11" }] }] });
    expect(costly.costs).toMatchObject({
      given: [
        { measure: "M10", cost: 5, by: "--cost" },
        { measure: "M11", cost: 4.5 },
      ],
      notGiven: ["M22"],
    });
    expect(renderMeasures(costly, "text", { width: 100, color: false })).toContain("(tamper only)");
  });

  it("tell the conditions that are taken to be met", async () => {
    const keys = await measures(retail, {
      ...(await options()),
      costs: new Map([
        ["M02", 9],
        ["cisa-security-requirements", 9],
      ]),
      effects: ["access"],
    });
    const [first] = keys.proposal?.sets[0]?.measures ?? [];
    expect(first?.measure).toBe("M04");
    expect(first?.conditions).toContain("the customer alone holds the keys of Orders older than 90 days");
  });

  it.each(["text", "md", "html"] as const)("say as %s what cannot be ended, what no source says, and the warning", (format) => {
    const shown = renderMeasures(found, format, { width: 100, color: false }).replace(/\s+/g, " ");
    for (const words of ["Only cessation is left", "no source on file says", "not a cure by itself", "promised", "M02 + M10 + M19"])
      expect(shown).toContain(words);
  });

  it("fit a narrow terminal", () => {
    const lines = renderMeasures(found, "text", { width: 60, color: false }).split("\n");
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });
});
