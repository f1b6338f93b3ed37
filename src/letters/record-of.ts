import {
  type CaseFile,
  checkPublication,
  type DocketView,
  happenedIn,
  type KeptLetter,
  keptLetters,
  type Passage,
  readCaseFile,
  readLetter,
  showCase,
  todayOf,
} from "../docket/index.js";
import { type DocketLetter, Letter } from "../model/index.js";
import { evidenceObjects } from "./objects.js";
import { knownProvisions } from "./provisions.js";
import type { CitedObject, LetterRecord, OriginalLetter } from "./record.js";
import { publicVersion, type Released } from "./release.js";
import { runObjects } from "./run-objects.js";
import { readTemplate } from "./template.js";
import { placeValue } from "./values.js";

/** What a letter is composed on: the record, and for a public version what was left out. */
export interface RecordFor {
  file: CaseFile;
  record: LetterRecord;
  released: Released | null;
}

/** One state of the record of a case, as letters see it. */
export async function recordFor(
  view: DocketView,
  of: string,
  at: string,
  { releaseOf, confirmed }: Pick<DocketLetter, "releaseOf" | "confirmed">,
): Promise<RecordFor> {
  const file = await readCaseFile(view, of);
  const today = todayOf(file, at);
  const record: LetterRecord = {
    shown: await showCase(view, of, { at }),
    procedure: file.rules?.procedure ?? null,
    happened: happenedIn(file, today),
    objects: await objectsOf(view, of),
    original: null,
    provisions: await knownProvisions(),
    confirmed,
  };
  if (releaseOf === null) return { file, record, released: null };
  const { original, released } = await originalOf(view, record, releaseOf);
  return { file, record: { ...record, original }, released };
}

/** What sentences can rest on beside events. A new kind of object is one line. */
async function objectsOf(view: DocketView, of: string): Promise<Map<string, CitedObject>> {
  return new Map([...(await evidenceObjects(view, of)), ...(await runObjects(view, of)), ...(await issuedLetters(view, of))]);
}

async function issuedLetters(view: DocketView, of: string): Promise<[string, CitedObject][]> {
  return (await keptLetters(view, of)).map(({ id, state: { issued, title, handling } }) => {
    const evidence = issued
      ? [
          {
            kind: "reference" as const,
            locator: `letter ${issued.number}, content SHA-256 ${issued.content}`,
            title: `${title} of ${issued.on}`,
          },
        ]
      : [];
    return [`letter ${id}`, { text: "", evidence, handling, missing: issued ? null : "it is not issued" }];
  });
}

async function originalOf(view: DocketView, record: LetterRecord, id: string): Promise<{ original: OriginalLetter; released: Released }> {
  const kept = await readLetter(view, record.shown.id, id);
  const letter = await issuedContent(view, kept);
  const others = [...(await fieldsKept(view, kept, record)), ...factsKept(record)];
  const released = publicVersion(letter, record.procedure?.withholding ?? [], others);
  const { number = "", on = "" } = kept.state.issued ?? {};
  return { original: { id, number, on, letter, released: released.letter, grounds: released.grounds }, released };
}

/** The letter as it was issued, from its file. */
export async function issuedContent(view: DocketView, { id, state: { files } }: KeptLetter): Promise<Letter> {
  const file = files.find(({ role }) => role === "json");
  const content = file && (await view.file(file.sha256));
  if (!content) throw new Error(`letter ${id} has no file of its content`);
  return Letter.parse(JSON.parse(Buffer.from(content).toString("utf8")));
}

/** The facts and quotes of the case that are not public now, whatever they were when the letter was issued. */
function factsKept({ objects }: LetterRecord): Passage[] {
  return [...objects].flatMap(([name, { text, evidence, handling }]) => {
    const texts = name.startsWith("quote ") ? evidence.map(({ quote }) => quote ?? "") : [text];
    return handling === "public" ? [] : texts.filter(Boolean).map((one) => ({ text: one, handling }));
  });
}

/** What people filled into single lines that are not public: no public sentence may repeat it. */
async function fieldsKept(view: DocketView, { state: { template, fields } }: KeptLetter, record: LetterRecord): Promise<Passage[]> {
  const text = await view.file(template.sha256);
  if (!text) return [];
  const { front } = readTemplate(Buffer.from(text).toString("utf8"), `template ${template.id}`);
  return Object.entries(front.fields).flatMap(([id, { kind }]) => {
    if (kind !== "line" || !fields[id]) return [];
    const value = placeValue(`field.${id}`, front, record, fields);
    return value.handling === "public" ? [] : [{ text: value.text, handling: value.handling }];
  });
}

/** Whether the words of a letter bear or refer to a marking of classified information, and where. */
export function classifiedIn(letter: Letter): string[] {
  const passages = [
    { section: "Title", text: letter.title },
    ...letter.head.flatMap(({ label, sentences }) => sentences.map(({ text }) => ({ section: label, text }))),
    ...letter.sections.flatMap(({ heading, blocks }) =>
      blocks.flatMap((block) =>
        (block.kind === "paragraph" ? block.sentences : block.kind === "list" ? block.items.flat() : block.rows.flat(2)).map(
          ({ text }) => ({ section: heading, text }),
        ),
      ),
    ),
    ...letter.notes.map(({ evidence }) => ({
      section: "Sources",
      text: [evidence.title, evidence.quote, evidence.note].filter(Boolean).join(" "),
    })),
  ];
  const { grounds } = checkPublication(passages.map(({ text }) => ({ text, handling: "public" as const })));
  return grounds.flatMap(({ passage, ground, because }) => (ground === "classified" ? [`${passages[passage]?.section}: ${because}`] : []));
}
