import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Impact, ImpactComparison, ImpactRange } from "../../../model/index.js";
import { comparisonHtml } from "../../impact/compare-html.js";
import { systemsSection, whySection } from "../../impact/html-states.js";
import { newSourceRegister } from "../../sources.js";
import { drawnParts, elementTexts, names, sorted, squeezed, tableRows, textsBeside } from "../sample-reading.js";
import { sampleImpact } from "../sample-scenes.js";
import { chainsScene } from "./chains.js";
import { ofComparison, ofImpact } from "./compared.js";
import { impactScene } from "./scene.js";

const times = ["build", "deploy", "run", "restore"] as const;
/** From best to worst, as the impact itself ranks them. */
const states = ["goes-on", "degrades", "stops"] as const;
const stateWords = { "goes-on": "goes on", degrades: "degrades", stops: "stops" };
const words = { ...stateWords, "cannot-be-told": "cannot be told" };
type Verdict = keyof typeof words;

const range = fc.tuple(fc.nat(2), fc.nat(2)).map(([one, other]): ImpactRange => rangeOf(Math.min(one, other), Math.max(one, other)));

function rangeOf(least: number, most: number): ImpactRange {
  const [low = "goes-on", high = "goes-on"] = [states[least], states[most]];
  return { verdict: least === most ? low : "cannot-be-told", least: low, most: high };
}

/** The worst over several times: of both ends the worse. */
function worst(ranges: readonly ImpactRange[]): ImpactRange {
  const end = (of: "least" | "most") => Math.max(...ranges.map((one) => states.indexOf(one[of])));
  return rangeOf(end("least"), end("most"));
}

const [sampleSystem] = sampleImpact().systems;
if (!sampleSystem) throw new Error("the sample has systems");

const systems = fc
  .uniqueArray(fc.tuple(names, fc.tuple(range, range, range, range), fc.array(names, { minLength: 1, maxLength: 3 })), {
    maxLength: 6,
    selector: ([name]) => name,
  })
  .map((all) =>
    all.map(([name, [build, deploy, run, restore], needs], at): Impact["systems"][number] => {
      const byTime = { build, deploy, run, restore };
      const whole = worst(Object.values(byTime));
      const asked = [name, ...needs, "Registry"];
      const ids = [`s${at}`, ...needs.map((_, step) => `s${at} n${step}`), "registry"];
      const hops = needs.concat("Registry").map((_, step) => ({
        ...{ from: ids[step] ?? "", fromName: asked[step] ?? "", to: ids[step + 1] ?? "", toName: asked[step + 1] ?? "" },
        ...{ kind: "declared" as const, need: (["required", "partial", "unknown"] as const)[step % 3] ?? "unknown" },
        ...{ because: "declared", fallback: null, path: null, line: null },
      }));
      const chain = {
        times: ["run" as const],
        state: "stops" as const,
        certainty: "sure" as const,
        blocked: "registry",
        blockedName: "Registry",
        hops,
      };
      return { ...sampleSystem, ...whole, id: `s${at}`, name, times: byTime, chains: whole.verdict === "goes-on" ? [] : [chain] };
    }),
  );

const none = { stops: 0, degrades: 0, "cannot-be-told": 0, "goes-on": 0 };

function countsOf(all: readonly ImpactRange[]): Record<Verdict, number> {
  return {
    ...none,
    ...Object.fromEntries(Object.keys(none).map((verdict) => [verdict, all.filter((one) => one.verdict === verdict).length])),
  };
}

function impactOf(all: Impact["systems"]): Impact {
  const sample = sampleImpact();
  return { ...sample, systems: all, assets: [], totals: { ...sample.totals, systems: countsOf(all) } } as unknown as Impact;
}

/** `stops`, or both ends where it cannot be told: what a field of the drawing says. */
function chipWords({ verdict, least, most }: ImpactRange): string {
  return verdict === "cannot-be-told" ? `${stateWords[least]} or ${stateWords[most]}` : words[verdict];
}

/** What a cell of a table says, as a range. */
function rangeIn(cell: string): ImpactRange {
  const [, least = "", most = ""] = /^cannot be told (.*) or (.*)$/.exec(cell) ?? [];
  const place = (text: string) => Object.values(stateWords).indexOf(text);
  return least ? rangeOf(place(least), place(most)) : rangeOf(place(cell), place(cell));
}

