import { eventWords } from "../../model/event-words.js";
import type { CaseChange, DocketConflict, JournalHead, Json } from "../../model/index.js";
import { table, wrap } from "../text/layout.js";
import { renderMoved } from "./moved.js";
import { cited, headWords, type Shown } from "./words.js";

export function openedText({ case: id, repeated, head }: { case: string; repeated: boolean; head: JournalHead }, { width }: Shown): string {
  const said = repeated ? `Case ${id} was opened by this request before; nothing was done now.` : `Opened case ${id}.`;
  return `${[...wrap(said, { width }), ...wrap(headWords(head), { width }), `Next: beholden docket show ${id}`].join("\n")}\n`;
}

/** What was done to a case, and what it changed. */
export function changeText(
  { case: id, did, event, entries, repeated, logged, withoutEffect, moved, standing, head }: CaseChange,
  { width, color }: Shown,
): string {
  const what = `${did.replaceAll("-", " ")}${event === null ? "" : ` (event ${event})`}`;
  const said = repeated
    ? "was done by this request before; nothing was done now"
    : `recorded as ${entries.length === 1 ? "entry" : "entries"} ${entries.join(", ")}`;
  const lines = [
    ...wrap(`${id}: ${what}, ${said}.`, { width }),
    ...logged.flatMap(({ because, ...rule }) => wrap(`It is kept without effect: ${because} (${cited(rule)}).`, { width })),
    ...withoutEffect.flatMap(({ entry, because, ...rule }) =>
      wrap(`Without effect now: ${eventWords(entry.event)} of ${entry.on}, for ${because} (${cited(rule)}).`, { width }),
    ),
    ...(standing ? wrap(`State: ${standing.state ?? "not begun"}${standing.since ? ` since ${standing.since}` : ""}`, { width }) : []),
    ...(moved.length > 0 ? renderMoved(moved, "text", { width, color }).trimEnd().split("\n") : []),
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** Mine, theirs and merged, field by field. */
export function conflictText({ object, seen, current, theirs, fields, merged, head }: DocketConflict, { width }: Shown): string {
  const rows = fields.map(({ path, base, mine, theirs: their, merged: both, from }) => [
    path.join(".") || "all of it",
    valueWords(base),
    valueWords(mine),
    valueWords(their),
    from === "clash" ? "CLASH: both changed it" : valueWords(both),
  ]);
  const how =
    merged === null
      ? `Nothing was saved. Ask again with --take mine to save yours over theirs, or with --seen ${current} and other values.`
      : `Nothing was saved. Ask again with --take merged to save both, or with --take mine.`;
  const lines = [
    ...wrap(`${object.kind} ${object.id} was changed by ${theirs.by} at ${theirs.at}: you saw version ${seen}, and ${current} is there.`, {
      width,
    }),
    "",
    ...table(["field", "was", "mine", "theirs", "merged"], rows, width),
    "",
    ...wrap(how, { width }),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

function valueWords(value: Json | undefined): string {
  if (value === undefined) return "-";
  return typeof value === "string" ? value : JSON.stringify(value);
}
