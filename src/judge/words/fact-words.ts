import type { TransactionFacts, Verdict } from "../../model/index.js";

/** A verdict in words: "`of` is `is`", so that "is or may be" and "is not" can be said of it. */
export interface VerdictWords {
  of: string;
  is: string;
}

/** A truth value in words: the sentence where it is true, and where it is not. */
export interface TruthWords {
  yes: string;
  no: string;
}

/** A list in words: the plural that names what is in it, the sentences for "at least one" and for "none", and how values that are no names are said. */
export interface ListWords {
  noun: string;
  some: string;
  none: string;
  values?: Record<string, string>;
}

/** A number in words: what it counts or measures, and in what. */
export interface NumberWords {
  noun: string;
  unit?: string;
}

/** A text in words. `values`: how its values are said, where they are not names; `date` and `country` say what its values are. */
export interface TextWords {
  noun: string;
  values?: Record<string, string>;
  date?: true;
  country?: true;
}

export type FactWords = VerdictWords | TruthWords | ListWords | NumberWords | TextWords;

type WordsFor<Value> = [Value] extends [string[]]
  ? ListWords
  : [Value] extends [boolean]
    ? TruthWords
    : [Value] extends [Verdict]
      ? VerdictWords
      : [Value] extends [string]
        ? TextWords
        : NumberWords;

type WordTable<Facts> = {
  [Name in keyof Facts]: [Facts[Name]] extends [string | number | boolean | string[]] ? WordsFor<Facts[Name]> : WordTable<Facts[Name]>;
};

function effects(of: string, after: string, adverb: string) {
  const entry = (can: string): ListWords => ({
    noun: `governments of ${of} that can${adverb} ${can}${after}`,
    some: `at least one government of ${of} can${adverb} ${can}${after}`,
    none: `no government of ${of} can${adverb} ${can}${after}`,
  });
  return {
    access: entry("obtain the data"),
    disrupt: entry("cut off the service"),
    tamper: entry("change software or data"),
    launch: entry("attack from the infrastructure and hide the origin"),
  };
}

function reachedHoldings(of: string) {
  const list = (noun: string, some: string, none: string): ListWords => ({ noun, some, none });
  return {
    holdings: list(
      `sets of data of ${of} declared for the service`,
      `a set of data of ${of} is declared for the service`,
      `no set of data of ${of} is declared for the service`,
    ),
    categories: list(
      `categories of data of ${of} declared for the service`,
      `a category of data of ${of} is declared for the service`,
      `no category of data of ${of} is declared for the service`,
    ),
    reached: list(
      `sets of data of ${of} that a government of concern can obtain`,
      `a government of concern can obtain a set of data of ${of}`,
      `no government of concern can obtain a set of data of ${of}`,
    ),
    access: list(
      `governments of concern that can obtain data of ${of}`,
      `at least one government of concern can obtain data of ${of}`,
      `no government of concern can obtain data of ${of}`,
    ),
    residual: list(
      `governments of concern that can still obtain data of ${of} in spite of the measures in place`,
      `at least one government of concern can still obtain data of ${of} in spite of the measures in place`,
      `no government of concern can still obtain data of ${of} in spite of the measures in place`,
    ),
  };
}

