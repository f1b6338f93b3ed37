import { isPartialDate } from "../check-facts.js";

export type Details = Record<string, unknown>;

/** A statement of any version of BODS in the words of 0.4. */
export interface Statement {
  kind: "entity" | "person" | "relationship";
  /** Of the record that it is about; before 0.4 a statement was its own record. */
  record: string;
  /** Day of the statement; empty where it bears none. */
  date: string;
  closed: boolean;
  details: Details;
  /** Records that it takes the place of: the way of doing so before 0.4. */
  replaces: string[];
}

const olderKinds: Record<string, Statement["kind"]> = {
  entityStatement: "entity",
  personStatement: "person",
  ownershipOrControlStatement: "relationship",
};

/** A parsed element as a statement; what is wrong with it where it is none. */
export function statementOf(value: unknown): Statement | string {
  if (!isObject(value)) return "the element is no object. Expected a statement.";
  const older = textOf(value.statementType);
  return older === "" ? newStatement(value) : oldStatement(value, older);
}

function newStatement(value: Details): Statement | string {
  const { recordType, recordDetails, recordId } = value;
  if (recordType !== "entity" && recordType !== "person" && recordType !== "relationship") {
    return `the recordType ${JSON.stringify(recordType)?.slice(0, 60) ?? "(none)"} is not known. Expected entity, person or relationship.`;
  }
  if (textOf(recordId) === "") return "the statement has no recordId.";
  if (!isObject(recordDetails)) return `the record ${textOf(recordId).slice(0, 60)} has no recordDetails.`;
  return {
    kind: recordType,
    record: textOf(recordId),
    date: dayOf(value.statementDate),
    closed: value.recordStatus === "closed",
    details: recordDetails,
    replaces: [],
  };
}

/** BODS 0.2 and 0.3: the details stand in the statement, and statements point at one another. */
function oldStatement(value: Details, type: string): Statement | string {
  const kind = Object.hasOwn(olderKinds, type) ? olderKinds[type] : undefined;
  if (!kind) return `the statementType ${JSON.stringify(type.slice(0, 60))} is not known. Expected ${Object.keys(olderKinds).join(", ")}.`;
  const record = textOf(value.statementID);
  if (record === "") return "the statement has no statementID.";
  return {
    kind,
    record,
    date: dayOf(value.statementDate),
    closed: false,
    details:
      kind === "relationship" ? oldRelationship(value) : { ...value, jurisdiction: value.jurisdiction ?? value.incorporatedInJurisdiction },
    replaces: listOf(value.replacesStatements).map(textOf).filter(Boolean),
  };
}

function oldRelationship(value: Details): Details {
  const party = isObject(value.interestedParty) ? value.interestedParty : {};
  const subject = isObject(value.subject) ? value.subject : {};
  return {
    subject: subject.describedByEntityStatement,
    interestedParty: party.describedByEntityStatement ?? party.describedByPersonStatement ?? party.unspecified,
    interests: value.interests,
    isComponent: value.isComponent,
    componentRecords: value.componentStatementIDs,
  };
}

/** `2019-09-11T11:17:23Z` is 2019-09-11; empty where it is no day. */
export function dayOf(value: unknown): string {
  const day = textOf(value).slice(0, 10);
  return isPartialDate(day) ? day : "";
}

/** BODS 0.4 writes its codes together, 0.2 with hyphens: `votingRights` and `voting-rights` are one. */
export function codeOf(value: unknown): string {
  return textOf(value)
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .slice(0, 100);
}

export function isObject(value: unknown): value is Details {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.slice(0, 10_000) : [];
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}
