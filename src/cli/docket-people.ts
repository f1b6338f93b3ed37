import { type Command, Option } from "commander";
import type { NewPerson, PersonEdit } from "../docket/index.js";
import type { Role } from "../model/index.js";
import { roles } from "../model/order.js";
import {
  answer,
  type DocketCommandOptions,
  docketOptions,
  doingOf,
  type RecordingOptions,
  readNumber,
  recordingOptions,
  withDocket,
} from "./docket-session.js";
import { UsageError } from "./exit.js";
import { repeat } from "./options.js";

interface PersonOptions extends RecordingOptions {
  name?: string;
  subject?: string;
  email?: string;
  role: string[];
  why?: string;
}

interface EditOptions extends PersonOptions {
  seen?: string;
  reinstate?: boolean;
}

/** Adds `docket person …`: who is let in, and what they are. */
export function addPeopleCommands(docket: Command): void {
  const person = docket.command("person").description("who may work on this docket: each grant of a role is an entry of the record");

  fieldOptions(recordingOptions(person.command("add")))
    .description("put a person into the list; the first one begins the docket, and its first administrator comes from here")
    .argument("<user>", "the name by which the record knows them, in small letters, such as ana.ruiz")
    .action(runAdd);

  docketOptions(person.command("list"))
    .description("everybody who is let in, with their roles")
    .option("--retired", "those who retired too")
    .action(async (options: DocketCommandOptions & { retired?: boolean }) => {
      const [{ listPeople }, { peopleText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/people.js")]);
      const list = await withDocket(options, false, (one) => one.read((view) => listPeople(view, { retired: options.retired })));
      await answer(list, options, peopleText);
    });

  docketOptions(person.command("show"))
    .description("a person, and who gave them what, when and why")
    .argument("<user>", "their user name")
    .action(async (id: string, options: DocketCommandOptions) => {
      const [{ showPerson }, { personText }] = await Promise.all([import("../docket/index.js"), import("../report/docket/people.js")]);
      await answer(await withDocket(options, false, (one) => one.read((view) => showPerson(view, id))), options, personText);
    });

  fieldOptions(recordingOptions(person.command("edit")))
    .description("change a person; the roles that are given take the place of those there were, from the next request on")
    .argument("<user>", "their user name")
    .option("--seen <version>", "the version that you saw, as `docket person show` names it")
    .option("--reinstate", "let somebody in again who retired")
    .action(runEdit);

  recordingOptions(person.command("retire"))
    .description("let nobody in as them any more, from the next request on; what they did stays theirs")
    .argument("<user>", "their user name")
    .option("--why <text>", "on what grounds")
    .action(async (id: string, options: RecordingOptions & { why?: string }) => {
      const { retirePerson } = await import("../docket/index.js");
      await answerPerson((one) => retirePerson(one, id, doing(options)), options);
    });
}

function fieldOptions(command: Command): Command {
  return command
    .option("--name <text>", "their full name (for a new person: the user name)")
    .option("--subject <text>", "what the issuer knows them by: the claim `sub`")
    .option("--email <address>", "their e-mail address, verified by the issuer: counts until they sign in first")
    .addOption(new Option("--role <role>", `a role; repeatable: ${roles.join(", ")}`).argParser(repeat).default([], "none"))
    .option("--why <text>", "on what grounds");
}

async function runAdd(id: string, options: PersonOptions): Promise<void> {
  const { addPerson } = await import("../docket/index.js");
  const { name = id, subject, email, role } = options;
  const given: NewPerson = { id, name, subject, email, roles: role.map(readRole) };
  await answerPerson((one) => addPerson(one, given, doing(options)), options, true);
}

async function runEdit(id: string, options: EditOptions): Promise<void> {
  const { editPerson } = await import("../docket/index.js");
  const { name, subject, email, role } = options;
  const edit: PersonEdit = {
    ...{ name, subject, email, roles: role.length > 0 ? role.map(readRole) : undefined },
    ...(options.reinstate ? { retired: false } : {}),
  };
  const seen = options.seen === undefined ? undefined : readNumber("--seen", options.seen);
  await answerPerson((one) => editPerson(one, id, edit, { ...doing(options), seen }), options);
}

function doing(options: RecordingOptions & { why?: string }) {
  return { ...doingOf(options), reason: options.why ?? null };
}

async function answerPerson(
  work: (docket: import("../docket/index.js").Docket) => Promise<import("../model/index.js").PersonChange>,
  options: RecordingOptions,
  create = false,
): Promise<void> {
  const { personChangeText } = await import("../report/docket/people.js");
  await answer(await withDocket(options, create, work), options, personChangeText);
}

/** @throws UsageError for what is no role */
export function readRole(text: string): Role {
  const role = roles.find((one) => one === text);
  if (!role) throw new UsageError(`--role ${text} is none. Expected one of ${roles.join(", ")}.`);
  return role;
}