/** How each fact is said to a lawyer. The compiler holds it to `TransactionFacts`: a new fact comes with its words. */
const factWords = {
  asOf: { noun: "the day of the review", date: true },
  subject: {
    name: { noun: "the company under review" },
    jurisdiction: { noun: "the country where the company under review is organised", country: true },
    domestic: { of: "the company under review", is: "a person of the pack's own side" },
    coveredEquityKnown: {
      yes: "the share of the company under review that covered parties hold is declared",
      no: "the share of the company under review that covered parties hold is not declared",
    },
    coveredEquityPercent: { noun: "the declared share of the company under review that covered parties hold", unit: "percent" },
  },
  transaction: {
    kind: {
      noun: "what the company under review gets",
      values: {
        hosting: "a place to store or compute",
        vendor: "a vendor's service",
        software: "software",
        traffic: "only traffic seen in logs",
        employment: "somebody's work",
        investment: "an investment",
        "data-brokerage": "a sale or licence of data",
        other: "another deal",
      },
    },
    provider: { noun: "the provider's id" },
    providerName: { noun: "the provider" },
    services: { noun: "services used", some: "the services used are known", none: "the services used are not known" },
    region: { noun: "the provider's region" },
    servedFrom: { noun: "the country that the service is served from", country: true },
    operator: { noun: "the id of the counterparty" },
    owner: { noun: "the id of the party at the top of the counterparty's group" },
    system: { noun: "the id of the system that uses it" },
    systemName: { noun: "the system that uses it" },
    criticality: {
      noun: "the criticality of the system that uses it",
      values: { critical: "critical", high: "high", medium: "medium", low: "low", unknown: "unknown" },
    },
    declared: { yes: "an artefact declares the use of the service", no: "no artefact declares the use of the service" },
    observed: { yes: "a log shows traffic with the service", no: "no log shows traffic with the service" },
    join: {
      noun: "the way in which declaration and traffic meet",
      values: {
        "declared-and-seen": "declared and seen in a log",
        "declared-never-seen": "declared but never seen in the logs read",
        "seen-never-declared": "seen in a log but never declared",
        "declared-no-traffic-read": "declared, with no log read",
      },
    },
    bytesSent: { noun: "the traffic sent to the service in the logs read", unit: "bytes" },
    bytesReceived: { noun: "the traffic received from the service in the logs read", unit: "bytes" },
  },
  counterparty: {
    name: { noun: "the counterparty" },
    jurisdiction: { noun: "the country where the counterparty is organised", country: true },
    principalPlace: { noun: "the country of the counterparty's principal place of business", country: true },
    covered: { of: "the counterparty", is: "covered by the regime" },
    limbs: {
      noun: "grounds on which the counterparty is covered",
      some: "there is a ground on which the counterparty is covered",
      none: "there is no ground on which the counterparty is covered",
      values: {
        ownership: "ownership",
        organised: "place of organisation",
        "principal-place": "principal place of business",
        residence: "residence",
        employment: "employment",
        listed: "listing",
        control: "control",
        operation: "operation of the service",
        affiliation: "affiliation with a listed party",
      },
    },
    governments: {
      noun: "governments of concern behind the counterparty",
      some: "at least one government of concern stands behind the counterparty",
      none: "no government of concern stands behind the counterparty",
    },
    shareMin: { noun: "the share of the counterparty that covered owners are known to hold", unit: "percent" },
    shareMax: { noun: "the share of the counterparty that covered owners may hold at most", unit: "percent" },
    lists: {
      noun: "government lists that name the counterparty on that day",
      some: "at least one government list names the counterparty on that day",
      none: "no government list names the counterparty on that day",
    },
    domestic: {
      yes: "the counterparty is organised in the pack's own side",
      no: "the counterparty is not organised in the pack's own side",
    },
    because: { noun: "why the counterparty is covered, is not covered, or why that stays open" },
  },
  technology: {
    authors: {
      noun: "authors of the technology, where another wrote it than the counterparty",
      some: "another than the counterparty wrote the technology",
      none: "no other author of the technology than the counterparty is known",
    },
    governments: {
      noun: "governments of concern behind the authors of the technology",
      some: "at least one government of concern stands behind the authors of the technology",
      none: "no government of concern stands behind the authors of the technology",
    },
  },
  provider: {
    kinds: {
      noun: "kinds that the reference puts the provider in",
      some: "the reference says of what kind the provider is",
      none: "the reference does not say of what kind the provider is",
    },
    soil: {
      noun: "governments of concern on whose soil the provider has regions",
      some: "the provider has a region on the soil of at least one government of concern",
      none: "the provider has no region on the soil of a government of concern",
    },
    regionsOnSoil: { noun: "the number of the provider's regions on the soil of governments of concern" },
    partners: {
      noun: "partners and suppliers of the provider in countries of concern",
      some: "a partner or supplier of the provider in a country of concern is on file",
      none: "no partner or supplier of the provider in a country of concern is on file",
    },
    market: {
      noun: "facts on file of the provider's market",
      some: "a fact of the provider's market is on file",
      none: "no fact of the provider's market is on file",
    },
  },
  behind: {
    parties: {
      noun: "parties on the paths from governments of concern to the counterparty, itself included",
      some: "at least one party is on a path from a government of concern to the counterparty, or is the counterparty",
      none: "nobody is on a path from a government of concern to the counterparty",
    },
    lists: {
      noun: "government lists that name the counterparty or a party on a path to it on that day",
      some: "at least one government list names the counterparty or a party on a path to it on that day",
      none: "no government list names the counterparty or a party on a path to it on that day",
    },
    listings: {
      noun: "listings of the counterparty or of a party on a path to it on that day",
      some: "the counterparty or a party on a path to it is listed on that day",
      none: "neither the counterparty nor a party on a path to it is listed on that day",
    },
    ties: {
      noun: "sourced ties of the counterparty or of a party on a path to it to governments of concern",
      some: "a sourced tie of the counterparty or of a party on a path to it to a government of concern is on file",
      none: "no sourced tie of the counterparty or of a party on a path to it to a government of concern is on file",
    },
  },
  laws: {
    ofConcern: {
      noun: "laws of governments of concern that the paths stand on",
      some: "a path stands on a law of a government of concern",
      none: "no path stands on a law of a government of concern",
    },
    context: {
      noun: "laws of other governments that paths stand on",
      some: "a path stands on a law of another government, which is context",
      none: "no path stands on a law of another government",
    },
  },
  context: effects("no concern to the pack", "", ""),
  reach: effects("concern", "", ""),
  residual: effects("concern", " in spite of the measures in place", " still"),
  leads: effects("concern", ", on low confidence only", " perhaps"),
  data: {
    known: { yes: "the data that the service holds is declared", no: "no data that the service holds is declared" },
    holdings: {
      noun: "sets of data declared for the service",
      some: "a set of data is declared for the service",
      none: "no set of data is declared for the service",
    },
    categories: {
      noun: "categories of the data, without those that an exclusion takes out",
      some: "the data is of at least one category that no exclusion takes out",
      none: "the data is of no category that counts",
    },
    bulk: { of: "the data", is: "bulk (above a line of the pack)" },
    bulkBecause: { noun: "why the data is bulk, is not, or why that stays open" },
    omic: { of: "the data", is: "bulk human 'omic data" },
    governmentRelated: { of: "the data", is: "government-related data" },
    sensitive: { yes: "some of the data is, or may be, of a sensitive category", no: "none of the data is of a sensitive category" },
    intellectualProperty: { yes: "some of the data is intellectual property", no: "none of the data is intellectual property" },
    usPersons: { noun: "the largest declared count of U.S. persons in a set of data" },
    usPersonsKnown: {
      yes: "every set of data declares its count of U.S. persons",
      no: "not every set of data declares its count of U.S. persons",
    },
  },
  sensitiveData: reachedHoldings("the pack's sensitive categories"),
  intellectualProperty: reachedHoldings("intellectual property"),
  measures: {
    inPlace: {
      noun: "measures in place that apply here",
      some: "a measure in place applies here",
      none: "no measure in place applies here",
    },
    verified: {
      noun: "verified measures that apply here",
      some: "a verified measure applies here",
      none: "no verified measure applies here",
    },
    promised: {
      noun: "measures that are only promised",
      some: "a measure that applies here is only promised",
      none: "no measure that applies here is only promised",
    },
  },
  deal: {
    type: {
      noun: "the agreement",
      values: {
        vendor: "a vendor agreement",
        employment: "an employment agreement",
        investment: "an investment agreement",
        "data-brokerage": "a sale or licence of data",
        directing: "the direction of a deal of others",
        "payment-processing": "the processing of payments",
        service: "another service",
        none: "none of the law's types",
        unknown: "not known",
      },
    },
    declared: { yes: "the deal itself is declared", no: "the deal itself is not declared" },
    conduct: {
      noun: "the conduct that is judged",
      values: { subject: "that of the company under review", "foreign-person": "that of a foreign person" },
    },
    consideration: { of: "something of value", is: "given for it" },
    recipientCollectedDirectly: { of: "the recipient", is: "the one who collected the data from the individuals" },
    coveredAccess: { of: "somebody covered, or a government of concern,", is: "given access by it, whatever the safeguards" },
    accessBehindCounterparty: {
      of: "everybody covered who gets access",
      is: "one who stands behind a counterparty that is not covered itself",
    },
    otherForeignAccess: { of: "another foreign person", is: "given access by it" },
    onwardClause: { of: "the other side", is: "barred by the contract from passing the data on to those the law names" },
    cloud: { of: "the deal", is: "one of cloud computing" },
    passive: { of: "the investment", is: "passive" },
    securityRequirements: { of: "every security requirement of the pack", is: "met" },
    knowledge: {
      noun: "what the company under review knew of who gets access",
      values: {
        actual: "actual knowledge",
        "should-have-known": "what it should have known",
        none: "nothing, with no reason to know",
        "not-stated": "not stated",
      },
    },
    evasion: { of: "the deal", is: "shaped to avoid the rules" },
    directedByDomestic: { of: "who directs the deal", is: "a person of the pack's own side" },
    exemptionsClaimed: {
      noun: "exemptions claimed for the deal",
      some: "an exemption is claimed for the deal",
      none: "no exemption is claimed for the deal",
    },
    states: {
      noun: "statements that the declared facts of the deal make",
      some: "the declared facts of the deal make a statement that the pack knows",
      none: "the declared facts of the deal make no statement that the pack knows",
    },
    denies: {
      noun: "statements that the declared facts of the deal deny",
      some: "the declared facts of the deal deny a statement that the pack knows",
      none: "the declared facts of the deal deny no statement that the pack knows",
    },
  },
  terms: {
    met: { noun: "terms of the pack that are met", some: "a term of the pack is met", none: "no term of the pack is met" },
    open: { noun: "terms of the pack that may be met", some: "a term of the pack may be met", none: "no term of the pack stays open" },
  },
  result: {
    classification: { noun: "the class that the rules give the deal" },
    certain: { yes: "the class of the deal is established", no: "the class of the deal stays open" },
    scope: { noun: "what an exemption switches off" },
  },
  supplier: {
    federal: { of: "the company under review", is: "a contractor or subcontractor of the U.S. Government" },
    defense: { of: "the company under review", is: "a supplier of the U.S. Department of Defense" },
    intelligence: {
      of: "the company under review",
      is: "a supplier of the U.S. intelligence community, or one that runs sensitive compartmented information systems",
    },
    states: {
      noun: "U.S. states whose agencies the company under review is one of, or supplies",
      some: "the company under review is an agency of a U.S. state, or supplies one",
      none: "no U.S. state is declared whose agencies the company under review supplies",
    },
    statesKnown: {
      yes: "the company under review declares which U.S. states it supplies",
      no: "the company under review does not declare which U.S. states it supplies",
    },
  },
  listing: {
    covered: { of: "the counterparty, or an author of the technology,", is: "covered by the regime" },
    parties: {
      noun: "listed parties by which the counterparty or an author of the technology is covered",
      some: "a listed party stands behind the service or its technology",
      none: "no listed party stands behind the service or its technology",
    },
    scopes: {
      noun: "products and services that the entries of these parties are limited to",
      some: "an entry is limited to certain products or services",
      none: "no entry is limited to certain products or services",
    },
    fits: { of: "what is used", is: "of a kind that an entry reaches" },
    because: { noun: "which entry reaches what is used, or why none does" },
  },
} satisfies WordTable<TransactionFacts>;

/** The words of every fact by its dotted name. */
export const wordsByName: ReadonlyMap<string, FactWords> = new Map(
  Object.entries(factWords).flatMap(([group, entries]): [string, FactWords][] =>
    isWords(entries) ? [[group, entries]] : Object.entries(entries).map(([name, words]) => [`${group}.${name}`, words as FactWords]),
  ),
);

function isWords(value: object): value is FactWords {
  return "noun" in value && typeof value.noun === "string";
}

/** A fact named inside a sentence: "whether the data is bulk data", "the counterparty", "the measures in place that apply here". */
export function factNamed(name: string): string {
  const words = wordsByName.get(name);
  if (!words) return name;
  if ("yes" in words) return `whether ${words.yes}`;
  if ("of" in words) return `whether ${words.of} is ${words.is}`;
  return "some" in words ? `the ${words.noun}` : words.noun;
}
