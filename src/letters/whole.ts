import { type HandlingMark, type LetterBlock, type LetterSection, type LetterSentence, strictestMark } from "../model/index.js";
import { linesOf, readBlocks } from "./blocks.js";
import { split, type WholePlace } from "./places.js";
import { type CitedObject, caseSource, eventSource, eventTitle } from "./record.js";
import { lawField } from "./template.js";
import { lawEvidence } from "./values.js";
import { type Writing, writtenPassage } from "./writing.js";

interface Whole {
  blocks: LetterBlock[];
  sections: LetterSection[];
}

/** What a place that stands alone on its line comes to: a list, a table, paragraphs, or the sections of another letter. */
export function wholeBlocks(path: string, mark: HandlingMark | null, writing: Writing): Whole {
  const [group, name] = split(path);
  const handling = mark ?? writing.template.front.handling;
  if (group === "law") return { blocks: lawBlocks(name, writing), sections: [] };
  if (group === "field") return { blocks: fieldBlocks(name, mark, writing), sections: [] };
  if (path === "original") return { blocks: writing.record.original ? [] : noOriginal(writing), sections: demoted(writing) };
  return { blocks: makers[path as Exclude<WholePlace, "original">](handling, writing), sections: [] };
}

const makers: Record<Exclude<WholePlace, "original">, (handling: HandlingMark, writing: Writing) => LetterBlock[]> = {
  parties: (handling, writing) => {
    const { shown } = writing.record;
    const items = shown.parties.map(({ name, role }) => [
      { ...writing.write.fact(`${name}, ${role}.`, [caseSource(writing.record)]), handling },
    ]);
    return items.length > 0 ? [{ kind: "list", ordered: false, items }] : gap("a party of the case", handling, writing);
  },
  events: (handling, writing) => {
    const { record, write } = writing;
    const rows = record.happened.map((entry) => {
      const source = [eventSource(record, entry)];
      const cells = [
        entry.on,
        eventTitle(record, entry.event),
        [entry.agency, entry.outcome, entry.until && `until ${entry.until}`].filter(Boolean).join(", ") || "-",
      ];
      return cells.map((text, at) => [{ ...(at === 1 ? write.fact(text, source) : write.statement(text)), handling }]);
    });
    return rows.length > 0
      ? [{ kind: "table", caption: "What happened in the case", headings: ["Day", "Event", "Particulars"], rows }]
      : gap("an event on the docket", handling, writing);
  },
  deadlines: (handling, writing) => {
    const { record, write } = writing;
    const rows = (record.shown.standing?.deadlines ?? []).map(({ title, agency, due, citation, mark, unsettled }) => [
      [{ ...write.law(agency ? `${title} (${agency})` : title, [lawEvidence(citation, mark, record)]), handling }],
      [{ ...write.statement(due ?? "the clock stands still"), handling }],
      [{ ...write.statement(unsettled ?? "-"), handling }],
    ]);
    return rows.length > 0
      ? [{ kind: "table", caption: "Deadlines that run", headings: ["Deadline", "Last day", "Not settled"], rows }]
      : gap("a deadline that runs", handling, writing);
  },
  facts: (handling, writing) => objectList("fact", "a fact of the case", handling, writing),
  findings: (handling, writing) => objectList("run", "a finding of a run that is attached to the case", handling, writing),
  grounds: (handling, writing) => {
    const { record, write } = writing;
    const items = (record.original?.grounds ?? []).map(({ because, citation, mark }) => {
      const text = `${because[0]?.toUpperCase()}${because.slice(1)}.`;
      return [{ ...(citation ? write.law(text, [lawEvidence(citation, mark, record)]) : write.statement(text)), handling }];
    });
    const none: LetterBlock = { kind: "paragraph", sentences: [{ ...write.statement("Nothing was left out."), handling }] };
    return [items.length > 0 ? { kind: "list", ordered: false, items } : none];
  },
};

