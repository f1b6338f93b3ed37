import { describe, expect, it } from "vitest";
import type { Party } from "../model/index.js";
import { party, sampleReference, stake } from "../trace/sample-reference.js";
import { domesticPerson } from "./domestic.js";
import { personsUnder } from "./persons.js";
import { samplePack } from "./sample-pack.js";

const usPersons = { citation: "Act", mark: "R", citizens: true, statuses: ["lpr"], presentIndividuals: true, solelyOrganised: true };
const regime = {
  governments: [{ code: "CN", mark: "R" }],
  covered: {
    limbs: ["ownership", "organised", "principal-place", "residence", "employment", "listed"],
    lists: ["named"],
    exemptJurisdictions: ["US"],
  },
};
const pack = samplePack({ domesticPersons: usPersons, regime });
const individual = (id: string, more: Partial<Party> = {}) => party(id, { kind: "individual", jurisdiction: null, ...more });
const inChina = { principalPlace: { country: "CN" } };
const works = (employer: string, as: "employee" | "contractor" | "officer" = "employee") => ({ engagements: [{ with: employer, as }] });

describe("domesticPerson", () => {
  const reference = sampleReference({ parties: [party("us", { jurisdiction: "US" }), party("cn", { jurisdiction: "CN" })] });
  it.each<[string, Party, string]>([
    ["a citizen who lives abroad", individual("p", { ...inChina, nationalities: ["CN", "US"] }), "yes"],
    ["a permanent resident abroad", individual("p", { ...inChina, residenceStatus: { country: "US", status: "lpr" } }), "yes"],
    ["a foreign citizen who is there", individual("p", { ...inChina, nationalities: ["CN"], presentIn: "US" }), "yes"],
    [
      "a foreign citizen who lives there and is elsewhere now",
      individual("p", { principalPlace: { country: "US" }, presentIn: "CN" }),
      "no",
    ],
    ["a foreign citizen abroad", individual("p", { ...inChina, nationalities: ["CN"] }), "no"],
    ["a company organised there", party("c", { jurisdiction: "US" }), "yes"],
    ["a company organised abroad as well", party("c", { jurisdiction: "US", alsoOrganisedIn: ["LU"] }), "no"],
    ["the branch abroad of a company organised there", party("b", { jurisdiction: null, presentIn: "CN", branchOf: "us" }), "yes"],
    ["the branch there of a foreign company", party("b", { jurisdiction: null, presentIn: "US", branchOf: "cn" }), "no"],
    ["a company of which the law is not on file", party("c", { jurisdiction: null }), "cannot-be-excluded"],
  ])("%s: %s", (_, one, expected) => {
    expect(domesticPerson(one, pack, reference)).toBe(expected);
  });

  it("ends where branches lead to each other", () => {
    const circle = sampleReference({ parties: [party("a", { branchOf: "b" }), party("b", { branchOf: "a" })] });
    expect(domesticPerson(party("a", { branchOf: "b" }), pack, circle)).toBe("no");
  });

  it("goes by the place of organisation or residence where the pack defines nothing", () => {
    const plain = samplePack();
    expect(domesticPerson(party("c", { jurisdiction: "US", alsoOrganisedIn: ["LU"] }), plain, reference)).toBe("yes");
    expect(domesticPerson(individual("p", { ...inChina, nationalities: ["US"] }), plain, reference)).toBe("no");
  });
});

describe("personsUnder", () => {
  const reference = sampleReference({
    parties: [
      party("cn", { jurisdiction: "CN" }),
      party("neutral"),
      individual("staff", works("cn")),
      individual("staff-at-home", { ...works("cn"), presentIn: "US" }),
      individual("chair", works("cn", "officer")),
      individual("boss", inChina),
      individual("assistant", works("boss")),
      individual("staff-of-owned", works("owned", "contractor")),
      party("owned"),
      party("us-owned", { jurisdiction: "US", alsoOrganisedIn: ["LU"] }),
      party("branch", { jurisdiction: null, branchOf: "cn" }),
      individual("american", { ...inChina, nationalities: ["US"] }),
      party("owned-by-american"),
    ],
    interests: [stake("staff", "owned", 50), stake("staff", "us-owned", 50), stake("american", "owned-by-american", 100)],
  });
  const view = personsUnder(pack, reference, "2026-06-01");

  it.each([
    ["staff", "yes"],
    ["staff-at-home", "no"],
    ["chair", "no"],
    ["assistant", "no"],
    ["owned", "yes"],
    ["staff-of-owned", "yes"],
    ["us-owned", "yes"],
    ["branch", "yes"],
    ["american", "no"],
    ["owned-by-american", "no"],
  ])("%s: %s", (id, expected) => {
    expect(view(id).covered).toBe(expected);
  });

  it("names employment as the ground, and nothing that the list for it is called by", () => {
    expect(view("staff")).toMatchObject({ limbs: ["employment"], because: "STAFF works for a covered entity or a government of concern." });
  });

  it("reads work that holds on the day", () => {
    const ended = { engagements: [{ with: "cn", as: "employee" as const, until: "2025-12-31" }] };
    const dated = sampleReference({ parties: [party("cn", { jurisdiction: "CN" }), individual("p", ended)] });
    expect(personsUnder(pack, dated, "2025-12-31")("p").covered).toBe("yes");
    expect(personsUnder(pack, dated, "2026-01-01")("p").covered).toBe("no");
  });
});

describe("a regime with days and programmes", () => {
  const dated = samplePack({
    regime: {
      governments: [],
      covered: {
        limbs: ["ownership", "listed"],
        lists: ["named"],
        listProgrammes: { named: ["ONE"] },
        ownershipPeriods: [
          { from: "2025-09-29", until: "2025-11-09", citation: "Rule", mark: "R" },
          { from: "2026-11-10", citation: "Rule", mark: "UNCONFIRMED", note: "verify" },
        ],
      },
    },
  });
  const entry = (id: string, programme?: string) => ({
    party: id,
    list: "named",
    ...(programme ? { programme } : {}),
    from: "2020",
    citation: "c",
    sources: ["s"],
    confidence: "high" as const,
  });
  const reference = sampleReference({
    parties: [party("one"), party("two"), party("a"), party("b")],
    interests: [stake("one", "a", 100), stake("two", "b", 100)],
    listings: [entry("one", "ONE"), entry("two", "TWO")],
  });

  it.each([
    ["2025-09-28", "no"],
    ["2025-09-29", "yes"],
    ["2025-11-09", "yes"],
    ["2025-11-10", "no"],
    ["2026-11-09", "no"],
    ["2026-11-10", "cannot-be-excluded"],
  ])("on %s what a listed party owns is covered: %s, and the listed party itself always", (day, expected) => {
    const view = personsUnder(dated, reference, day);
    expect(view("a").covered).toBe(expected);
    expect(view("one").covered).toBe("yes");
    expect(view("b").covered).toBe("no");
    expect(view("two").covered).toBe("no");
  });
});
