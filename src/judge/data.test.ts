import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Holding, type RulePack, type Verdict, verdicts } from "../model/index.js";
import { judgeData } from "./data.js";
import { readRulePack } from "./load.js";
import { sampleHolding } from "./sample-pack.js";

const rules = join(import.meta.dirname, "../../rules");
const dsp: RulePack = readRulePack(readFileSync(join(rules, "us-dsp.yaml"), "utf8"), "us-dsp.yaml");

function judged(...holdings: Partial<Holding>[]) {
  return judgeData(
    holdings.map((holding, index) => sampleHolding(`h${index}`, holding)),
    dsp,
  );
}

function identifiers(text: string): Holding["identifiers"] {
  return text.split(" ").map((one) => ({ group: one.split(":")[0] ?? "", name: one.split(":")[1] ?? "" }));
}

describe("bulk lines of 28 CFR 202.205: strictly more than", () => {
  it.each([
    ["human-genomic", 100],
    ["human-epigenomic", 1000],
    ["human-proteomic", 1000],
    ["human-transcriptomic", 1000],
    ["biometric", 1000],
    ["personal-health", 10_000],
    ["personal-financial", 10_000],
    ["covered-personal-identifiers", 100_000],
  ])("%s: %d is not bulk, one more is", (category, line) => {
    expect(judged({ categories: [category], usPersons: line }).bulk).toBe("no");
    expect(judged({ categories: [category], usPersons: line + 1 }).bulk).toBe("yes");
    expect(judged({ categories: [category], usPersons: null }).bulk).toBe("cannot-be-excluded");
  });

  it("precise geolocation counts devices: 1,000 are not bulk, 1,001 are, and persons do not stand in for them", () => {
    expect(judged({ categories: ["precise-geolocation"], usDevices: 1000 }).bulk).toBe("no");
    expect(judged({ categories: ["precise-geolocation"], usDevices: 1001 }).bulk).toBe("yes");
    expect(judged({ categories: ["precise-geolocation"], usPersons: 40 }).bulk).toBe("cannot-be-excluded");
  });

  it("a category that leaves the kind open lies between its lines", () => {
    const bulk = (usPersons: number) => judged({ categories: ["human-omic"], usPersons }).bulk;
    expect([100, 101, 1000, 1001].map(bulk)).toEqual(["no", "cannot-be-excluded", "cannot-be-excluded", "yes"]);
  });

  it("biospecimens go by the line for genomic data, which can be derived from any of them", () => {
    const bulk = (usPersons: number) => judged({ categories: ["human-biospecimens"], usPersons }).bulk;
    expect([100, 101].map(bulk)).toEqual(["no", "yes"]);
  });

  it("what is declared as bulk needs no count, in whatever category", () => {
    expect(judged({ categories: ["personal-health"], bulk: true })).toMatchObject({ bulk: "yes", omic: "no" });
    expect(judged({ categories: ["human-omic"], bulk: true })).toMatchObject({ bulk: "yes", omic: "yes" });
    expect(judged({ categories: ["personal-health"], bulk: true, exclusions: ["public-record"] }).bulk).toBe("no");
  });

  it("says why, with the count, the line and the provision", () => {
    expect(judged({ categories: ["personal-health"], usPersons: 50_000 }).bulkBecause).toBe(
      "personal-health: at least 50,000 U.S. persons, the line is more than 10,000 (28 CFR 202.205)",
    );
    expect(judged({ categories: ["personal-health"], usPersons: null }).bulkBecause).toBe(
      "personal-health: an unknown number of U.S. persons, the line is more than 10,000 (28 CFR 202.205)",
    );
  });

  it("who holds the keys changes nothing", () => {
    for (const keysHeldBy of ["customer", "provider", "unknown"] as const)
      expect(judged({ categories: ["personal-health"], usPersons: 50_000, keysHeldBy }).bulk).toBe("yes");
  });

  it("takes several holdings together: at least the largest, at most the sum", () => {
    const set = (...counts: (number | null)[]) =>
      judged(...counts.map((usPersons) => ({ categories: ["covered-personal-identifiers"], usPersons }))).bulk;
    expect(set(60_000, 60_000)).toBe("cannot-be-excluded");
    expect(set(50_000, 50_000)).toBe("no");
    expect(set(100_001, 5)).toBe("yes");
    expect(set(5, null)).toBe("cannot-be-excluded");
    expect(set(100_001, null)).toBe("yes");
  });

  it("combined data goes by the lowest line among its types", () => {
    const both = ["covered-personal-identifiers", "personal-health"];
    expect(judged({ categories: both, usPersons: 10_000 }).bulk).toBe("no");
    expect(judged({ categories: both, usPersons: 10_001 }).bulk).toBe("yes");
    const apart = (persons: number, devices: number) =>
      judged(
        { categories: ["personal-financial"], usPersons: persons, linkedTogether: true },
        { categories: ["precise-geolocation"], usDevices: devices, linkedTogether: true },
      );
    expect(apart(3000, 3000).bulk).toBe("yes");
    expect(apart(500, 500).bulk).toBe("no");
    // 600 + 600 can be 1,200 different ones.
    expect(apart(600, 600).bulk).toBe("cannot-be-excluded");
    // 50 genomes and health data on 9,000: the line of 100 governs the whole set.
    expect(judged({ categories: ["human-genomic"], usPersons: 50 }, { categories: ["personal-health"], usPersons: 9000 }).bulk).toBe("yes");
  });

  it("a list of people that may be linked to sensitive data leaves the set open", () => {
    const list = { usPersons: 40_000, identifiers: identifiers("d:name d:email-address") };
    expect(judged({ ...list, linkedTogether: null }, { categories: ["personal-health"], usPersons: 50 }).bulk).toBe("cannot-be-excluded");
    expect(judged({ ...list, linkedTogether: false }, { categories: ["personal-health"], usPersons: 50 }).bulk).toBe("no");
  });

  it("volumes add up over the deals with one counterparty, where the deal itself holds sensitive data", () => {
    const own = sampleHolding("own", { categories: ["personal-health"], usPersons: 5000 });
    const other = sampleHolding("other", { categories: ["personal-health"], usPersons: 20_000 });
    const plain = sampleHolding("plain", { categories: ["weather"], usPersons: 5000 });
    expect(judgeData([own], dsp, [own, other]).bulk).toBe("yes");
    expect(judgeData([plain], dsp, [plain, other]).bulk).toBe("no");
  });

  it("stays open where nothing is declared, and where the category is not said", () => {
    expect(judgeData([], dsp)).toMatchObject({
      known: false,
      bulk: "cannot-be-excluded",
      omic: "cannot-be-excluded",
      governmentRelated: "cannot-be-excluded",
    });
    expect(judged({ categories: ["sensitive-unspecified"], usPersons: 5 }).bulk).toBe("cannot-be-excluded");
    expect(judged({ categories: ["weather"] })).toMatchObject({ bulk: "no", sensitive: false });
  });

  it("a pack without lines for data judges none", () => {
    expect(judgeData([sampleHolding("h", { categories: ["personal-health"], usPersons: 1 })], {})).toMatchObject({
      bulk: "no",
      categories: ["personal-health"],
    });
  });
});

