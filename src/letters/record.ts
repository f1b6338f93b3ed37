import type { CaseEntry, ConfirmedCitation, Evidence, HandlingMark, Letter, Procedure, ShownCase } from "../model/index.js";
import type { SourceKind } from "./language.js";
import type { Provisions } from "./provisions.js";

/** An object of a case as a source: what it rests on, how it may be handled, and what keeps it from being a source. */
export interface CitedObject {
  /** What it says, for lists of such objects. */
  text: string;
  evidence: Evidence[];
  handling: HandlingMark;
  missing: string | null;
}

/** The letter that a public version is made from. */
export interface OriginalLetter {
  id: string;
  number: string;
  on: string;
  letter: Letter;
  /** Grounds of what was left out, and the redacted letter. */
  released: Letter;
  grounds: { because: string; citation: string | null; mark: string | null }[];
}

/** What the letters of a case are made from: one state of its record. */
export interface LetterRecord {
  shown: ShownCase;
  procedure: Procedure | null;
  /** What happened, as corrected, without what took no effect. */
  happened: CaseEntry[];
  /** Objects by kind and short id, such as `fact f1`; a finding of a run by `run r1 ID`. */
  objects: ReadonlyMap<string, CitedObject>;
  original: OriginalLetter | null;
  /** The provisions on file, and those that people confirmed for the letter. */
  provisions: Provisions;
  confirmed: readonly ConfirmedCitation[];
}

/** What a sentence can rest on; undefined where the case has no such object. */
export function citedObject(record: LetterRecord, kind: SourceKind, id: string, part: string | null): CitedObject | undefined {
  if (kind === "event") {
    const entry = record.happened.find((one) => one.id === id);
    return entry && { text: eventTitle(record, entry.event), evidence: [eventSource(record, entry)], handling: "public", missing: null };
  }
  return record.objects.get([kind, id, part].filter(Boolean).join(" "));
}

/** An event of the docket as a source. */
export function eventSource({ shown }: LetterRecord, { id, event, on }: CaseEntry): Evidence {
  return { kind: "reference", locator: `docket case ${shown.id}, event ${id}`, title: `${event} of ${on}` };
}

/** What the docket says of the case itself, as a source. */
export function caseSource({ shown }: LetterRecord): Evidence {
  return {
    kind: "reference",
    locator: `docket case ${shown.id}, entry ${shown.version}`,
    title: "Caption, parties and reference of the case",
  };
}

/** What an event is called in the procedure. */
export function eventTitle({ procedure }: Pick<LetterRecord, "procedure">, event: string): string {
  return procedure?.moves.find((move) => move.event === event)?.title ?? event;
}
