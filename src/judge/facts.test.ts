import { describe, expect, it } from "vitest";
import { Inventory } from "../model/index.js";
import { type FactSources, transactionFacts } from "./facts.js";
import { counterparty, reach, reference, transaction } from "./sample-case.js";
import { samplePack } from "./sample-pack.js";

const inventory = Inventory.parse({
  subject: { name: "Meridian", jurisdiction: "US" },
  systems: [{ id: "orders", name: "Order archive", criticality: "high" }],
  holdings: [
    { id: "archive", name: "Archive", categories: ["personal-health"], usPersons: 12 },
    { id: "other", name: "Other", categories: ["personal-health"], usPersons: 13 },
  ],
  measures: [
    { id: "M04", status: "in-place", appliesTo: ["archive"] },
    { id: "M01", status: "verified" },
    { id: "M19", status: "promised", appliesTo: ["orders"] },
    { id: "M03", status: "in-place", appliesTo: ["other"] },
  ],
});

function facts(more: Partial<FactSources> = {}) {
  return transactionFacts({
    transaction: transaction("t1", { holdings: ["archive"] }),
    inventory,
    reference,
    pack: samplePack(),
    counterparties: [counterparty()],
    reaches: [],
    asOf: "2026-11-23",
    ...more,
  });
}

describe("transactionFacts", () => {
  it("tells the deal, the counterparty and the lists in force on the day", () => {
    const known = facts();
    expect(known.transaction).toMatchObject({
      systemName: "Order archive",
      criticality: "high",
      declared: true,
      observed: false,
      provider: "red",
      owner: "",
    });
    expect(known.counterparty).toEqual({
      name: "Red Cloud Ltd",
      jurisdiction: "HK",
      principalPlace: "",
      covered: "yes",
      limbs: ["organised"],
      governments: ["CN"],
      shareMin: 0,
      shareMax: 0,
      lists: ["some-list"],
      domestic: false,
      because: "Red Cloud Ltd is organised in Hong Kong.",
    });
    expect(facts({ asOf: "2020-12-31" }).counterparty.lists).toEqual(["old-list"]);
    expect(facts({ asOf: "2021-01-01" }).counterparty.lists).toEqual([]);
  });

  it("takes only holdings and measures that concern the transaction", () => {
    expect(facts().data).toMatchObject({ known: true, holdings: ["Archive"], usPersons: 12 });
    expect(facts().measures).toEqual({ inPlace: ["M01", "M04"], verified: ["M01"], promised: ["M19"] });
  });

  it("tells ground from lead, and what is left after measures", () => {
    const known = facts({
      reaches: [
        reach("t1", { government: "CN", effect: "access" }),
        reach("t1", { government: "CN", effect: "disrupt", residual: false }),
        reach("t1", { government: "CN", effect: "launch", confidence: "low" }),
        reach("t1", { government: "CN", effect: "access", confidence: "low", id: "weaker" }),
        reach("t1", { government: "DE", effect: "tamper" }),
        reach("t2", { government: "CN", effect: "tamper" }),
      ],
    });
    expect(known.reach).toEqual({ access: ["CN"], disrupt: ["CN"], tamper: [], launch: [] });
    expect(known.residual).toEqual({ access: ["CN"], disrupt: [], tamper: [], launch: [] });
    expect(known.leads).toEqual({ access: [], disrupt: [], tamper: [], launch: ["CN"] });
  });

  it("asks which governments are of concern on the day", () => {
    const pack = samplePack({
      regime: { governments: [{ code: "CN", from: "2025-01-01", mark: "R" }], covered: { limbs: ["organised"] } },
    });
    const reaches = [reach("t1")];
    expect(facts({ pack, reaches, asOf: "2024-12-31" }).reach.access).toEqual([]);
    expect(facts({ pack, reaches, asOf: "2025-01-01" }).reach.access).toEqual(["CN"]);
    const fromGermany = samplePack({ domestic: ["DE"], regime: { governmentsExcept: ["DE"], covered: { limbs: ["organised"] } } });
    expect(
      facts({ pack: fromGermany, reaches: [reach("t1", { government: "US" }), reach("t1", { government: "DE" })] }).reach.access,
    ).toEqual(["US"]);
  });

  it("leaves open who the subject is where it does not say, or sits abroad with its principal place at home", () => {
    const subject = (more: object) => facts({ inventory: Inventory.parse({ subject: { name: "Meridian", ...more } }) }).subject.domestic;
    expect(facts({ inventory: null }).subject).toMatchObject({ domestic: "cannot-be-excluded", name: "the subject" });
    expect(subject({})).toBe("cannot-be-excluded");
    expect(subject({ jurisdiction: "US" })).toBe("yes");
    expect(subject({ jurisdiction: "LU" })).toBe("no");
    expect(subject({ jurisdiction: "LU", principalPlace: "US" })).toBe("cannot-be-excluded");
  });

  it("never clears a counterparty that was not assessed", () => {
    expect(facts({ counterparties: [] }).counterparty.covered).toBe("cannot-be-excluded");
    expect(facts({ counterparties: [counterparty({ pack: "another" })] }).counterparty.covered).toBe("cannot-be-excluded");
  });

  it("counts who runs a service where the regime knows that limb, whoever owns the counterparty", () => {
    const pack = (...limbs: string[]) => samplePack({ regime: { governments: [{ code: "CN", mark: "R" }], covered: { limbs } } });
    const clean = counterparty({
      party: "plain-cloud",
      covered: "no",
      limbs: [],
      governments: [],
      because: "No owner of concern is on file.",
    });
    const run = {
      transaction: transaction("t1", { operator: "plain-cloud" }),
      counterparties: [clean],
      reaches: [reach("t1")],
    };
    expect(facts({ ...run, pack: pack("organised") }).counterparty.covered).toBe("no");
    expect(facts({ ...run, pack: pack("organised", "operation") }).counterparty).toMatchObject({
      covered: "yes",
      limbs: ["operation"],
      governments: ["CN"],
      because: "No owner of concern is on file. But Red Cloud Ltd runs the service: Red Cloud Ltd operates it.",
    });
    expect(facts({ ...run, pack: pack("operation"), reaches: [reach("t1", { confidence: "low" })] }).counterparty.covered).toBe("no");
  });

  it("tells the governments behind authors of the technology", () => {
    const by = (...technology: string[]) => facts({ transaction: transaction("t1", { technology }) }).technology;
    expect(by("red-soft")).toEqual({ authors: ["Red Soft"], governments: ["CN"] });
    expect(by("plain-cloud", "unknown-author")).toEqual({ authors: ["Plain Cloud", "unknown-author"], governments: [] });
  });
});
