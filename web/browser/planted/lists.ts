import { company, interest, person, relation } from "../../../src/reference/import/formats/sample-bods.js";
import { gleifJson, leaf } from "../../../src/reference/import/formats/sample-gleif.js";
import { sampleLists } from "../../../src/reference/import/formats/sample-lists.js";
import { corporate, lines, samplePerson, snapshotName, totals } from "../../../src/reference/import/formats/sample-psc.js";
import { importFormats } from "../../../src/reference/import/registry.js";
import { readSample } from "../../../src/reference/import/sample-sink.js";
import type { Fixture } from "./artefacts.js";
import { markOf } from "./payload.js";
import type { Syntax } from "./positions.js";
import { plantedWhereRead } from "./where-read.js";

const lei = "001GPB6A9XPE8XJICC14";
const parent = "5493001Z012YSB2A0K51";

/** One file of each format of lists and registers, by its id: a new format needs its line. */
export const lists: Readonly<Record<string, Fixture>> = {
  ...Object.fromEntries(
    sampleLists
      .filter(({ format, name }) => format !== "ofac-legacy-csv" || name === "SDN.CSV")
      .map(({ format, name, text }) => [format, { name, text, syntax: syntaxOf(name) }]),
  ),
  "gleif-lei": {
    name: "20260911-lei2.json",
    syntax: "json",
    text: gleifJson("records", [
      {
        tree: {
          ...leaf("LEI", lei),
          Entity: {
            LegalName: { $: "Example Holding", "@xml:lang": "en" },
            LegalAddress: { ...leaf("FirstAddressLine", "1 High Street"), ...leaf("City", "London"), ...leaf("Country", "GB") },
            ...leaf("LegalJurisdiction", "GB"),
          },
          Registration: { ...leaf("RegistrationStatus", "ISSUED") },
        },
        row: {},
      },
    ]),
  },
  "gleif-rr": {
    name: "20260911-rr.json",
    syntax: "json",
    text: gleifJson("relations", [
      {
        tree: {
          Relationship: {
            StartNode: { ...leaf("NodeID", lei), ...leaf("NodeIDType", "LEI") },
            EndNode: { ...leaf("NodeID", parent), ...leaf("NodeIDType", "LEI") },
            ...leaf("RelationshipType", "IS_DIRECTLY_CONSOLIDATED_BY"),
            ...leaf("RelationshipStatus", "ACTIVE"),
          },
          Registration: { ...leaf("RegistrationStatus", "PUBLISHED"), ...leaf("ValidationSources", "FULLY_CORROBORATED") },
        },
        row: {},
      },
    ]),
  },
  "gleif-exceptions": {
    name: "20260911-repex.json",
    syntax: "json",
    text: gleifJson("exceptions", [
      {
        tree: {
          ...leaf("LEI", lei),
          ...leaf("ExceptionCategory", "DIRECT_ACCOUNTING_CONSOLIDATION_PARENT"),
          ExceptionReason: [{ $: "NO_KNOWN_PERSON" }],
          ...leaf("ExceptionReference", "annual report"),
        },
        row: {},
      },
    ]),
  },
  "gb-psc": {
    name: snapshotName,
    syntax: "json",
    text: lines(
      samplePerson,
      corporate({ legal_form: "Company", country_registered: "Germany", place_registered: "Berlin", registration_number: "HRB 1" }),
      totals(2),
    ),
  },
  ftm: {
    name: "example.ftm.json",
    syntax: "json",
    text: lines(
      {
        ...{ id: "NK-AbC", schema: "Company", datasets: ["example_set"] },
        properties: { name: ["Example PLC"], alias: ["EXG"], jurisdiction: ["gb"], address: ["1 High Street"], notes: ["A note."] },
      },
      { ...{ id: "NK-Def", schema: "Person", datasets: ["example_set"] }, properties: { name: ["Ada Example"], position: ["Chair"] } },
      {
        ...{ id: "NK-Own", schema: "Ownership", datasets: ["example_set"] },
        properties: { owner: ["NK-Def"], asset: ["NK-AbC"], percentage: ["60"], role: ["founder"] },
      },
    ),
  },
  bods: {
    name: "example.json",
    syntax: "json",
    text: JSON.stringify([
      company("c1", { alternateNames: ["C One"], addresses: [{ type: "registered", address: "Aston House", country: { code: "GB" } }] }),
      person("p1", { nationalities: [{ code: "FI" }] }),
      relation("r1", "c1", "p1", [interest({ exact: 60 }, { details: "by a trust" })]),
    ]),
  },
  "own-parties-csv": {
    name: "suppliers.csv",
    syntax: "csv",
    text: "ID;Name;Aliases;Kind;Jurisdiction;City;Address;Note\nS-1;Example GmbH;Example;company;Germany;Berlin;Example Str. 1;A note\n",
  },
  "own-interests-csv": {
    name: "stakes.csv",
    syntax: "csv",
    text: "Owner,Owned,Kind,Share,Since,Held as,Jointly,Note\nAda Example,party:alibaba-group-holding,equity,3 %,2020-01-01,trust,block 1,golden\n",
  },
};

function syntaxOf(name: string): Syntax {
  return /\.xml$/i.test(name) ? "xml" : /\.json$/i.test(name) ? "json" : "csv";
}

/** A file of a format in which every string is planted that it is still read with, each tried alone first. */
export async function plantedList(id: string): Promise<{ name: string; text: string }> {
  const format = importFormats.find((one) => one.id === id);
  const fixture = lists[id];
  if (!format || !fixture) throw new Error(`there is no fixture of ${id}: lists.ts has one line for each format`);
  const { name, text, syntax } = fixture;
  const told = async (some: string) => {
    if (!format.recognises({ name, text: some })) return -1;
    try {
      const { parties, interests, listings, refused } = await readSample(format, name, some);
      return parties.length + interests.length + listings.length - refused.length;
    } catch {
      return -1;
    }
  };
  const whole = await told(text);
  return { name, text: await plantedWhereRead(text, syntax, markOf(id), async (one) => (await told(one)) >= whole) };
}
