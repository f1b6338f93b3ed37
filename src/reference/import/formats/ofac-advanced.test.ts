import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { ofacAdvanced } from "./ofac-advanced.js";
import { sampleOfacAdvanced } from "./sample-lists-xml.js";

const read = (name = "SDN_ADVANCED.XML", text = sampleOfacAdvanced) => readSample(ofacAdvanced, name, text);

describe("OFAC's ADVANCED.XML", () => {
  it("bears its date of issue, and is the SDN list unless its name says otherwise", async () => {
    expect((await read()).source).toMatchObject({ id: "us-ofac-sdn", edition: "2026-07-30" });
    expect((await read("CONS_ADVANCED.XML")).source?.id).toBe("us-ofac-consolidated");
  });

  it("reads an individual with every kind of detail, through the file's own tables", async () => {
    const { parties } = await read();
    expect(parties[0]).toEqual({
      id: "ofac-2674",
      name: "Abu Hiro TANAKA",
      kind: "individual",
      nativeName: "تاناكا",
      aliases: ["ZAYDAN"],
      weakAliases: ["The Teacher"],
      birthDates: ["1948-12-10", "1950"],
      nationalities: ["VE"],
      addresses: [{ full: "1-117 Example & Sons, Nagoya, 453-0015, Japan", country: "JP" }],
      role: "Director of Example",
      identifiers: { "passport-jp": "TZ0981234" },
      record: "2674",
    });
  });

  it("keeps every further script of the main name as an alias", async () => {
    const more = sampleOfacAdvanced.replace(
      '          <Alias FixedRef="2674" AliasTypeID="1400" Primary="false" LowQuality="false">',
      (alias) =>
        `          <Alias FixedRef="2674" AliasTypeID="1403" Primary="true" LowQuality="false"><DocumentedName ID="9"><DocumentedNamePart><NamePartValue ScriptID="160">طاناكا</NamePartValue></DocumentedNamePart></DocumentedName></Alias>\n${alias}`,
    );
    const [party] = (await read("SDN_ADVANCED.XML", more)).parties;
    expect([party?.nativeName, party?.aliases]).toEqual(["تاناكا", ["طاناكا", "ZAYDAN"]]);
  });

  it("reads an entity with its former name, country of registration and bank code", async () => {
    const { parties } = await read();
    expect(parties[1]).toEqual({
      id: "ofac-36",
      name: "AERO EXAMPLE AIRLINES",
      kind: "entity",
      formerNames: ["OLD AERO"],
      jurisdiction: "VE",
      identifiers: { "swift-bic": "AEROVECA" },
      record: "36",
    });
    expect(parties.map(({ id }) => id)).toEqual(["ofac-2674", "ofac-36", "ofac-37"]);
  });

  it("takes ownership or control as a link with the owner first, in the words of the list", async () => {
    const { interests } = await read();
    expect(interests).toEqual([
      {
        owner: "ofac-37",
        owned: "ofac-36",
        kind: "linked",
        asOf: "2026-07-30",
        note: 'OFAC: "Owned or Controlled By"; whether by shares or otherwise, and how much, it does not say',
        record: "1",
      },
      {
        owner: "ofac-2674",
        owned: "ofac-37",
        kind: "linked",
        until: "2026-07-29",
        note: 'OFAC: "Owned or Controlled By"; whether by shares or otherwise, and how much, it does not say; written with the individual as the owned end; marked as former; when it ended is not said',
        record: "2",
        confidence: "medium",
      },
      {
        owner: "ofac-2674",
        owned: "ofac-36",
        kind: "linked",
        asOf: "2026-07-30",
        note: 'OFAC: "Owns, controls, or operates"; whether by shares or otherwise, and how much, it does not say',
        record: "5",
      },
    ]);
  });

  it("counts what is no party or stake", async () => {
    expect((await read()).passedOver).toEqual({
      vessels: 1,
      "relationships: Acting for or on behalf of": 1,
      "relationships of vessels and aircraft": 1,
      "listings of vessels and aircraft": 1,
      "entries of the Consolidated List beside those of its lists": 1,
    });
  });

  it("lists parties by the list, with programmes and the day of entry", async () => {
    const { listings } = await read();
    expect(listings).toEqual([
      {
        party: "ofac-2674",
        list: "us-ofac-sdn",
        programme: "SDGT; SYRIA",
        from: "2001-12-04",
        citation: "OFAC SDN List, entry 100",
        note: "legal basis: Executive Order 13224 (Terrorism)",
        record: "100",
      },
      { party: "ofac-36", list: "us-ofac-ns-cmic", from: "2021-06-03", citation: "OFAC Non-SDN CMIC List, entry 101", record: "101" },
      {
        party: "ofac-37",
        list: "us-ofac-sectoral",
        programme: "UKRAINE-EO13662",
        from: "2026-07-30",
        citation: "OFAC Consolidated List, entry 103",
        note: "on the list in this edition; since when is not said",
        record: "103",
      },
    ]);
  });

  it("refuses lists, types and ends that it does not know, each by its record", async () => {
    const text = sampleOfacAdvanced
      .replace('ProfileID="36" ListID="92082"', 'ProfileID="36" ListID="99999"')
      .replace('RelationTypeID="92019"', 'RelationTypeID="5"')
      .replace('To-ProfileID="37" RelationTypeID="15003" RelationQualityID="1" Former="false"', 'To-ProfileID="404" RelationTypeID="15003"')
      .replace('ProfileID="4238" ListID', 'ProfileID="505" ListID');
    const { refused, parties } = await read("SDN_ADVANCED.XML", text);
    expect(refused.map(({ record, reason }) => [record, reason])).toEqual([
      [undefined, "The DistinctParty has no number as its FixedRef."],
      ["1", "The relationship has an end that is no party of the file."],
      ["5", "The relationship has a type that the file does not name."],
      ["101", 'The entry is of the list "A List Of Tomorrow", which is not known.'],
      ["104", "The sanctions entry is of no party of the file."],
    ]);
    expect(parties.length).toBe(3);
  });

  it("does not guess where the tables are missing or the sections are out of order", async () => {
    const without = sampleOfacAdvanced.replace(/<ReferenceValueSets>[\s\S]*<\/ReferenceValueSets>/, "");
    await expect(read("SDN_ADVANCED.XML", without)).rejects.toThrow(/stands before the <ReferenceValueSets>/);
    const [, locations = ""] = /(<Locations>[\s\S]*<\/Locations>)/.exec(sampleOfacAdvanced) ?? [];
    const late = sampleOfacAdvanced.replace(locations, "").replace("</DistinctParties>", `</DistinctParties>${locations}`);
    await expect(read("SDN_ADVANCED.XML", late)).rejects.toThrow(/<Location> stands after the parties/);
  });
});
