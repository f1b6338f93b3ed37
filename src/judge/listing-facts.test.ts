import { describe, expect, it } from "vitest";
import type { Listing, Provider, RulePack, Transaction } from "../model/index.js";
import { party, sampleReference, stake } from "../trace/sample-reference.js";
import { listingFacts } from "./listing-facts.js";
import { personsUnder } from "./persons.js";
import { transaction as sampleTransaction } from "./sample-case.js";
import { samplePack } from "./sample-pack.js";

const asOf = "2026-06-01";
const entry = (id: string, more: Partial<Listing> = {}): Listing => ({
  party: id,
  list: "the-list",
  from: "2024-01-01",
  citation: "The List",
  sources: ["s"],
  confidence: "high",
  ...more,
});
const security = { scope: "security software", products: ["security-software"] } satisfies Partial<Listing>;

function facts(more: Partial<Transaction>, listings: Listing[], regime: Partial<RulePack["regime"]["covered"]> = {}, kinds = ["security"]) {
  const reference = sampleReference({
    parties: ["maker", "branch", "sister", "parent", "neutral"].map((id) => party(id)),
    interests: [stake("maker", "branch", 100), stake("parent", "maker", 100), stake("parent", "sister", 100)],
    listings,
    lists: [{ id: "the-list", name: "The List", government: "US", authority: "An act", effect: "a ban", mark: "R", sources: ["s"] }],
    providers: [{ id: "red", names: { english: "Red" }, kinds } as Provider],
  });
  const pack = samplePack({
    regime: { governments: [], covered: { limbs: ["listed", "affiliation"], controlKinds: ["equity"], lists: ["the-list"], ...regime } },
  });
  const transaction = sampleTransaction("t", { kind: "software", operator: "maker", ...more });
  const assess = personsUnder(pack, reference, asOf);
  const counterparties = [transaction.operator, ...transaction.technology].map((id) => ({ ...assess(id), pack: pack.id }));
  return listingFacts({ transaction, counterparties, reference, pack, asOf });
}

describe("listing facts", () => {
  it("are the entries on the operator, with their scope", () => {
    expect(facts({}, [entry("maker", security)])).toEqual({
      covered: "yes",
      parties: ["MAKER"],
      scopes: ["security software"],
      fits: "yes",
      because: "MAKER is on The List since 2024-01-01 for security software: code is of that kind.",
    });
    expect(facts({ kind: "hosting" }, [entry("maker", security)])).toMatchObject({
      covered: "yes",
      fits: "no",
      because: expect.stringMatching(/a place to store or compute is not of that kind, so the entry does not reach it/),
    });
  });

  it("are those on whom it is an affiliate of", () => {
    expect(facts({ operator: "sister" }, [entry("maker", security)])).toMatchObject({ covered: "yes", parties: ["MAKER"], fits: "yes" });
  });

  it("are those on an author of the technology, served by somebody neutral", () => {
    const served = { operator: "neutral", technology: ["maker"] };
    expect(facts(served, [entry("maker", security)])).toMatchObject({ covered: "yes", parties: ["MAKER"], fits: "yes" });
    expect(facts({ operator: "neutral" }, [entry("maker", security)])).toMatchObject({ covered: "no", parties: [], fits: "no" });
  });

  it("are those on owners, where the regime goes by owners", () => {
    const byControl = { limbs: ["listed" as const, "control" as const] };
    expect(facts({ operator: "branch" }, [entry("maker", security)], byControl)).toMatchObject({ covered: "yes", parties: ["MAKER"] });
    // Named entities only: the subsidiary is not covered, so its parent's entry is nobody's.
    expect(facts({ operator: "branch" }, [entry("maker", security)], { limbs: ["listed"] })).toMatchObject({ covered: "no", parties: [] });
  });

  it("are none of other lists or other days", () => {
    expect(facts({}, [entry("maker"), entry("maker", { list: "other" }), entry("maker", { ...security, until: "2025" })])).toMatchObject({
      scopes: [],
      fits: "yes",
    });
  });

  it("go by the products of the law, where it is limited to some", () => {
    const drones = { products: ["uncrewed-aircraft" as const] };
    expect(facts({ kind: "vendor" }, [entry("maker")], drones)).toMatchObject({ fits: "cannot-be-excluded" });
    expect(facts({ kind: "hosting" }, [entry("maker")], drones)).toMatchObject({
      fits: "no",
      because: expect.stringContaining("this law is limited to uncrewed aircraft"),
    });
  });
});
