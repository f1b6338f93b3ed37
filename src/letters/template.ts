import { knownProcedures } from "../docket/index.js";
import { type Problem, readValidatedYaml, TemplateFront } from "../model/index.js";
import { type Line, linesOf, readBlocks } from "./blocks.js";
import { type Condition, conditionFault } from "./condition.js";
import type { Passage, PassageBlock, TextFault } from "./language.js";
import { readPassage } from "./passage.js";
import { isWholePlace, placeFault } from "./places.js";

/** A block under the conditions that it stands under. */
export interface TemplateBlock {
  when: Condition[];
  block: PassageBlock;
}

export interface TemplateSection {
  id: string;
  level: 2 | 3 | 4;
  heading: Passage;
  when: Condition[];
  blocks: TemplateBlock[];
}

/** A template, read and checked. */
export interface LetterTemplate {
  front: TemplateFront;
  title: Passage;
  head: { label: string; passage: Passage }[];
  sections: TemplateSection[];
}

/** A text with named places that cannot be used, with everything that is wrong in it. */
export class TemplateError extends Error {
  override name = "TemplateError";
  readonly problems: Problem[];
  constructor(problems: Problem[]) {
    const where = ({ path, line, column }: Problem) => [path, line, column].filter((part) => part !== null).join(":");
    super(problems.map((one) => `${where(one)}: ${one.message}. Expected ${one.expected}.`).join("\n"));
    this.problems = problems;
  }
}

const largest = 200_000;

/**
 * Reads a template: fields and what it is for between two lines of three hyphens, then the letter in Markdown with named places. Nothing in
 * it is carried out.
 *
 * @param path for problems only; nothing is read from it
 * @throws TemplateError with every problem, each with line and column
 */
export function readTemplate(text: string, path: string): LetterTemplate {
  if (text.length > largest)
    throw faultyAt(text, path, [{ at: 0, message: `it has ${text.length} characters`, expected: `at most ${largest}` }]);
  const bare = text.replace(/<!--[\s\S]*?-->/g, (remark) => remark.replace(/[^\n]/g, " "));
  const [whole = "", front = ""] = /^---\r?\n([\s\S]*?)\n---[ \t]*(?:\r?\n|$)/.exec(bare) ?? [];
  if (whole === "")
    throw faultyAt(text, path, [
      {
        at: 0,
        message: "it does not begin with what it is",
        expected: "a line of three hyphens, id, title, kind and says, and a line of three hyphens",
      },
    ]);
  // The line of hyphens before it counts as a line.
  const read = readValidatedYaml(`\n${front}`, path, TemplateFront, "template-invalid");
  if (read.value === null) throw new TemplateError(read.problems);
  const faults: TextFault[] = [];
  const template = bodyOf(bare, whole.length, withLawFields(read.value), faults);
  faults.push(...placesIn(template), ...conditionsIn(template));
  const own = contradictions(template).map(({ keys, ...fault }) => problem(path, read.locate(keys), fault));
  if (faults.length + own.length > 0) throw new TemplateError([...own, ...faultyAt(text, path, faults).problems]);
  return template;
}

/** Where the procedure of a case has no sentence of law on file, a person can write it, with a provision that they confirm. */
function withLawFields({ fields, law, ...front }: TemplateFront): TemplateFront {
  const own = Object.entries(law).map(([name, about]): [string, TemplateFront["fields"][string]] => [
    lawField(name),
    { asks: `${about}, each sentence with its provision`, kind: "passages", optional: true, handling: "public" },
  ]);
  return { ...front, law, fields: { ...fields, ...Object.fromEntries(own.filter(([id]) => !fields[id])) } };
}

/** The field that stands in for a sentence of law which is not on file. */
export function lawField(name: string): string {
  return `law-${name}`;
}

function problem(path: string, place: { line: number; column: number }, { message, expected }: Omit<TextFault, "at">): Problem {
  return {
    path,
    ...place,
    severity: "error",
    code: "template-invalid",
    message,
    expected,
    action: "Mend the text at this place and ask again.",
  };
}

/** Faults as problems, by line and column. */
export function faultyAt(text: string, path: string, faults: TextFault[]): TemplateError {
  const placed = [...faults]
    .sort((left, right) => left.at - right.at)
    .map((fault) => {
      const before = text.slice(0, fault.at).split("\n");
      return problem(path, { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }, fault);
    });
  return new TemplateError(placed);
}

