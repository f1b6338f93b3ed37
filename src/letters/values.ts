import type { CaseEntry, Evidence, HandlingMark, TemplateFront } from "../model/index.js";
import { readPassage } from "./passage.js";
import { split } from "./places.js";
import { caseSource, eventSource, type LetterRecord } from "./record.js";

/** What a place of a sentence comes to. */
export interface PlaceValue {
  text: string;
  evidence: Evidence[];
  handling: HandlingMark;
  /** References of a field that were written behind its value. */
  references: ReturnType<typeof readPassage>["sentences"][number]["references"];
  /** What is missing; null where nothing is. `optional`: then the sentence is left out. */
  missing: { what: string; optional: boolean } | null;
}

/** The value of a place that stands in a sentence. */
export function placeValue(path: string, front: TemplateFront, record: LetterRecord, fields: Record<string, string>): PlaceValue {
  const [group, name, part] = split(path);
  switch (group) {
    case "case":
      return caseValue(name, record);
    case "party":
      return partyValue(name, record);
    case "event":
      return eventValue(name, part, record);
    case "deadline":
      return deadlineValue(name, part, record);
    case "rule":
      return ruleValue(name, record);
    case "original":
      return originalValue(name, record);
    case "letter":
      return given(record.procedure?.letters[front.kind]?.title ?? front.title, []);
    default:
      return fieldValue(name, front, fields);
  }
}

const given = (text: string, evidence: Evidence[], handling: HandlingMark = "public"): PlaceValue => ({
  text,
  evidence,
  handling,
  references: [],
  missing: null,
});
const absent = (what: string, optional = false): PlaceValue => ({
  text: "____",
  evidence: [],
  handling: "public",
  references: [],
  missing: { what, optional },
});

function caseValue(name: string, record: LetterRecord): PlaceValue {
  const { shown, procedure } = record;
  const values: Record<string, string | null | undefined> = {
    id: shown.id,
    caption: shown.caption,
    reference: shown.reference,
    procedure: procedure?.title,
    authority: procedure?.authority,
  };
  const value = values[name];
  if (value) return given(value, [caseSource(record)]);
  return absent(
    name === "reference"
      ? "the reference of the case (`docket edit --reference`)"
      : "the procedure of the case (`docket edit --procedure`)",
  );
}

function partyValue(role: string, record: LetterRecord): PlaceValue {
  const names = record.shown.parties.filter((one) => one.role === role).map((one) => one.name);
  return names.length > 0
    ? given(names.join(" and "), [caseSource(record)])
    : absent(`a party of the role ${role} (\`docket edit --party "${role}:NAME"\`)`);
}

function eventValue(name: string, part: string, record: LetterRecord): PlaceValue {
  const entry = record.happened.findLast(({ event }) => event === name);
  if (!entry) return absent(`an event ${name} on the docket`);
  const key = part as keyof CaseEntry & ("on" | "by" | "agency" | "outcome" | "until" | "method");
  const value = entry[key];
  return value
    ? given(value.replaceAll("-", part === "outcome" || part === "method" ? " " : "-"), [eventSource(record, entry)])
    : absent(`${part} of the event ${name}`);
}

function deadlineValue(name: string, part: string, record: LetterRecord): PlaceValue {
  const running = record.shown.standing?.deadlines.findLast(({ id }) => id === name);
  if (!running) return absent(`a running deadline ${name}`);
  const entry = record.happened.find(({ id }) => id === running.trigger.entry);
  const law = lawEvidence(running.citation, running.mark, record);
  const evidence = entry ? [eventSource(record, entry), law] : [law];
  if (part === "title") return given(running.title, evidence);
  if (running.due === null || running.unsettled)
    return absent(`the last day of ${name}${running.unsettled ? `: ${running.unsettled}` : ""}`);
  return given(running.due, evidence);
}

function ruleValue(name: string, record: LetterRecord): PlaceValue {
  const rule = record.procedure?.deadlines.find(({ id }) => id === name);
  if (!rule?.days) return absent(`a rule for ${name} in the procedure of the case`);
  // That days are counted as calendar days is how the procedure is read; few provisions say so themselves.
  const unit = rule.unit === "business-days" ? "business days" : "days";
  return given(`${rule.days} ${unit}`, [lawEvidence(rule.citation, rule.mark, record)]);
}

function originalValue(name: string, { original }: LetterRecord): PlaceValue {
  if (!original) return absent("the letter that this is the public version of (`docket letter release`)");
  return given(name === "number" ? original.number : name === "on" ? original.on : original.released.title, []);
}

function fieldValue(name: string, { fields }: TemplateFront, filled: Record<string, string>): PlaceValue {
  const field = fields[name];
  const value = filled[name]?.trim();
  if (!field || !value) return absent(`${name}: ${field?.asks ?? "no such field"}`, field?.optional);
  const { handling, sentences } = readPassage(value, 0, value.length, []);
  const text = sentences.map(({ parts }) => parts.map((one) => (one.kind === "text" ? one.text : `{{${one.path}}}`)).join("")).join(" ");
  const words = field.kind === "choice" ? text.replaceAll("-", " ") : text;
  return { ...given(words, [], handling ?? field.handling), references: sentences.flatMap(({ references }) => references) };
}

/** A provision as a source, with how far it was read. */
export function lawEvidence(
  citation: string,
  mark: string | null,
  { procedure }: Pick<LetterRecord, "procedure">,
  unread = "as its author cites it, not on file",
): Evidence {
  const title = procedure && citation.startsWith(procedure.authority.slice(0, 11)) ? procedure.title : undefined;
  return {
    kind: "law",
    locator: citation,
    ...(title ? { title } : {}),
    note: mark === null ? unread : `mark ${mark}`,
  };
}
