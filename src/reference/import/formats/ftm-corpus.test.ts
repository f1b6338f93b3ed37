import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSample } from "../sample-sink.js";
import { ftm } from "./ftm.js";

const corpus = "../shared/corpus/screening/ftm";

describe.skipIf(!existsSync(corpus))("FollowTheMoney entities, counted independently in ../shared (skipped without it)", () => {
  it("has the companies, persons, stakes and sanctions of the Zala data set", async () => {
    const told = await readSample(ftm, "zala.ftm.json", readFileSync(`${corpus}/zala.ftm.json`));
    expect(told).toMatchObject({ records: 91, refused: [] });
    expect(told.parties.filter(({ kind }) => kind === "entity")).toHaveLength(11);
    expect(told.parties.filter(({ kind }) => kind === "individual")).toHaveLength(6);
    expect(told.interests.filter(({ share }) => share !== undefined).map(({ share }) => share)).toEqual([
      100, 2, 49, 1, 100, 75, 50, 48, 100, 51,
    ]);
    expect(told.interests).toHaveLength(14);
    expect(told.interests.filter(({ until }) => until)).toHaveLength(11);
    expect(told.listings).toHaveLength(41);
    expect(told.listings.filter(({ list }) => list === "us-ofac-sdn")).toHaveLength(3);
    expect(told.listings.filter(({ list }) => list === "us-bis-entity-list")).toHaveLength(1);
    expect(told.passedOver).toEqual({ "Address records": 11, "Family records": 4, "Directorship records": 3, "Passport records": 1 });
  });

  it("has the donors of the donations data set", async () => {
    const told = await readSample(ftm, "donations.ijson", readFileSync(`${corpus}/donations.ijson`));
    expect(told).toMatchObject({ records: 474, refused: [], interests: [], listings: [] });
    expect(told.parties).toHaveLength(95);
    expect(told.passedOver).toEqual({ "Address records": 89, "Payment records": 290 });
  });
});
