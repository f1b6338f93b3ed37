import { type Command, Option } from "commander";
import type { SessionLimits } from "../model/index.js";
import { roles } from "../model/order.js";
import { readRole } from "./docket-people.js";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  doingOf,
  now,
  type RecordingOptions,
  recordingOptions,
  withDocket,
} from "./docket-session.js";
import { UsageError } from "./exit.js";
import { repeat } from "./options.js";

interface TokenOptions extends RecordingOptions {
  name: string;
  role: string[];
  days: string;
}

/** What is in force is told by the longest that settings allow: the server itself may end them sooner. */
const longest: SessionLimits = { idleMinutes: 1_440, hours: 168 };

/** Adds `docket token …`, `docket session …` and `docket refused`: what lets people and scripts in, and who was not let in. */
export function addAccessCommands(docket: Command): void {
  const token = docket.command("token").description("tokens by which scripts act for a person, with some of their roles, until a day");
  recordingOptions(token.command("add"))
    .description("make a token; it is shown this once and kept nowhere")
    .argument("<user>", "for whom it acts")
    .requiredOption("--name <text>", "what it is for")
    .addOption(new Option("--role <role>", `a role of theirs; repeatable: ${roles.join(", ")}`).argParser(repeat).default([], "none"))
    .option("--days <number>", "for how many days it is good, 366 at most", "90")
    .action(runAddToken);

  docketOptions(token.command("list"))
    .description("tokens, without their secrets: whose, for what, until when, when used last")
    .argument("[user]", "only those of this person")
    .action(async (person: string | undefined, options: DocketCommandOptions) => {
      const [{ listTokens }, { tokensText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/people.js")]);
      await answer(await withDocket(options, false, (one) => listTokens(one, { person, at: now() })), options, tokensText);
    });

  recordingOptions(token.command("revoke"))
    .description("revoke a token: it lets nobody in from the next request on")
    .argument("<id>", "as `docket token list` names it")
    .action(async (id: string, options: RecordingOptions) => {
      const [{ revokeToken }, { tokenChangeText }] = await Promise.all([
        import("../docket/index.js"),
        import("../report/docket/people.js"),
      ]);
      await answer(await withDocket(options, false, (one) => revokeToken(one, id, doingOf(options))), options, tokenChangeText);
    });

  const session = docket.command("session").description("who is signed in, by `beholden serve --oidc`");
  docketOptions(session.command("list"))
    .description("sessions in force")
    .argument("[user]", "only those of this person")
    .action(async (person: string | undefined, options: DocketCommandOptions) => {
      const [{ listSessions }, { sessionsText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/people.js")]);
      const sessions = await withDocket(options, false, (one) => listSessions(one, { person, at: now(), limits: longest }));
      await answer({ schemaVersion: "1", sessions } as const, options, sessionsText);
    });

  recordingOptions(session.command("end"))
    .description("end every session of a person; they may sign in again")
    .argument("<user>", "their user name")
    .action(async (person: string, options: RecordingOptions) => {
      const [{ signOutEverywhere }, { endedText }] = await Promise.all([
        import("../docket/index.js"),
        import("../report/docket/people.js"),
      ]);
      const ended = await withDocket(options, false, (one) => signOutEverywhere(one, person, doingOf(options)));
      await answer({ schemaVersion: "1", ended } as const, options, endedText);
    });

  docketOptions(docket.command("refused"))
    .description("sign-ins that were refused, each person and reason in one line, the newest first")
    .action(async (options: DocketCommandOptions) => {
      const [{ listRefusals }, { refusalsText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/people.js")]);
      const refusals = await withDocket(options, false, listRefusals);
      await answer({ schemaVersion: "1", refusals } as const, options, refusalsText);
    });
}

async function runAddToken(person: string, options: TokenOptions): Promise<void> {
  const [{ makeToken }, { tokenChangeText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/people.js")]);
  if (!/^\d{1,3}$/.test(options.days)) throw new UsageError(`--days ${options.days} is none. Expected a number from 1 to 366.`);
  const doing = doingOf(options);
  const until = new Date(Date.parse(doing.at) + Number(options.days) * 86_400_000).toISOString();
  const given = { person, name: options.name, roles: options.role.map(readRole), until };
  await answer(await withDocket(options, false, (one) => makeToken(one, given, doing)), options, tokenChangeText);
}
