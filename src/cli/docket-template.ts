import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import type { TemplateChange } from "../model/index.js";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  doingOf,
  type ReadingOptions,
  type RecordingOptions,
  readingOptions,
  readNumber,
  readOf,
  recordingOptions,
  withDocket,
  withReading,
} from "./docket-session.js";
import { exitStatus, UsageError } from "./exit.js";

interface SeenOptions extends RecordingOptions {
  seen?: string;
}

/** Adds `docket template list`, `show`, `set` and `reset`. */
export function addTemplateCommands(docket: Command): void {
  const template = docket
    .command("template")
    .description("the texts that letters are drafted from; the docket's own come before those that beholden brings");

  docketOptions(template.command("list"))
    .description("every template, what it is for, and whose it is")
    .action(async (options: DocketCommandOptions) => {
      const [{ listTemplates }, { listedTemplates }, { templatesText }] = await Promise.all([
        import("../letters.js"),
        import("../docket/index.js"),
        import("../report/docket/templates.js"),
      ]);
      const { withheld: _, ...list } = await withDocket(options, false, async (one) =>
        listedTemplates(await one.read(listTemplates), "restricted"),
      );
      await answer(list, options, templatesText);
    });

  readingOptions(template.command("show"))
    .description("a template as it is written, to be edited and set again. To open a restricted one is an entry of the record")
    .argument("<name>", "its name, as `docket template list` gives it")
    .action(async (name: string, options: ReadingOptions) => {
      const { showTemplate } = await import("../letters.js");
      const shown = await withReading(options, async (docket) => {
        const found = await docket.read((view) => showTemplate(view, name));
        return { shown: found, read: readOf(null, `template ${name}`, found.handling) };
      });
      await answer(shown, options, ({ text }) => text);
    });

  recordingOptions(template.command("set"))
    .description("make a text the docket's own template of the name that it gives itself; a wrong one is told with line and column")
    .argument("<file>", "the text, in the form of docs/letters.md")
    .option("--seen <version>", "the version that you saw, as `docket template list` names it; 0: none")
    .action((file: string, options: SeenOptions) => runSet(file, options));

  recordingOptions(template.command("reset"))
    .description("take the docket's own template away, so that the one that beholden brings holds again")
    .argument("<name>", "its name")
    .option("--seen <version>", "the version that you saw, as `docket template list` names it")
    .action(async (name: string, options: SeenOptions) => {
      const { resetOwnTemplate } = await import("../letters.js");
      await answerTemplate((docket) => resetOwnTemplate(docket, name, { ...doingOf(options), seen: seenOf(options) }), options);
    });
}

async function runSet(file: string, options: SeenOptions): Promise<void> {
  const { setOwnTemplate } = await import("../letters.js");
  const text = await readText("the template", file);
  await answerTemplate((docket) => setOwnTemplate(docket, { text, path: file }, { ...doingOf(options), seen: seenOf(options) }), options);
}

type TemplateWork = Parameters<typeof withDocket<TemplateChange>>[2];

async function answerTemplate(work: TemplateWork, options: SeenOptions): Promise<void> {
  const [{ ConflictError }, { templateChangeText }, { conflictText }] = await Promise.all([
    import("../docket/index.js"),
    import("../report/docket/templates.js"),
    import("../report/docket/changes.js"),
  ]);
  try {
    await answer(await withDocket(options, false, work), options, templateChangeText);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    await answer(error.conflict, options, conflictText);
    process.exitCode = exitStatus.findings;
  }
}

function seenOf({ seen }: SeenOptions): number | undefined {
  return seen === undefined ? undefined : readNumber("--seen", seen);
}

/** A text from a file that a person names. */
export async function readText(what: string, file: string): Promise<string> {
  return readFile(file, "utf8").catch((error: Error) => {
    throw new UsageError(`${what} ${file} cannot be read: ${error.message}. Name a file with text.`);
  });
}
