import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Observation, ObservationKind, Reference } from "../model/index.js";
import { sampleReference } from "../trace/sample-reference.js";
import { attribute, attributeOne } from "./attribute.js";
import { sampleCatalogue, sampleNetwork, sampleProvider } from "./sample-catalogue.js";

const asOf = "2026-11-23";
const reference: Reference = { ...sampleReference(sampleCatalogue), network: sampleNetwork };

function observation(kind: ObservationKind, value: string, more: Partial<Observation> = {}): Observation {
  return { path: "a.tf", line: 1, column: 1, kind, value, count: 1, format: "test", ...more };
}

describe("attribute", () => {
  const several = [
    observation("host", "oss-us-west-1.aliyuncs.com"),
    observation("host", "oss-us-west-1.aliyuncs.com", { context: { use: "b" } }),
    observation("host", "oss-us-west-1.aliyuncs.com", { context: { use: "a" } }),
    observation("address", "8.209.1.1", { line: 2 }),
    observation("address", "8.209.1.2", { line: 3 }),
    observation("vendor", "Nobody on file", { line: 4 }),
    observation("terraform-resource", "aws_instance", { context: { region: "cn-north-1" } }),
    observation("terraform-resource", "aws_instance", { context: { region: "us-west-2" } }),
  ];

  it("keeps the order, drops nothing, and gives each its own id", () => {
    const attributed = attribute(several, reference, asOf);
    expect(attributed.map(({ value }) => value)).toEqual(several.map(({ value }) => value));
    expect(new Set(attributed.map(({ id }) => id)).size).toBe(several.length);
    expect(attributed.every(({ id }) => /^[0-9a-f]{16}$/.test(id))).toBe(true);
    expect(attributed[5]?.attribution.tried).toEqual(["names of providers and their companies: none is Nobody on file"]);
  });

  it("derives the id from SHA-256 of the place, kind, value and number", () => {
    const [only] = attribute([observation("host", "a.example", { path: "x", line: 7, column: null })], reference, asOf);
    // printf '["x",7,null,"host","a.example",0]' | sha256sum
    expect(only?.id).toBe("cce2868d6fc1a6c2");
  });

  it("does not depend on the order of the observations", () => {
    const byContent = (all: Observation[]) =>
      attribute(all, reference, asOf)
        .map((one) => JSON.stringify(one))
        .sort();
    fc.assert(
      fc.property(fc.shuffledSubarray(several, { minLength: several.length }), (shuffled) => {
        expect(byContent(shuffled)).toEqual(byContent(several));
      }),
    );
  });

  it("is not changed by a provider that has nothing to do with it", () => {
    const questions = several.map(({ kind, value, context }) => ({ kind, value, context }));
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,9}$/), fc.boolean(), (word, first) => {
        const other = sampleProvider(`other-${word}`, {
          regions: [{ id: "cn-north-1", name: "x", city: null, country: "JP", sources: ["s"], confidence: "low" }],
          signatures: {
            domains: [{ suffix: `${word}.other.example`, sources: ["s"], confidence: "high" }],
            terraform: [{ source: `other/${word}`, resourcePrefix: `other${word}_`, sources: ["s"], confidence: "high" }],
          },
        });
        const providers = sampleCatalogue.providers ?? [];
        const wider = sampleReference({ ...sampleCatalogue, providers: first ? [other, ...providers] : [...providers, other] });
        for (const question of questions) {
          expect(attributeOne(question, { ...wider, network: sampleNetwork }, asOf)).toEqual(attributeOne(question, reference, asOf));
        }
      }),
    );
  });
});
