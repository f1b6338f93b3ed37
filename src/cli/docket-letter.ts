import { type Command, Option } from "commander";
import type { ConflictError, Docket } from "../docket/index.js";
import type { IssueChoices } from "../letters.js";
import type { CaseEntry, DocketLetter, LetterChange, LetterReview } from "../model/index.js";
import { addLetterReading, onLetter } from "./docket-letter-read.js";
import {
  answer,
  type DocketCommandOptions,
  doingOf,
  type RecordingOptions,
  readNumber,
  recordingOptions,
  withDocket,
} from "./docket-session.js";
import { readText } from "./docket-template.js";
import { exitStatus, UsageError } from "./exit.js";
import { readDayOf, repeat } from "./options.js";

interface FieldOptions extends RecordingOptions {
  field: string[];
  fieldFile: string[];
}

interface EditOptions extends FieldOptions {
  seen?: string;
  take?: "mine" | "merged";
  why?: string;
}

interface IssueOptions extends RecordingOptions {
  on?: string;
  service?: string;
  rank?: CaseEntry["rank"];
  dryRun?: boolean;
}

/** Written out here, so that the schemas are loaded only when something is recorded. */
const ranks = ["below-assistant-secretary", "assistant-secretary", "under-secretary", "deputy-secretary", "secretary"] as const;

/** Adds `docket letter …`. */
export function addLetterCommands(docket: Command): void {
  const letter = docket
    .command("letter")
    .description("letters of a case: drafted from templates, approved, issued, and made public without what is not");

  addLetterReading(letter);

  fieldOptions(recordingOptions(letter.command("draft")))
    .description("draft a letter from a template; what it lacks is listed")
    .argument("<case>", "id of the case")
    .argument("[template]", "name of the template, as `docket template list` gives it")
    .option("--template <file>", "a template from a file instead")
    .action(runDraft);

  fieldOptions(onLetter(recordingOptions(letter.command("edit"))))
    .description("fill in fields of a letter; what was approved is a draft again")
    .option(
      "--seen <version>",
      "the version that you saw, as `docket letter show` names it: where another one is there, mine, theirs and merged are shown and nothing is done",
    )
    .addOption(new Option("--take <which>", "what to save where another version is there").choices(["mine", "merged"]))
    .option("--why <text>", "on what grounds")
    .action(runEdit);

  onLetter(recordingOptions(letter.command("review")))
    .description("say of a letter, as it is now, that it is fit, or that it needs changes")
    .addOption(new Option("--verdict <verdict>", "what was found").choices(["fit", "changes"]).makeOptionMandatory())
    .option("--note <text>", "what is to be changed, or a remark")
    .action(async (of: string, id: string, options: RecordingOptions & { verdict: LetterReview["verdict"]; note?: string }) => {
      const { review } = await import("../letters.js");
      const { verdict, note = null } = options;
      await answerLetter((docket) => review(docket, of, id, { verdict, note }, doingOf(options)), options);
    });

  onLetter(recordingOptions(letter.command("confirm")))
    .description("confirm, by name, a provision that a letter cites and that is not on file")
    .requiredOption("--citation <text>", "the provision, as the letter cites it")
    .option("--why <text>", "where you read it")
    .action(async (of: string, id: string, options: RecordingOptions & { citation: string; why?: string }) => {
      const { confirm } = await import("../letters.js");
      const { citation, why = null } = options;
      await answerLetter((docket) => confirm(docket, of, id, { citation, why }, doingOf(options)), options);
    });

  onLetter(recordingOptions(letter.command("approve")))
    .description("approve a letter exactly as it is now; never by somebody who wrote on it, never with something missing")
    .action(async (of: string, id: string, options: RecordingOptions) => {
      const { approve } = await import("../letters.js");
      await answerLetter((docket) => approve(docket, of, id, doingOf(options)), options);
    });

  onLetter(recordingOptions(letter.command("issue")))
    .description(
      "issue an approved letter in one step: number, files with their digests, the event in the case and the deadlines that it starts",
    )
    .option("--on <day>", "the day of the letter (default: today where the office is)")
    .option("--service <method>", "how it is served, as the procedure names it, such as by-hand or publication")
    .addOption(new Option("--rank <rank>", "the rank of who signs, where the procedure asks for one").choices(ranks))
    .option("--dry-run", "show what it would have, and issue nothing")
    .action(runIssue);

  fieldOptions(onLetter(recordingOptions(letter.command("release"))))
    .description("draft the public version of a letter that was issued: what is not public is taken out, with the ground in its place")
    .option("--template <file>", "a template of the release from a file")
    .action(async (of: string, id: string, options: FieldOptions & { template?: string }) => {
      const { draft } = await import("../letters.js");
      const fields = await fieldsOf(options);
      const file =
        options.template === undefined ? undefined : { text: await readText("--template", options.template), path: options.template };
      await answerLetter(
        (docket) => draft(docket, of, { template: "redacted-release", file, fields, releaseOf: id }, doingOf(options)),
        options,
      );
    });
}

