import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { bisDeniedPersons } from "./bis-denied-persons.js";
import { bisSourceCsv } from "./bis-source-csv.js";
import { sampleBis, sampleDpl } from "./sample-lists.js";

describe("BIS's file of the Entity List, Military End User List and Unverified List", () => {
  it("gathers a party from its rows for addresses and aliases, wherever they stand", async () => {
    const { parties, records } = await readSample(bisSourceCsv, "el.csv", sampleBis);
    expect(records).toBe(5);
    expect(parties).toEqual([
      {
        id: "us-bis-el-fazal-example",
        name: "Fazal Example",
        aliases: ["Fazel Example", "Engineer Example"],
        addresses: [
          { full: "Apt. 45, block #21, Kabul, Afghanistan", country: "AF" },
          { full: "A2 Ground Floor, Dubai, United Arab Emirates", country: "AE" },
        ],
      },
      {
        id: "us-bis-el-example-construction-company",
        name: "Example Construction Company",
        addresses: [{ full: "Road 10, Kabul, Afghanistan", country: "AF" }],
      },
    ]);
  });

  it("has a listing for each notice, once, with its dates", async () => {
    const { listings } = await readSample(bisSourceCsv, "el.csv", sampleBis);
    const note = "licence requirement: For all items subject to the EAR.; licence policy: Presumption of denial.";
    const list = "us-bis-entity-list";
    expect(listings).toEqual([
      { party: "us-bis-el-fazal-example", list, from: "2011-11-21", citation: "76 FR 71867", note },
      { party: "us-bis-el-fazal-example", list, from: "2014-01-02", citation: "79 FR 1000", note },
      { party: "us-bis-el-example-construction-company", list, from: "2012-04-27", until: "2014-06-30", citation: "77 FR 25055", note },
    ]);
  });

  it("tells the three lists apart", async () => {
    for (const [code, id, list] of [
      ["MEU", "us-bis-meu", "us-bis-meu-list"],
      ["UVL", "us-bis-uvl", "us-bis-unverified-list"],
    ] as const) {
      const { source, listings, parties } = await readSample(bisSourceCsv, "x.csv", sampleBis.replaceAll("\nEL,", `\n${code},`));
      expect([source?.id, parties[0]?.id, listings[0]?.list]).toEqual([id, `${id}-fazal-example`, list]);
    }
  });
});

describe("BIS's Denied Persons List", () => {
  it("gathers a person's addresses and keeps the dates of the order", async () => {
    const { parties, listings, refused } = await readSample(bisDeniedPersons, "dpl.txt", sampleDpl);
    expect(parties).toEqual([
      {
        id: "us-bis-dpl-adrian-example",
        name: "ADRIAN EXAMPLE",
        addresses: [
          { full: "3037 S. 69TH DRIVE, PHOENIX, AZ, 85043, US", country: "US" },
          { full: "1 OTHER STREET, TUCSON, AZ, US", country: "US" },
        ],
      },
      { id: "us-bis-dpl-ali-m-example", name: "ALI M EXAMPLE", addresses: [{ full: "GENEVA, CH", country: "CH" }] },
    ]);
    expect(listings).toEqual([
      {
        party: "us-bis-dpl-adrian-example",
        list: "us-bis-denial-orders",
        from: "2017-10-16",
        until: "2020-10-13",
        citation: "82 F.R. 48792 10/20/2017",
      },
      {
        party: "us-bis-dpl-ali-m-example",
        list: "us-bis-denial-orders",
        from: "1981-09-01",
        citation: "46 F.R. 44803 9/8/81",
        note: "not a standard order: its terms are in the notice",
      },
    ]);
    expect(refused).toEqual([{ line: 4, record: "NO DATE", reason: 'The Effective_Date is "". Expected MM/DD/YYYY.' }]);
  });
});
