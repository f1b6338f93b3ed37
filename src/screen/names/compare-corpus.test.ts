import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { blockingKeys, compareNames, matchThreshold, type NameKind, prepareName } from "./index.js";

const corpus = "../shared/corpus/screening/name-pairs";

function rows(file: string): Record<string, string>[] {
  return parse(readFileSync(`${corpus}/${file}`), { columns: true, bom: true });
}

function kindOf(schema: string | undefined): NameKind | undefined {
  if (schema === "Person") return "individual";
  return schema === "LegalEntity" ? undefined : "entity";
}

function f1(pairs: readonly Record<string, string>[]): number {
  let [right, alerts, matches] = [0, 0, 0];
  for (const { name1 = "", name2 = "", is_match, schema } of pairs) {
    const alert = compareNames(name1, name2, { kind: kindOf(schema) }).score >= matchThreshold;
    alerts += alert ? 1 : 0;
    matches += is_match === "true" ? 1 : 0;
    right += alert && is_match === "true" ? 1 : 0;
  }
  return (2 * right) / (alerts + matches);
}

describe.skipIf(!existsSync(corpus))("labelled pairs of names in ../shared (skipped without it)", () => {
  it("are told apart at the one threshold: F1 of 0.90 over all, 0.92 on organisations, 0.88 on persons", () => {
    const pairs = rows("name_bench.dev.csv");
    expect(f1(pairs)).toBeGreaterThanOrEqual(0.9);
    expect(f1(pairs.filter(({ schema }) => schema !== "Person"))).toBeGreaterThanOrEqual(0.92);
    expect(f1(pairs.filter(({ schema }) => schema === "Person"))).toBeGreaterThanOrEqual(0.88);
  });

  it("still match when a listed name is misspelt: 98 of 100, each with a key in common", () => {
    const pairs = rows("un_persons_perturbed.dev.csv").map(
      ({ name_clean = "", name_perturbed = "" }) => [name_clean, name_perturbed] as const,
    );
    const found = pairs.filter(([left, right]) => compareNames(left, right, { kind: "individual" }).score >= matchThreshold);
    expect(found.length / pairs.length).toBeGreaterThanOrEqual(0.98);
    for (const [left, right] of pairs) {
      const keys = new Set(blockingKeys(prepareName(left, "individual")));
      expect(blockingKeys(prepareName(right, "individual")).some((key) => keys.has(key))).toBe(true);
    }
  });
});
