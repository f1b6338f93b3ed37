import { readFile, writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  now,
  type ReadingOptions,
  readingOptions,
  readOf,
  withDocket,
  withReading,
} from "./docket-session.js";
import { exitStatus, UsageError } from "./exit.js";
import { outputWidth, writeReport } from "./output.js";

interface ShowOptions extends Omit<ReadingOptions, "format"> {
  format: "text" | "md" | "html" | "docx" | "json";
}

/** Adds `docket letter list`, `show`, `removals`, `get` and `check`. */
export function addLetterReading(letter: Command): void {
  docketOptions(letter.command("list"))
    .description("the letters of a case")
    .argument("<case>", "id of the case")
    .action(async (of: string, options: DocketCommandOptions) => {
      const [{ listLetters }, { listedLetters }, { lettersText }] = await Promise.all([
        import("../letters.js"),
        import("../docket/index.js"),
        import("../report/docket/letters.js"),
      ]);
      const { withheld: _, ...list } = await withDocket(options, false, async (one) =>
        listedLetters(await one.read((view) => listLetters(view, of)), "restricted"),
      );
      await answer(list, options, lettersText);
    });

  onLetter(readingOptions(letter.command("show"), ["text", "md", "html", "docx", "json"]))
    .description("a letter as it is now, with what it still lacks; reading a restricted one is recorded")
    .action(runShow);

  onLetter(readingOptions(letter.command("removals")))
    .description("what a public version leaves out, each passage with its ground; reading what is restricted is recorded")
    .action(runRemovals);

  onLetter(readingOptions(letter.command("get")))
    .description("a file of a letter as it was issued; that it was taken out is recorded")
    .addOption(new Option("--form <form>", "which of its files").choices(["md", "html", "docx", "pdf", "json"]).default("html"))
    .option("--to <file>", "the file to write (default: standard output)")
    .action(runGet);

  docketOptions(letter.command("check"))
    .description("whether a file is exactly what was issued, as which letter")
    .argument("<file>", "the file")
    .action(runCheck);
}

/** A letter is named by its case and its id there. */
export function onLetter(command: Command): Command {
  return command.argument("<case>", "id of the case").argument("<letter>", "id of the letter in the case, such as l1");
}

async function runShow(of: string, id: string, options: ShowOptions): Promise<void> {
  const { format } = options;
  if (format === "docx" && !options.output && process.stdout.isTTY)
    throw new UsageError("a Word document is not for a terminal. Name a file with --output, such as --output letter.docx.");
  const { showLetter } = await import("../letters.js");
  const session = { ...options, format: "text" as const };
  const shown = await withReading(session, async (docket) => {
    const found = await docket.read((view) => showLetter(view, of, id, now()));
    return { shown: found, read: readOf(of, `letter ${id}`, found.handling) };
  });
  if (format === "json") return answer(shown, { ...options, format }, () => "");
  const { letterForms } = await import("../report/letter/registry.js");
  const words = await (await letterForms[format]()).render(shown.letter, { width: outputWidth() });
  if (format !== "text") return writeReport(words, options);
  const { letterText } = await import("../report/docket/letters.js");
  await answer(shown, session, (one, where) => letterText(one, String(words), where));
}

async function runRemovals(of: string, id: string, options: ReadingOptions): Promise<void> {
  const [{ releaseRemovals }, { removalsText }] = await Promise.all([import("../letters.js"), import("../report/docket/letters.js")]);
  const found = await withReading(options, async (docket) => {
    const left = await docket.read((view) => releaseRemovals(view, of, id, now()));
    return { shown: left, read: readOf(of, `removals ${id}`, left.handling) };
  });
  await answer(found, options, removalsText);
}

async function runGet(of: string, id: string, options: ReadingOptions & { form: string; to?: string }): Promise<void> {
  const { form, to } = options;
  if (to === undefined && (form === "docx" || form === "pdf") && process.stdout.isTTY)
    throw new UsageError(`a file of the form ${form} is not for a terminal. Name a file with --to.`);
  const { letterFileOf } = await import("../letters.js");
  const { file, content, head } = await withReading(options, async (docket) => {
    const found = await docket.read(async (view) => ({ ...(await letterFileOf(view, of, id, form)), head: await view.head() }));
    const { handling } = found;
    return { shown: found, read: [{ act: "exported", case: of, item: `letter ${id}`, handling, sha256: found.file.sha256 }] };
  });
  if (to === undefined) return writeReport(content, { quiet: true });
  await writeFile(to, content).catch((error: Error) => {
    throw new UsageError(`cannot write ${to}: ${error.message}. Name a file in a folder that can be written.`);
  });
  const { fileText } = await import("../report/docket/letters.js");
  await answer({ schemaVersion: "1", case: of, letter: id, to, file, head } as const, options, fileText);
}

async function runCheck(path: string, options: DocketCommandOptions): Promise<void> {
  const [{ checkLetterFile }, { letterCheckText }] = await Promise.all([import("../letters.js"), import("../report/docket/letters.js")]);
  const content = await readFile(path).catch((error: Error) => {
    throw new UsageError(`${path} cannot be read: ${error.message}. Name a file of a letter.`);
  });
  const checked = await withDocket(options, false, (docket) => docket.read((view) => checkLetterFile(view, path, content)));
  await answer(checked, options, letterCheckText);
  if (checked.issued.length === 0) process.exitCode = exitStatus.findings;
}
