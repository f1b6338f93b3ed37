import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { identifierOf, numbersOf } from "./ofac-documents.js";
import { ofacLegacy } from "./ofac-legacy.js";
import { ofacListByName, ofacLists, ofacListsByProgramme } from "./ofac-lists.js";
import { readRemarks, remarkParts } from "./ofac-remarks.js";
import { sampleConsolidated, sampleLists, sampleSdn } from "./sample-lists.js";

const part = (name: string) => readSample(ofacLegacy, name, sampleLists.find((one) => one.name === name)?.text ?? "");

describe("OFAC's SDN.CSV", () => {
  it("reads parties, with what the remarks say of them", async () => {
    const { parties, source } = await part("SDN.CSV");
    expect(source).toMatchObject({ id: "us-ofac-sdn" });
    expect(source?.edition).toBeUndefined();
    expect(parties).toEqual([
      { id: "ofac-36", name: "AERO EXAMPLE AIRLINES", kind: "entity", record: "36" },
      {
        id: "ofac-306",
        name: "BANCO EJEMPLO S.A.",
        kind: "entity",
        weakAliases: ["BEJ"],
        jurisdiction: "CU",
        identifiers: { "ru-ogrn": "1027700000001", "swift-bic": "BEJAMXMM" },
        note: "all offices worldwide",
        record: "306",
      },
      {
        id: "ofac-587",
        name: "Ana MARIN LOPEZ",
        kind: "individual",
        role: "Director, Banco Ejemplo",
        birthDates: ["1971-11-10", "1972", "1975", "1977"],
        nationalities: ["CO", "ES"],
        identifiers: { "passport-co": "AB123456" },
        note: "POB Bogota, Colombia",
        record: "587",
      },
      {
        id: "ofac-601",
        name: "COMERCIAL PRUEBA, S.A. DE C.V.",
        kind: "entity",
        identifiers: { "tax-id-mx": "CPR-010101-AB1" },
        record: "601",
      },
      {
        id: "ofac-601-linked-nobody-of-this-name",
        name: "NOBODY OF THIS NAME",
        kind: "unknown",
        note: 'named by OFAC in "Linked To: NOBODY OF THIS NAME"; no party of the file has this name',
        record: "601",
      },
    ]);
  });

  it("lists them by their programmes, without a date where none is given", async () => {
    const { listings } = await part("SDN.CSV");
    expect(listings.map(({ party, list, programme, from }) => [party, list, programme, from])).toEqual([
      ["ofac-36", "us-ofac-sdn", "CUBA", undefined],
      ["ofac-306", "us-ofac-sdn", "CUBA; SDGT", undefined],
      ["ofac-587", "us-ofac-sdn", "SDGT", undefined],
      ["ofac-601", "us-ofac-sdn", "SDNTK", undefined],
    ]);
    expect(listings[0]).toMatchObject({ citation: "OFAC SDN List, entry 36", note: "on the list in this edition; since when is not said" });
  });

  it("takes a link's end that can be owned as the owned one, and an end that is not found as somebody unknown", async () => {
    const { interests, passedOver } = await part("SDN.CSV");
    expect(interests.map(({ owner, owned, kind, confidence }) => [owner, owned, kind, confidence])).toEqual([
      ["ofac-587", "ofac-306", "linked", "medium"],
      ["ofac-587", "ofac-601", "linked", "medium"],
      ["ofac-601-linked-nobody-of-this-name", "ofac-601", "linked", "medium"],
    ]);
    expect(passedOver).toEqual({ vessels: 1, aircraft: 1 });
  });

  it("does not take a name that two parties have for one of them", async () => {
    const twice = sampleSdn.replace('701,"EP-XYZ","aircraft"', '701,"MARIN LOPEZ, Ana","individual"');
    const { parties, passedOver } = await readSample(ofacLegacy, "SDN.CSV", twice);
    expect(parties.find(({ kind }) => kind === "unknown")).toMatchObject({
      id: "ofac-306-linked-marin-lopez-ana",
      note: 'named by OFAC in "Linked To: MARIN LOPEZ, Ana"; more than one party of the file has this name',
    });
    expect(passedOver).toEqual({ vessels: 1 });
  });

  it("leaves out the part of a remark that is cut off at 1,000 characters", async () => {
    const remark = `${"x".repeat(960)}; a.k.a. 'KEPT'; Linked To: BANCO EJEM`.slice(0, 1000);
    const row = `1,"LONG EXAMPLE",-0- ,"CUBA",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,"${remark.padEnd(1000, "P")}"\n`;
    const { parties, passedOver, interests } = await readSample(ofacLegacy, "SDN.CSV", row);
    expect(parties[0]?.weakAliases).toEqual(["KEPT"]);
    expect(interests).toEqual([]);
    expect(passedOver).toEqual({ "parts of remarks cut in two at 1,000 characters": 1 });
  });
});