function fieldOptions(command: Command): Command {
  return command
    .option("--field <id=text>", 'what a field is filled with, such as "to=Acme Cloud Ltd, 1 Main Street"; repeatable', repeat, [])
    .option("--field-file <id=file>", "the same, with the text from a file; repeatable", repeat, []);
}

async function fieldsOf({ field, fieldFile }: Pick<FieldOptions, "field" | "fieldFile">): Promise<Record<string, string>> {
  const split = (option: string, text: string): [string, string] => {
    const at = text.indexOf("=");
    if (at < 1) throw new UsageError(`${option} ${text} names no field. Expected its id, an equals sign and what it is filled with.`);
    return [text.slice(0, at).trim(), text.slice(at + 1)];
  };
  const given = field.map((text) => split("--field", text));
  for (const text of fieldFile) {
    const [id, path] = split("--field-file", text);
    given.push([id, await readText("--field-file", path)]);
  }
  return Object.fromEntries(given);
}

async function runDraft(of: string, template: string | undefined, options: FieldOptions & { template?: string }): Promise<void> {
  if ((template === undefined) === (options.template === undefined))
    throw new UsageError(
      "name one template: by its name, or a file with --template. `beholden docket template list` names those there are.",
    );
  const { draft } = await import("../letters.js");
  const file =
    options.template === undefined ? undefined : { text: await readText("--template", options.template), path: options.template };
  const fields = await fieldsOf(options);
  await answerLetter((docket) => draft(docket, of, { template, file, fields }, doingOf(options)), options);
}

async function runEdit(of: string, id: string, options: EditOptions): Promise<void> {
  const fields = await fieldsOf(options);
  if (Object.keys(fields).length === 0) throw new UsageError("nothing to change. Expected --field or --field-file.");
  await answerLetter((docket) => edited(docket, of, id, fields, options), options);
}

async function edited(docket: Docket, of: string, id: string, fields: Record<string, string>, options: EditOptions): Promise<LetterChange> {
  const [{ ConflictError, noteReads, readOfConflict }, { edit }] = await Promise.all([
    import("../docket/index.js"),
    import("../letters.js"),
  ]);
  const doing = { ...doingOf(options), reason: options.why ?? null };
  const seen = options.seen === undefined ? undefined : readNumber("--seen", options.seen);
  try {
    return await edit(docket, of, id, fields, { ...doing, seen });
  } catch (error) {
    const taken = error instanceof ConflictError ? takenFrom(error, fields, options.take) : undefined;
    // What is shown of both versions is read.
    if (!taken) await noteReads(docket, readOfConflict(error), doing);
    if (!taken) throw error;
    return edit(docket, of, id, taken.fields, { ...doing, seen: taken.seen });
  }
}

/** What to save over another version; undefined where nothing was said, or where fields clash and merged was asked for. */
function takenFrom(
  { conflict }: ConflictError,
  fields: Record<string, string>,
  take: EditOptions["take"],
): { fields: Record<string, string>; seen: number } | undefined {
  if (take === "mine") return { fields, seen: conflict.current };
  if (take !== "merged" || conflict.merged === null) return undefined;
  return { fields: (conflict.merged as unknown as DocketLetter).fields, seen: conflict.current };
}

async function runIssue(of: string, id: string, options: IssueOptions): Promise<void> {
  const choices = {
    on: options.on === undefined ? undefined : readDayOf("--on", options.on),
    service: options.service,
    rank: options.rank,
  };
  if (options.dryRun) return previewed(of, id, choices, options);
  const [{ issue }, { findChromium }, { printPdf }] = await Promise.all([
    import("../letters.js"),
    import("../letters/chromium.js"),
    import("../letters/pdf.js"),
  ]);
  const chromium = findChromium({ platform: process.platform, named: process.env.BEHOLDEN_CHROMIUM, path: process.env.PATH });
  const print = chromium === null ? null : (page: string) => printPdf(page, chromium);
  await answerLetter((docket) => issue(docket, of, id, { ...choices, print }, doingOf(options)), options);
}

/** What issuing it would give it; it ends with 1 where it cannot be issued so. */
async function previewed(
  of: string,
  id: string,
  choices: Pick<IssueChoices, "on" | "service" | "rank">,
  options: IssueOptions,
): Promise<void> {
  const [{ previewIssue }, { issuePreviewText }] = await Promise.all([
    import("../letters.js"),
    import("../report/docket/issue-preview.js"),
  ]);
  const preview = await withDocket(options, false, (docket) =>
    docket.read((view) => previewIssue(view, of, id, choices, doingOf(options).at)),
  );
  await answer(preview, options, issuePreviewText);
  if (preview.refused.length > 0) process.exitCode = exitStatus.findings;
}

/** Does something to a letter and tells what; a later save than one's own is shown. */
async function answerLetter(work: (docket: Docket) => Promise<LetterChange>, options: DocketCommandOptions): Promise<void> {
  const { ConflictError } = await import("../docket/index.js");
  try {
    const change = await withDocket(options, false, work);
    const { letterChangeText } = await import("../report/docket/letters.js");
    await answer(change, options, letterChangeText);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const { conflictText } = await import("../report/docket/changes.js");
    await answer(error.conflict, options, conflictText);
    process.exitCode = exitStatus.findings;
  }
}
