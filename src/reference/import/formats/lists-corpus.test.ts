import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { faultOfInterest, faultOfListing, faultOfParty } from "../check-facts.js";
import { importFormats } from "../registry.js";
import { readSample, type SampleImport } from "../sample-sink.js";
import { slugOf } from "./list-identity.js";

const corpus = "../shared/corpus/screening";

async function read(path: string): Promise<SampleImport> {
  const bytes = readFileSync(`${corpus}/${path}`);
  const name = path.split("/").at(-1) ?? "";
  const recognised = importFormats.filter((format) => format.recognises({ name, text: bytes.subarray(0, 65_536).toString("utf8") }));
  expect(recognised.length).toBe(1);
  const [format] = recognised;
  if (!format) throw new Error(`${path} is of no format`);
  const told = await readSample(format, name, bytes);
  const faults = [...told.parties.map(faultOfParty), ...told.interests.map(faultOfInterest), ...told.listings.map(faultOfListing)];
  expect(faults.filter(Boolean)).toEqual([]);
  return told;
}

function tally<Value>(values: Value[], key: (value: Value) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[key(value)] = (counts[key(value)] ?? 0) + 1;
  return counts;
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);

// Counted with Python's csv and ElementTree modules, not with the readers.
describe.skipIf(!existsSync(corpus))("official lists, counted independently in ../shared (skipped without it)", () => {
  it("OFAC's SDN list of 2019: every party, vessel, aircraft, programme and link", async () => {
    const sdn = await read("ofac-2019/sdn.csv");
    expect([sdn.records, sdn.refused.length]).toEqual([7379, 0]);
    expect(tally(sdn.parties, ({ kind }) => kind ?? "")).toEqual({ individual: 3845, entity: 2994, unknown: 1 });
    expect([sdn.passedOver.vessels, sdn.passedOver.aircraft]).toEqual([323, 217]);
    expect(sdn.listings.length).toBe(3845 + 2994);
    expect(
      tally(
        sdn.listings.flatMap(({ programme }) => programme?.split("; ") ?? []),
        String,
      ),
    ).toMatchObject({
      SDNTK: 1793,
      SDGT: 1276,
      SDNT: 572,
      SYRIA: 504,
      IFSR: 430,
    });
    // 1,915 times "Linked To" in the remarks of parties: interests, or passed over for a reason that is counted.
    const { passedOver } = sdn;
    const open = Object.entries(passedOver).filter(([what]) => /Linked To|cut in two/.test(what));
    expect(sdn.interests.length + sum(open.map(([, count]) => count))).toBe(1915);
    expect(sdn.interests.length).toBeGreaterThan(1850);
    expect(sdn.parties.filter(({ birthDates }) => birthDates).length).toBe(3662);
    // 2,026 times "a.k.a." with a name in quotes, 11 times "f.k.a.".
    expect(sum(sdn.parties.map(({ weakAliases }) => weakAliases?.length ?? 0))).toBe(2026 + 11);
  });

  it("OFAC's aliases and addresses of 2019", async () => {
    const aliases = await read("ofac-2019/alt.csv");
    expect(aliases.parties.filter((party) => party.formerNames).length).toBe(331);
    expect(aliases.parties.filter((party) => party.aliases).length).toBe(9335 + 16);
    const addresses = await read("ofac-2019/add.csv");
    expect([addresses.records, addresses.parties.length]).toEqual([11_696, 9474]);
    expect(tally(addresses.parties, (party) => party.addresses?.[0]?.country ?? "")).toMatchObject({ MX: 1783, CO: 1742, IR: 756 });
    expect((await read("ofac-2019/sdn_comments.csv")).refused).toEqual([]);
  });

  it("OFAC's consolidated list of 2026: the lists within it", async () => {
    const { listings, parties, refused } = await read("ofac-consolidated/cons_prim.csv");
    expect([parties.length, refused.length]).toEqual([442, 0]);
    expect(tally(listings, ({ list }) => list)).toMatchObject({ "us-ofac-ns-cmic": 68, "us-ofac-plc": 78, "us-ofac-sectoral": 292 });
    expect(listings.filter(({ list, from }) => list === "us-ofac-ns-cmic" && from === "2021-06-03").length).toBe(59);
    expect(parties.filter(({ identifiers }) => identifiers?.["cn-uscc"]).length).toBe(58);
    for (const name of ["cons_alt", "cons_add", "cons_comments"]) expect((await read(`ofac-consolidated/${name}.csv`)).refused).toEqual([]);
  });

  it("the Consolidated Screening List: every row of every list", async () => {
    const { listings, passedOver, refused } = await read("csl/csl.csv");
    expect([refused.length, passedOver.vessels]).toEqual([0, 2]);
    expect(tally(listings, ({ list }) => list)).toEqual({
      "us-ofac-sdn": 26,
      "us-ofac-sectoral": 26,
      "us-bis-entity-list": 22,
      "us-ofac-plc": 13,
      "us-state-aeca-debarred": 10,
      "us-bis-denial-orders": 8,
      "us-bis-unverified-list": 4,
      "us-state-isn": 3,
      "us-ofac-capta": 1,
    });
    const withIds = await read("csl/consolidated_with_ids.csv");
    expect([withIds.records, withIds.refused.length]).toEqual([13, 0]);
  });

  it.each(["el", "meu"])("%s: the agency's own file and the API's answer say the same of the same parties", async (name) => {
    const source = await read(`csl/source-samples/${name}.csv`);
    const api = await read(`csl/api-json/${name}.json`);
    const names = (told: SampleImport) => new Set(told.parties.map(({ id }) => id));
    expect(names(api)).toEqual(names(source));
    const dates = (told: SampleImport) => new Set(told.listings.map(({ party, from, citation }) => `${party} ${from} ${citation}`));
    expect(dates(api)).toEqual(dates(source));
    // The agency's file has quotes in them, in a wrong encoding, which the API leaves out.
    const aliases = (told: SampleImport) => new Set(told.parties.flatMap((party) => (party.aliases ?? []).map(slugOf)));
    expect(aliases(api)).toEqual(aliases(source));
  });

  it("answers of the API for every other list are read whole", async () => {
    const counts = { cap: 1, dpl: 9, dtc: 4, fse: 3, isn: 3, plc: 6, sdn: 4, ssi: 4, uvl: 13 };
    for (const [name, records] of Object.entries(counts)) {
      const told = await read(`csl/api-json/${name}.json`);
      expect([name, told.records, told.refused]).toEqual([name, records, []]);
    }
  });

  it("OFAC's older XML, and the API's answer of the same SDN entries", async () => {
    const sdn = await read("csl/source-samples/sdn.xml");
    expect([sdn.source?.edition, sdn.records, sdn.parties.length, sdn.passedOver.vessels]).toEqual(["2014-07-16", 4, 3, 1]);
    const ids = (told: SampleImport) => told.parties.map(({ id }) => id).sort();
    expect(ids(await read("csl/api-json/sdn.json"))).toEqual(ids(sdn));
    const consolidated = await read("csl/source-samples/consolidated.xml");
    expect([consolidated.source?.id, consolidated.records, consolidated.refused]).toEqual(["us-ofac-consolidated", 17, []]);
  });

  it("the Denied Persons List: 546 rows of 414 persons", async () => {
    const { records, parties, refused } = await read("bis/dpl.txt");
    expect([records, parties.length, refused.length]).toEqual([546, 414, 0]);
  });

  it("the UN list of February 2026: parties, quality of names, dates", async () => {
    const { parties, listings, refused, source } = await read("un/UN_consolidated_2026-02-27.xml");
    expect([source?.edition, refused.length]).toEqual(["2026-02-27", 0]);
    expect(tally(parties, ({ kind }) => kind ?? "")).toEqual({ individual: 730, entity: 273 });
    expect(sum(parties.map(({ weakAliases }) => weakAliases?.length ?? 0))).toBe(615);
    expect(sum(parties.map(({ formerNames }) => formerNames?.length ?? 0))).toBe(19);
    expect(listings.filter(({ programme }) => programme === "DPRK").length).toBe(155);
    expect(listings.filter(({ from }) => from?.startsWith("2017")).length).toBe(69);
    expect(parties.filter(({ nativeName }) => nativeName).length).toBe(378);
  });

  it("Section 1260H: 227 names, 188 of them on the list of June 2026, CXMT and YMTC off and on again", async () => {
    const { listings, refused } = await read("us-lists/dod_1260H.csv");
    expect([new Set(listings.map(({ party }) => party)).size, refused.length]).toEqual([227, 0]);
    expect(listings.filter(({ until }) => until === undefined).length).toBe(188);
    const of = (name: string) => listings.filter(({ party }) => party === name).map(({ from, until }) => [from, until]);
    expect(of("us-dod-1260h-changxin-memory-technologies-inc")).toEqual([
      ["2025-01-07", "2026-02-16"],
      ["2026-06-08", undefined],
    ]);
    expect(of("us-dod-1260h-yangtze-memory-technologies-co-ltd")).toEqual([
      ["2024-01-31", "2026-02-16"],
      ["2026-06-08", undefined],
    ]);
  });

  it("the FCC's Covered List: everybody that an entry names", async () => {
    const { parties, passedOver, refused, records } = await read("us-lists/fcc_covered_list.csv");
    expect([records, refused.length, sum(Object.values(passedOver))]).toEqual([16, 0, 4]);
    expect(parties.map(({ name }) => name)).toEqual([
      "Huawei Technologies Company",
      "ZTE Corporation",
      "Hytera Communications Corporation",
      "Hangzhou Hikvision Digital Technology Company",
      "Dahua Technology Company",
      "AO Kaspersky Lab",
      "China Mobile International USA Inc.",
      "China Telecom (Americas) Corp.",
      "Pacific Networks Corp",
      "ComNet (USA) LLC",
      "China Unicom (Americas) Operations Limited",
      "Kaspersky Lab, Inc.",
      "Digitalsystem Technology Inc.",
    ]);
  });

  it("annexes of EU regulations: every row", async () => {
    const { records, refused, passedOver } = await read("eu/32014R0833.csv");
    expect([records, refused.length, passedOver.vessels, sum(Object.values(passedOver))]).toEqual([1746, 0, 633, 633 + 28]);
    for (const [name, rows] of [
      ["32006R0765", 408],
      ["32020R1998", 177],
    ] as const) {
      const told = await read(`eu/${name}.csv`);
      expect([told.records, told.refused.length]).toEqual([rows, 0]);
    }
  });
});
