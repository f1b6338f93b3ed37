import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { euAnnexCsv } from "./eu-annex-csv.js";
import { euConsolidated } from "./eu-consolidated.js";
import { sampleEuAnnex } from "./sample-lists.js";
import { sampleEuConsolidated, sampleUnConsolidated } from "./sample-lists-xml.js";
import { unConsolidated } from "./un-consolidated.js";

describe("the UN Security Council's list", () => {
  it("reads individuals and entities with strong, weak and former names", async () => {
    const { parties, source, listings, refused } = await readSample(unConsolidated, "consolidated.xml", sampleUnConsolidated);
    expect(source).toMatchObject({ id: "un-sc", edition: "2026-02-27" });
    expect(parties).toEqual([
      {
        id: "un-cdi-001",
        name: "ERIC EXAMPLE",
        kind: "individual",
        nativeName: "مثال",
        aliases: ["Erik Example"],
        weakAliases: ["The Lion"],
        birthDates: ["1971-04-02", "1973", "1974"],
        nationalities: ["CD"],
        addresses: [{ full: "Gisenyi, Rwanda", country: "RW" }],
        role: "General",
        identifiers: { "passport-ye": "00514146" },
        record: "CDi.001",
      },
      { id: "un-cde-001", name: "EXAMPLE FORCES", kind: "entity", formerNames: ["NALU Example"], record: "CDe.001" },
    ]);
    expect(listings).toEqual([
      {
        party: "un-cdi-001",
        list: "un-security-council",
        programme: "DRC",
        from: "2012-12-31",
        citation: "UN Security Council Consolidated List, CDi.001",
        record: "CDi.001",
      },
      {
        party: "un-cde-001",
        list: "un-security-council",
        programme: "DRC",
        from: "2026-02-27",
        citation: "UN Security Council Consolidated List, CDe.001",
        note: "on the list in this edition; since when is not said",
        record: "CDe.001",
      },
    ]);
    expect(refused).toEqual([{ line: 33, record: "6908403", reason: "The entity has no REFERENCE_NUMBER." }]);
  });
});

describe("the EU's consolidated list", () => {
  it("reads a person with names by strength, dates, documents, and the UN's number of the same person", async () => {
    const { parties, source } = await readSample(euConsolidated, "full.xml", sampleEuConsolidated);
    expect(source).toMatchObject({ id: "eu-fsf", edition: "2026-08-05" });
    expect(parties[0]).toEqual({
      id: "eu-507",
      name: "Eric Example",
      kind: "individual",
      aliases: ["Эрик Пример"],
      weakAliases: ["The Lion"],
      role: "General",
      birthDates: ["1971-04-02", "1972-03"],
      nationalities: ["CD"],
      addresses: [{ full: "Corner of A & B road, 11011, Gisenyi, RWANDA", country: "RW" }],
      identifiers: { "passport-ye": "00514146", un: "cdi-001" },
      record: "EU.36.64",
    });
  });

  it("lists by regulation and programme, from the earliest date that the record cites", async () => {
    const { listings } = await readSample(euConsolidated, "full.xml", sampleEuConsolidated);
    expect(listings.map(({ party, programme, from, citation }) => [party, programme, from, citation])).toEqual([
      ["eu-507", "COD", "2018-02-17", "Regulation 2018/223 (OJ L43)"],
      ["eu-201", "IRQ", "2002-06-18", "Regulation 1210/2003 (OJ L169)"],
      ["eu-600", undefined, "2026-08-05", "EU consolidated list of financial sanctions, EU.1.2"],
    ]);
    expect(listings[2]?.note).toBe("on the list in this edition; since when is not said");
  });
});

describe("annexes of EU regulations", () => {
  it("reads nationalities in words", async () => {
    const { parties } = await readSample(euAnnexCsv, "x.csv", sampleEuAnnex.replace(",Russian,", ",Russian and Belarusian,"));
    expect(parties[2]?.nationalities).toEqual(["RU", "BY"]);
  });

  it("reads parties of the annexes, with what each annex does as its scope", async () => {
    const { parties, listings, passedOver, source } = await readSample(euAnnexCsv, "32014R0833.csv", sampleEuAnnex);
    expect(source?.id).toBe("eu-833-2014");
    expect(parties).toEqual([
      { id: "eu-833-2014-example-bank", name: "EXAMPLE BANK", kind: "entity" },
      {
        id: "eu-833-2014-jsc-example",
        name: "JSC Example",
        kind: "entity",
        aliases: ["Открытое Акционерное Общество «Пример»", "JSC Concern Example"],
        addresses: [{ full: "119435, Moscow, Example Str., 18, Russian Federation", country: "RU" }],
        identifiers: { "ru-inn": "7704000655" },
      },
      {
        id: "eu-833-2014-ivan-example",
        name: "Ivan EXAMPLE",
        kind: "individual",
        aliases: ["Иван ПРИМЕР"],
        birthDates: ["1964-01-27"],
        nationalities: ["RU"],
        role: "Director",
      },
    ]);
    expect(listings.map(({ programme, scope, from, citation }) => [programme, scope, from, citation])).toEqual([
      ["EU-RUS: Financial restrictions", "financial restrictions", undefined, "Regulation (EU) No 833/2014, annex III"],
      ["EU-RUS: Export control", "export control", "2014-09-12", "Regulation (EU) No 833/2014, annex IV"],
      ["EU-RUS: Asset freeze", undefined, "2021-03-02", "Regulation (EU) No 833/2014, annex I"],
    ]);
    expect(passedOver).toEqual({ vessels: 1 });
  });
});
