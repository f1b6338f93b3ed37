import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import type { Docket, Proposal } from "../docket/index.js";
import type { HandlingMark, RunOrDecisionDone } from "../model/index.js";
import { referenceFrom } from "./data-folder.js";
import { handlingChoices, handlingOption } from "./docket-run.js";
import {
  answer,
  type DocketCommandOptions,
  doingOf,
  type ReadingOptions,
  type RecordingOptions,
  readingOptions,
  recordingOptions,
  withDocket,
  withReading,
} from "./docket-session.js";
import { UsageError } from "./exit.js";
import { readDayOf, repeat } from "./options.js";

/** Written out here, so that the schemas are loaded only when something is recorded. */
const outcomeChoices = ["prohibited", "permitted-with-measures", "cannot-be-judged", "not-prohibited"] as const;

interface DecideOptions extends RecordingOptions {
  run?: string;
  finding: string[];
  fact: string[];
  evidence: string[];
  measure: string[];
  outcome?: Proposal["outcome"];
  draft?: string;
  on?: string;
  until?: string;
  owner?: string;
  title?: string;
  handling?: HandlingMark;
  why?: string;
}

/** Adds `docket decide` and `docket decision show|approve|return|renew|withdraw`. */
export function addDecisionCommands(docket: Command): void {
  contentOptions(recordingOptions(docket.command("decide")))
    .description("propose a decision that cites findings of an attached run, on the state that the case is in; somebody else approves it")
    .argument("<case>", "id of the case")
    .addOption(handlingOption())
    .action(runDecide);

  const decision = docket
    .command("decision")
    .description("the decisions of a case: on what state they were taken, and what has changed since");
  readingOptions(decision.command("show"))
    .description(
      "a decision: what it cites, who proposed and approved it, and, where it was decided on an older state, every difference. To read what is restricted is an entry of the record",
    )
    .argument("<case>", "id of the case")
    .argument("<decision>", "the decision, such as d1")
    .action(async (id: string, name: string, options: ReadingOptions) => {
      const [{ openDecision }, { decisionText }] = await Promise.all([
        import("../docket-decision.js"),
        import("../report/docket/decisions.js"),
      ]);
      await answer(await withReading(options, (one) => openDecision(one, id, name, "restricted")), options, decisionText);
    });

  onDecision(decision, "approve", "approve a proposed decision for the state that it was proposed on; never by one of its authors")
    .option(
      "--state <digest>",
      "the present state, where the case moved since it was proposed: its digest, or the first 12 digits and more",
    )
    .option("--why <text>", "a remark that stays with the approval")
    .action(async (id: string, name: string, options: RecordingOptions & { state?: string; why?: string }) => {
      const { approveDecision } = await import("../docket/index.js");
      const state = options.state === undefined ? undefined : readState(options.state);
      await done(options, (one) => approveDecision(one, id, name, { state, note: options.why ?? null }, doingOf(options)));
    });
  onDecision(decision, "return", "send a proposed decision back to its author")
    .requiredOption("--why <text>", "on what grounds")
    .action(async (id: string, name: string, options: RecordingOptions & { why: string }) => {
      const { returnDecision } = await import("../docket/index.js");
      await done(options, (one) => returnDecision(one, id, name, options.why, doingOf(options)));
    });
  contentOptions(onDecision(decision, "renew", "propose a decision anew on the present state, with what is to be otherwise in it"))
    .addOption(new Option("--handling <mark>", "how it is to be handled").choices(handlingChoices))
    .action(runRenew);
  onDecision(decision, "withdraw", "withdraw a decision; the record keeps it")
    .requiredOption("--why <text>", "on what grounds")
    .action(async (id: string, name: string, options: RecordingOptions & { why: string }) => {
      const { withdrawDecision } = await import("../docket/index.js");
      await done(options, (one) => withdrawDecision(one, id, name, options.why, doingOf(options)));
    });
}

function onDecision(decision: Command, name: string, description: string): Command {
  return recordingOptions(decision.command(name))
    .description(description)
    .argument("<case>", "id of the case")
    .argument("<decision>", "the decision, such as d1");
}

