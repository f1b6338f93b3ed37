import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportError } from "../format.js";
import { readSample } from "../sample-sink.js";
import { psc } from "./psc.js";
import { corporate, lines, snapshotName as name, partName as part, samplePerson as person, statement, totals } from "./sample-psc.js";

describe("a snapshot of people with significant control", () => {
  it("refuses a broken line with its number and reads the rest", async () => {
    const told = await readSample(
      psc,
      part,
      lines("{nonsense", person, '{"company_number":"01234567"}', "null", '{"company_number":"??","data":{"kind":"exemptions"}}', "[]", {
        company_number: "01234567",
        data: { kind: "unknown-kind" },
      }),
    );
    expect(told.refused.map(({ line }) => line)).toEqual([1, 3, 4, 5, 6, 7]);
    expect(told.records).toBe(7);
    expect(told.interests).toHaveLength(4);
    expect(told.refused[3]?.reason).toContain('"??" is no company number');
  });

  it.each<[string, unknown[]]>([
    ["fewer people than it states", [person, totals(2)]],
    ["fewer statements", [person, totals(1, 1)]],
    ["no totals at all", [person]],
  ])("is refused whole where it has %s", async (_, records) => {
    await expect(readSample(psc, name, lines(...records))).rejects.toThrow(ImportError);
  });

  it("is in order with as many as it states; its parts and excerpts are not counted", async () => {
    const whole = lines(person, statement({ statement: "psc-exists-but-not-identified" }), totals(1, 1));
    expect((await readSample(psc, name, whole)).records).toBe(2);
    expect((await readSample(psc, "psc-snapshot-2026-09-18_32of32.txt", lines(person, totals(12_800_000)))).records).toBe(1);
    expect((await readSample(psc, "excerpt.jsonl", lines(person))).records).toBe(1);
  });

  it("gives the same in pieces of any size", async () => {
    const whole = lines(person, corporate({ country_registered: "Österreich" }), statement({ statement: "psc-details-not-confirmed" }));
    const expected = await readSample(psc, part, whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 700 }), async (size) => {
        expect(await readSample(psc, part, whole, size)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  it("never throws on records of any shape", async () => {
    const data = fc.dictionary(
      fc.constantFrom("name", "name_elements", "links", "identification", "natures_of_control", "date_of_birth", "exemptions", "statement"),
      fc.jsonValue(),
    );
    const kind = fc.constantFrom(
      "individual-person-with-significant-control",
      "corporate-entity-beneficial-owner",
      "persons-with-significant-control-statement",
      "exemptions",
      "super-secure-beneficial-owner",
    );
    await fc.assert(
      fc.asyncProperty(data, kind, async (fields, word) => {
        const told = await readSample(psc, part, lines({ company_number: "1", data: { ...fields, kind: word } }));
        expect(told.records).toBe(1);
      }),
      { numRuns: 200 },
    );
  });

  it("tells itself by its content", () => {
    expect(psc.recognises({ name: "x", text: lines(person) })).toBe(true);
    expect(psc.recognises({ name: "x", text: lines(totals(0)) })).toBe(true);
    expect(psc.recognises({ name, text: '{"id":"a","schema":"Person","properties":{}}' })).toBe(false);
  });
});
