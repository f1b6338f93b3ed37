import type { CsvRow } from "../csv.js";
import type { ImportFormat, ImportSink, InterestRecord } from "../format.js";
import { type GleifKind, readGleif, recognisesGleif } from "./gleif-encodings.js";
import { deletedAt } from "./gleif-lei-record.js";
import { dayOf, filledSlots, isLei, leiId, noLei } from "./gleif-record.js";
import { childOf, itemsOf, type Tree, textAt } from "./gleif-tree.js";

/** What is read of a record in RR-CDF 2.1; the start is the child, the end its parent. */
interface Relationship {
  start: string;
  startType: string;
  end: string;
  endType: string;
  type: string;
  status: string;
  periods: { start: string; end: string; type: string }[];
  quantifiers: { amount: string; units: string }[];
  updated: string;
  registrationStatus: string;
  validation: string;
  deletedAt: string;
}

const kind: GleifKind<Relationship> = {
  id: "gleif-rr",
  title: "LEI relationships, who owns whom",
  url: "https://www.gleif.org/en/lei-data/gleif-golden-copy/download-the-golden-copy",
  root: "RelationshipData",
  element: "RelationshipRecord",
  list: "relations",
  member: "RelationshipType",
  columns: ["Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID", "Relationship.RelationshipType"],
  ofTree,
  ofRow,
  tell,
};

/** GLEIF's level 2: who consolidates, manages or heads whom, in RR-CDF 2.1 as CSV, XML and JSON. */
export const gleifRelationships: ImportFormat = {
  id: "gleif-rr",
  title: "GLEIF relationship records, level 2 (CSV, XML, JSON)",
  specification:
    "https://www.gleif.org/en/about-lei/common-data-file-format/current-versions/level-2-data-relationship-record-rr-cdf-2-1-format",
  recognises: (head) => recognisesGleif(kind, head),
  read: (input, sink) => readGleif(kind, input, sink),
};

function tell(record: Relationship, sink: ImportSink): string | undefined {
  const ends = [
    [record.start, record.startType],
    [record.end, record.endType],
  ] as const;
  const wrong = ends.find(([node, type]) => !isLei(node) && (type === "LEI" || type === ""));
  if (wrong) return noLei(wrong[0]);
  const leftOut = reasonToPassOver(record);
  if (leftOut) {
    sink.passOver(leftOut);
    return undefined;
  }
  const stakes = stakesOf(record);
  if (!stakes) return `the relationship type ${JSON.stringify(record.type.slice(0, 60))} is not known. Expected one of RR-CDF 2.1.`;
  if (record.type === "IS_INTERNATIONAL_BRANCH_OF") sink.party({ id: leiId(record.start), branchOf: leiId(record.end) });
  for (const period of timesOf(record)) {
    for (const stake of stakes) {
      sink.interest({
        owner: leiId(record.end),
        owned: leiId(record.start),
        ...stake,
        ...period,
        note: [stake.note, period.note].filter(Boolean).join("; ") || undefined,
        confidence: stake.confidence ?? confidenceOf(record),
      });
    }
  }
  return undefined;
}

function reasonToPassOver(record: Relationship): string | undefined {
  if (record.deletedAt !== "") return "records that GLEIF has deleted";
  if (!isLei(record.start) || !isLei(record.end)) return "relationships of entities without an LEI";
  if (["ANNULLED", "DUPLICATE", "TRANSFERRED"].includes(record.registrationStatus)) return "records annulled, duplicate or transferred";
  if (isOver(record) && timesOf(record).some(({ until }) => !until)) return "relationships that are over, since when is not said";
  if (record.type === "IS_SUBFUND_OF") return "sub-funds of an umbrella fund";
  if (record.type === "IS_FEEDER_TO") return "feeder funds of a master fund";
  return undefined;
}

type Stake = Pick<InterestRecord, "kind" | "share" | "shareMin" | "shareMax" | "note" | "confidence">;

/** What a type of relationship means. A parent consolidates, which takes control but says no share; direct and ultimate both stand. */
function stakesOf(record: Relationship): Stake[] | undefined {
  switch (record.type) {
    case "IS_DIRECTLY_CONSOLIDATED_BY":
      return [{ kind: "consolidation", note: "direct accounting consolidating parent" }, ...shareOf(record)];
    case "IS_ULTIMATELY_CONSOLIDATED_BY":
      return [{ kind: "consolidation", note: "ultimate accounting consolidating parent" }];
    case "IS_FUND-MANAGED_BY":
      return [{ kind: "management", note: "manages the fund" }];
    // A branch is the same legal person as its head office: whoever has the one has the whole of the other.
    case "IS_INTERNATIONAL_BRANCH_OF":
      return [{ kind: "equity", share: 100, note: "a branch: no legal person of its own, but part of its head office" }];
    default:
      return undefined;
  }
}

/**
 * A percentage given with the direct parent is taken for its share; with the ultimate parent it would count a stake twice. The unit is
 * PERCENTAGE, yet many issuers write 1.00 for all: up to one it may be either, and the range says so.
 */