function contentOptions(command: Command): Command {
  return command
    .option("--run <run>", "the attached run that it rests on, such as r1")
    .option("--finding <id>", "a finding of the run that it cites; repeatable", repeat, [])
    .option("--fact <fact>", "a fact of the case that it cites, such as f1; repeatable", repeat, [])
    .option("--evidence <evidence>", "evidence of the case that it cites, such as e1; repeatable", repeat, [])
    .option("--measure <id>", "a measure that it depends on, by its id in the catalogue, such as M04; repeatable", repeat, [])
    .addOption(new Option("--outcome <outcome>", "what is decided").choices(outcomeChoices))
    .option(
      "--draft <file>",
      "the JSON of determination --format json on this run: its content; findings, measures and outcome are its own where none are named",
    )
    .option("--on <day>", "the day of the decision (default: today where the office is, or that of the draft)")
    .option("--until <day>", "the last day for which it holds, as of a risk that is accepted for a time: it then takes --owner and --why")
    .option("--owner <name>", "who answers for what is accepted; never who approves it")
    .option("--title <text>", "what the decision is called")
    .option("--why <text>", "the grounds, in words");
}

async function runDecide(id: string, options: DecideOptions): Promise<void> {
  const { proposeDecision } = await import("../docket/index.js");
  if (options.run === undefined) throw new UsageError("the run is missing. Expected --run with an attached run, such as r1.");
  await done(options, async (docket) => {
    const given = await contentFrom(docket, id, options.run ?? "", options);
    const { outcome } = given;
    if (outcome === undefined)
      throw new UsageError("what is decided is missing. Expected --outcome, or --draft with a draft that says it.");
    const proposal: Proposal = {
      title: options.title ?? `Determination: ${outcome.replaceAll("-", " ")}`,
      handling: options.handling ?? "internal",
      run: options.run ?? "",
      ...{ findings: [], facts: [], evidence: [], measures: [], grounds: null, draft: null },
      ...given,
      outcome,
    };
    return proposeDecision(docket, id, proposal, doingOf(options));
  });
}

async function runRenew(id: string, name: string, options: DecideOptions): Promise<void> {
  const { renewDecision, showDecision } = await import("../docket/index.js");
  await done(options, async (docket) => {
    const run = options.run ?? (options.draft ? await docket.read(async (view) => (await showDecision(view, id, name)).decision.run) : "");
    const { title, handling } = options;
    return renewDecision(docket, id, name, { ...(await contentFrom(docket, id, run, options)), title, handling }, doingOf(options));
  });
}

/** What the options say of the content of a decision; a draft says the rest. */
async function contentFrom(docket: Docket, id: string, run: string, options: DecideOptions): Promise<Partial<Proposal>> {
  const { finding, fact, evidence, measure, outcome, on, until, owner, why } = options;
  const drafted = options.draft === undefined ? undefined : await readDraft(docket, id, run, options.draft);
  const measures = measure.length > 0 ? await readMeasures(measure, options) : drafted?.content.measures;
  const findings = finding.length > 0 ? finding : drafted?.content.findings;
  const decided = outcome ?? drafted?.content.outcome;
  const day = on === undefined ? drafted?.content.on : readDayOf("--on", on);
  return {
    ...(options.run === undefined ? {} : { run: options.run }),
    ...(findings === undefined ? {} : { findings }),
    ...(fact.length > 0 ? { facts: fact } : {}),
    ...(evidence.length > 0 ? { evidence } : {}),
    ...(measures === undefined ? {} : { measures }),
    ...(decided === undefined ? {} : { outcome: decided }),
    ...(day === undefined ? {} : { on: day }),
    ...(until === undefined ? {} : { until: readDayOf("--until", until) }),
    ...(owner === undefined ? {} : { owner }),
    ...(why === undefined ? {} : { grounds: why }),
    ...(drafted === undefined ? {} : { draft: drafted.draft }),
  };
}

async function readDraft(docket: Docket, id: string, run: string, path: string) {
  const { draftContent, draftFile, resultOfRun } = await import("../docket-decision.js");
  const bytes = await readFile(path).catch((error: Error) => {
    throw new UsageError(`--draft ${path}: ${error.message}. Expected the JSON of a draft determination (--format json).`);
  });
  return { content: draftContent(path, bytes, run, await resultOfRun(docket, id, run)), draft: draftFile(bytes) };
}

async function readMeasures(ids: string[], options: DecideOptions): Promise<Proposal["measures"]> {
  const [{ measuresNamed }, { catalogue }] = await Promise.all([import("../docket-decision.js"), referenceFrom(options)]);
  return measuresNamed(ids, catalogue.measures);
}

async function done(options: DocketCommandOptions, work: (docket: Docket) => Promise<RunOrDecisionDone>): Promise<void> {
  const { doneText } = await import("../report/docket/runs.js");
  await answer(await withDocket(options, false, work), options, doneText);
}

function readState(text: string): string {
  const digest = text.toLowerCase();
  if (!/^[0-9a-f]{12,64}$/.test(digest))
    throw new UsageError(
      `--state ${text} is no digest of a state. Expected 12 to 64 hexadecimal digits, as \`beholden docket decision show\` prints them.`,
    );
  return digest;
}