describe("the other files", () => {
  it("takes the name only at its beginning for that of the consolidated list", async () => {
    for (const [name, id] of [
      ["lists/CONS_ALT.CSV", "us-ofac-consolidated-aliases"],
      ["sdn-consolidated-alt.csv", "us-ofac-sdn-aliases"],
    ] as const) {
      expect((await readSample(ofacLegacy, name, '36,12,"aka","AERO",-0- ')).source?.id).toBe(id);
    }
  });

  it("reads the lists within CONS_PRIM.CSV by their programmes, whatever the file is called", async () => {
    for (const name of ["CONS_PRIM.CSV", "download.csv"]) {
      const { source, listings } = await readSample(ofacLegacy, name, sampleConsolidated);
      expect(source?.id).toBe("us-ofac-consolidated");
      expect(listings.map(({ party, list, from }) => [party, list, from])).toEqual([
        ["ofac-9639", "us-ofac-plc", undefined],
        ["ofac-17016", "us-ofac-sectoral", "2022-02-24"],
        ["ofac-30001", "us-ofac-ns-cmic", "2021-06-03"],
      ]);
    }
  });

  it("reads aliases, addresses and comments as sources of their own, which speak of the same parties", async () => {
    const aliases = await part("ALT.CSV");
    expect(aliases.source?.id).toBe("us-ofac-sdn-aliases");
    expect(aliases.parties).toEqual([
      { id: "ofac-36", aliases: ["AERO-EXAMPLE"] },
      { id: "ofac-306", formerNames: ["BANCO DE LOS EJEMPLOS"] },
    ]);
    const addresses = await part("ADD.CSV");
    expect(addresses.source?.id).toBe("us-ofac-sdn-addresses");
    expect(addresses.parties).toEqual([
      { id: "ofac-36", addresses: [{ full: "Havana, Cuba", country: "CU" }] },
      { id: "ofac-306", addresses: [{ full: 'Calle Example 5, Edificio "Uno", Zurich CH-8022, Switzerland', country: "CH" }] },
    ]);
    expect(addresses.passedOver).toEqual({ "addresses with nothing in them": 1 });
    const comments = await part("SDN_COMMENTS.CSV");
    expect(comments.source?.id).toBe("us-ofac-sdn-comments");
    expect(comments.parties).toEqual([{ id: "ofac-12300", weakAliases: ["EXAMPLE EJ"], identifiers: { "passport-pe": "XY998877" } }]);
  });
});

describe("remarks, lists and numbers", () => {
  it("keeps what has no form of its own", () => {
    const { rest, birthDates, documents } = readRemarks(
      remarkParts("DOB circa 1954; POB Gaza; Passport; Gender Male; alt. Passport A1 (Nowhere)."),
    );
    expect(birthDates).toEqual(["1954"]);
    expect(rest).toEqual(["POB Gaza", "Passport", "Gender Male"]);
    expect(documents).toEqual([{ type: "Passport", number: "A1", country: "Nowhere" }]);
  });

  it.each([
    [{ type: "Passport", number: "A1", country: "Nowhere" }, undefined],
    [{ type: "Passport", number: "A1", country: "Iran" }, ["passport-ir", "A1"]],
    [{ type: "UK Company Number", number: "1234567", country: "United Kingdom" }, ["gb-coh", "01234567"]],
    [{ type: "Company Number", number: "OC300001", country: "GB" }, ["gb-coh", "OC300001"]],
    [{ type: "Tax ID No.", number: "7707083893", country: "Russia" }, ["ru-inn", "7707083893"]],
    [{ type: "Government Gazette Number", number: "00032537", country: "Russia" }, ["ru-okpo", "00032537"]],
    [{ type: "Unified Social Credit Code (USCC)", number: "91110000710934369E" }, ["cn-uscc", "91110000710934369E"]],
    [{ type: "Registration Number", number: "HRB 76310", country: "Germany" }, undefined],
    [{ type: "Registration Number", number: "C 12345", country: "Malta" }, ["registration-mt", "C 12345"]],
    [{ type: "Gender", number: "Male" }, undefined],
    [{ type: "Vessel Registration Identification", number: "IMO 9000001", country: "Iran" }, undefined],
  ])("%o is the identifier %o", (document, identifier) => expect(identifierOf(document)).toEqual(identifier));

  it("has one number of each scheme, and the others in words", () => {
    const passport = (number: string) => ({ type: "Passport", number, country: "Iran" });
    expect(
      numbersOf([passport("A1"), passport("A2"), passport("A1"), { type: "Registration Number", number: "7", country: "Iran" }]),
    ).toEqual({
      numbers: { identifiers: { "passport-ir": "A1" } },
      others: ["Passport A2 (Iran)", "Registration Number 7 (Iran)"],
    });
  });

  it("knows lists by name and, in the consolidated file, by programme", () => {
    expect(ofacListByName("SDN List")).toBe("us-ofac-sdn");
    expect(ofacListByName("Non-SDN Menu-Based Sanctions List")).toBe("us-ofac-mbs");
    expect(ofacListByName("Consolidated List")).toBeUndefined();
    expect(ofacLists("us-ofac-mbs", ["RUSSIA-EO14024"])).toEqual(["us-ofac-mbs", "us-ofac-sectoral"]);
    expect(ofacLists("us-ofac-mbs", ["CAATSA - RUSSIA"])).toEqual(["us-ofac-mbs"]);
    expect(ofacListsByProgramme(["SDGT", "NS-PLC"])).toEqual(["us-ofac-plc"]);
    expect(ofacListsByProgramme(["BURMA-EO14014"])).toEqual(["us-ofac-mbs"]);
  });
});