describe("covered personal identifiers (28 CFR 202.212)", () => {
  const many = { usPersons: 200_000 };
  it.each<[string, boolean | null, Verdict]>([
    ["a:social-security-number", true, "no"],
    ["f:account-username", true, "no"],
    ["c:mac-address", true, "no"],
    ["d:name a:social-security-number", true, "yes"],
    ["a:drivers-license a:passport", true, "yes"],
    ["c:mac-address d:residential-address", true, "yes"],
    ["f:account-username d:name", true, "yes"],
    ["e:advertising-id d:email-address", true, "yes"],
    ["g:ip-address e:advertising-id", true, "yes"],
    ["d:name d:zip-code d:phone-number d:email-address", true, "no"],
    ["d:name d:zip-code d:phone-number d:email-address g:cookie", true, "yes"],
    ["g:ip-address f:account-username", true, "cannot-be-excluded"],
    ["a:social-security-number-truncated d:email-address", true, "yes"],
    ["b:bank-account-number-truncated d:name", true, "no"],
    ["none:bank-account-number-truncated d:name", true, "no"],
    ["b:bank-account-number d:name", true, "yes"],
    ["c:imei d:email-address", false, "no"],
    ["c:imei d:email-address", null, "cannot-be-excluded"],
    ["d:name d:zip-code", null, "no"],
  ])("%s, linked: %s, is %s", (listed, linkedTogether, expected) => {
    expect(judged({ ...many, categories: ["listed-identifiers"], identifiers: identifiers(listed), linkedTogether }).bulk).toBe(expected);
  });

  it("two files of one counterparty that may carry a common key stay open", () => {
    const names = { ...many, identifiers: identifiers("d:name") };
    const devices = { ...many, identifiers: identifiers("c:mac-address") };
    expect(judged(names, devices).bulk).toBe("cannot-be-excluded");
    expect(judged(names, { ...devices, linkedTogether: false }).bulk).toBe("no");
  });

  it("a label that the listed identifiers do not bear out stays open", () => {
    const contact = { ...many, identifiers: identifiers("d:name d:zip-code"), linkedTogether: true };
    expect(judged({ ...contact, categories: ["covered-personal-identifiers"] }).bulk).toBe("cannot-be-excluded");
  });
});

