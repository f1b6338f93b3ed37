import type { Json, RecordLine } from "../../model/index.js";

/** What an act did, as it follows a name: "ana opened case 2026-0001". What is not here reads as its own words. */
const acts: Readonly<Record<string, string>> = {
  "docket-opened": "opened",
  "case-opened": "opened",
  "case-edited": "edited",
  "case-imported": "took in",
  "event-recorded": "recorded",
  "event-corrected": "corrected",
  "event-withdrawn": "struck out",
  "evidence-added": "added",
  "evidence-graded": "graded",
  "evidence-marked": "marked",
  "evidence-withdrawn": "withdrew",
  exported: "took out",
  "fact-stated": "stated",
  "fact-edited": "edited",
  "fact-withdrawn": "withdrew",
  "item-read": "read",
  "letter-drafted": "drafted",
  "letter-edited": "edited",
  "letter-reviewed": "reviewed",
  "letter-approved": "approved",
  "letter-issued": "issued",
  "letter-number-given": "numbered",
  "note-added": "added",
  "note-set": "set",
  "point-confirmed": "confirmed a point of",
  "quote-taken": "took",
  "quote-marked": "marked",
  "quote-rechecked": "checked again",
  "quote-withdrawn": "withdrew",
  "run-attached": "attached",
  "run-withdrawn": "withdrew",
  "service-confirmed": "confirmed the service of",
  "change-accepted": "accepted",
  "change-rejected": "rejected",
  "change-reopened": "took back what was decided on",
  "decision-proposed": "proposed",
  "decision-approved": "approved",
  "decision-withdrawn": "withdrew",
  "person-added": "let in",
  "person-edited": "changed",
  "person-retired": "retired",
  "signed-in": "signed in:",
  "signed-out": "signed out:",
  "template-set": "changed",
  "template-reset": "reset",
  "token-made": "made",
  "token-revoked": "revoked",
};

/** Every act that the record has words for. */
export const namedActs: readonly string[] = Object.keys(acts);

/** A line of the record as a sentence: who, what, which object. */
export function recordSentence({ by, act, object, origin }: Pick<RecordLine, "by" | "act" | "object" | "origin">): string {
  const from = origin ? `, in docket ${origin.docket}` : "";
  return `${by} ${acts[act] ?? act.replaceAll("-", " ")} ${object}${from}`;
}

/** A value of a field as it stands in a line: text as it is, what has parts as JSON. */
export function valueWords(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  if (value === null) return "none";
  if (typeof value === "string") return value === "" ? "empty" : value;
  return JSON.stringify(value);
}
