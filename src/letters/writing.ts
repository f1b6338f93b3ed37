import { type Evidence, type HandlingMark, type LetterGap, type LetterSentence, strictestMark } from "../model/index.js";
import type { LetterWriter } from "../report/letter/writer.js";
import { citedLaw } from "./cited-law.js";
import type { Passage, SentencePattern } from "./language.js";
import { citedObject, type LetterRecord } from "./record.js";
import type { LetterTemplate } from "./template.js";
import { type PlaceValue, placeValue } from "./values.js";

/** What every part of a letter is written with. */
export interface Writing {
  template: LetterTemplate;
  record: LetterRecord;
  fields: Record<string, string>;
  write: LetterWriter;
  /** What is missing where no sentence can show it: in titles and headings. */
  missing: string[];
  /** Provisions that are not on file, and that nobody confirmed. */
  unchecked: Set<string>;
}

/** The sentences of a passage, each with what it rests on. One that names an optional field which nobody filled is left out. */
export function writtenPassage({ handling, sentences }: Passage, usual: HandlingMark, writing: Writing): LetterSentence[] {
  return sentences.flatMap((pattern) => writtenSentence(pattern, handling ?? usual, writing) ?? []);
}

/** A title or heading: words without notes, as strict as what stands in it. */
export function writtenHeading(
  { handling, sentences }: Passage,
  where: string,
  writing: Writing,
): { text: string; handling: HandlingMark } {
  const { front } = writing.template;
  const filled = sentences.flatMap(({ parts }) => parts).map((part) => (part.kind === "text" ? part.text : valueAt(part.path, writing)));
  const values = filled.filter((one) => typeof one !== "string");
  writing.missing.push(...values.flatMap(({ missing }) => (missing && !missing.optional ? [`${where}: ${missing.what}`] : [])));
  const text = filled.map((one) => (typeof one === "string" ? one : one.text)).join("");
  return { text, handling: strictestMark([handling ?? front.handling, ...values.map((one) => one.handling)]) };
}

function valueAt(path: string, { template, record, fields }: Writing): PlaceValue {
  return placeValue(path, template.front, record, fields);
}

interface Rested {
  /** Names of objects of the case that stand behind the sentence. */
  backing: string[];
  evidence: Evidence[];
  handling: HandlingMark;
  gaps: LetterGap[];
}

function writtenSentence({ parts, references }: SentencePattern, usual: HandlingMark, writing: Writing): LetterSentence | undefined {
  const values = parts.map((part) => (part.kind === "text" ? null : valueAt(part.path, writing)));
  if (values.some((value) => value?.missing?.optional)) return undefined;
  const text = parts.map((part, at) => (part.kind === "text" ? part.text : (values[at]?.text ?? ""))).join("");
  const filled = values.filter((value) => value !== null);
  const cited = [...references, ...filled.flatMap((value) => value.references)];
  const rested = restingOn(cited, writing.record);
  const cites = cited.flatMap((one) => (one.kind === "law" ? citedLaw(one, rested.backing, writing.record) : []));
  for (const { unchecked } of cites) if (unchecked !== null) writing.unchecked.add(unchecked);
  const evidence = [...filled.flatMap((value) => value.evidence), ...cites.flatMap((one) => one.evidence), ...rested.evidence];
  const gaps: LetterGap[] = [
    ...filled.flatMap(({ missing }) => (missing ? [{ kind: "content" as const, what: missing.what }] : [])),
    ...cites.flatMap((one) => one.gap ?? []),
    ...rested.gaps,
  ];
  const handling = strictestMark([usual, rested.handling, ...filled.map((value) => value.handling)]);
  const said = sentenceOf(text, { evidence, gaps, kinds: cited.map(({ kind }) => kind) }, writing.write);
  return { ...said, handling };
}

function sentenceOf(
  text: string,
  { evidence, gaps, kinds }: { evidence: Evidence[]; gaps: LetterGap[]; kinds: string[] },
  write: LetterWriter,
): LetterSentence {
  const [gap] = gaps;
  const gapped = gap && {
    kind: gaps.some(({ kind }) => kind === "source") ? ("source" as const) : gap.kind,
    what: gaps.map(({ what }) => what).join("; "),
  };
  if (gapped) return write.gap(text, gapped, evidence);
  if (kinds.includes("instruction")) return write.instruction(text, evidence);
  if (kinds.includes("statement")) return write.statement(text, evidence);
  return kinds.length > 0 && kinds.every((kind) => kind === "law") ? write.law(text, evidence) : write.fact(text, evidence);
}

/** What references come to. One that names what the case does not have, or what has no evidence of its own, is a gap. */
function restingOn(references: SentencePattern["references"], record: LetterRecord): Rested {
  const rested: Rested = { backing: [], evidence: [], handling: "public", gaps: [] };
  for (const reference of references) {
    if (!("id" in reference)) continue;
    const { kind, id, part } = reference;
    const object = citedObject(record, kind, id, part);
    const name = [kind, id, part].filter(Boolean).join(" ");
    if (!object) rested.gaps.push({ kind: "source", what: `case ${record.shown.id} has no ${name}` });
    else if (object.missing !== null) rested.gaps.push({ kind: "source", what: `${name}: ${object.missing}` });
    else if (kind !== "event") rested.backing.push(name);
    rested.evidence.push(...(object?.evidence ?? []));
    rested.handling = strictestMark([rested.handling, object?.handling ?? "public"]);
  }
  return rested;
}
