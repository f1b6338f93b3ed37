import {
  conducts,
  dealTypes,
  knowledgeLevels,
  limbs,
  System,
  Transaction,
  type TransactionFacts,
  transactionKinds,
  type Verdict,
  verdicts,
} from "../model/index.js";

/** Type of a fact in a condition. A `verdict` is the text yes, no or cannot-be-excluded; `governments` are lists of ISO codes. */
export type FactType = "string" | "verdict" | "bool" | "int" | "double" | "list" | "governments";

/** What a condition may know of one fact; `values`, where only these can occur. */
export interface FactEntry<Type extends FactType = FactType> {
  type: Type;
  what: string;
  values?: readonly string[];
}

type TypeFor<Value> = [Value] extends [string[]]
  ? "list" | "governments"
  : [Value] extends [boolean]
    ? "bool"
    : [Value] extends [Verdict]
      ? "verdict"
      : [Value] extends [string]
        ? "string"
        : "int" | "double";

type TableFor<Facts> = {
  [Name in keyof Facts]: [Facts[Name]] extends [string | number | boolean | string[]]
    ? FactEntry<TypeFor<Facts[Name]>>
    : TableFor<Facts[Name]>;
};

function effects(which: string, who = "governments of concern") {
  const entry = (can: string) => ({ type: "governments" as const, what: `${who} that can ${can}: ${which}` });
  return {
    access: entry("obtain the data"),
    disrupt: entry("cut off the service"),
    tamper: entry("change software or data"),
    launch: entry("attack from the infrastructure and hide the origin"),
  };
}

function verdict(what: string) {
  return { type: "verdict" as const, what, values: verdicts };
}

function reachedHoldings(which: string) {
  return {
    holdings: { type: "list" as const, what: `names of the declared holdings of ${which}` },
    categories: { type: "list" as const, what: `categories of ${which} among them` },
    reached: {
      type: "list" as const,
      what: `those of them that a government of concern can obtain by a path of high or medium confidence`,
    },
    access: { type: "governments" as const, what: `the governments of concern that can, whatever the safeguards` },
    residual: { type: "governments" as const, what: `the governments of concern that still can after the measures in place` },
  };
}

