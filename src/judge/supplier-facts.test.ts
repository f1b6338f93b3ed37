import { describe, expect, it } from "vitest";
import { supplierFacts } from "./supplier-facts.js";

const open = "cannot-be-excluded";
const of = (declared: Record<string, boolean>) => {
  const { federal, defense, intelligence } = supplierFacts({ name: "Example", ...declared });
  return [federal, defense, intelligence];
};

describe("whom the subject supplies", () => {
  it("stays open where it is not declared", () => {
    expect(supplierFacts(undefined)).toEqual({ federal: open, defense: open, intelligence: open, states: [], statesKnown: false });
  });

  it.each([
    [{ federalContractor: true }, ["yes", open, open]],
    [{ federalContractor: false }, ["no", "no", "no"]],
    [{ defenseSupplier: true }, ["yes", "yes", open]],
    [{ defenseSupplier: false }, [open, "no", open]],
    [{ intelligenceSupplier: true, defenseSupplier: false }, ["yes", "no", "yes"]],
    // A contradiction: whoever supplies the department has a contract.
    [{ federalContractor: false, defenseSupplier: true }, ["yes", "yes", "no"]],
  ])("%o", (declared, expected) => expect(of(declared)).toEqual(expected));

  it("knows the states, and that there is none", () => {
    expect(supplierFacts({ name: "Example", stateAgencies: ["TX", "FL", "TX"] })).toMatchObject({
      states: ["FL", "TX"],
      statesKnown: true,
    });
    expect(supplierFacts({ name: "Example", stateAgencies: [] })).toMatchObject({ states: [], statesKnown: true });
  });
});
