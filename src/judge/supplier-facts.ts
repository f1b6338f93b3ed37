import type { Inventory, TransactionFacts, Verdict } from "../model/index.js";

/** Whom the subject supplies, as it declares; what it does not declare stays open, except what another declaration settles. */
export function supplierFacts(subject: Inventory["subject"] | undefined): TransactionFacts["supplier"] {
  const { federalContractor, defenseSupplier, intelligenceSupplier, stateAgencies } = subject ?? {};
  const some = defenseSupplier || intelligenceSupplier;
  // Whoever supplies one department has a federal contract; whoever has none supplies no department.
  const part = (declared: boolean | undefined) => verdict(declared ?? (federalContractor === false ? false : undefined));
  return {
    federal: verdict(some ? true : federalContractor),
    defense: part(defenseSupplier),
    intelligence: part(intelligenceSupplier),
    states: [...new Set(stateAgencies ?? [])].sort(),
    statesKnown: stateAgencies !== undefined,
  };
}

function verdict(declared: boolean | undefined): Verdict {
  return declared === undefined ? "cannot-be-excluded" : declared ? "yes" : "no";
}
