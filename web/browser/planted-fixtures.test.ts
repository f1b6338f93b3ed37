import { describe, expect, it } from "vitest";
import { formats } from "../../src/collect/registry.js";
import { sampleFile } from "../../src/collect/sample-file.js";
import { formats as kinds } from "../../src/docket/evidence/formats/registry.js";
import { inspect } from "../../src/docket/evidence/inspect.js";
import { recognise } from "../../src/reference/import/recognise.js";
import { importFormats } from "../../src/reference/import/registry.js";
import { artefacts, plantedFiles } from "./planted/artefacts.js";
import { evidenceFiles, plantedEvidence } from "./planted/evidence.js";
import { lists } from "./planted/lists.js";
import { payload } from "./planted/payload.js";
import { refill, stringsIn } from "./planted/positions.js";
import { routesOfTheWorkbench, screens } from "./planted/screens.js";

const sorted = (names: Iterable<string>) => [...names].sort();

describe("what is planted in the test of the workbench", () => {
  it("has a file of every format of artefacts, which is read as that", () => {
    expect(sorted(Object.keys(artefacts))).toEqual(sorted(formats.map(({ id }) => id)));
    for (const [id, { name, text }] of Object.entries(artefacts))
      expect(formats.find((one) => one.recognises(sampleFile(name, text)))?.id, id).toBe(id);
  });

  it("has a file of every format of lists and registers, which is read as that", () => {
    expect(sorted(Object.keys(lists))).toEqual(sorted(importFormats.map(({ id }) => id)));
    for (const [id, { name, text }] of Object.entries(lists)) expect(recognise({ name, text }, importFormats)?.id, id).toBe(id);
  });

  it("has a file of every kind of evidence, which is read as that", async () => {
    expect(sorted(Object.keys(evidenceFiles))).toEqual(sorted(kinds.map(({ id }) => id)));
    for (const { id } of kinds) expect((await inspect(await plantedEvidence(id))).format, id).toBe(id);
  });

  it("is shown at every address of the workbench", () => {
    expect(sorted(Object.keys(screens))).toEqual(sorted(routesOfTheWorkbench()));
  });

  it.each([
    ["json", '{"a":["b\\"c"],"d":1}', ["a", 'b"c', "d"]],
    ["csv", 'a,"b ""c""",\nd;e\n', ["a", 'b "c"', "d", "e"]],
    ["xml", '<a b="c"><d>e &amp; f</d></a>', ["c", "e &amp; f"]],
    ["yaml", "a: b\nc: [d, 1]\n---\ne: f\n", ["b", "d", "f"]],
    ["hcl", 'a "b" { c = "d" }', ["b", "d"]],
    ["words", "a b\nc", ["a", "b", "c"]],
  ] as const)("stands in every place of %s, written as that has it", (syntax, text, expected) => {
    expect(stringsIn(text, syntax)).toEqual(expected);
    const planted = refill(text, syntax, (value) => value + payload("mark"));
    expect(stringsIn(planted, syntax)).toHaveLength(syntax === "words" ? 3 : expected.length);
    if (syntax === "json") expect(JSON.parse(planted)).toHaveProperty([`a${payload("mark")}`, 0], `b"c${payload("mark")}`);
  });

  it("takes each place of an artefact in turn", () => {
    const of = plantedFiles({ "vendor-csv": { name: "v.csv", syntax: "csv", text: "vendor,website\nAcme,https://acme.example\n" } });
    // Four cells in two ways each, one of them an address too, and the file in a planted folder.
    expect(of.size).toBe(10);
  });
});
