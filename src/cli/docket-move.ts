import { type Command, Option } from "commander";
import type { CaseEntry } from "../model/index.js";
import { answerChange } from "./docket-case.js";
import { doingOf, type RecordingOptions, readNumber, recordingOptions, withDocket } from "./docket-session.js";
import { UsageError } from "./exit.js";
import { readDayOf, repeat } from "./options.js";

interface EventOptions extends RecordingOptions {
  on?: string;
  agency?: string;
  signedBy?: string;
  rank?: CaseEntry["rank"];
  written?: boolean;
  until?: string;
  outcome?: string;
  contains: string[];
  note?: string;
  service?: string;
  at?: string;
  answers?: string;
  decision?: string;
  why?: string;
}

/** Written out here, so that the schemas are loaded only when something is recorded. */
const ranks = ["below-assistant-secretary", "assistant-secretary", "under-secretary", "deputy-secretary", "secretary"] as const;

/** Adds `docket move`, `serve-notice`, `correct`, `withdraw` and `confirm`. */
export function addMoveCommands(docket: Command): void {
  eventOptions(recordingOptions(docket.command("move")))
    .description("record that something happened; what the law does not allow is refused with the section that forbids it")
    .argument("<case>", "id of the case")
    .argument("<event>", "what happened, as `docket show` names what may come next")
    .action((id: string, event: string, options: EventOptions) => runMove(id, event, options));

  eventOptions(recordingOptions(docket.command("serve-notice")))
    .description("record the service of a paper, which starts its clocks: the Initial Determination, where no other event is named")
    .argument("<case>", "id of the case")
    .argument("[event]", "what was served", "initial-determination-served")
    .action((id: string, event: string, options: EventOptions) => {
      if (!options.service) throw new UsageError("how it was served is not said. Expected --service with a method, such as by-hand.");
      return runMove(id, event, options);
    });

  eventOptions(recordingOptions(docket.command("correct")))
    .description("correct what was recorded; everything that hangs on it is computed anew, and what moved is shown")
    .argument("<case>", "id of the case")
    .argument("<number>", "number of the event in the case")
    .action(runCorrect);

  recordingOptions(docket.command("withdraw"))
    .description("take back an event that was recorded by mistake; the journal keeps it")
    .argument("<case>", "id of the case")
    .argument("<number>", "number of the event in the case")
    .requiredOption("--why <text>", "on what grounds")
    .action(async (id: string, number: string, options: RecordingOptions & { why: string }) => {
      const { correctEvent } = await import("../docket/index.js");
      const event = readNumber("event", number);
      await answerChange(
        await withDocket(options, false, (one) => correctEvent(one, id, event, null, options.why, doingOf(options))),
        options,
      );
    });

  recordingOptions(docket.command("confirm"))
    .description("confirm a day of service, by the number of its event; or a rule that was not read as it is in force, by its point")
    .argument("<case>", "id of the case")
    .argument("<what>", "number of an event, or a point as `docket show` names it, such as deadline/response")
    .option("--day <day>", "the day on which the paper counts as served (default: the day of the event)")
    .option("--denied", "the rule was found not to hold")
    .requiredOption("--why <text>", "on what source")
    .action(runConfirm);
}

interface ConfirmOptions extends RecordingOptions {
  day?: string;
  denied?: boolean;
  why: string;
}

async function runConfirm(id: string, what: string, options: ConfirmOptions): Promise<void> {
  const { confirmPoint, confirmService } = await import("../docket/index.js");
  const { why } = options;
  const day = options.day === undefined ? undefined : readDayOf("--day", options.day);
  const isEvent = /^\d+$/.test(what);
  if (isEvent && options.denied)
    throw new UsageError("--denied is for a rule, not for a service. Name a point, such as deadline/response.");
  if (!isEvent && day) throw new UsageError("--day is for a service, not for a rule. Name the number of its event.");
  const change = await withDocket(options, false, (docket) =>
    isEvent
      ? confirmService(docket, id, readNumber("event", what), day, why, doingOf(options))
      : confirmPoint(docket, id, what, !options.denied, why, doingOf(options)),
  );
  await answerChange(change, options);
}

function eventOptions(command: Command): Command {
  return command
    .option("--on <day>", "the day on which it happened")
    .option("--agency <name>", "the agency that it is about")
    .option("--signed-by <name>", "who signed it")
    .addOption(new Option("--rank <rank>", "the rank of who signed").choices(ranks))
    .option("--written", "it is in writing")
    .option("--until <day>", "the day to which it extends a period")
    .option("--outcome <outcome>", "what was decided, such as prohibited or mitigated")
    .option("--contains <id>", "a required content that the paper holds; repeatable", repeat, [])
    .option("--note <text>", "a remark that stays with it")
    .option("--service <method>", "how it was served, as the procedure names it, such as by-hand or publication")
    .option("--at <instant>", "the instant, such as 2026-03-08T17:00:00-05:00, where it is known")
    .option("--answers <number>", "number of the event that it answers, where several are open")
    .option(
      "--decision <decision>",
      "the approved decision of the case that it carries out, such as d1; its outcome need not be said again",
    )
    .option("--why <text>", "on what grounds");
}

/** The fields of an event that were given. */
function fieldsOf(options: EventOptions): Omit<NonNullable<CaseEntry["reads"]>, "on"> & { on?: string } {
  const { on, at, agency, signedBy, rank, written, until, outcome, contains, note, service, answers, decision } = options;
  const given = {
    on: on === undefined ? undefined : readDayOf("--on", on),
    at,
    agency,
    by: signedBy,
    signed: signedBy === undefined ? undefined : true,
    rank,
    written,
    until: until === undefined ? undefined : readDayOf("--until", until),
    outcome,
    contains: contains.length > 0 ? contains : undefined,
    method: service,
    answers,
    decision,
    note,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

async function runMove(id: string, event: string, options: EventOptions): Promise<void> {
  const { on, ...fields } = fieldsOf(options);
  if (on === undefined) throw new UsageError("the day is missing. Expected --on YYYY-MM-DD: a deadline is counted from it.");
  const { recordEvent } = await import("../docket/index.js");
  const change = await withDocket(options, false, (docket) =>
    recordEvent(docket, id, { event, on, ...fields }, options.why ?? null, doingOf(options)),
  );
  await answerChange(change, options);
}

async function runCorrect(id: string, number: string, options: EventOptions): Promise<void> {
  const { why } = options;
  if (!why) throw new UsageError("the grounds are missing. Expected --why: a correction says on what it rests.");
  const { correctEvent } = await import("../docket/index.js");
  const event = readNumber("event", number);
  await answerChange(
    await withDocket(options, false, (docket) => correctEvent(docket, id, event, fieldsOf(options), why, doingOf(options))),
    options,
  );
}