describe("what a cut-off breaks, drawn and as a table", () => {
  it("says the same of each system: the worst of its times, and what becomes of it at each", () => {
    fc.assert(
      fc.property(systems, (all) => {
        const impact = impactOf(all);
        const page = systemsSection({ impact, sources: newSourceRegister() }).text;
        const rows = tableRows(page, /^What becomes of each system/).map(([name = "", ...cells]) => ({ name, ranges: cells.map(rangeIn) }));
        const scene = impactScene(ofImpact(impact));
        const drawn = drawnParts(scene).filter(({ kind }) => kind === "system");
        const expected = rows.map(({ name, ranges }) => [
          name + ranges.flatMap(({ verdict }, at) => (verdict === "goes-on" ? [] : [`${times[at]}: ${words[verdict]}`])).join(", "),
          chipWords(worst(ranges)),
        ]);
        // The last text of a row is its field; what stands before is its name and the times.
        expect(drawn.map(({ texts }) => [texts.slice(0, -1).join(""), texts.at(-1) ?? ""]).map((one) => one.map(squeezed))).toEqual(
          expected.map((one) => one.map(squeezed)),
        );
        for (const [at, { name }] of drawn.entries()) expect(name).toMatch(new RegExp(`: ${expected[at]?.[1]}\\.$`));
        // The bar counts what the table has.
        const [bar] = drawnParts(scene).filter(({ kind }) => kind === "scenario");
        const counts = countsOf(rows.map(({ ranges }) => worst(ranges)));
        const counted = Object.entries(counts).filter(([, count]) => count > 0);
        for (const [verdict, count] of counted) expect(bar?.texts).toContain(`${count} ${words[verdict as Verdict]}`);
        expect(bar?.texts.filter((text) => /^\d+ (stops|degrades|cannot be told|goes on)$/.test(text))).toHaveLength(counted.length);
      }),
      { numRuns: 100 },
    );
  });

  it("says why they fall as the list of reasons does, hop by hop", () => {
    fc.assert(
      fc.property(systems, (all) => {
        const impact = impactOf(all);
        const page = whySection({ impact, sources: newSourceRegister() })?.text ?? "";
        const drawn = drawnParts(chainsScene(impact));
        const needs = drawn.filter(({ kind }) => kind === "need").map(({ name }) => name.replace(/\. declared$/, ""));
        const listed = elementTexts(page, "li").map((one) => one.replace(/declared$/, ""));
        expect(sorted(needs.map((one) => [one]))).toEqual(sorted(listed.map((one) => [one])));
        const fallen = all.filter(({ verdict }) => verdict !== "goes-on");
        const heads = drawn.filter(({ id }) => fallen.some((one) => one.id === id)).map(({ texts }) => [texts.join("")]);
        expect(sorted(heads)).toEqual(sorted(fallen.map(({ name, verdict }) => [name + words[verdict]])));
      }),
      { numRuns: 60 },
    );
  });
});

describe("scenarios side by side, drawn and as a table", () => {
  const compared = fc.record({
    rows: fc.array(fc.tuple(names, fc.subarray([...times], { minLength: 1 }), range, range), { maxLength: 6 }),
    same: fc.nat(9),
  });

  it("says the same of each system that differs, in each scenario", () => {
    fc.assert(
      fc.property(compared, ({ rows, same }) => {
        const sample = sampleImpact();
        const scenario = (id: string) => ({
          scenario: { ...sample.scenario, id, name: id },
          answer: [],
          totals: { ...sample.totals, systems: { ...none, stops: 2, "goes-on": 3 } },
          revenue: { stopsUsd: 0, degradesUsd: 0, cannotBeToldUsd: 0, undeclared: [] },
          ...{ gigabytes: 0, exitDays: 0, daysLate: 0 },
        });
        const comparison = {
          ...{ schemaVersion: "1", tool: { name: "beholden", version: "0" }, asOf: "2026-06-01", subject: "Harbor" },
          scenarios: [scenario("first"), scenario("second")],
          systems: rows.map(([name, at, one, other], number) => ({ id: `s${number}`, name, times: at, states: [one, other] })),
          ...{ assets: [], holdings: [], same: { systems: same, assets: 0 } },
        } as unknown as ImpactComparison;
        const scene = impactScene(ofComparison(comparison));
        const page = comparisonHtml(comparison);
        const table = tableRows(page, /^Systems that are not in the same state/).map(([name = "", at = "", ...cells]) => [
          name + at.toLowerCase(),
          ...cells.map((cell) => chipWords(rangeIn(cell))),
        ]);
        const drawn = drawnParts(scene)
          .filter(({ kind }) => kind === "system")
          .map(({ texts }) => [texts.slice(0, -2).join(""), ...texts.slice(-2)]);
        const told = (all: readonly (readonly string[])[]) => sorted(all.map((one) => one.map((text) => text.toLowerCase())));
        expect(told(drawn)).toEqual(told(table));
        expect(textsBeside(scene).join(" ")).toContain(`the same in all scenarios and not drawn: ${same}.`);
        expect(elementTexts(page, "p")).toContain(`The same in all: ${same}.`);
      }),
      { numRuns: 80 },
    );
  });
});
