import { expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { ofacStandardXml } from "./ofac-standard-xml.js";
import { sampleSdnXml } from "./sample-lists-xml.js";

it("reads OFAC's older XML: parties, listings from the date of the file, links by name", async () => {
  const { source, parties, listings, interests, passedOver } = await readSample(ofacStandardXml, "SDN.XML", sampleSdnXml);
  expect(source).toMatchObject({ id: "us-ofac-sdn", edition: "2014-07-16" });
  expect(parties).toEqual([
    {
      id: "ofac-306",
      name: "BANCO EJEMPLO S.A.",
      kind: "entity",
      aliases: ["EXAMPLE BANK OF CUBA"],
      weakAliases: ["BEJ"],
      formerNames: ["OLD BANK"],
      addresses: [{ full: "Zweierstrasse 35, Zurich, CH-8022, Switzerland", country: "CH" }],
      identifiers: { "swift-bic": "BEJAMXMM" },
      note: "(Linked To: MARIN LOPEZ, Ana); License 1000 (Cuba)",
      record: "306",
    },
    {
      id: "ofac-587",
      name: "Ana MARIN LOPEZ",
      kind: "individual",
      birthDates: ["1971-11-10", "1972"],
      nationalities: ["CO", "ES"],
      role: "Director",
      identifiers: { "passport-co": "AB123456" },
      record: "587",
    },
  ]);
  expect(listings.map(({ party, list, programme, from }) => [party, list, programme, from])).toEqual([
    ["ofac-306", "us-ofac-sdn", "CUBA; SDGT", "2014-07-16"],
    ["ofac-587", "us-ofac-sdn", "SDGT", "2014-07-16"],
  ]);
  expect(listings[0]?.note).toBe("on the list in this edition; since when is not said");
  expect(interests.map(({ owner, owned, kind }) => [owner, owned, kind])).toEqual([["ofac-587", "ofac-306", "linked"]]);
  expect(passedOver).toEqual({ vessels: 1 });
});

it("takes the consolidated file by its name or its first programme", async () => {
  const other = sampleSdnXml.replace("<program>CUBA</program><program>SDGT</program>", "<program>NS-PLC</program>");
  for (const [name, text] of [
    ["CONSOLIDATED.XML", sampleSdnXml],
    ["x.xml", other],
  ] as const) {
    expect((await readSample(ofacStandardXml, name, text)).source?.id).toBe("us-ofac-consolidated");
  }
  expect((await readSample(ofacStandardXml, "x.xml", other)).listings[0]?.list).toBe("us-ofac-plc");
});
