import { type Command, Option } from "commander";
import type { ConflictError, Docket, Edit } from "../docket/index.js";
import type { CaseChange, CaseParty, DocketCase } from "../model/index.js";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  doingOf,
  now,
  type RecordingOptions,
  readLimit,
  readNumber,
  recordingOptions,
  withDocket,
} from "./docket-session.js";
import { exitStatus, UsageError } from "./exit.js";
import { readDay, repeat } from "./options.js";

interface CaseOptions extends RecordingOptions {
  id?: string;
  caption?: string;
  kind: DocketCase["kind"];
  procedure?: string;
  reference?: string;
  party: string[];
}

interface EditOptions extends CaseOptions {
  seen?: string;
  take?: "mine" | "merged";
  why?: string;
}

interface LookOptions extends DocketCommandOptions {
  asOf?: string;
}

interface ListOptions extends LookOptions {
  state?: string;
  overdue?: boolean;
  party?: string;
  text?: string;
  limit?: string;
  after?: string;
}

/** Adds `docket new`, `list`, `show`, `edit` and `note`. */
export function addCaseCommands(docket: Command): void {
  const opening = recordingOptions(docket.command("new"))
    .description("open a case; the first one begins the docket")
    .requiredOption("--caption <text>", "what the case is called")
    .addOption(
      new Option("--kind <kind>", "what is reviewed: a provider, or one's own exposure")
        .choices(["provider-review", "own-exposure"])
        .default("provider-review"),
    )
    .option("--id <id>", "its id (default: the year and the next number)");
  fieldOptions(opening).action(runNew);

  docketOptions(docket.command("list"))
    .description("every case, with where it stands and its next deadline, the most pressing first")
    .option("--as-of <day>", "as of this day (default: today where the office is)")
    .option("--state <state>", "only those in this state, such as ID_SERVED")
    .option("--overdue", "only those with a deadline that is overdue")
    .option("--party <text>", "only those with a party whose name has this in it")
    .option("--text <text>", "only those with this in their id, caption, reference or a party's name")
    .option("--limit <count>", "at most so many (default: all)")
    .option("--after <place>", "go on behind this place: the `next` of the page before")
    .action(async (options: ListOptions) => {
      const [{ listCases }, { listText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/cases.js")]);
      const { state, overdue, party, text, after } = options;
      const query = { state, overdue, party, text, after, limit: readLimit(options.limit) };
      const list = await withDocket(options, false, (one) => one.read((view) => listCases(view, look(options), query)));
      await answer(list, options, listText);
    });

  docketOptions(docket.command("show"))
    .description("a case: what happened, where it stands, its deadlines, what may happen next")
    .argument("<case>", "id of the case")
    .option("--as-of <day>", "as of this day (default: today where the office is)")
    .action(async (id: string, options: LookOptions) => {
      const [{ listedCase, showCase }, { caseText }] = await Promise.all([
        import("../docket/index.js"),
        import("../report/docket/cases.js"),
      ]);
      const { withheld: _, ...shown } = await withDocket(options, false, async (one) =>
        listedCase(await one.read((view) => showCase(view, id, look(options))), "restricted"),
      );
      await answer(shown, options, caseText);
    });

  const editing = recordingOptions(docket.command("edit"))
    .description("change the caption, the reference, the parties or the procedure of a case")
    .argument("<case>", "id of the case")
    .option("--caption <text>", "what the case is called")
    .option(
      "--seen <version>",
      "the version that you saw, as `docket show` names it: where another one is there, mine, theirs and merged are shown and nothing is done",
    )
    .addOption(new Option("--take <which>", "what to save where another version is there").choices(["mine", "merged"]))
    .option("--why <text>", "on what grounds");
  fieldOptions(editing).action(runEdit);

  recordingOptions(docket.command("note"))
    .description("add a note to a case")
    .argument("<case>", "id of the case")
    .argument("<text>", "the note")
    .action(async (id: string, text: string, options: RecordingOptions) => {
      const { addNote } = await import("../docket/index.js");
      await answerChange(await withDocket(options, false, (one) => addNote(one, id, text, doingOf(options))), options);
    });
}

function fieldOptions(command: Command): Command {
  return command
    .option(
      "--procedure <id>",
      "the procedure that it follows, such as us-icts; none: no clocks (for a new case: us-icts, or own-exposure)",
    )
    .option("--reference <text>", "the number that an office or a party gave it")
    .option("--party <role:name>", 'a party, such as "provider:Acme Cloud Ltd"; repeatable', repeat, []);
}

async function runNew(options: CaseOptions): Promise<void> {
  const [{ openCase }, { openedText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/changes.js")]);
  const { id, caption = "", kind, reference = null } = options;
  const usual = kind === "provider-review" ? "us-icts" : "own-exposure";
  const procedure = options.procedure === undefined ? usual : noneOr(options.procedure);
  const given = { id, caption, kind, procedure, reference, parties: options.party.map(readParty) };
  const made = await withDocket(options, true, (docket) => openCase(docket, given, doingOf(options)));
  await answer({ schemaVersion: "1", case: made.id, repeated: made.repeated, head: made.head } as const, options, openedText);
}

async function runEdit(id: string, options: EditOptions): Promise<void> {
  const { ConflictError } = await import("../docket/index.js");
  const { caption, reference, procedure, party } = options;
  const edit: Edit = {
    ...(caption === undefined ? {} : { caption }),
    ...(reference === undefined ? {} : { reference }),
    ...(procedure === undefined ? {} : { procedure: noneOr(procedure) }),
    ...(party.length === 0 ? {} : { parties: party.map(readParty) }),
  };
  if (Object.keys(edit).length === 0) throw new UsageError("nothing to change. Expected --caption, --reference, --procedure or --party.");
  try {
    await answerChange(await withDocket(options, false, (docket) => edited(docket, id, edit, options)), options);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const { conflictText } = await import("../report/docket/changes.js");
    await answer(error.conflict, options, conflictText);
    process.exitCode = exitStatus.findings;
  }
}

async function edited(docket: Docket, id: string, edit: Edit, options: EditOptions): Promise<CaseChange> {
  const { ConflictError, editCase } = await import("../docket/index.js");
  const doing = { ...doingOf(options), reason: options.why ?? null };
  const seen = options.seen === undefined ? undefined : readNumber("--seen", options.seen);
  try {
    return await editCase(docket, id, edit, { ...doing, seen });
  } catch (error) {
    const taken = error instanceof ConflictError ? takenFrom(error, edit, options.take) : undefined;
    if (!taken) throw error;
    return editCase(docket, id, taken.edit, { ...doing, seen: taken.seen });
  }
}

/** What to save over another version; undefined where nothing was said, or where fields clash and merged was asked for. */
function takenFrom({ conflict }: ConflictError, edit: Edit, take: EditOptions["take"]): { edit: Edit; seen: number } | undefined {
  if (take === "mine") return { edit, seen: conflict.current };
  if (take !== "merged" || conflict.merged === null) return undefined;
  const { caption, reference, parties, procedure } = conflict.merged as DocketCase;
  return { edit: { caption, reference, parties, procedure }, seen: conflict.current };
}

function readParty(text: string): CaseParty {
  const [, role, name] = /^([^:]+):(.+)$/.exec(text) ?? [];
  if (!role || !name) throw new UsageError(`--party ${text} has no role. Expected role and name, such as "provider:Acme Cloud Ltd".`);
  return { role: role.trim(), name: name.trim() };
}

function noneOr(procedure: string): string | null {
  return procedure === "none" ? null : procedure;
}

/** The moment and the day of a look at cases. */
export function look({ asOf }: { asOf?: string }): { at: string; asOf: string | undefined } {
  return { at: now(), asOf: asOf === undefined ? undefined : readDay(asOf) };
}

/** Writes what was done to a case. */
export async function answerChange(change: CaseChange, options: DocketCommandOptions): Promise<void> {
  const { changeText } = await import("../report/docket/changes.js");
  await answer(change, options, changeText);
}