/** Every fact that a condition, a template or an example can name; the compiler holds it to `TransactionFacts`. */
export const factTable = {
  asOf: { type: "string", what: "the day of the review, YYYY-MM-DD" },
  subject: {
    name: { type: "string", what: "the company under review" },
    jurisdiction: { type: "string", what: "where it is organised, ISO code; empty where not declared" },
    domestic: verdict("it is a person of the pack's own side; cannot-be-excluded where nothing is declared"),
    coveredEquityKnown: { type: "bool", what: "the share of the subject that covered parties hold is declared" },
    coveredEquityPercent: { type: "double", what: "that share in percent; 0 where not declared" },
  },
  transaction: {
    kind: {
      type: "string",
      what: "what the subject gets: a place to store or compute, a service, code, or traffic only; other kinds are declared deals",
      values: transactionKinds,
    },
    provider: { type: "string", what: "id of the provider" },
    providerName: { type: "string", what: "name of the provider" },
    services: { type: "list", what: "services used" },
    region: { type: "string", what: "region as the provider names it; empty where unknown" },
    servedFrom: { type: "string", what: "country it is served from, ISO code; empty where unknown" },
    operator: { type: "string", what: "party id of the counterparty" },
    owner: { type: "string", what: "party id of the top of its group; empty where unknown" },
    system: { type: "string", what: "id of the subject's system, or undeclared" },
    systemName: { type: "string", what: "name of that system" },
    criticality: { type: "string", what: "of that system", values: [...System.shape.criticality.unwrap().options, "unknown"] },
    declared: { type: "bool", what: "an artefact declares it" },
    observed: { type: "bool", what: "a log shows it" },
    join: { type: "string", what: "how declaration and traffic meet", values: Transaction.shape.join.options },
    bytesSent: { type: "int", what: "bytes that the subject sent, from logs" },
    bytesReceived: { type: "int", what: "bytes that it received, from logs" },
  },
  counterparty: {
    name: { type: "string", what: "name of the party that operates the service" },
    jurisdiction: { type: "string", what: "where it is organised, ISO code; empty where unknown" },
    principalPlace: { type: "string", what: "its principal place of business, ISO code; empty where unknown" },
    covered: verdict("it is covered under the pack's regime"),
    limbs: { type: "list", what: "on which grounds", values: limbs },
    governments: { type: "governments", what: "governments of concern behind it" },
    shareMin: { type: "double", what: "percent held by covered owners, at least" },
    shareMax: { type: "double", what: "percent held by covered owners, at most" },
    lists: { type: "list", what: "government lists that name it on that day" },
    domestic: { type: "bool", what: "it is organised on the pack's own side" },
    because: { type: "string", what: "why it is covered, not covered, or why that stays open" },
  },
  technology: {
    authors: { type: "list", what: "who wrote the technology, where that is not the operator" },
    governments: { type: "governments", what: "governments of concern behind the authors" },
  },
  provider: {
    kinds: { type: "list", what: "what the provider is in the reference, such as cloud, cdn or carrier" },
    soil: { type: "governments", what: "governments of concern on whose soil the provider has regions" },
    regionsOnSoil: { type: "int", what: "how many regions these are" },
    partners: { type: "list", what: "partners and suppliers of the provider in countries of concern, on file by that day" },
    market: { type: "list", what: "market facts on file of the provider by that day" },
  },
  behind: {
    parties: { type: "list", what: "the counterparty and the parties on the paths from governments of concern to it" },
    lists: { type: "list", what: "government lists that name one of these parties on that day" },
    listings: { type: "list", what: "the same in words: who, on which list, since when" },
    ties: {
      type: "list",
      what: "sourced ties of these parties to governments of concern by that day: golden shares, findings, allegations; laws are told apart",
    },
  },
  laws: {
    ofConcern: { type: "list", what: "laws of governments of concern that the paths stand on" },
    context: { type: "list", what: "laws of other governments that paths stand on: context" },
  },
  context: effects("context, never a ground", "governments of no concern to the pack"),
  reach: effects("by a path of high or medium confidence, whatever the safeguards"),
  residual: effects("the same after the measures in place"),
  leads: effects("by paths of low confidence only; a lead, never a ground"),
  data: {
    known: { type: "bool", what: "at least one holding is declared for the transaction" },
    holdings: { type: "list", what: "names of these holdings" },
    categories: { type: "list", what: "their categories, without those that an exclusion takes out" },
    bulk: verdict("more than a bulk line of the pack"),
    bulkBecause: { type: "string", what: "why" },
    omic: verdict("bulk data of the pack's 'omic categories"),
    governmentRelated: verdict("government-related data"),
    sensitive: { type: "bool", what: "some of it is, or may be, of a sensitive category" },
    intellectualProperty: { type: "bool", what: "some of it is intellectual property" },
    usPersons: { type: "int", what: "the largest declared count of U.S. persons; 0 where none is declared" },
    usPersonsKnown: { type: "bool", what: "every holding declares its count of U.S. persons" },
  },
  sensitiveData: reachedHoldings("the pack's sensitive categories"),
  intellectualProperty: reachedHoldings("intellectual property"),
  measures: {
    inPlace: { type: "list", what: "measures in place or verified that apply here" },
    verified: { type: "list", what: "measures verified" },
    promised: { type: "list", what: "measures only promised" },
  },
  deal: {
    type: { type: "string", what: "what is agreed; of an artefact, vendor, or unknown where it shows a flow only", values: dealTypes },
    declared: { type: "bool", what: "the deal itself is declared, not only seen in artefacts" },
    conduct: { type: "string", what: "whose conduct is judged", values: conducts },
    consideration: verdict("something of value changes hands"),
    recipientCollectedDirectly: verdict("the recipient got the data from the individuals themselves"),
    coveredAccess: verdict("somebody covered, or a government of concern, gets access through it, whatever the safeguards"),
    accessBehindCounterparty: verdict("only people or owners of a counterparty that is not covered itself do"),
    otherForeignAccess: verdict("another foreign person gets access"),
    onwardClause: verdict("the contract bars passing the data on to those the law names"),
    cloud: verdict("it is cloud computing"),
    passive: verdict("as an investment it is passive"),
    securityRequirements: verdict("all security requirements of the pack are met"),
    knowledge: { type: "string", what: "what the subject knew of who gets access", values: knowledgeLevels },
    evasion: verdict("it is shaped to avoid the rules"),
    directedByDomestic: verdict("a person of the pack's own side directs it"),
    exemptionsClaimed: { type: "list", what: "exemptions claimed for it" },
    states: { type: "list", what: "statements of the pack that its facts make" },
    denies: { type: "list", what: "statements of the pack that its facts deny" },
  },
  terms: {
    met: { type: "list", what: "terms of the pack that are met" },
    open: { type: "list", what: "terms of the pack that may be met" },
  },
  result: {
    classification: { type: "string", what: "for duties: the class that the rules give the deal" },
    certain: { type: "bool", what: "for duties: that class is established" },
    scope: { type: "string", what: "for duties: what an established exemption switches off" },
  },
  supplier: {
    federal: verdict("it has contracts with the U.S. Government, directly or as a subcontractor"),
    defense: verdict("it supplies the U.S. Department of Defense, directly or as a subcontractor"),
    intelligence: verdict("it supplies the U.S. intelligence community, or runs sensitive compartmented information systems"),
    states: { type: "list", what: "U.S. states whose agencies it is one of, or supplies" },
    statesKnown: { type: "bool", what: "it declares which states, or that there is none" },
  },
  listing: {
    covered: verdict("the operator, or an author of the technology, is covered under the pack's regime"),
    parties: { type: "list", what: "listed parties by which that is so" },
    scopes: { type: "list", what: "what their entries on the pack's lists are limited to, in words" },
    fits: verdict("what is used is of a kind that an entry reaches; yes, where an entry is not limited to products"),
    because: { type: "string", what: "which entry, and why it does or does not reach what is used" },
  },
} satisfies TableFor<TransactionFacts>;

/** The same by dotted name, in the order of the table. */
export const factsByName: ReadonlyMap<string, FactEntry> = new Map(flatten());

function* flatten(): Generator<[string, FactEntry]> {
  for (const [group, entries] of Object.entries(factTable)) {
    if (isEntry(entries)) yield [group, entries];
    else for (const [name, entry] of Object.entries(entries as Record<string, FactEntry>)) yield [`${group}.${name}`, entry];
  }
}

function isEntry(value: object): value is FactEntry {
  return "what" in value && typeof value.what === "string";
}

/** The value of a fact by its dotted name. */
export function factValue(facts: TransactionFacts, name: string): unknown {
  return name.split(".").reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], facts);
}
