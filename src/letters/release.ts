import { checkPublication, type Passage, type PublicationGround, withheldWords } from "../docket/index.js";
import type { Evidence, HandlingMark, Letter, LetterBlock, LetterSection, LetterSentence, Removal, Withholding } from "../model/index.js";
import { sentencesOf } from "../report/letter/writer.js";

/** A public version, with what it leaves out and on what grounds. */
export interface Released {
  letter: Letter;
  removals: Removal[];
  /** Each ground once. */
  grounds: PublicationGround[];
  /** Why nothing of it may be published; empty where it may. */
  refused: string[];
}

/**
 * The public version of a letter: what is not marked public is taken out sentence by sentence, as are its sources, and what repeats it
 * elsewhere. Where something stood stands its ground alone: not how much it was.
 *
 * @param law the grounds that the procedure of the case names
 * @param others texts of the case that are not public either
 */
export function publicVersion(original: Letter, law: readonly Withholding[], others: readonly Passage[] = []): Released {
  const letter = withoutIssue(original);
  const decide = decider(letter, law, others);
  const removals: Removal[] = [];
  const grounds = new Map<string, PublicationGround>();
  const remove = (section: string, text: string, ground: PublicationGround) => {
    const { because, citation, mark } = ground;
    grounds.set(ground.ground, ground);
    removals.push(...(ground.words ?? [text]).map((one) => ({ section, text: one, ground: because, citation, mark })));
  };
  const words = (section: string, text: string, handling: HandlingMark): string => {
    const { ground, open } = decide(text, handling);
    if (ground) remove(section, text, ground);
    return open;
  };
  const passage = (section: string, all: readonly LetterSentence[]): LetterSentence[] =>
    merged(
      all.map((sentence) => {
        const { ground, open } = decide(sentence.text, sentence.handling ?? "internal");
        if (ground) remove(section, sentence.text, ground);
        return ground && !ground.words ? ground : { ...sentence, text: open };
      }),
    );
  const title = words("Title", letter.title, letter.titleHandling ?? "internal");
  const head = letter.head.map(({ label, sentences }) => ({ label: words("Head", label, "public"), sentences: passage(label, sentences) }));
  const sections = letter.sections.map((section, at): LetterSection => {
    const heading = words("Heading", section.heading, section.handling ?? "internal");
    const blocks = mergedBlocks(
      section.blocks.map((block) =>
        redactedBlock(
          block,
          (all) => passage(section.heading, all),
          (text) => words(section.heading, text, "public"),
        ),
      ),
    );
    return { id: `section-${at + 1}`, level: section.level, heading, handling: "public", blocks };
  });
  const kept = {
    schemaVersion: "1" as const,
    title,
    titleHandling: "public" as const,
    stamp: "Public version.",
    on: letter.on,
    head,
    sections,
    gaps: [],
  };
  const all = [...grounds.values()];
  return {
    letter: renumbered(kept, letter.notes, (text) => decide(text, "public").ground),
    removals,
    grounds: all,
    refused: removals
      .filter(({ ground }) => all.some((one) => one.because === ground && one.action === "refused"))
      // Who sees the public version may not see the heading.
      .map(({ section, ground }) => `${decide(section, "public").ground ? "A section" : section}: ${ground}`),
  };
}

/** What issuing added says the digest of the whole, by which a guess at what was removed could be tried. */
function withoutIssue({ issue: _, ...letter }: Letter): Letter {
  return { ...letter, sections: letter.sections.filter(({ id }) => id !== "issue") };
}

/** Why a text is taken out, if it is, and what of it is open: all, what is left without protected words, or the ground alone. */
type Decide = (text: string, handling: HandlingMark) => { ground: PublicationGround | undefined; open: string };

function decider(letter: Letter, law: readonly Withholding[], others: readonly Passage[]): Decide {
  const withheld = [...others, ...protectedIn(letter)];
  return (text, handling) => {
    const { grounds, passages } = checkPublication([{ text, handling }], withheld, law);
    const [ground] = grounds;
    return { ground, open: passages[0] ?? (ground ? withheldWords(ground) : text) };
  };
}

/** Everything in a letter that is not public, and what only its sources say. */
function protectedIn({ title, titleHandling = "internal", head, sections, notes }: Letter): Passage[] {
  const sentences = [...head.flatMap((one) => one.sentences), ...sections.flatMap(sentencesOf)];
  const open = new Set(sentences.filter(({ handling }) => handling === "public").flatMap((one) => one.notes));
  const closed = sentences.filter(({ handling }) => handling !== "public");
  const sources = closed.flatMap(({ notes: numbers, handling = "internal" }) =>
    notes
      .filter(({ number, evidence }) => numbers.includes(number) && !open.has(number) && evidence.kind !== "law")
      .flatMap(({ evidence: { quote, title: name, note } }) => [quote, name, note])
      .flatMap((text) => (text ? [{ text, handling }] : [])),
  );
  return [
    { text: title, handling: titleHandling },
    ...sections.map(({ heading, handling = "internal" as const }) => ({ text: heading, handling })),
    ...closed.map(({ text, handling = "internal" }) => ({ text, handling })),
    ...sources,
  ].filter(({ handling }) => handling !== "public");
}