describe("exclusions, 'omic and government-related data", () => {
  it("takes out what the law takes out, and says where it does not know an exclusion", () => {
    expect(judged({ categories: ["personal-health"], usPersons: 50_000, exclusions: ["public-record"] })).toMatchObject({
      bulk: "no",
      sensitive: false,
      categories: [],
    });
    expect(
      judged({ categories: ["human-genomic", "personal-health"], usPersons: 5000, exclusions: ["routine-clinical-measurement"] }),
    ).toMatchObject({
      bulk: "no",
      omic: "no",
      categories: ["personal-health"],
    });
    const unknown = judged({ categories: ["personal-health"], usPersons: 50_000, exclusions: ["encrypted"] });
    expect(unknown.bulk).toBe("yes");
    expect(unknown.bulkBecause).toContain("the exclusion encrypted is not one of this pack");
  });

  it("'omic data goes by its own lines, whatever lies beside it", () => {
    expect(judged({ categories: ["human-genomic"], usPersons: 101 }).omic).toBe("yes");
    expect(judged({ categories: ["human-genomic"], usPersons: 100 }).omic).toBe("no");
    expect(judged({ categories: ["human-genomic"], usPersons: 50 }, { categories: ["personal-health"], usPersons: 9000 })).toMatchObject({
      bulk: "yes",
      omic: "no",
    });
    expect(
      judged({ categories: ["human-biospecimens"], usPersons: 5000, exclusions: ["solely-diagnosis-treatment-prevention"] }).omic,
    ).toBe("no");
  });

  it("government-related data has no floor, and turns on the market and the place", () => {
    expect(judged({ categories: ["personal-health"], usPersons: 5, marketedAsGovernmentPersonnel: true }).governmentRelated).toBe("yes");
    expect(judged({ categories: ["personal-health"], usPersons: 3000 }).governmentRelated).toBe("no");
    expect(judged({ categories: ["weather"], marketedAsGovernmentPersonnel: true }).governmentRelated).toBe("no");
    expect(judged({ categories: ["precise-geolocation"], usDevices: 1, inListedGovernmentArea: true }).governmentRelated).toBe("yes");
    const located = (more: Partial<Holding>) =>
      judged({ categories: ["geolocation"], usDevices: 500, inListedGovernmentArea: true, ...more }).governmentRelated;
    expect(located({ precisionMetres: 1000 })).toBe("yes");
    expect(located({ precisionMetres: 1001 })).toBe("no");
    expect(located({})).toBe("cannot-be-excluded");
    expect(located({ categories: ["precise-geolocation"], precisionMetres: 3000 })).toBe("no");
  });

  it("tells intellectual property and counts for explanations", () => {
    expect(judged({ categories: ["trade-secrets"] }).intellectualProperty).toBe(true);
    expect(judged({ categories: ["personal-health"], usPersons: 7 }, { categories: ["personal-health"] })).toMatchObject({
      usPersons: 7,
      usPersonsKnown: false,
    });
  });
});

