import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Confidence, Evidence, Path, Place, Step } from "../../../model/index.js";
import { newSourceRegister } from "../../sources.js";
import { counted, stepVerbs } from "../../words.js";
import { pathBlock, pathNodes } from "../block/path.js";
import { drawnParts, elementTexts, names, squeezed, textsBeside } from "../sample-reading.js";
import { sceneText } from "../text.js";
import { counterOf } from "./counter.js";
import { pathScene } from "./scene.js";

const confidences: readonly Confidence[] = ["low", "medium", "high"];
const kinds = Object.keys(stepVerbs) as Step["kind"][];
const places = ["government", "party", "service", "region", "system", "holding"] as const;

const evidence: fc.Arbitrary<Evidence> = fc.oneof(
  fc.record({ kind: fc.constant("law" as const), locator: names, retrieved: fc.constantFrom("2026-11-20", null) }),
  fc.record({ kind: fc.constantFrom("artefact", "declaration", "inference"), locator: names }),
) as fc.Arbitrary<Evidence>;

const paths = fc
  .tuple(
    fc.array(fc.record({ kind: fc.constantFrom(...places), name: names }), { minLength: 2, maxLength: 5 }),
    fc.array(
      fc.record({
        kind: fc.constantFrom(...kinds),
        confidence: fc.constantFrom(...confidences),
        evidence: fc.array(evidence, { maxLength: 3 }),
      }),
      {
        minLength: 4,
        maxLength: 4,
      },
    ),
  )
  .map(([along, told]): Path => {
    const at = along.map((one, number): Place => ({ ...one, id: `p${number}` }));
    const steps = at.slice(1).map((to, number) => ({ ...told[number], from: at[number], to, because: "for a reason" })) as Step[];
    const worst = Math.min(...steps.map(({ confidence }) => confidences.indexOf(confidence)));
    return { steps, confidence: confidences[worst] ?? "low" };
  });

describe("a path, drawn and as a list of its steps", () => {
  it("says the same of each step: who acts on whom and how, how sure it is, whether it is the weakest, by which law", () => {
    fc.assert(
      fc.property(paths, (path) => {
        const scene = pathScene({ path, claim: "China can obtain data of Orders", ends: [], counter: counterOf(path) });
        const parts = drawnParts(scene);
        const list = pathNodes(pathBlock(path), { sources: newSourceRegister(), sourceAddress: (number) => `#source-${number}` })
          .map(sceneText)
          .join("");
        const [items, facts] = [elementTexts(list, "li"), elementTexts(list, "strong")];
        const steps = parts.filter(({ kind }) => kind === "step");
        expect(steps).toHaveLength(items.length);
        for (const [at, step] of steps.entries()) {
          const number = parts.indexOf(step);
          const nameOf = (which: number) => squeezed((parts[which]?.texts ?? []).slice(0, -1).join(""));
          const item = items[at] ?? "";
          const drawn = squeezed(step.texts.join(" "));
          const [, verb = ""] = new RegExp(`^${at + 1}(${kinds.map((kind) => squeezed(stepVerbs[kind])).join("|")})`).exec(drawn) ?? [];
          expect(nameOf(number - 1) + verb + nameOf(number + 1)).toBe(squeezed(facts[at] ?? ""));
          const [, sure = "", weakest] = /\([^()]*, (high|medium|low) confidence(, the weakest step)?\)/.exec(item) ?? [];
          expect(drawn).toContain(squeezed(`${sure} confidence`));
          expect(drawn.includes("theweakeststep")).toBe(weakest !== undefined);
          expect(drawn).toContain(squeezed(counted(path.steps[at]?.evidence.length ?? 0, "piece")));
          const law = path.steps[at]?.evidence.find(({ kind }) => kind === "law");
          if (law) for (const where of [drawn, squeezed(item)]) expect(where).toContain(squeezed(law.locator));
        }
        // What speaks against it stands in both, and nothing else does.
        const [against = ""] = elementTexts(list, "p").filter((one) => one.startsWith("Against it: "));
        const drawnAgainst = textsBeside(scene).join(" ").split("Against it: ").slice(1);
        expect(squeezed(drawnAgainst.join(" "))).toBe(squeezed(against.slice("Against it: ".length)));
      }),
      { numRuns: 150 },
    );
  });
});