/** Sentences side by side that were taken out become one, with each ground once: not how many they were. */
function merged(all: readonly (LetterSentence | PublicationGround)[]): LetterSentence[] {
  const out: LetterSentence[] = [];
  let run: PublicationGround[] = [];
  const close = () => {
    const words = [...new Set(run.map(withheldWords))].sort();
    out.push(...words.map((text): LetterSentence => ({ text, kind: "statement", notes: [], gap: null, handling: "public" })));
    run = [];
  };
  for (const one of all) {
    if ("ground" in one) run.push(one);
    else {
      close();
      out.push(one);
    }
  }
  close();
  return out;
}

function redactedBlock(
  block: LetterBlock,
  passage: (all: readonly LetterSentence[]) => LetterSentence[],
  words: (text: string) => string,
): LetterBlock {
  if (block.kind === "paragraph") return { ...block, sentences: passage(block.sentences) };
  if (block.kind === "list") return { ...block, items: onceEach(block.items.map(passage)) };
  const rows = block.rows.map((row) => row.map(passage));
  const whole = rows.map((row) => (row.every(isWithheld) ? row.map((cell, at) => (at === 0 ? allOf(row) : cell.slice(0, 0))) : row));
  return {
    ...block,
    caption: words(block.caption),
    headings: block.headings.map(words),
    rows: withoutRepeats(whole, (row) => isWithheld(row.flat())),
  };
}

/** What was taken out of a whole row, each ground once. */
function allOf(row: readonly LetterSentence[][]): LetterSentence[] {
  return [...new Map(row.flat().map((one) => [one.text, one])).values()].sort((left, right) => (left.text < right.text ? -1 : 1));
}

function isWithheld(sentences: readonly LetterSentence[]): boolean {
  return sentences.length > 0 && sentences.every(({ text, notes }) => notes.length === 0 && /^\[withheld: [^[\]]*\]$/.test(text));
}

function onceEach(items: LetterSentence[][]): LetterSentence[][] {
  return withoutRepeats(items, isWithheld);
}

/** Of neighbours that were taken out whole, the first one with the grounds of all. */
function withoutRepeats<One extends LetterSentence[] | LetterSentence[][]>(all: One[], isGone: (one: One) => boolean): One[] {
  return all.filter((one, at) => {
    const before = all[at - 1];
    return !(isGone(one) && before && isGone(before) && sameWords(one.flat(), before.flat()));
  });
}

function sameWords(left: readonly LetterSentence[], right: readonly LetterSentence[]): boolean {
  return left.map(({ text }) => text).join() === right.map(({ text }) => text).join();
}

/** Blocks side by side of which nothing is left become one paragraph. */
function mergedBlocks(blocks: LetterBlock[]): LetterBlock[] {
  const gone = (block: LetterBlock | undefined) =>
    block !== undefined && block.kind !== "table" && isWithheld(sentencesOf({ blocks: [block] }));
  const out: LetterBlock[] = [];
  for (const block of blocks) {
    const last = out.at(-1);
    if (!gone(block)) out.push(block);
    else {
      const before = last && gone(last) ? sentencesOf({ blocks: [last] }) : [];
      if (before.length > 0) out.pop();
      out.push({ kind: "paragraph", sentences: allOf([before, sentencesOf({ blocks: [block] })]) });
    }
  }
  return out;
}

/** The letter with the sources that it still cites, numbered anew; one whose own words are protected says the ground alone. */
function renumbered(
  letter: Omit<Letter, "notes">,
  notes: Letter["notes"],
  decide: (text: string) => PublicationGround | undefined,
): Letter {
  const numbers = new Map<number, number>();
  const cite = (sentence: LetterSentence): LetterSentence => ({
    ...sentence,
    notes: sentence.notes
      .map((number) => {
        if (!numbers.has(number)) numbers.set(number, numbers.size + 1);
        return numbers.get(number) ?? 0;
      })
      .sort((left, right) => left - right),
  });
  const block = (one: LetterBlock): LetterBlock => {
    if (one.kind === "paragraph") return { ...one, sentences: one.sentences.map(cite) };
    if (one.kind === "list") return { ...one, items: one.items.map((item) => item.map(cite)) };
    return { ...one, rows: one.rows.map((row) => row.map((cell) => cell.map(cite))) };
  };
  const head = letter.head.map((one) => ({ ...one, sentences: one.sentences.map(cite) }));
  const sections = letter.sections.map((one) => ({ ...one, blocks: one.blocks.map(block) }));
  const kept = [...numbers].map(([from, number]) => ({
    number,
    evidence: openEvidence(notes.find((one) => one.number === from)?.evidence, decide),
  }));
  return { ...letter, head, sections, notes: kept };
}

function openEvidence(evidence: Evidence | undefined, decide: (text: string) => PublicationGround | undefined): Evidence {
  const texts = evidence ? [evidence.locator, evidence.title, evidence.publisher, evidence.quote, evidence.note] : [];
  const ground = texts.flatMap((text) => (text ? (decide(text) ?? []) : []))[0];
  if (evidence && !ground) return evidence;
  return { kind: "reference", locator: ground ? withheldWords(ground) : "[withheld]" };
}
