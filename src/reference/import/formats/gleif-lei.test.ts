import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ImportError } from "../format.js";
import { readSample } from "../sample-sink.js";
import { gleifLei } from "./gleif-lei.js";
import { gleifCsv, gleifJson, gleifXml, leaf, type SampleRecord } from "./sample-gleif.js";

const columns = ["LEI", "Entity.LegalName", "Entity.LegalJurisdiction", "Registration.RegistrationStatus"];
const encodings = ["csv", "xml", "json"] as const;

interface Fields {
  lei?: string;
  name?: string;
  language?: string;
  names?: { name: string; type: string; language: string }[];
  transliterated?: { name: string; type: string; language: string }[];
  city?: string;
  lines?: string[];
  country?: string;
  office?: string;
  authority?: string;
  number?: string;
  jurisdiction?: string;
  category?: string;
  subCategory?: string;
  form?: string;
  status?: string;
  created?: string;
  expired?: string;
  registration?: string;
  validation?: string;
}

function sample(fields: Fields): SampleRecord {
  const { lei = "001GPB6A9XPE8XJICC14", name = "Example Holding", language = "en", country = "GB" } = fields;
  const list = (container: string, item: string, names: Fields["names"]) =>
    names?.length ? { [container]: { [item]: names.map((one) => ({ "@xml:lang": one.language, "@type": one.type, $: one.name })) } } : {};
  const [first, ...additional] = fields.lines ?? ["1 High Street"];
  const address = (city: string | undefined) => ({
    ...leaf("FirstAddressLine", first),
    ...(additional.length ? { AdditionalAddressLine: additional.map((line) => ({ $: line })) } : {}),
    ...leaf("City", city),
    ...leaf("Country", country),
  });
  const {
    city = "London",
    office = city,
    authority,
    number,
    jurisdiction = country,
    category = "GENERAL",
    registration = "ISSUED",
  } = fields;
  const { created, expired, subCategory, form, status = "ACTIVE", validation = "FULLY_CORROBORATED" } = fields;
  const slots = (prefix: string, names: Fields["names"] = []) =>
    Object.fromEntries(
      names.flatMap((one, index) => [
        [`${prefix}.${index + 1}`, one.name],
        [`${prefix}.${index + 1}.type`, one.type],
        [`${prefix}.${index + 1}.xmllang`, one.language],
      ]),
    );
  const addressRow = (prefix: string, town: string) => ({
    [`${prefix}.FirstAddressLine`]: first ?? "",
    ...Object.fromEntries(additional.map((line, index) => [`${prefix}.AdditionalAddressLine.${index + 1}`, line])),
    [`${prefix}.City`]: town,
    [`${prefix}.Country`]: country,
  });
  return {
    tree: {
      LEI: { $: lei },
      Entity: {
        LegalName: { "@xml:lang": language, $: name },
        ...list("OtherEntityNames", "OtherEntityName", fields.names),
        ...list("TransliteratedOtherEntityNames", "TransliteratedOtherEntityName", fields.transliterated),
        LegalAddress: address(city),
        HeadquartersAddress: address(office),
        RegistrationAuthority: { ...leaf("RegistrationAuthorityID", authority), ...leaf("RegistrationAuthorityEntityID", number) },
        ...leaf("LegalJurisdiction", jurisdiction),
        ...leaf("EntityCategory", category),
        ...leaf("EntitySubCategory", subCategory),
        LegalForm: leaf("OtherLegalForm", form),
        ...leaf("EntityStatus", status),
        ...leaf("EntityCreationDate", created),
        ...leaf("EntityExpirationDate", expired),
      },
      Registration: { ...leaf("RegistrationStatus", registration), ...leaf("ValidationSources", validation) },
    },
    row: {
      LEI: lei,
      "Entity.LegalName": name,
      "Entity.LegalName.xmllang": language,
      ...slots("Entity.OtherEntityNames.OtherEntityName", fields.names),
      ...slots("Entity.TransliteratedOtherEntityNames.TransliteratedOtherEntityName", fields.transliterated),
      ...addressRow("Entity.LegalAddress", city),
      ...addressRow("Entity.HeadquartersAddress", office),
      "Entity.RegistrationAuthority.RegistrationAuthorityID": authority ?? "",
      "Entity.RegistrationAuthority.RegistrationAuthorityEntityID": number ?? "",
      "Entity.LegalJurisdiction": jurisdiction,
      "Entity.EntityCategory": category,
      "Entity.EntitySubCategory": subCategory ?? "",
      "Entity.LegalForm.OtherLegalForm": form ?? "",
      "Entity.EntityStatus": status,
      "Entity.EntityCreationDate": created ?? "",
      "Entity.EntityExpirationDate": expired ?? "",
      "Registration.RegistrationStatus": registration,
      "Registration.ValidationSources": validation,
    },
  };
}

