import { existsSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import type { ChangeDecision } from "../model/index.js";
import { dataFolder, dataOption } from "./data-folder.js";
import { doingOf, type RecordingOptions, withDocket } from "./docket-session.js";
import { UsageError } from "./exit.js";
import { today } from "./options.js";
import { outputWidth, writeReport } from "./output.js";

type Decided = ChangeDecision["state"] | "reopened";

interface ChangesOptions extends RecordingOptions {
  accept?: boolean;
  reject?: boolean;
  reopen?: boolean;
  why?: string;
  row?: string[];
  knockOn?: boolean;
}

/** Adds `beholden reference changes [SOURCE]`: every import as a change, to be looked at, accepted or rejected. */
export function addChangesCommand(reference: Command): void {
  dataOption(reference.command("changes"))
    .summary("what each import changed; accept or reject it")
    .description(
      "Every import and update of a source, and every other edition of a rule pack that beholden brings, is a change set against the edition before it: what it adds, changes and leaves out, and what that does to reviews that are kept. A new edition is in force at once, unless it was imported with --hold; rejecting it, or a row of it, puts back what the edition before had, and can be undone until the source is imported again.",
    )
    .argument("[source]", "source or rule pack whose change set to show, such as us-ofac-sdn or rules:us-dsp (default: list all)")
    .option("--knock-on", "also make kept reviews again on the edition before and on the new one, and tell what differs")
    .option("--accept", "accept the change set: its edition is in force")
    .option("--reject", "reject it: the edition before is in force again, or nothing of the source where there was none")
    .option("--reopen", "take back what was decided: it is open again")
    .option(
      "--row <party>",
      "decide on this row alone, by its id: a party, or such as rule:ID of a rule pack (repeatable)",
      (one: string, all: string[] = []) => [...all, one],
    )
    .option("--why <reason>", "why; a rejection needs it")
    .option("--by <name>", "who decides (default: BEHOLDEN_USER, else the user of this machine)")
    .option("--key <key>", "a key of your own for this request: asked again with the same key, it is recorded once")
    .option(
      "--database <address>",
      "the docket that records the decision, where there is one (default: BEHOLDEN_DATABASE, else docket.db in the folder of data)",
    )
    .addOption(new Option("--format <format>", "form of the answer").choices(["text", "json"]).default("text"))
    .option("--output <file>", "write the answer there")
    .option("-q, --quiet", "no remarks on standard error")
    .option("--no-color", "no colour on a terminal (this command uses none)")
    .option("--offline", "never touch the network (always so for this command)")
    .action(runChanges);
}

async function runChanges(source: string | undefined, options: ChangesOptions): Promise<void> {
  const [story, { changeListText, shownChangeText }, { takeInPacks }] = await Promise.all([
    import("../reference-changes.js"),
    import("../report/reference/changes.js"),
    import("../pack-editions/index.js"),
  ]);
  const data = dataFolder(options);
  await takeInPacks(data, today());
  const state = stateOf(source, options);
  const text = (words: string, json: unknown) =>
    writeReport(options.format === "json" ? `${JSON.stringify(json, null, 2)}\n` : words, options);
  if (source === undefined) {
    const list = await story.referenceChanges(data);
    return text(changeListText(list, outputWidth()), list);
  }
  try {
    if (state) await decide(data, source, state, options, story);
    const shown = await story.referenceChange(data, source, { knockOn: options.knockOn === true });
    await text(shownChangeText(shown, outputWidth()), shown);
  } catch (error) {
    throw error instanceof story.ChangeRefused ? new UsageError(error.message) : error;
  }
}

function stateOf(source: string | undefined, { accept, reject, reopen, why, row }: ChangesOptions): Decided | null {
  if ([accept, reject, reopen].filter(Boolean).length > 1)
    throw new UsageError("several of --accept, --reject and --reopen at once. Expected one of them.");
  if ((accept || reject || reopen) && source === undefined)
    throw new UsageError("it is not said what to decide on. Expected a source, as `beholden reference changes` lists them.");
  if (row && !accept && !reject && !reopen)
    throw new UsageError("--row without --accept, --reject or --reopen. Expected what is decided on it.");
  if (reject && !why?.trim()) throw new UsageError("a rejection needs its reason. Add --why REASON.");
  return accept ? "accepted" : reject ? "rejected" : reopen ? "reopened" : null;
}

/** The record comes first: what is in force never goes further than what is recorded, and the same request can be sent again. */
async function decide(
  data: string,
  source: string,
  state: Decided,
  options: ChangesOptions,
  story: typeof import("../reference-changes.js"),
): Promise<void> {
  const { by, at, key } = doingOf(options);
  const reason = options.why?.trim() || null;
  const rows = [...new Set(options.row ?? [])];
  const change = await story.changeToDecide(data, source, state === "reopened" ? null : state, rows);
  if (isDocket(options, data)) {
    const { recordChangeDecision } = await import("../docket/index.js");
    await withDocket(options, false, (docket) => recordChangeDecision(docket, change, { state, reason, rows }, { by, at, key }));
  }
  await story.decideChange(data, source, state === "reopened" ? null : { state, by, at, reason }, rows);
}

function isDocket({ database }: ChangesOptions, data: string): boolean {
  return Boolean(database || process.env.BEHOLDEN_DATABASE) || existsSync(join(data, "docket.db"));
}
