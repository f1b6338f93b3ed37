import { z } from "zod";
import {
  CaseEntry,
  DocketCase,
  DocketDecision,
  DocketLetter,
  DocketRun,
  EvidenceItem,
  Fact,
  type JournalEntry,
  Quote,
} from "../../model/index.js";
import { DocketError } from "../journal/index.js";

interface KindOfObject {
  state: z.ZodType;
  /** What its id is after the case's; null: the case's own. */
  name: RegExp | null;
}

/** Every kind of object that belongs to a case and travels with it. */
const kinds: Readonly<Record<string, KindOfObject>> = {
  case: { state: DocketCase, name: null },
  event: { state: CaseEntry, name: /^[1-9]\d*$/ },
  note: { state: z.string(), name: /^note-[1-9]\d*$/ },
  evidence: { state: EvidenceItem, name: /^e[1-9]\d*$/ },
  quote: { state: Quote, name: /^q[1-9]\d*$/ },
  fact: { state: Fact, name: /^f[1-9]\d*$/ },
  run: { state: DocketRun, name: /^r[1-9]\d*$/ },
  decision: { state: DocketDecision, name: /^d[1-9]\d*$/ },
  letter: { state: DocketLetter, name: /^l[1-9]\d*$/ },
};

/**
 * Checks what a bundle would bring into a case: objects of that case alone, each in the form of its kind, and events by their numbers. A chain
 * that verifies says who wrote it, not that they meant well: people and their roles are objects of a docket too.
 *
 * @throws DocketError `invalid` with the first entry that does not belong there
 */
export function checkObjectsOfCase(path: string, of: string, entries: readonly JournalEntry[]): void {
  let events = 0;
  for (const { number, body } of entries) {
    const { object, after } = body;
    const wrong = (what: string) =>
      new DocketError("invalid", `${path}: entry ${number} is of the ${object.kind} ${object.id}, ${what}. Nothing was taken from it.`);
    const kind = Object.hasOwn(kinds, object.kind) ? kinds[object.kind] : undefined;
    if (!kind) throw wrong("and no bundle of a case holds such a thing");
    if (body.case !== of || !isOfCase(object.id, of, kind)) throw wrong(`which is not of case ${of}`);
    const read = kind.state.safeParse(after);
    if (!read.success) {
      const issues = read.error.issues.map(({ path: field, message }) => `${field.join(".") || "the whole"}: ${message}`);
      throw wrong(`which does not read as ${object.kind}: ${issues.join("; ")}`);
    }
    if (object.kind !== "event") continue;
    events += 1;
    if (object.id !== `${of}/${events}` || (after as CaseEntry).id !== String(events)) throw wrong(`where ${of}/${events} was expected`);
  }
}

function isOfCase(id: string, of: string, { name }: KindOfObject): boolean {
  if (name === null) return id === of;
  return id.startsWith(`${of}/`) && name.test(id.slice(of.length + 1));
}
