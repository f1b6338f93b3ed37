import type { Determination, Effect, Finding, HandlingMark, Mark, Outcome, Step, Transaction } from "../model/index.js";

/** Outcomes of findings as a reader sees them; the word comes before shape and colour. */
export const outcomeWords = {
  prohibited: "Prohibited",
  restricted: "Restricted",
  review: "Review",
  note: "Note",
  exempt: "Exempt",
} satisfies Record<Outcome, string>;

export const determinationWords = {
  prohibited: "Prohibited",
  "permitted-with-measures": "Permitted with measures",
  "cannot-be-judged": "Cannot be judged",
  "not-prohibited": "Not prohibited",
} satisfies Record<Determination["outcome"], string>;

/** What a government does to a target: "China can obtain data of Orders". */
export const effectVerbs = {
  access: "obtain data of",
  disrupt: "cut off",
  tamper: "change software or data of",
  launch: "use the infrastructure against",
} satisfies Record<Effect, string>;

/** Headings of tables. */
export const effectNames = {
  access: "Obtain data",
  disrupt: "Cut off",
  tamper: "Tamper",
  launch: "Attack from it",
} satisfies Record<Effect, string>;

/** How one end of a step acts on the other: "China can compel Alibaba Cloud US LLC". */
export const stepVerbs = {
  jurisdiction: "can compel",
  ownership: "owns",
  control: "controls",
  listing: "is found, by a listing, to stand behind",
  operation: "operates",
  territory: "holds the ground under",
  hosting: "stores or processes",
  dependency: "is needed by",
  supply: "supplies code to",
  traffic: "exchanges traffic with",
} satisfies Record<Step["kind"], string>;

/** Whether artefacts declare it, and whether traffic shows it. */
export const joinWords = {
  "declared-and-seen": "declared and seen",
  "declared-never-seen": "declared, never seen",
  "seen-never-declared": "seen, never declared",
  "declared-no-traffic-read": "declared (no traffic read)",
} satisfies Record<Transaction["join"], string>;

/** How far the legal text was checked; see `Mark` in the model. */
export const markWords = {
  R: "read in the official text",
  "R*": "read in part in the official text",
  OLD: "only the replaced wording was read",
  SAME: "read in an older wording that has not changed",
  SEC: "taken from a good secondary source on the text",
  S: "taken from a secondary source",
  UNCONFIRMED: "not confirmed",
} satisfies Record<Mark, string>;

export const certaintyWords = {
  established: "established",
  "cannot-be-excluded": "cannot be excluded: the facts do not settle it",
} satisfies Record<Finding["certainty"], string>;

export const reachStateWords = {
  confirmed: "confirmed",
  lead: "lead",
  supposed: "would be ended by an assumed measure",
  cut: "ended by a measure",
} as const;

/** How something may be handled, as people read it. */
export const handlingWords = {
  public: "Public",
  internal: "Internal",
  "business-confidential": "Business confidential",
  restricted: "Restricted",
} satisfies Record<HandlingMark, string>;

export const legalNotice = "This is not legal advice: it says which rules were applied to which facts, for counsel to confirm.";

/** `1 file`, `3 files`. */
export function counted(number: number, noun: string, plural = `${noun}s`): string {
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}

/** A whole number with its thousands apart, the same on every machine: 12,408. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Bytes in decimal units, one decimal below ten: 1.2 MB. */
export function bytes(count: number): string {
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  let amount = count;
  let unit = 0;
  while (amount >= 999.5 && unit < units.length - 1) {
    amount /= 1000;
    unit += 1;
  }
  return `${unit > 0 && amount < 9.95 ? amount.toFixed(1) : Math.round(amount)} ${units[unit]}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(all: readonly string[]): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}