function encoded(encoding: (typeof encodings)[number], samples: SampleRecord[]): [name: string, content: string] {
  if (encoding === "csv") return ["20260911-0800-gleif-goldencopy-lei2-golden-copy.csv", gleifCsv(columns, samples)];
  if (encoding === "json") return ["20260911-0800-gleif-goldencopy-lei2-golden-copy.json", gleifJson("records", samples)];
  return ["lei.xml", gleifXml("LEIData", "LEIRecords", "LEIRecord", samples)];
}

describe.each(encodings)("LEI records in %s", (encoding) => {
  const read = (...fields: Fields[]) => readSample(gleifLei, ...encoded(encoding, fields.map(sample)));

  it("become parties with their names, place, register number and times", async () => {
    const told = await read({
      name: "Example & Söhne",
      names: [
        { name: "Old Example Ltd", type: "PREVIOUS_LEGAL_NAME", language: "en" },
        { name: "Example Trading", type: "TRADING_OR_OPERATING_NAME", language: "en" },
      ],
      lines: ["c/o Agent", "Floor 2", "1 High Street"],
      office: "Leeds",
      authority: "RA000585",
      number: "2723534",
      form: "Limited",
      created: "1992-06-17T00:00:00Z",
    });
    expect(told.source).toMatchObject({ id: "gleif-lei", edition: "2026-09-11", licence: "CC0 1.0" });
    expect(told.parties).toEqual([
      {
        id: "lei-001gpb6a9xpe8xjicc14",
        lei: "001GPB6A9XPE8XJICC14",
        name: "Example & Söhne",
        aliases: ["Example Trading"],
        formerNames: ["Old Example Ltd"],
        kind: "entity",
        form: "Limited",
        jurisdiction: "GB",
        principalPlace: { city: "Leeds", country: "GB" },
        identifiers: { "gb-coh": "02723534" },
        addresses: [
          { full: "c/o Agent, Floor 2, 1 High Street, London, GB", country: "GB" },
          { full: "c/o Agent, Floor 2, 1 High Street, Leeds, GB", country: "GB" },
        ],
        from: "1992-06-17",
        record: "001GPB6A9XPE8XJICC14",
        confidence: "high",
      },
    ]);
    expect(told).toMatchObject({ records: 1, interests: [], refused: [], passedOver: {} });
  });

  it("are named in English where the legal name is in another script", async () => {
    const told = await read({
      name: "华为技术有限公司",
      language: "zh",
      country: "CN",
      names: [{ name: "Huawei Technologies Co., Ltd.", type: "ALTERNATIVE_LANGUAGE_LEGAL_NAME", language: "en" }],
      transliterated: [{ name: "huaweijishuyouxiangongsi", type: "AUTO_ASCII_TRANSLITERATED_LEGAL_NAME", language: "zh" }],
    });
    expect(told.parties).toMatchObject([
      { name: "Huawei Technologies Co., Ltd.", nativeName: "华为技术有限公司", aliases: ["huaweijishuyouxiangongsi"] },
    ]);
  });

  it.each<[string, Fields, Record<string, unknown>]>([
    [
      "a municipality",
      { category: "RESIDENT_GOVERNMENT_ENTITY", subCategory: "LOCAL_GOVERNMENT" },
      { kind: "government", form: "local-government" },
    ],
    ["a government entity", { category: "RESIDENT_GOVERNMENT_ENTITY" }, { kind: "government", form: "government-entity" }],
    ["an international organisation", { category: "INTERNATIONAL_ORGANIZATION" }, { kind: "entity", form: "international-organisation" }],
    ["a fund", { category: "FUND", form: "FUND" }, { kind: "entity", form: "fund" }],
    ["a branch", { category: "BRANCH" }, { kind: "entity", form: "branch" }],
    ["a sole proprietor", { category: "SOLE_PROPRIETOR" }, { kind: "entity", form: "sole-proprietor" }],
  ])("keep what %s is", async (_, fields, expected) => {
    expect((await read(fields)).parties).toMatchObject([expected]);
  });

  it("give no register number of a fund or branch, nor one of another register", async () => {
    const told = await read(
      { category: "FUND", authority: "RA000585", number: "IC000123" },
      { category: "BRANCH", authority: "RA000587", number: "SC123456" },
      { authority: "RA000523", number: "12345678" },
      { authority: "RA000587", number: "SC651281" },
    );
    expect(told.parties.map(({ identifiers }) => identifiers)).toEqual([undefined, undefined, undefined, { "gb-coh": "SC651281" }]);
  });

  it("are less sure where lapsed or only self-declared; annulled and duplicate ones are passed over", async () => {
    const told = await read(
      { registration: "LAPSED" },
      { validation: "ENTITY_SUPPLIED_ONLY" },
      { registration: "RETIRED", status: "INACTIVE", expired: "2020-05-01T00:00:00Z" },
      { registration: "ANNULLED" },
      { registration: "DUPLICATE" },
    );
    expect(told.parties.map(({ confidence, status, until }) => [confidence, status, until])).toEqual([
      ["medium", undefined, undefined],
      ["medium", undefined, undefined],
      ["high", "inactive", "2020-05-01"],
    ]);
    expect(told.passedOver).toEqual({ "records annulled or duplicate": 2 });
  });

  it("are refused with their line where the LEI or the name is missing, and the rest is read", async () => {
    const told = await read({ lei: "NOT-AN-LEI" }, { name: "" }, {});
    expect(told.refused).toHaveLength(2);
    expect(told.refused[0]).toMatchObject({ line: encoding === "xml" ? 3 : 2, reason: expect.stringContaining("NOT-AN-LEI") });
    expect(told.parties).toHaveLength(1);
    expect(told.records).toBe(3);
  });

  it("are the same in pieces of any size", async () => {
    const [name, content] = encoded(encoding, [sample({ name: "Überlingen" }), sample({ names: [] })]);
    const whole = await readSample(gleifLei, name, content);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 900 }), async (size) => {
        expect(await readSample(gleifLei, name, content, size)).toEqual(whole);
      }),
      { numRuns: 15 },
    );
  });

  it("are told by their content", () => {
    const [name, text] = encoded(encoding, [sample({})]);
    expect(gleifLei.recognises({ name, text })).toBe(true);
    expect(gleifLei.recognises({ name, text: text.replaceAll("LegalName", "LegalNom").replaceAll("LEIData", "LEIDaten") })).toBe(false);
  });
});

