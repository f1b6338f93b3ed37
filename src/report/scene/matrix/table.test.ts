import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reach, Review } from "../../../model/index.js";
import { matrixSection } from "../../html/matrix.js";
import { sampleReview } from "../../sample-review.js";
import { newSourceRegister } from "../../sources.js";
import { viewOf } from "../../view.js";
import { drawnParts, names, sorted, squeezed, tableRows, textsBeside } from "../sample-reading.js";
import { placeGrid, reachGrid } from "./grid.js";
import { matrixScene } from "./scene.js";

const [reach] = sampleReview.reaches;
const [transaction] = sampleReview.transactions;
const [step] = reach?.path.steps ?? [];
if (!reach || !transaction || !step) throw new Error("the sample has reaches");

const governments = { CN: "China", RU: "Russia", FR: "France" };
const columns = ["Obtain data", "Cut off", "Tamper", "Attack from it"];
const effects = ["access", "disrupt", "tamper", "launch"] as const;
const states = {
  confirmed: { residual: true, confidence: "high" },
  lead: { residual: true, confidence: "low" },
  supposed: { residual: false, endedBy: "assumed", confidence: "high" },
  cut: { residual: false, endedBy: "in-place", confidence: "medium" },
} as const;
const words = {
  confirmed: "confirmed",
  lead: "lead",
  supposed: "would be ended by an assumed measure",
  cut: "ended by a measure",
};
/** Sign and fill of each state: the head of the drawing says what they mean. */
const looks = { confirmed: "box high", lead: "box doubtful", supposed: "box doubtful", cut: "box clear" };

const targets = fc.uniqueArray(fc.record({ kind: fc.constantFrom("holding", "system"), id: names, name: names }), {
  minLength: 1,
  maxLength: 4,
  selector: ({ id }) => id,
});

const reviews = targets.chain((all) =>
  fc
    .array(
      fc.record({
        target: fc.constantFrom(...all),
        government: fc.constantFrom("CN", "RU", "FR"),
        effect: fc.constantFrom(...effects),
        state: fc.constantFrom("confirmed", "lead", "supposed", "cut"),
      }),
      { maxLength: 12 },
    )
    .map((told): Review => {
      const reaches = told.map(({ target, government, effect, state }, at) => {
        const { confidence, ...ended } = states[state as keyof typeof states];
        const from = { kind: "government", id: government, name: governments[government as keyof typeof governments] };
        return {
          ...reach,
          id: `r${at}`,
          target,
          government,
          effect,
          ...ended,
          path: { confidence, steps: [{ ...step, from, to: target }] },
          alternatives: [],
        };
      }) as Reach[];
      return { ...sampleReview, reaches, transactions: [], summary: { ...sampleReview.summary, reaches: reaches.length } };
    }),
);

/** What the tables of the report say: target, kind, government, effect and how it stands. */
function inTables(review: Review): string[][] {
  const page = matrixSection({ view: viewOf(review), sources: newSourceRegister() }).text;
  return tableRows(page, /^Governments/).flatMap(([target = "", government = "", ...cells]) =>
    cells.flatMap((cell, at) => (cell === "none found" ? [] : [[target, government, columns[at] ?? "", stateIn(cell)]])),
  );
}

function stateIn(cell: string): string {
  return Object.values(words).find((one) => cell.startsWith(one)) ?? cell;
}

describe("who can reach what, drawn and as a table", () => {
  it("says the same of each target, government and effect, whatever the reaches", () => {
    fc.assert(
      fc.property(reviews, (review) => {
        const grid = reachGrid(review);
        const scene = matrixScene(grid);
        const drawn = drawnParts(scene).flatMap(({ id, name, texts, looks: seen }) => {
          const [row, column] = [grid.rows.find((one) => id.startsWith(`${one.id} × `)), id.split(" × ").at(-1) ?? ""];
          if (!row || texts.join() === "–") {
            expect(name).toMatch(/: none found\.$/);
            return [];
          }
          const said = name.slice(name.lastIndexOf(`${row.name}: `) + row.name.length + 2, -1).split("; ");
          const target = squeezed(row.name + row.about);
          // What is said of a field is what is drawn in it, effect by effect, with its fill.
          expect(said).toHaveLength(texts.length);
          return texts.map((effect, at) => {
            const [, spoken = "", state = "", count = ""] = /^(.*?): (.*), (\d+) reach(?:es)?$/.exec(said[at] ?? "") ?? [];
            expect(spoken).toBe(effect.toLowerCase());
            const key = Object.entries(words).find(([, one]) => one === state)?.[0] as keyof typeof looks;
            expect(seen.filter((one) => one.startsWith("box "))[at]).toBe(looks[key]);
            const same = review.reaches.filter(
              (one) =>
                `${one.target.kind} ${one.target.id}` === row.id &&
                one.government === column &&
                one.effect === effects[columns.indexOf(effect)],
            );
            expect(Number(count)).toBe(same.length);
            return [target, `${governments[column as keyof typeof governments]} (${column})`, effect, state];
          });
        });
        expect(sorted(drawn)).toEqual(sorted(inTables(review)));
      }),
      { numRuns: 100 },
    );
  });

  it("names each row and column as the table does", () => {
    fc.assert(
      fc.property(reviews, (review) => {
        const beside = squeezed(textsBeside(matrixScene(reachGrid(review))).join(""));
        for (const [target = "", government = ""] of inTables(review)) {
          expect(beside).toContain(squeezed(target));
          expect(beside).toContain(squeezed(government.replace(/\((..)\)$/, "$1")));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("where the data lies, drawn and as a table", () => {
  const uses = fc.array(
    fc.record({
      holdings: fc.subarray(["archive", "claims", "accounts"]),
      servedFrom: fc.constantFrom("CN", "US", null),
      region: fc.constantFrom("r1", "r2", null),
    }),
    { maxLength: 10 },
  );

  it("counts the same uses by holding and country, as many as there are", () => {
    fc.assert(
      fc.property(uses, (all) => {
        const transactions = all.map((one, at) => ({ ...transaction, ...one, id: `t${at}` }));
        const review: Review = { ...sampleReview, transactions };
        const drawn = drawnParts(matrixScene(placeGrid(review))).flatMap(({ id, texts }) => {
          const [holding = "", country = ""] = id.split(" × ");
          return texts.join() === "–" ? [] : [[holding, country, texts.join(" ")]];
        });
        const page = matrixSection({ view: viewOf(review), sources: newSourceRegister() }).text;
        const table = tableRows(page, "Holdings by country").map(([holding = "", country = "", count = ""]) => [holding, country, count]);
        expect(sorted(drawn)).toEqual(sorted(table));
        const counts = new Map<string, number>();
        for (const { holdings, servedFrom } of all)
          for (const one of holdings) counts.set(`${one} ${servedFrom}`, (counts.get(`${one} ${servedFrom}`) ?? 0) + 1);
        expect(table.map(([, , count = ""]) => Number.parseInt(count, 10)).sort()).toEqual([...counts.values()].sort());
      }),
      { numRuns: 100 },
    );
  });
});
