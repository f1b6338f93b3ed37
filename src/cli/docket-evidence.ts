import { statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Command, Option } from "commander";
import type { EvidenceChange, Grade, HandlingMark } from "../model/index.js";
import { credibilities, handlingMarks, reliabilities } from "../model/order.js";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  doingOf,
  type ReadingOptions,
  type RecordingOptions,
  readingOptions,
  readNumber,
  recordingOptions,
  withDocket,
} from "./docket-session.js";
import { exitStatus, UsageError } from "./exit.js";
import { readDayOf } from "./options.js";

interface AddOptions extends RecordingOptions {
  title?: string;
  source?: string;
  publisher?: string;
  published?: string;
  retrieved?: string;
  language?: string;
  obtained?: string;
  reliability?: Grade["reliability"];
  credibility?: Grade["credibility"];
  handling?: HandlingMark;
  replaces?: string;
  encoding?: string;
}

interface ReasonOptions extends RecordingOptions {
  why?: string;
}

interface QuoteOptions extends RecordingOptions {
  page?: string;
  prefix?: string;
  suffix?: string;
  translation?: string;
  note?: string;
  handling?: HandlingMark;
}

/** Adds `docket evidence …`: files, grades, quotes, re-checks. */
export function addEvidenceCommands(docket: Command): void {
  const evidence = docket
    .command("evidence")
    .description("files that a case rests on, with where they come from, how far they can be relied on, and what is quoted from them");
  addFileCommands(evidence);
  addQuoteCommands(evidence);
}

function addFileCommands(evidence: Command): void {
  const adding = recordingOptions(evidence.command("add"))
    .description("add a file: PDF, web page, text, e-mail, picture or office document. What it claims to be is held against what it is")
    .argument("<case>", "id of the case")
    .argument("<file>", "the file; nothing in it is run, opened or fetched")
    .option("--title <text>", "what it is called (default: the name of the file)")
    .option("--source <text>", "where it comes from: an address, or words. It is never fetched")
    .option("--publisher <name>", "who published it")
    .option("--published <day>", "when it was published")
    .option("--retrieved <day>", "when it was taken from its source")
    .option("--language <tag>", "the language that it is written in, such as en or zh-Hans")
    .option("--obtained <text>", "how it was obtained, such as saved from a browser")
    .option("--replaces <id>", "the earlier capture of the same source, such as e1")
    .option("--encoding <label>", "how a text is encoded where it does not say so itself, such as gb18030");
  handlingOption(gradeOptions(adding)).action(runAdd);

  docketOptions(evidence.command("list"))
    .description("the evidence of a case with its grades, the quotes, and the facts that rest on none")
    .argument("<case>", "id of the case")
    .action(async (id: string, options: DocketCommandOptions) => {
      const [{ listEvidence, listedEvidence }, { evidenceListText }] = await rooms();
      const { withheld: _, ...list } = await withDocket(options, false, async (one) =>
        listedEvidence(await one.read((view) => listEvidence(view, id)), "restricted"),
      );
      await answer(list, options, evidenceListText);
    });

  readingOptions(evidence.command("show"))
    .description("a piece of evidence with its quotes, or the text of a page. To open a restricted one is an entry of the record")
    .argument("<case>", "id of the case")
    .argument("<id>", "the piece of evidence, such as e1")
    .option("--page <number>", "show the text of this page", pages, [])
    .action(async (of: string, id: string, options: ReadingOptions & { page: number[] }) => {
      const [{ openEvidence }, { evidenceText }] = await rooms();
      const shown = await withDocket(options, false, (one) => openEvidence(one, of, id, options.page, doingOf(options)));
      await answer(shown, options, evidenceText);
    });

  readingOptions(evidence.command("get"))
    .description("write a file of the evidence out, as it was added; that it was taken out is an entry of the record")
    .argument("<case>", "id of the case")
    .argument("<id>", "the piece of evidence, such as e1")
    .requiredOption("--to <file>", "where it goes; a file that is there is not written over")
    .option("--text", "the text that was taken out of it, page by page, in place of the file")
    .action(runGet);

  gradeOptions(recordingOptions(evidence.command("grade")))
    .description("grade how far the source can be relied on (A to F), and how far what it says can be believed (1 to 6)")
    .argument("<case>", "id of the case")
    .argument("<id>", "the piece of evidence, such as e1")
    .option("--why <text>", "on what grounds")
    .action(runGrade);

  handlingOption(recordingOptions(evidence.command("mark")), true)
    .description("change how a piece of evidence or a quote may be handled; a quote is never more open than its evidence")
    .argument("<case>", "id of the case")
    .argument("<id>", "the piece of evidence or the quote, such as e1 or q1")
    .option("--why <text>", "on what grounds")
    .action(async (of: string, id: string, options: ReasonOptions & { handling: HandlingMark }) => {
      const { markEvidence, markQuote } = await import("../docket/index.js");
      const mark = isQuote(id) ? markQuote : markEvidence;
      await done(
        await withDocket(options, false, (one) => mark(one, of, id, options.handling, options.why ?? null, doingOf(options))),
        options,
      );
    });

  recordingOptions(evidence.command("withdraw"))
    .description("withdraw a piece of evidence or a quote that nothing rests on any more; it stays in the record")
    .argument("<case>", "id of the case")
    .argument("<id>", "the piece of evidence or the quote, such as e1 or q1")
    .requiredOption("--why <text>", "on what grounds")
    .action(async (of: string, id: string, options: ReasonOptions & { why: string }) => {
      const { withdrawEvidence, withdrawQuote } = await import("../docket/index.js");
      const withdraw = isQuote(id) ? withdrawQuote : withdrawEvidence;
      await done(await withDocket(options, false, (one) => withdraw(one, of, id, options.why, doingOf(options))), options);
    });
}

