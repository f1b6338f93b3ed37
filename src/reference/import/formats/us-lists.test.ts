import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { dod1260h } from "./1260h.js";
import { fccCoveredList } from "./fcc-covered-list.js";
import { sample1260h, sampleFcc } from "./sample-lists.js";

describe("the lists under Section 1260H", () => {
  it("joins editions to intervals: off from the day that is named, and on again", async () => {
    const { listings } = await readSample(dod1260h, "1260h.csv", sample1260h);
    expect(listings.map(({ party, from, until }) => [party, from, until])).toEqual([
      ["us-dod-1260h-example-memory-co-ltd", "2024-01-31", "2026-02-16"],
      ["us-dod-1260h-example-memory-co-ltd", "2026-06-08", undefined],
      ["us-dod-1260h-example-optics", "2021-06-03", "2024-01-30"],
      ["us-dod-1260h-example-group-corporation-limited", "2021-06-03", undefined],
    ]);
    expect(listings[0]?.citation).toBe("Section 1260H of Pub. L. 116-283; list of 2024-01-31, last seen on the list of 2025-01-07");
  });

  it("does not depend on the order of the rows", async () => {
    const [header = "", ...rows] = sample1260h.trim().split("\n");
    const turned = await readSample(dod1260h, "1260h.csv", [header, ...rows.reverse()].join("\n"));
    const { listings } = await readSample(dod1260h, "1260h.csv", sample1260h);
    expect(new Set(turned.listings.map((one) => JSON.stringify(one)))).toEqual(new Set(listings.map((one) => JSON.stringify(one))));
  });

  it("takes the parent for a link without a share, under one id however its name is written", async () => {
    const { interests, parties } = await readSample(dod1260h, "1260h.csv", sample1260h);
    const note = "the list puts it under this parent; no share is stated";
    const owner = "us-dod-1260h-example-group-corporation-limited";
    expect(interests).toEqual([
      { owner, owned: "us-dod-1260h-example-memory-co-ltd", kind: "linked", asOf: "2026-06-08", note },
      { owner, owned: "us-dod-1260h-example-optics", kind: "linked", asOf: "2021-06-03", note },
    ]);
    expect(parties.find(({ id }) => id === "us-dod-1260h-example-optics")).toEqual({
      id: "us-dod-1260h-example-optics",
      name: "Example Optics",
      kind: "entity",
      formerNames: ["Old Optics", "OO"],
    });
  });
});

describe("the FCC's Covered List", () => {
  it("finds who an entry names, and keeps its words as the scope", async () => {
    const { parties, listings, interests, passedOver } = await readSample(fccCoveredList, "covered.csv", sampleFcc);
    expect(parties).toEqual([
      { id: "us-fcc-example-technologies-company", name: "Example Technologies Company", kind: "entity" },
      { id: "us-fcc-pacific-example-corp", name: "Pacific Example Corp", kind: "entity" },
      { id: "us-fcc-exnet-usa-llc", name: "ExNet (USA) LLC", kind: "entity" },
      { id: "us-fcc-example-lab-inc", name: "Example Lab, Inc.", kind: "entity" },
    ]);
    expect(listings.map(({ from }) => from)).toEqual(["2021-03-12", "2022-09-20", "2022-09-20", "2024-07-23"]);
    expect(listings[3]).toMatchObject({
      list: "us-fcc-covered-list",
      scope: "Cybersecurity software produced or provided by Example Lab, Inc. or any of its successors and assignees.",
      citation: "FCC Covered List, entry of 2024-07-23",
    });
    expect(interests).toEqual([
      {
        owner: "us-fcc-pacific-example-corp",
        owned: "us-fcc-exnet-usa-llc",
        kind: "equity",
        share: 100,
        asOf: "2022-09-20",
        note: 'the entry calls it a "wholly-owned subsidiary"',
      },
    ]);
    expect(passedOver).toEqual({ "entries for a class of products that name no party": 1 });
  });
});