function bodyOf(text: string, start: number, front: TemplateFront, faults: TextFault[]): LetterTemplate {
  const template: LetterTemplate = { front, title: { handling: null, sentences: [] }, head: [], sections: [] };
  const open: Condition[] = [];
  let run: Line[] = [];
  let place: "before" | "head" | "sections" = "before";
  const flush = () => {
    const blocks = readBlocks(text, run, (path) => isWholePlace(path, front), faults);
    const section = template.sections.at(-1);
    if (section) section.blocks.push(...blocks.map((block) => ({ when: open.slice(), block })));
    else if (blocks.length > 0)
      faults.push({
        at: run.find((line) => line.text.trim() !== "")?.start ?? start,
        message: "this stands before the first heading",
        expected: "a line `## Heading {#id}` above it",
      });
    run = [];
  };
  for (const line of linesOf(text, start)) {
    const heading = /^(#{1,4})\s+(.*?)\s*(?:\{#([^}]*)\})?\s*$/.exec(line.text);
    const [directive, word = "", condition = ""] = /^\s*\{\{\s*(when|end)\b\s*(.*?)\s*\}\}\s*$/.exec(line.text) ?? [];
    if (heading) {
      flush();
      const [, signs = "", , id] = heading;
      const from = line.start + signs.length + (/^\s+/.exec(line.text.slice(signs.length))?.[0].length ?? 0);
      const passage = readPassage(text, from, from + (heading[2] ?? "").length, faults);
      if (signs.length === 1) {
        if (place !== "before")
          faults.push({ at: line.start, message: "this is a second title", expected: "one line that begins with a single #" });
        template.title = passage;
        place = "head";
      } else {
        place = "sections";
        const level = signs.length as 2 | 3 | 4;
        if (id === undefined || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
          faults.push({ at: line.start, message: "the heading has no address", expected: "one behind it, such as {#factual-basis}" });
        else if (template.sections.some((one) => one.id === id))
          faults.push({ at: line.start, message: `a heading has the address ${id} already`, expected: "another one" });
        template.sections.push({ id: id ?? "", level, heading: passage, when: open.slice(), blocks: [] });
      }
    } else if (directive !== undefined) {
      flush();
      if (word === "when") open.push({ source: condition, at: line.start + line.text.indexOf(condition) });
      else if (!open.pop())
        faults.push({ at: line.start, message: "nothing is open that this could end", expected: "a {{when …}} above it" });
    } else if (place === "head" && line.text.trim() !== "") headLine(template, text, line, faults);
    else run.push(line);
  }
  flush();
  for (const { at } of open) faults.push({ at, message: "this condition is never ended", expected: "a line {{end}} below it" });
  if (template.title.sentences.length === 0) faults.push({ at: start, message: "the letter has no title", expected: "a line `# Title`" });
  return template;
}

/** `To: {{field.to}}` */
function headLine({ head }: LetterTemplate, text: string, line: Line, faults: TextFault[]): void {
  const [all, label = ""] = /^\s*([^:{}[\]]{1,60}):\s+/.exec(line.text) ?? [];
  if (all === undefined)
    faults.push({
      at: line.start,
      message: "this stands between the title and the first heading",
      expected: "lines such as `To: {{field.to}}`, or a heading",
    });
  else head.push({ label, passage: readPassage(text, line.start + all.length, line.end, faults) });
}

/** Every passage of a template. */
function passagesOf({ title, head, sections }: LetterTemplate): Passage[] {
  const inBlock = (block: PassageBlock) => (block.kind === "place" ? [] : block.kind === "paragraph" ? [block.passage] : block.items);
  return [
    title,
    ...head.map(({ passage }) => passage),
    ...sections.flatMap(({ heading, blocks }) => [heading, ...blocks.flatMap(({ block }) => inBlock(block))]),
  ];
}

function placesIn(template: LetterTemplate): TextFault[] {
  return placeFaults(passagesOf(template), template.front);
}

/** What is wrong with the places that passages name. */
export function placeFaults(passages: readonly Passage[], front: Pick<TemplateFront, "fields" | "law">): TextFault[] {
  const parts = passages.flatMap(({ sentences }) => sentences.flatMap((one) => one.parts));
  return parts.flatMap((part) => {
    const fault = part.kind === "place" ? placeFault(part.path, front) : undefined;
    return part.kind === "place" && fault ? [{ at: part.at, ...fault }] : [];
  });
}

function conditionsIn({ front, sections }: LetterTemplate): TextFault[] {
  const all = new Map(sections.flatMap(({ when, blocks }) => [...when, ...blocks.flatMap((one) => one.when)]).map((one) => [one.at, one]));
  return [...all.values()].flatMap((one) => conditionFault(one, front) ?? []);
}

function contradictions({ front, sections }: LetterTemplate): { keys: PropertyKey[]; message: string; expected: string }[] {
  const { fields, event } = front;
  const known = (key: "signed" | "outcome" | "until" | "agency", kind?: string) => {
    const name = event?.[key];
    if (name === undefined || (fields[name] && (kind === undefined || fields[name].kind === kind))) return [];
    return [
      {
        keys: ["event", key],
        message: `there is no field ${name}${kind ? ` of kind ${kind}` : ""}`,
        expected: `one of ${Object.keys(fields).join(", ")}`,
      },
    ];
  };
  const ids = sections.map(({ id }) => id);
  const procedures = [...knownProcedures().keys()];
  return [
    ...(front.procedures ?? []).flatMap((id, at) =>
      procedures.includes(id)
        ? []
        : [{ keys: ["procedures", at], message: `there is no procedure ${id}`, expected: `one of ${procedures.join(", ")}` }],
    ),
    ...known("signed"),
    ...known("outcome"),
    ...known("until", "day"),
    ...known("agency"),
    ...Object.entries(event?.holds ?? {}).flatMap(([content, section]) =>
      content === "unclassified" || ids.includes(section)
        ? []
        : [
            {
              keys: ["event", "holds", content],
              message: `there is no heading with the address ${section}`,
              expected: `one of ${ids.join(", ")}`,
            },
          ],
    ),
    ...Object.entries(fields).flatMap(([id, { kind, choices }]) =>
      (kind === "choice") === (choices !== undefined)
        ? []
        : [
            {
              keys: ["fields", id],
              message: kind === "choice" ? "the choices are not named" : "only a choice has choices",
              expected: "kind: choice together with choices",
            },
          ],
    ),
  ];
}