const anyHolding = fc.record({
  categories: fc.subarray(["human-genomic", "precise-geolocation", "personal-health", "covered-personal-identifiers", "weather"], {
    minLength: 1,
  }),
  usPersons: fc.option(fc.nat(200_000)),
  usDevices: fc.option(fc.nat(200_000)),
});

describe("laws", () => {
  it("more people never make a set less bulk, and an unknown count never gives a firm no", () => {
    const order: Verdict[] = ["no", "cannot-be-excluded", "yes"];
    fc.assert(
      fc.property(fc.array(anyHolding, { minLength: 1, maxLength: 4 }), fc.nat(50_000), (holdings, more) => {
        const grown = holdings.map((one) => ({ ...one, usPersons: one.usPersons === null ? null : one.usPersons + more }));
        expect(order.indexOf(judged(...grown).bulk)).toBeGreaterThanOrEqual(order.indexOf(judged(...holdings).bulk));
        const open = holdings.map((one) => ({ ...one, usPersons: null, usDevices: null }));
        if (judged(...open).sensitive) expect(judged(...open).bulk).toBe("cannot-be-excluded");
      }),
    );
  });

  it("the order of holdings makes no difference", () => {
    fc.assert(
      fc.property(fc.array(anyHolding, { minLength: 2, maxLength: 4 }), (holdings) => {
        const facts = holdings.map((one, index) => sampleHolding(`h${index}`, one));
        expect(judgeData([...facts].reverse(), dsp)).toEqual(judgeData(facts, dsp));
      }),
    );
  });
});

const conformance = join(import.meta.dirname, "../../../shared/law/conformance");

interface ConformanceCase {
  id: string;
  asks: string;
  data: (Pick<Holding, "usPersons" | "usDevices" | "linkedTogether" | "identifiers" | "exclusions"> & {
    category: string;
    inListedGovArea: boolean | null;
    precisionMeters: number | null;
    marketedAsUsgPersonnel: boolean | null;
  })[];
  expected: { answer: boolean | null };
}

/** Facts that a holding does not carry: what the identifiers are needed for, and that two sets are about different people. */
const notDeclarable: Record<string, Verdict> = {
  "28cfr202.212-rt-b2-not-necessary": "cannot-be-excluded",
  "28cfr202.205-rt-aggregate-same-pair": "cannot-be-excluded",
  "28cfr202.205-rt-outside-window": "cannot-be-excluded",
};

describe.skipIf(!existsSync(conformance))("cases of ../shared/law/conformance on data", () => {
  const present = existsSync(conformance) ? ["bulk", "identifiers", "government-related"] : [];
  const cases = present.flatMap((topic) =>
    readFileSync(join(conformance, `${topic}.jsonl`), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as ConformanceCase),
  );
  it.each(cases.map((one) => [one.id, one] as const))("%s", (id, { asks, data, expected }) => {
    const facts = judged(
      ...data.map((one) => ({
        categories: [one.category],
        usPersons: asks === "identifiers" ? 200_000 : one.usPersons,
        usDevices: one.usDevices,
        identifiers: one.identifiers,
        linkedTogether: one.linkedTogether,
        exclusions: one.exclusions,
        inListedGovernmentArea: one.inListedGovArea ?? false,
        ...(one.precisionMeters == null ? {} : { precisionMetres: one.precisionMeters }),
        marketedAsGovernmentPersonnel: one.marketedAsUsgPersonnel ?? false,
      })),
    );
    const answer = asks === "government-related" ? facts.governmentRelated : facts.bulk;
    expect(verdicts).toContain(answer);
    expect(answer).toBe(notDeclarable[id] ?? (expected.answer ? "yes" : "no"));
  });
});
