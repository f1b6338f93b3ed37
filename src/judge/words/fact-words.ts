import type { TransactionFacts } from "../../model/index.js";
import { dealWords } from "./deal-words.js";
import type { FactWords, ListWords, WordTable } from "./word-types.js";

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
  ...dealWords,
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