function shareOf({ quantifiers }: Relationship): Stake[] {
  const stated = quantifiers.filter(({ units }) => units === "PERCENTAGE").map(({ amount }) => Number(amount));
  const [amount] = stated;
  if (amount === undefined || stated.length > 1 || !(amount > 0 && amount <= 100)) return [];
  const note = "share by which the parent consolidates";
  if (amount > 1) return [{ kind: "equity", share: amount, note, confidence: "medium" }];
  return [
    {
      kind: "equity",
      shareMin: amount,
      shareMax: amount * 100,
      note: `${note}: ${amount}, as a percentage or a fraction`,
      confidence: "medium",
    },
  ];
}

/**
 * When a relationship held. Only a RELATIONSHIP_PERIOD says so: the ACCOUNTING_PERIOD that often stands before it ends each December. One
 * that is over without saying since when ended by the day of its last update.
 */
function timesOf(record: Relationship): Pick<InterestRecord, "from" | "until" | "note">[] {
  const over = isOver(record);
  const updated = dayOf(record.updated);
  const periods = record.periods
    .filter(({ type }) => type === "RELATIONSHIP_PERIOD")
    .map(({ start, end }) => [dayOf(start), dayOf(end)] as const);
  return (periods.length > 0 ? periods : [[undefined, undefined] as const]).map(([from, end]) => {
    const until = end ?? (over ? updated : undefined);
    const note = over && !end ? "over by the day of the last update" : undefined;
    if (from && until && until < from) return { until, note: [note, `begins on ${from}, after its end`].filter(Boolean).join("; ") };
    return { from, until, note };
  });
}

function isOver({ status, registrationStatus }: Relationship): boolean {
  return status === "INACTIVE" || registrationStatus === "RETIRED";
}

function confidenceOf({ registrationStatus, validation }: Relationship): "high" | "medium" | "low" {
  if (registrationStatus === "PENDING_VALIDATION") return "low";
  return registrationStatus === "LAPSED" || validation === "ENTITY_SUPPLIED_ONLY" ? "medium" : "high";
}

function ofTree(tree: Tree): Relationship {
  // GLEIF's JSON puts each record into an object of its own.
  const record = childOf(tree, "RelationshipRecord") ?? tree;
  const relationship = childOf(record, "Relationship");
  const registration = childOf(record, "Registration");
  return {
    start: textAt(relationship, "StartNode", "NodeID"),
    startType: textAt(relationship, "StartNode", "NodeIDType"),
    end: textAt(relationship, "EndNode", "NodeID"),
    endType: textAt(relationship, "EndNode", "NodeIDType"),
    type: textAt(relationship, "RelationshipType"),
    status: textAt(relationship, "RelationshipStatus"),
    periods: itemsOf(childOf(relationship, "RelationshipPeriods"), "RelationshipPeriod").map((period) => ({
      start: textAt(period, "StartDate"),
      end: textAt(period, "EndDate"),
      type: textAt(period, "PeriodType"),
    })),
    quantifiers: itemsOf(childOf(relationship, "RelationshipQuantifiers"), "RelationshipQuantifier").map((quantifier) => ({
      amount: textAt(quantifier, "QuantifierAmount"),
      units: textAt(quantifier, "QuantifierUnits"),
    })),
    updated: textAt(registration, "LastUpdateDate"),
    registrationStatus: textAt(registration, "RegistrationStatus"),
    validation: textAt(registration, "ValidationSources"),
    deletedAt: deletedAt(record),
  };
}

function ofRow(row: CsvRow): Relationship {
  const period = (slot: number) => `Relationship.Period.${slot}`;
  const quantifier = (slot: number) => `Relationship.Quantifiers.${slot}`;
  return {
    start: row.cell("Relationship.StartNode.NodeID"),
    startType: row.cell("Relationship.StartNode.NodeIDType"),
    end: row.cell("Relationship.EndNode.NodeID"),
    endType: row.cell("Relationship.EndNode.NodeIDType"),
    type: row.cell("Relationship.RelationshipType"),
    status: row.cell("Relationship.RelationshipStatus"),
    periods: filledSlots(row, (slot) => `${period(slot)}.periodType`).map((slot) => ({
      start: row.cell(`${period(slot)}.startDate`),
      end: row.cell(`${period(slot)}.endDate`),
      type: row.cell(`${period(slot)}.periodType`),
    })),
    quantifiers: filledSlots(row, (slot) => `${quantifier(slot)}.QuantifierAmount`).map((slot) => ({
      amount: row.cell(`${quantifier(slot)}.QuantifierAmount`),
      units: row.cell(`${quantifier(slot)}.QuantifierUnits`),
    })),
    updated: row.cell("Registration.LastUpdateDate"),
    registrationStatus: row.cell("Registration.RegistrationStatus"),
    validation: row.cell("Registration.ValidationSources"),
    deletedAt: row.cell("Extension.Deletion.DeletedAt"),
  };
}