function addQuoteCommands(evidence: Command): void {
  handlingOption(recordingOptions(evidence.command("quote")))
    .description("take a quote: the very words, which are found on their page. Only space, ligatures and hyphens at line ends may differ")
    .argument("<case>", "id of the case")
    .argument("<id>", "the piece of evidence, such as e1")
    .argument("<words>", "the very words")
    .option("--page <number>", "on this page, counted from 1")
    .option("--prefix <words>", "with these words right before it")
    .option("--suffix <words>", "with these words right behind it")
    .option("--translation <text>", "what it says in another language")
    .option("--note <text>", "what matters about it")
    .action(async (of: string, id: string, exact: string, options: QuoteOptions) => {
      const { takeQuote } = await import("../docket/index.js");
      const { page, prefix, suffix, translation, note, handling } = options;
      const quote = {
        exact,
        page: page === undefined ? undefined : readNumber("--page", page),
        prefix,
        suffix,
        translation,
        note,
        handling,
      };
      await done(await withDocket(options, false, (one) => takeQuote(one, of, id, quote, doingOf(options))), options);
    });

  recordingOptions(evidence.command("recheck"))
    .description(
      "look for quotes again, in the newest capture of their source: found, moved, changed or gone. 1 as status where one changed or is gone",
    )
    .argument("<case>", "id of the case")
    .argument("[quotes...]", "the quotes, such as q1 q2 (default: all)")
    .option("--against <id>", "look in this piece of evidence, such as e2")
    .option("--dry-run", "say what became of them, and record nothing")
    .action(async (of: string, quotes: string[], options: RecordingOptions & { against?: string; dryRun?: boolean }) => {
      const [{ recheckQuotes }, { recheckText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/quotes.js")]);
      const request = { quotes, against: options.against, record: !options.dryRun };
      const found = await withDocket(options, false, (one) => recheckQuotes(one, of, request, doingOf(options)));
      await answer(found, options, recheckText);
      if (found.checks.some(({ check }) => check.outcome === "changed" || check.outcome === "gone")) process.exitCode = exitStatus.findings;
    });

  docketOptions(evidence.command("grades"))
    .description("what the grades A to F and 1 to 6 mean")
    .action(async (options: DocketCommandOptions) => {
      const [{ gradesSource, reliabilityWords, credibilityWords }, { gradesText }] = await Promise.all([
        import("../model/grades.js"),
        import("../report/docket/grades.js"),
      ]);
      const grades = { schemaVersion: "1", source: gradesSource, reliability: reliabilityWords, credibility: credibilityWords } as const;
      await answer(grades, options, gradesText);
    });
}

async function runAdd(of: string, path: string, options: AddOptions): Promise<void> {
  const { addEvidence } = await import("../docket/index.js");
  const name = basename(path);
  const { title = name, source, publisher, published, retrieved, obtained, handling, replaces, encoding } = options;
  const given = {
    name,
    bytes: await contentOf(path),
    title,
    source,
    publisher,
    published: published === undefined ? undefined : readDayOf("--published", published),
    retrieved: retrieved === undefined ? undefined : readDayOf("--retrieved", retrieved),
    obtained,
    grade: { reliability: options.reliability ?? null, credibility: options.credibility ?? null },
    handling,
    replaces,
    encoding,
  };
  await done(await withDocket(options, false, (docket) => addEvidence(docket, of, given, doingOf(options))), options);
}

async function contentOf(path: string): Promise<Uint8Array> {
  const { mostFileBytes } = await import("../docket/index.js");
  try {
    const { size } = statSync(path);
    if (size > mostFileBytes)
      throw new UsageError(`${path} has ${size} bytes. Expected at most ${mostFileBytes}; take the part that matters.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path}: ${(error as Error).message}. Expected a file that can be read.`);
  }
}

async function runGet(of: string, id: string, options: ReadingOptions & { to: string; text?: boolean }): Promise<void> {
  const [{ takeEvidenceFile }, { evidenceWrittenText }] = await rooms();
  const {
    id: whole,
    file,
    content,
    head,
  } = await withDocket(options, false, (one) => takeEvidenceFile(one, of, id, options.text ? "text" : "original", doingOf(options)));
  try {
    await writeFile(options.to, content, { flag: "wx", mode: 0o600 });
  } catch (error) {
    throw new UsageError(`cannot write ${options.to}: ${(error as Error).message}. Name a file that is not there yet with --to.`);
  }
  const { sha256, bytes, mediaType } = file;
  await answer(
    { schemaVersion: "1", case: of, id: whole, file: options.to, sha256, bytes, mediaType, read: head.number, head } as const,
    options,
    evidenceWrittenText,
  );
}

async function runGrade(of: string, id: string, options: ReasonOptions & AddOptions): Promise<void> {
  const { reliability, credibility } = options;
  if (!reliability && !credibility) throw new UsageError("nothing to grade. Expected --reliability A to F, --credibility 1 to 6, or both.");
  const { gradeEvidence } = await import("../docket/index.js");
  const grade = { ...(reliability ? { reliability } : {}), ...(credibility ? { credibility } : {}) };
  await done(await withDocket(options, false, (one) => gradeEvidence(one, of, id, grade, options.why ?? null, doingOf(options))), options);
}

function gradeOptions(command: Command): Command {
  return command
    .addOption(new Option("--reliability <grade>", "how far its source can be relied on").choices(reliabilities))
    .addOption(new Option("--credibility <grade>", "how far what it says can be believed").choices(credibilities));
}

/** Adds how something may be handled. */
export function handlingOption(command: Command, required = false): Command {
  const option = new Option("--handling <mark>", "how it may be handled").choices(handlingMarks);
  return command.addOption(required ? option.makeOptionMandatory() : option);
}

/** Writes what was done to evidence, a quote or a fact. */
export async function done(change: EvidenceChange, options: DocketCommandOptions): Promise<void> {
  const { evidenceChangeText } = await import("../report/docket/evidence-changes.js");
  await answer(change, options, evidenceChangeText);
}

function isQuote(id: string): boolean {
  return /(^|\/)q\d+$/.test(id);
}

function pages(text: string, before: number[]): number[] {
  return [...before, readNumber("--page", text)];
}

async function rooms() {
  return Promise.all([import("../docket/index.js"), import("../report/docket/evidence.js")]);
}