function gap(what: string, handling: HandlingMark, { write }: Writing): LetterBlock[] {
  return [{ kind: "paragraph", sentences: [{ ...write.gap("", { kind: "content", what }), handling }] }];
}

function noOriginal(writing: Writing): LetterBlock[] {
  return gap("the letter that this is the public version of (`docket letter release`)", "public", writing);
}

/** Objects of a kind, each as strict as it is itself. */
function objectList(kind: string, what: string, handling: HandlingMark, writing: Writing): LetterBlock[] {
  const all = [...writing.record.objects].filter(([name]) => name.startsWith(`${kind} `));
  const items = all.filter(([, one]) => one.text !== "").map(([name, one]) => [objectSentence(name, one, handling, writing)]);
  return items.length > 0 ? [{ kind: "list", ordered: false, items }] : gap(what, handling, writing);
}

function objectSentence(
  name: string,
  { text, evidence, missing, handling }: CitedObject,
  least: HandlingMark,
  { write }: Writing,
): LetterSentence {
  const said = missing === null ? write.fact(text, evidence) : write.gap(text, { kind: "source", what: `${name}: ${missing}` }, evidence);
  return { ...said, handling: strictestMark([least, handling]) };
}

/** Sentences of law that the procedure of the case gives; where it has none on file, those that a person wrote. */
function lawBlocks(name: string, writing: Writing): LetterBlock[] {
  const { template, record, fields } = writing;
  const { kind, law, handling } = template.front;
  const onFile = record.procedure?.letters[kind]?.law[name];
  const text = onFile ?? fields[lawField(name)]?.trim() ?? "";
  if (text !== "") return writtenBlocks(text, handling, writing);
  const whose = record.procedure ? `procedure ${record.procedure.id} has no such law on file` : "the case follows no procedure";
  return gap(`the law of ${law[name]}: ${whose}. Field ${lawField(name)} takes it, with its provision`, handling, writing);
}

/** What a person wrote into a field, in the same language as a template. */
function fieldBlocks(name: string, mark: HandlingMark | null, writing: Writing): LetterBlock[] {
  const field = writing.template.front.fields[name];
  const text = writing.fields[name]?.trim() ?? "";
  if (!field) return [];
  const handling = mark ?? field.handling;
  if (text === "") return field.optional ? [] : gap(`${name}: ${field.asks}`, handling, writing);
  return writtenBlocks(text, handling, writing);
}

function writtenBlocks(text: string, handling: HandlingMark, writing: Writing): LetterBlock[] {
  return readBlocks(text, linesOf(text), () => false, []).flatMap((block): LetterBlock[] => {
    if (block.kind === "place") return [];
    if (block.kind === "paragraph") return [{ kind: "paragraph", sentences: writtenPassage(block.passage, handling, writing) }];
    return [{ kind: "list", ordered: block.ordered, items: block.items.map((item) => writtenPassage(item, handling, writing)) }];
  });
}

/** The sections of the redacted original, one level lower, with its sources numbered anew. */
function demoted({ record: { original }, write }: Writing): LetterSection[] {
  if (!original) return [];
  const { sections, notes } = original.released;
  const evidence = new Map(notes.map((note) => [note.number, note.evidence]));
  const cited = (sentence: LetterSentence): LetterSentence => {
    const { notes: numbers } = write.statement(
      "",
      sentence.notes.flatMap((number) => evidence.get(number) ?? []),
    );
    return { ...sentence, notes: numbers };
  };
  return sections.map((section, at) => ({
    ...section,
    id: `original-${at + 1}`,
    level: Math.min(4, section.level + 1) as 3 | 4,
    blocks: section.blocks.map((block): LetterBlock => {
      if (block.kind === "paragraph") return { ...block, sentences: block.sentences.map(cited) };
      if (block.kind === "list") return { ...block, items: block.items.map((item) => item.map(cited)) };
      return { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(cited))) };
    }),
  }));
}
