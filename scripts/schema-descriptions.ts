type Json = Record<string, unknown>;

/** What an editor says of a field of a rule pack that says nothing itself. A field that means another thing elsewhere has its own `.describe()`. */
const descriptions: Record<string, string> = {
  schemaVersion: 'always "1", in quotes',
  id: "a name of its own in this file: small letters, digits and hyphens",
  title: "what it is called, in one line",
  authority: "the law itself, as counsel cites it",
  from: "first day on which it holds: YYYY, YYYY-MM or YYYY-MM-DD; left out: ever since",
  until: "last day on which it holds, that day included; left out: still",
  mark: "how far the text was read. R: read; R*: in part; OLD: only replaced wording; SAME: unchanged older wording; SEC, S: a good or other secondary source; UNCONFIRMED",
  citation: "the section that says it",
  note: "a remark for people",
  url: "address of the source",
  domesticPersons: "who counts as a person of the pack's own side; left out: whoever is organised there",
  regime: "which governments are of concern, and who is covered",
  governments: "the governments of concern; an empty list: only lists decide",
  covered: "who is covered: in which ways, from which share, on which lists",
  code: "ISO 3166-1 code of a country, such as CN",
  limbs: "ways to be covered",
  ownershipKinds: "kinds of interests that count as ownership",
  controlKinds: "kinds of interests that count as control",
  data: "what the law makes of sets of data",
  deal: "what the law makes of deals and of the facts declared of them",
  securityRequirements: "the requirements under which a restricted deal is allowed",
  requirements: "the requirements, one by one",
  requires: "what has to be so",
  duties: "what the law makes somebody do, and by when",
  sources: "what was read",
  rules: "the rules, each with its worked examples",
  outcome: "what the rule says of a deal, gravest first: prohibited, restricted, review, note; exempt ends the pack's other findings",
  measures: "ids of measures that would lift it",
  examples: "worked examples, which run as tests",
  name: "what it is called",
  expect: "what has to come out",
  asOf: "the day of the example",
  parties: "who takes part",
  interests: "who holds what in whom",
  listings: "who is on which list",
  subject: "the party that is asked about",
  kind: "of which kind it is",
  jurisdiction: "country whose law it is organised under; of an individual, where it resides",
  alsoOrganisedIn: "further countries under whose law it is organised",
  principalPlace: "country of its principal place of business",
  nationalities: "citizenships of an individual",
  presentIn: "where an individual is on that day",
  branchOf: "id of the party that it is a branch of",
  engagements: "for whom an individual works",
  as: "in which capacity",
  owner: "id of who holds the interest",
  owned: "id of whom it is held in",
  share: "percent",
  shareMin: "percent, at least",
  shareMax: "percent, at most",
  party: "id of the party",
  list: "id of a list; of criteria: the criteria themselves",
  programme: "programme of the list",
  bulk: "lines above which data is bulk; strictly more than",
  omicCategories: "categories that count as human 'omic data",
  sensitiveCategories: "categories that count as sensitive",
  category: "category of data, as beholden.yaml names it",
  categories: "categories of data; left out: all",
  moreThan: "strictly more than so many",
  unit: "what is counted",
  group: "the group that it belongs to",
  groups: "the questions that the criteria serve",
  what: "what it is, in words",
  fullOnly: "a name that ends in -truncated does not count",
  to: "the category that it is in law",
  passive: "which investments are passive",
  instruments: "instruments that count",
  words: "words that say it",
  openWhen: "CEL: the facts do not settle whether it holds",
  who: "who owes it",
  does: "what has to be done",
  dueInWords: "by when, in words",
  days: "so many days after the event",
  monthDay: "month and day, MM-DD",
  scale: "the levels that the law or framework grades by",
  levels: "the levels, lowest first",
  level: "number of the level",
  for: "what an answer for it means here",
  against: "what an answer against it means here",
  evidence: "what evidence that weighs neither way means here",
  question: "what is asked",
  leaning: "how the answer weighs",
};

/** Gives every field of an object a description, its own before that of its name. */
export function withDescriptions(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withDescriptions);
  if (typeof schema !== "object" || schema === null) return schema;
  const node = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, withDescriptions(value)])) as Json;
  if (node.type !== "object" || typeof node.properties !== "object") return node;
  return { ...node, properties: Object.fromEntries(Object.entries(node.properties as Json).map(described)) };
}

function described([name, value]: [string, unknown]): [string, unknown] {
  const field = value as Json;
  const description = field.description ?? descriptions[name];
  return [name, description === undefined ? field : { description, ...field }];
}
