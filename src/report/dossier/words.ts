import type {
  Dossier,
  DossierAction,
  DossierChange,
  DossierOperator,
  DossierQuestion,
  DossierReach,
  DossierStatement,
  Evidence,
} from "../../model/index.js";

export const roleWords = {
  operator: "Operator",
  group: "Head of the group",
  "contracting-party": "Contracting party",
  "region-operator": "Runs a region",
  "network-holder": "Holds a network",
} satisfies Record<DossierOperator["role"], string>;

export const statusWords = { answered: "Answered", partly: "In part", open: "Open" } satisfies Record<DossierQuestion["status"], string>;

export const standingWords = { adversary: "of a named adversary", context: "context" } as const;

export const actionWords = {
  review: "Review",
  "blocked-transaction": "Purchase blocked",
  determination: "Determination",
  order: "Order",
  finding: "Finding",
  warning: "Warning",
  suit: "Suit",
  "list-edition": "Edition of a list, withdrawn",
  statute: "Statute",
  regulatory: "Regulation",
} satisfies Record<DossierAction["kind"], string>;

export const changeWords = {
  listing: "Listing",
  verdict: "Standing",
  power: "Office",
  law: "Law",
  action: "Action",
  ownership: "Owners",
  region: "Regions",
  market: "Market",
  relation: "Partners",
} satisfies Record<DossierChange["kind"], string>;

const effectWords: Record<string, string> = { access: "obtain data from", disrupt: "cut off service of" };

/** `China can obtain data from Example Cloud Ltd.`. */
export function reachWords({ name, effect, partyName }: DossierReach): string {
  return `${name} can ${effectWords[effect] ?? effect} ${partyName}`;
}

/** When a statement holds: `2018-01-02`, `2019 to 2021`; empty where no date is known. */
export function dateWords({ date, until, undated }: DossierStatement): string {
  if (date === null) return undated ? "undated, known from later sources" : "";
  return until && until !== date ? `${date} to ${until}` : date;
}

/** What else is to be said of a statement: who said it, its date, its confidence and its remark. */
export function aboutWords(statement: DossierStatement): string {
  return [
    statement.saidBy ? `says ${statement.saidBy}` : "",
    dateWords(statement),
    `${statement.confidence} confidence`,
    statement.note ?? "",
  ]
    .filter(Boolean)
    .join("; ");
}

/** A source by its publisher or title and its date, for where there is no room for its address. */
export function sourceTag({ publisher, title, locator, asOf }: Evidence): string {
  const name = publisher ?? title ?? locator;
  return `${name.length > 30 ? `${name.slice(0, 29).trimEnd()}…` : name}${asOf ? ` ${asOf}` : ""}`;
}

export function headingOf({ provider, asOf }: Dossier): string {
  return `Dossier on ${provider.name}, as of ${asOf}`;
}
