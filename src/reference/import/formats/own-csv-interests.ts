import { capacities, interestKinds } from "../../../model/index.js";
import type { ImportFormat, ImportSink } from "../format.js";
import { shareOf } from "./ftm-share.js";
import { type Columns, looksLike, type OwnRow } from "./own-csv-columns.js";
import { readOwnTable } from "./own-csv-table.js";
import { dateOf, endsEarly, expectedDate, expectedParty, partyIdOf, wordOf } from "./own-csv-values.js";

const columns: Columns = {
  owner: ["parent", "shareholder", "owner id"],
  owned: ["subsidiary", "asset", "owned id", "company"],
  kind: ["interest", "type"],
  share: ["percentage", "percent", "stake", "shares"],
  "share min": ["minimum"],
  "share max": ["maximum"],
  capacity: ["held as"],
  joint: ["jointly", "block"],
  from: ["since", "start date", "valid from"],
  until: ["end date", "valid until"],
  "as of": [],
  note: ["notes", "comment"],
  confidence: [],
};

const kinds = Object.fromEntries([
  ...interestKinds.map((kind) => [kind, kind] as const),
  ["shareholding", "equity"],
  ["ownership", "equity"],
]) as Record<string, (typeof interestKinds)[number]>;
const allCapacities = Object.fromEntries(capacities.map((capacity) => [capacity, capacity])) as Record<string, (typeof capacities)[number]>;
const confidences = { high: "high", medium: "medium", low: "low" } as const;

/** A table of interests of the user's own, in CSV with any of comma, semicolon, tab and bar; see docs/imports.md for the columns. */
export const ownInterests: ImportFormat = {
  id: "own-interests-csv",
  title: "own table of interests (CSV)",
  specification: "docs/imports.md",

  recognises: (head) => looksLike(head, columns, ["owner", "owned"], ["owner"]),

  read: (input, sink) => readOwnTable({ what: "interests", columns, tell }, input, sink),
};

function tell(row: OwnRow, sink: ImportSink): string | undefined {
  const owner = row.value("owner", partyIdOf, expectedParty);
  const owned = row.value("owned", partyIdOf, expectedParty);
  const share = row.value("share", shareOf, "a percentage such as 25, 25-50 or > 50");
  const shareMin = row.value("share min", percent, "a percentage from 0 to 100");
  const shareMax = row.value("share max", percent, "a percentage from 0 to 100");
  const interest = {
    kind: row.value("kind", wordOf(kinds), `one of ${interestKinds.join(", ")}`) ?? ("equity" as const),
    ...share,
    ...(shareMin === undefined ? {} : { shareMin }),
    ...(shareMax === undefined ? {} : { shareMax }),
    capacity: row.value("capacity", wordOf(allCapacities), `one of ${capacities.join(", ")}`),
    joint: row.text("joint") || undefined,
    from: row.value("from", dateOf, expectedDate),
    until: row.value("until", dateOf, expectedDate),
    asOf: row.value("as of", dateOf, expectedDate),
    note: row.text("note") || undefined,
    confidence: row.value("confidence", wordOf(confidences), "high, medium or low"),
    record: `line ${row.line}`,
  };
  if (row.fault) return row.fault;
  if (endsEarly(interest)) return `it ends on ${interest.until}, before it begins on ${interest.from}.`;
  if (!owner || !owned) return `the row has no ${owner ? "owned" : "owner"}. Expected ${expectedParty}.`;
  if (owner === owned) return "the owner and the owned are one. Expected two parties.";
  if (share && (shareMin !== undefined || shareMax !== undefined))
    return "the row has both a share and bounds of it. Expected one or the other.";
  if (shareMin !== undefined && shareMax !== undefined && shareMin > shareMax)
    return `the least share, ${shareMin}, is more than the greatest, ${shareMax}.`;
  sink.interest({ owner, owned, ...interest });
  return undefined;
}

function percent(text: string): number | undefined {
  const plain = text.replace(/\s*%$/, "").replace(/^(\d+),(\d{1,2})$/, "$1.$2");
  return /^\d{1,3}(\.\d+)?$/.test(plain) && Number(plain) <= 100 ? Number(plain) : undefined;
}
