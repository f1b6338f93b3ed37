import type { Party, Reference, RulePack, Verdict } from "../model/index.js";

/**
 * Whether a party is a person of the pack's own side, by the pack's `domesticPersons` (28 CFR 202.256 for the Data Security Program):
 * citizens and those with a standing wherever they are, individuals who are there, entities organised under no other law. A branch is
 * part of its company. Without a definition in the pack, whoever is organised there. Open where the facts that decide are not on file.
 */
export function domesticPerson(party: Party, pack: Pick<RulePack, "domestic" | "domesticPersons">, reference: Reference): Verdict {
  const whole = wholeOf(party, reference);
  const home = (territory: string | null | undefined): boolean =>
    territory != null && pack.domestic.includes(reference.governmentOf(territory));
  return whole.kind === "individual" ? individual(whole, pack.domesticPersons, home) : entity(whole, pack.domesticPersons, home);
}

/** The entity that a branch is part of; any other party is itself. Branches of branches end at the first that is none. */
export function wholeOf(party: Party, reference: Reference): Party {
  const passed = new Set([party.id]);
  let whole = party;
  while (whole.branchOf !== undefined && !passed.has(whole.branchOf)) {
    passed.add(whole.branchOf);
    const head = reference.party(whole.branchOf);
    if (!head) break;
    whole = head;
  }
  return whole;
}

type Home = (territory: string | null | undefined) => boolean;

function individual(party: Party, rule: RulePack["domesticPersons"], home: Home): Verdict {
  const residence = party.principalPlace?.country ?? party.jurisdiction;
  if (!rule) return home(residence) ? "yes" : "no";
  if (rule.citizens && party.nationalities?.some(home)) return "yes";
  const { residenceStatus } = party;
  if (residenceStatus && home(residenceStatus.country) && rule.statuses.includes(residenceStatus.status)) return "yes";
  return rule.presentIndividuals && home(party.presentIn ?? residence) ? "yes" : "no";
}

function entity(party: Party, rule: RulePack["domesticPersons"], home: Home): Verdict {
  if (party.jurisdiction === null) return party.kind === "government" ? "no" : "cannot-be-excluded";
  const laws = [party.jurisdiction, ...(party.alsoOrganisedIn ?? [])];
  return (rule?.solelyOrganised ? laws.every(home) : home(party.jurisdiction)) ? "yes" : "no";
}
