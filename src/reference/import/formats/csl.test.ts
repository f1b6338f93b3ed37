import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { cslCsv } from "./csl-csv.js";
import { cslJson } from "./csl-json.js";
import { screeningList } from "./csl-lists.js";
import { sampleCsl, sampleCslJson } from "./sample-lists.js";

describe("the Consolidated Screening List in CSV", () => {
  it("gives OFAC's parties their own numbers and the others ids by name", async () => {
    const { parties, source } = await readSample(cslCsv, "consolidated.csv", sampleCsl);
    expect(source?.id).toBe("us-csl");
    expect(parties).toEqual([
      {
        id: "ofac-306",
        name: "Ana MARIN LOPEZ",
        kind: "individual",
        aliases: ["BEJ", "Ana M"],
        birthDates: ["1971-11-10", "1972"],
        nationalities: ["CO", "ES"],
        addresses: [
          { full: "Calle 5, Havana, CU", country: "CU" },
          { full: "Zurich, CH", country: "CH" },
        ],
        role: "Director",
        identifiers: { "passport-co": "AB123456" },
        record: "306",
      },
      {
        id: "us-bis-el-example-semiconductor-research-institute-esri",
        name: "Example Semiconductor Research Institute (ESRI)",
        aliases: ["Hebei Example", "ESRI 13", "Example Institute 13"],
        addresses: [{ full: "113 Hezuo Road, Hebei; and 21 Changsheng Street, Shijiazhuang, CN", country: "CN" }],
        record: "aa1",
      },
      {
        id: "us-bis-dpl-i-example",
        name: "I. EXAMPLE",
        addresses: [{ full: "1 TRAIL DRIVE, RICHARDSON, TX, 75081, US", country: "US" }],
        record: "aa2",
      },
      { id: "us-state-isn-example-import-and-export-company", name: "Example Import and Export Company", record: "aa3" },
    ]);
  });

  it("lists them with notice, dates, and what a licence is needed for", async () => {
    const { listings, passedOver } = await readSample(cslCsv, "consolidated.csv", sampleCsl);
    expect(listings.map(({ list, from, until, citation }) => [list, from, until, citation])).toEqual([
      ["us-ofac-sdn", undefined, undefined, "Specially Designated Nationals (SDN) - Treasury Department, entry 306"],
      ["us-bis-entity-list", "2018-08-01", undefined, "83 FR 37423; 87 FR 77505"],
      ["us-bis-denial-orders", "2002-03-04", "2056-06-29", "67 F.R. 56530 9/4/02"],
      ["us-state-isn", "2023-07-19", undefined, "Vol. 88, No. 151, 08/08/2023"],
    ]);
    expect(listings[1]?.note).toBe("licence requirement: For all items subject to the EAR; licence policy: Presumption of denial");
    expect(listings[3]?.note).toBe("and any successor, sub-unit, or subsidiary thereof");
    expect(passedOver).toEqual({ vessels: 1 });
  });

  it("reads the older table without the record's own id, with the country first in numbers", async () => {
    const older = sampleCsl
      .split("\n")
      .map((line) => line.replace(/^("[^"]*"|_id),/, ""))
      .join("\n")
      .replace("Passport, AB123456, CO", "CO, AB123456, Passport");
    const [first] = (await readSample(cslCsv, "csl.csv", older)).parties;
    expect(first).toMatchObject({ id: "ofac-306", identifiers: { "passport-co": "AB123456" } });
  });
});

describe("the Consolidated Screening List in JSON", () => {
  it("reads the results of an answer, and a list of entries alone", async () => {
    const answer = await readSample(cslJson, "answer.json", sampleCslJson);
    const alone = await readSample(
      cslJson,
      "alone.json",
      sampleCslJson.slice(sampleCslJson.indexOf("[\n"), sampleCslJson.lastIndexOf("}")),
    );
    expect(alone.parties).toEqual(answer.parties);
    expect(answer.parties).toEqual([
      {
        id: "ofac-306",
        name: "Ana MARIN LOPEZ",
        kind: "individual",
        aliases: ["BEJ"],
        birthDates: ["1971-11-10"],
        nationalities: ["CO", "ES"],
        addresses: [{ full: "Calle 5, Havana, CU", country: "CU" }],
        identifiers: { "passport-co": "AB123456" },
        record: "306",
      },
      {
        id: "us-state-isn-150th-example-plant",
        name: "150th Example Plant",
        addresses: [{ full: "RU", country: "RU" }],
        record: "bb1",
      },
      { id: "us-bis-dpl-abel-example-j", name: "ABEL, EXAMPLE J.", record: "bb3" },
    ]);
    expect(answer.listings.map(({ list, until }) => [list, until])).toEqual([
      ["us-ofac-sdn", undefined],
      ["us-state-isn", undefined],
      ["us-bis-denial-orders", "2005-06-05"],
    ]);
    expect(answer.refused[0]?.reason).toMatch(/^addresses: .*Expected an entry of the Consolidated Screening List\.$/);
  });
});

it.each([
  ["Specially Designated Nationals (SDN) - Treasury Department", "us-ofac-sdn"],
  ["Sectoral Sanctions Identifications List (SSI) - Treasury Department", "us-ofac-sectoral"],
  ["Non-SDN Chinese Military-Industrial Complex Companies List (CMIC) - Treasury Department", "us-ofac-ns-cmic"],
  ["Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department", "us-ofac-mbs"],
  ["Foreign Sanctions Evaders (FSE) - Treasury Department", "us-ofac-fse"],
  ["Palestinian Legislative Council List (PLC) - Treasury Department", "us-ofac-plc"],
  ["Capta List (CAP) - Treasury Department", "us-ofac-capta"],
  ["Entity List (EL) - Bureau of Industry and Security", "us-bis-entity-list"],
  ["Military End User (MEU) List - Bureau of Industry and Security", "us-bis-meu-list"],
  ["Unverified List (UVL) - Bureau of Industry and Security", "us-bis-unverified-list"],
  ["Denied Persons List (DPL) - Bureau of Industry and Security", "us-bis-denial-orders"],
  ["Nonproliferation Sanctions (ISN) - State Department", "us-state-isn"],
  ["ITAR Debarred (DTC) - State Department", "us-state-aeca-debarred"],
  ["AECA Debarred List (AECA) - Department of State", "us-state-aeca-debarred"],
  ["Some Other List", undefined],
])("%s is %s", (source, list) => expect(screeningList(source)?.list).toBe(list));
