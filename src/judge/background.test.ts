import { describe, expect, it } from "vitest";
import type { Provider } from "../model/index.js";
import { party, sampleReference } from "../trace/sample-reference.js";
import { backgroundEvidence, backgroundFacts } from "./background.js";
import { reach, transaction } from "./sample-case.js";
import { samplePack } from "./sample-pack.js";

const fact = { sources: ["s"], confidence: "high" as const };
const provider: Provider = {
  id: "red",
  names: { english: "Red" },
  kinds: ["cloud", "cdn"],
  nexus: { class: "adversary", government: "CN", basis: "test" },
  operator: "red-cloud",
  group: "red-group",
  regions: [
    { id: "hk-1", name: "Hong Kong", city: null, country: "HK", ...fact },
    { id: "us-1", name: "Virginia", city: null, country: "US", ...fact },
    { id: "cn-1", name: "Gone", city: null, country: "CN", until: "2020", ...fact },
  ],
  relationships: [
    { party: "Supplier", kind: "hardware supplier", country: "CN", detail: "racks", ...fact },
    { party: "Neutral", kind: "partner", country: "DE", detail: "space", ...fact },
    { party: "Press", kind: "market fact: customers", country: "CN", detail: "4 million customers", asOf: "2022-01-18", ...fact },
  ],
  signatures: {},
};

const reference = sampleReference({
  providers: [provider],
  parties: [party("red-cloud", { name: "Red Cloud Ltd", jurisdiction: "HK" }), party("red-group", { name: "Red Group" })],
  lists: [{ id: "some-list", name: "A list", government: "US", authority: "Act", effect: "none", mark: "R", sources: ["s"] }],
  listings: [{ party: "red-group", list: "some-list", from: "2026-06-08", citation: "List", ...fact }],
  ties: [
    { government: "CN", party: "red-group", basis: "golden-share", detail: "1 % with a board seat", asOf: "2023-01-04", ...fact },
    { government: "CN", party: "red-group", basis: "law", detail: "told apart", ...fact },
    { government: "CN", party: "red-group", basis: "allegation", detail: "a lead", sources: ["s"], confidence: "low" },
    { government: "US", party: "red-group", basis: "review", detail: "not of concern", ...fact },
  ],
  instruments: [
    {
      id: "cn-law",
      government: "CN",
      name: "A Chinese law",
      articles: [],
      compels: "help",
      addressees: "all",
      effects: ["access"],
      mark: "R",
      sources: ["s"],
    },
    {
      id: "us-law",
      government: "US",
      name: "A U.S. law",
      articles: [],
      compels: "data",
      addressees: "all",
      effects: ["access"],
      mark: "R",
      sources: ["s"],
    },
  ],
});

const by = (instrument: string, government: string) => {
  const one = reach("t1", { government, id: `t1:${government}` });
  return { ...one, path: { ...one.path, steps: one.path.steps.map((step) => ({ ...step, instrument })) } };
};
const sources = (asOf: string) => ({
  transaction: transaction("t1", { owner: "red-group" }),
  reference,
  pack: samplePack(),
  reaches: [by("cn-law", "CN"), by("us-law", "US"), reach("t1", { government: "RU", confidence: "low" })],
  asOf,
});

describe("the background of a transaction", () => {
  it("tells what the reference knows of the provider and of everybody behind it", () => {
    expect(backgroundFacts(sources("2026-06-08"))).toEqual({
      provider: {
        kinds: ["cdn", "cloud"],
        soil: ["CN"],
        regionsOnSoil: 1,
        partners: ["Supplier (hardware supplier)"],
        market: ["4 million customers"],
      },
      behind: {
        parties: ["Red Cloud Ltd", "Red Group"],
        lists: ["some-list"],
        listings: ["Red Group on A list since 2026-06-08"],
        ties: ["Red Group: 1 % with a board seat"],
      },
      laws: { ofConcern: ["A Chinese law"], context: ["A U.S. law"] },
      context: { access: ["US"], disrupt: [], tamper: [], launch: [] },
    });
  });

  it("uses no fact of a later day for an earlier one", () => {
    const { behind, provider: about } = backgroundFacts(sources("2022-01-17"));
    expect(behind).toMatchObject({ lists: [], listings: [], ties: [] });
    expect(about.market).toEqual([]);
    expect(backgroundFacts(sources("2022-01-18")).provider.market).toEqual(["4 million customers"]);
    expect(backgroundFacts(sources("2023-01-04")).behind.ties).toHaveLength(1);
  });

  it("says where a fact can be checked", () => {
    expect(backgroundEvidence(["behind.listings", "behind.ties"], sources("2026-06-08"))).toEqual([
      expect.objectContaining({ kind: "reference", locator: "https://example.org/s" }),
    ]);
    expect(backgroundEvidence(["reach.access"], sources("2026-06-08"))).toEqual([]);
  });
});
