import { ImportError } from "../format.js";
import { isObject, listOf, type Statement, textOf } from "./bods-statement.js";

/** Of all kinds. A register with more is published in parts, or as the register's own format. */
const maxRecords = 4_000_000;

/** Statements of one record that are looked at for its past. */
export const maxHistory = 1000;

/** What a relationship statement says, and what earlier statements of the same record said. */
export interface Relationship {
  record: string;
  date: string;
  closed: boolean;
  subject: string;
  /** Record id of the interested party; or why there is none. */
  party: string | undefined;
  unspecified: unknown;
  interests: unknown[];
  components: string[];
  isComponent: boolean;
  before: Relationship | undefined;
}

/**
 * The latest statement of every record. They must be in memory together, since a later one takes the place of an earlier one anywhere in
 * the file, and an indirect relationship is judged by its parts.
 */
export class Records {
  readonly parties = new Map<string, Statement>();
  readonly relationships = new Map<string, Relationship>();
  private readonly replacedBy = new Map<string, string>();

  /** Gives what is wrong with the statement, nothing where it was taken in. */
  add(statement: Statement): string | undefined {
    if (this.parties.size + this.relationships.size >= maxRecords) {
      throw new ImportError(`the file has more than ${maxRecords} records. Import it in parts, or the register's own files.`);
    }
    for (const replaced of statement.replaces) if (replaced !== statement.record) this.replacedBy.set(replaced, statement.record);
    if (statement.kind !== "relationship") {
      const known = this.parties.get(statement.record);
      if (!known || known.date <= statement.date) this.parties.set(statement.record, statement);
      return undefined;
    }
    const relationship = relationshipOf(statement);
    if (typeof relationship === "string") return relationship;
    const known = this.relationships.get(statement.record);
    if (!known || known.date <= relationship.date) this.relationships.set(statement.record, { ...relationship, before: known });
    else insertBefore(known, relationship);
    return undefined;
  }

  /** A record that no other replaces. */
  stands(record: string): boolean {
    return !this.replacedBy.has(record);
  }

  /** The record that in the end took the place of one. */
  latest(record: string): string {
    let current = record;
    for (let steps = 0; steps < 1000; steps++) {
      const next = this.replacedBy.get(current);
      if (next === undefined) return current;
      current = next;
    }
    return current;
  }
}

/** An earlier statement that comes later in the file takes its place in time. */
function insertBefore(latest: Relationship, earlier: Relationship): void {
  let at = latest;
  for (let steps = 0; at.before && at.before.date > earlier.date; steps++) {
    if (steps >= maxHistory) return;
    at = at.before;
  }
  at.before = { ...earlier, before: at.before };
}

function relationshipOf({ record, date, closed, details }: Statement): Relationship | string {
  const subject = textOf(details.subject);
  if (subject === "") return `the relationship ${record.slice(0, 60)} has no subject that is a record.`;
  const party = textOf(details.interestedParty) || undefined;
  if (!party && !isObject(details.interestedParty)) {
    return `the relationship ${record.slice(0, 60)} has no interested party, and no reason why.`;
  }
  return {
    record,
    date,
    closed,
    subject,
    party,
    unspecified: details.interestedParty,
    interests: listOf(details.interests),
    components: listOf(details.componentRecords).map(textOf).filter(Boolean),
    isComponent: details.isComponent === true,
    before: undefined,
  };
}
