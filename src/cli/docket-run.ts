import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { CameIn } from "../change-sets-behind.js";
import type { NewRun } from "../docket/index.js";
import type { HandlingMark } from "../model/index.js";
import { dataFolder, referenceFrom } from "./data-folder.js";
import {
  answer,
  doingOf,
  type ReadingOptions,
  type RecordingOptions,
  readingOptions,
  readOf,
  recordingOptions,
  withDocket,
  withReading,
} from "./docket-session.js";
import { UsageError } from "./exit.js";
import { readDay, readPaths, repeat, today } from "./options.js";
import { writeReport } from "./output.js";

/** Written out here, so that the schemas are loaded only when something is recorded. */
export const handlingChoices = ["public", "internal", "business-confidential", "restricted"] as const;

interface AttachOptions extends RecordingOptions {
  run?: string;
  sha256?: string;
  dossier?: string;
  asOf?: string;
  rules: string[];
  title?: string;
  handling: HandlingMark;
}

/** Adds `docket attach` and `docket run show|result|withdraw`. */
export function addRunCommands(docket: Command): void {
  recordingOptions(docket.command("attach"))
    .description("attach a run of a review or a dossier to a case: a saved result, or paths or a provider that are reviewed now")
    .argument("<case>", "id of the case")
    .argument("[path...]", "folders or files to review now")
    .option("--run <file>", "a saved result: the JSON of review --format json or dossier --format json")
    .option("--sha256 <digest>", "the digest that the saved result is said to have: another one is refused")
    .option("--dossier <provider>", "make a dossier of this provider now")
    .option("--as-of <day>", "of what is run now: as of this day, UTC (default: today)")
    .option("--rules <id|file>", "of what is run now: rule pack to apply; repeatable (default: as for review and dossier)", repeat, [])
    .option("--title <text>", "what the run is called (default: what it is of, and its day)")
    .addOption(handlingOption())
    .action(runAttach);

  const run = docket.command("run").description("the runs of a case: what they read, what they found, their results");
  readingOptions(run.command("show"))
    .description("a run: what it read by digest, on what it stands, what it found. To open a restricted one is an entry of the record")
    .argument("<case>", "id of the case")
    .argument("<run>", "the run, such as r1")
    .action(async (id: string, name: string, options: ReadingOptions) => {
      const [{ runShown }, { runText }] = await Promise.all([import("../docket-decision.js"), import("../report/docket/runs.js")]);
      const shown = await withReading(options, async (one) => {
        const found = await runShown(one, id, name);
        return { shown: found, read: readOf(id, `run ${name}`, found.run.handling) };
      });
      await answer(shown, options, runText);
    });
  readingOptions(run.command("result"))
    .description("the result of a run, byte for byte as it was attached; that it was taken out is an entry of the record")
    .argument("<case>", "id of the case")
    .argument("<run>", "the run, such as r1")
    .action(async (id: string, name: string, options: ReadingOptions) => {
      const { readRun, runResult } = await import("../docket/index.js");
      const bytes = await withReading(options, async (one) => {
        const { content, state } = await one.read(async (view) => {
          const found = await readRun(view, id, name);
          return { content: await runResult(view, found), state: found.state };
        });
        const { handling, result: sha256 } = state;
        return { shown: content, read: [{ act: "exported", case: id, item: `run ${name}`, handling, sha256 }] };
      });
      await writeReport(bytes, options);
    });
  recordingOptions(run.command("withdraw"))
    .description("withdraw a run that is not to be relied on; the record keeps it")
    .argument("<case>", "id of the case")
    .argument("<run>", "the run, such as r1")
    .requiredOption("--why <text>", "on what grounds")
    .action(async (id: string, name: string, options: RecordingOptions & { why: string }) => {
      const [{ withdrawRun }, { doneText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/runs.js")]);
      await answer(await withDocket(options, false, (one) => withdrawRun(one, id, name, options.why, doingOf(options))), options, doneText);
    });
}

/** How something is to be handled. */
export function handlingOption(): Option {
  return new Option("--handling <mark>", "how it is to be handled").choices(handlingChoices).default("internal");
}

async function runAttach(id: string, paths: string[], options: AttachOptions): Promise<void> {
  const [{ attachRun }, { doneText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/runs.js")]);
  const made = await runFrom(paths, options);
  await answer(await withDocket(options, false, (docket) => attachRun(docket, id, made, doingOf(options))), options, doneText);
}

async function runFrom(paths: string[], options: AttachOptions): Promise<NewRun> {
  const { run, dossier, sha256, asOf, rules } = options;
  const ways = [run !== undefined, dossier !== undefined, paths.length > 0].filter(Boolean).length;
  if (ways !== 1)
    throw new UsageError(
      "what is attached is not clear. Expected one of: --run with a saved result, --dossier with a provider, or paths to review.",
    );
  if (sha256 !== undefined && run === undefined) throw new UsageError("--sha256 is of a saved result. Name it with --run.");
  if (run === undefined) return dossier === undefined ? reviewed(paths, options) : dossierOf(dossier, options);
  if (asOf !== undefined || rules.length > 0)
    throw new UsageError("--as-of and --rules are for what is run now; a saved result has its own.");
  const { savedRun } = await import("../docket-run.js");
  const bytes = await readFile(run).catch((error: Error) => {
    throw new UsageError(`--run ${run}: ${error.message}. Expected the JSON of a review, a dossier or a scenario of impact.`);
  });
  return savedRun(run, bytes, options, sha256);
}

async function reviewed(paths: string[], options: AttachOptions): Promise<NewRun> {
  const places = readPaths(paths);
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const [{ review }, { rulePacksFor }, { madeRun }, reference] = await Promise.all([
    import("../review.js"),
    import("../rule-packs.js"),
    import("../docket-run.js"),
    referenceFrom(options),
  ]);
  const packs = await rulePacksFor(options.rules, places, dataFolder(options));
  const made = await review(places, { asOf, reference, packs });
  const behind = await entered(options, { imports: reference.imports, packs: packs.map(({ pack, sha256 }) => ({ id: pack.id, sha256 })) });
  return madeRun({ kind: "review", review: made }, options, behind);
}

/** The change sets by which that came in on which a run stands: nothing enters the record without one. */
async function entered(options: AttachOptions, { imports, packs }: CameIn): Promise<string[]> {
  const { changeSetsBehind, WithoutChangeSet } = await import("../change-sets-behind.js");
  try {
    return await changeSetsBehind(dataFolder(options), { imports, packs }, today());
  } catch (error) {
    throw error instanceof WithoutChangeSet ? new UsageError(error.message) : error;
  }
}

async function dossierOf(asked: string, options: AttachOptions): Promise<NewRun> {
  const asOf = options.asOf ? readDay(options.asOf) : today();
  const [{ dossier, ProviderNotFound }, { howToChoose, readRegimes }, { madeRun }, reference] = await Promise.all([
    import("../dossier.js"),
    import("./dossier.js"),
    import("../docket-run.js"),
    referenceFrom(options),
  ]);
  try {
    const asking = await readRegimes(options.rules, dataFolder(options));
    const made = dossier(asked, { ...asking, reference, asOf });
    const packs = [...asking.packDigests].map(([id, sha256]) => ({ id, sha256 }));
    return madeRun({ kind: "dossier", dossier: made }, options, await entered(options, { imports: reference.imports, packs }));
  } catch (error) {
    throw error instanceof ProviderNotFound ? howToChoose(asked, error.candidates) : error;
  }
}
