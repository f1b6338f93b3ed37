import type { Catalogue, Engagement, Government, Interest, Listing, Party, RulePack } from "../../model/index.js";
import type { CaseParty, ConformanceCase } from "./case.js";

/** Stands for some country of concern that a case does not name. */
const someConcern = "XC";

const sources = ["conformance-case"];

/** The lists that cases name, by the ids of the reference. */
const lists: Record<string, string> = {
  SDN: "us-ofac-sdn",
  EntityList: "us-bis-entity-list",
  MEUList: "us-bis-meu-list",
  UnverifiedList: "us-bis-unverified-list",
};

/** Facts that speak of an earlier share, and of where it was sold. */
const formerShare = /^former-pct:(\d+(?:\.\d+)?)$/;

/**
 * The facts of a case as a catalogue: parties, interests and listings of the model, so that the same engine answers for them as for the
 * reference. `XC` becomes soil of the first government that the pack names.
 *
 * @param governments those of the reference, for the soil that each holds
 */
export function catalogueOf(conformanceCase: ConformanceCase, pack: RulePack, governments: Government[]): Catalogue {
  return {
    schemaVersion: "1",
    edition: conformanceCase.transaction.date,
    providers: [],
    parties: conformanceCase.parties.map(partyOf),
    interests: interestsOf(conformanceCase, pack),
    listings: conformanceCase.parties.flatMap((party) => listingsOf(party, pack)),
    lists: [],
    ties: [],
    instruments: [],
    governments: withSomeConcern(governments, pack),
    measures: [],
    sources: {},
  };
}

function withSomeConcern(governments: Government[], pack: RulePack): Government[] {
  const code = pack.regime.governments?.[0]?.code;
  return governments.map((one) => (one.code === code ? { ...one, territories: [...one.territories, someConcern] } : one));
}

function partyOf(given: CaseParty): Party {
  const [first, ...further] = given.organizedIn;
  const seat = given.type === "individual" ? given.primaryResidence : given.principalPlaceOfBusiness;
  return {
    id: given.id,
    name: given.id,
    kind: given.type,
    jurisdiction: (given.type === "individual" ? given.primaryResidence : first) ?? null,
    ...(further.length > 0 ? { alsoOrganisedIn: further } : {}),
    ...(seat ? { principalPlace: { country: seat } } : {}),
    ...(given.locatedIn ? { presentIn: given.locatedIn } : {}),
    ...(given.citizenOf.length > 0 ? { nationalities: given.citizenOf } : {}),
    ...(given.usImmigrationStatus ? { residenceStatus: { country: "US", status: given.usImmigrationStatus } } : {}),
    ...(given.branchOf ? { branchOf: given.branchOf } : {}),
    engagements: engagementsOf(given),
    sources,
    confidence: "high",
  };
}

function engagementsOf({ employedBy, contractorOf, officerOf }: CaseParty): Engagement[] {
  const as = (kind: Engagement["as"]) => (id: string) => ({ with: id, as: kind });
  return [...employedBy.map(as("employee")), ...contractorOf.map(as("contractor")), ...officerOf.map(as("officer"))];
}

function interestsOf({ parties, ownership, transaction }: ConformanceCase, pack: RulePack): Interest[] {
  const former = stakeThatStands(transaction.facts, pack);
  const held = ownership.map(({ owner, owned, pct }): Interest => {
    const reduced =
      pct !== null && former !== undefined && pct < former && parties.some(({ id, listed }) => id === owner && listed.length > 0);
    const share = reduced ? former : pct;
    return { owner, owned, kind: "equity", ...(share === null ? {} : { share }), sources, confidence: "high" };
  });
  const controlled = parties.flatMap(({ id, controls }) =>
    controls.map((owned): Interest => ({ owner: id, owned, kind: "board", sources, confidence: "high" })),
  );
  return [...held, ...controlled];
}

/**
 * A blocked person cannot pass on a blocked stake within U.S. jurisdiction without a licence, so the former one stands; sold wholly outside
 * of it, the present one counts (OFAC FAQ 402).
 */
function stakeThatStands(facts: string[], pack: RulePack): number | undefined {
  const former = facts.flatMap((fact) => formerShare.exec(fact)?.[1] ?? []).map(Number)[0];
  const sold = facts.filter((fact) => fact.startsWith("divestment-"));
  const within = sold.length > 0 && !sold.includes("divestment-outside-us-jurisdiction");
  return within && former !== undefined && former >= pack.regime.covered.threshold ? former : undefined;
}

function listingsOf({ id, listed, designated }: CaseParty, pack: RulePack): Listing[] {
  const entry = (list: string, programme?: string): Listing => ({
    party: id,
    list,
    ...(programme ? { programme } : {}),
    from: "1900",
    citation: "the case",
    sources,
    confidence: "high",
  });
  return [
    ...listed.map((name) => {
      const [list = name, programme] = name.split(/:(.*)/s);
      const known = lists[list] ?? list;
      return entry(known, programmeNamed(programme, known, pack));
    }),
    ...(designated ? [entry("us-doj-covered-persons")] : []),
  ];
}

/** `744.8(a)(1)`: some programme that the pack's regime names for the list. */
function programmeNamed(programme: string | undefined, list: string, pack: RulePack): string | undefined {
  return programme === "744.8(a)(1)" ? pack.regime.covered.listProgrammes?.[list]?.[0] : programme;
}