describe("LEI records", () => {
  it("give equal answers in the three encodings", async () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((one) => one.replace(/[\s\p{C}]+/gu, " ").trim());
    const name = fc.record({
      name: text.filter(Boolean),
      type: fc.constantFrom("PREVIOUS_LEGAL_NAME", "TRADING_OR_OPERATING_NAME", "ALTERNATIVE_LANGUAGE_LEGAL_NAME"),
      language: fc.constantFrom("en", "zh", "ru"),
    });
    const fields: fc.Arbitrary<Fields> = fc.record({
      name: text,
      names: fc.array(name, { maxLength: 5 }),
      transliterated: fc.array(name, { maxLength: 2 }),
      lines: fc.array(text.filter(Boolean), { maxLength: 4 }),
      country: fc.constantFrom("GB", "CN", "US-DE", ""),
      authority: fc.constantFrom("RA000585", "RA000586", "RA999999"),
      number: fc.constantFrom("NI006176", "12345", "x"),
      category: fc.constantFrom("GENERAL", "FUND", "RESIDENT_GOVERNMENT_ENTITY"),
      created: fc.constantFrom("2001-02-30T00:00:00Z", "2012-11-29T00:00:00.000Z", ""),
      expired: fc.constantFrom("2011-01-01T00:00:00+01:00", ""),
      registration: fc.constantFrom("ISSUED", "LAPSED", "ANNULLED"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fields, { minLength: 1, maxLength: 3 }), async (all) => {
        const [csv, xml, json] = await Promise.all(encodings.map((one) => readSample(gleifLei, ...encoded(one, all.map(sample)))));
        const told = (one: typeof csv) => ({ ...one, source: undefined, refused: one?.refused.map(({ reason }) => reason) });
        expect(told(xml)).toEqual(told(csv));
        expect(told(json)).toEqual(told(csv));
      }),
      { numRuns: 60 },
    );
  });

  it("are refused whole as a delta, which would leave out all that did not change", async () => {
    const delta = gleifXml("LEIData", "LEIRecords", "LEIRecord", [sample({})], "GLEIF_DELTA_PUBLISHED");
    await expect(readSample(gleifLei, "lei.xml", delta)).rejects.toThrow(ImportError);
    const [, csv] = encoded("csv", [sample({})]);
    await expect(readSample(gleifLei, "20260911-gleif-lei2-last-week.csv", csv)).rejects.toThrow(/delta/);
  });

  it("are refused whole where the file is cut off or hostile", async () => {
    const [, xml] = encoded("xml", [sample({})]);
    await expect(readSample(gleifLei, "x.xml", xml.slice(0, -40))).rejects.toThrow(ImportError);
    const [, json] = encoded("json", [sample({})]);
    await expect(readSample(gleifLei, "x.json", json.slice(0, -2))).rejects.toThrow(ImportError);
    const bomb = xml.replace("?>", '?><!DOCTYPE x [<!ENTITY a "aaaa">]>');
    await expect(readSample(gleifLei, "x.xml", bomb)).rejects.toThrow(ImportError);
  });

  it("refuse a row with too few cells, as where the file is cut off inside it", async () => {
    const [name, csv] = encoded("csv", [sample({}), sample({})]);
    const told = await readSample(gleifLei, name, `${csv.slice(0, csv.lastIndexOf(","))}`);
    expect(told.parties).toHaveLength(1);
    expect(told.refused).toMatchObject([{ line: 3, reason: expect.stringContaining("cells") }]);
  });
});
