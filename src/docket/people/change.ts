import { type Json, type ListedPerson, Person, type PersonChange, PersonId } from "../../model/index.js";
import { endSessionsOf } from "../access/sessions.js";
import { type Docket, DocketError, type DocketView, type NewEntry } from "../journal/index.js";
import { everybody, personKind, personOf, readPerson } from "./list.js";

/** Who does something to a person, when, by which key, and why. */
export interface PersonDoing {
  by: string;
  at: string;
  key?: string | undefined;
  reason?: string | null | undefined;
}

export type NewPerson = Pick<Person, "name" | "roles"> & {
  id: string;
  subject?: string | null | undefined;
  email?: string | null | undefined;
};

/**
 * Puts a person into the list of people. The first administrator of a docket comes from the command line.
 *
 * @throws DocketError `invalid` for what is no person; `refused` where the name, subject or e-mail is another's, or somebody lists themselves
 */
export async function addPerson(
  docket: Docket,
  { id, subject = null, email = null, ...given }: NewPerson,
  doing: PersonDoing,
): Promise<PersonChange> {
  checkedId(id);
  const after = checkedPerson({ ...given, subject, email, retired: false });
  return changePerson(docket, id, "person-added", { add: after }, doing, async (view) => {
    if (await personOf(view, id))
      throw new DocketError(
        "refused",
        `there is a person ${id} already. \`beholden docket person edit ${id}\` changes them; names are never given twice.`,
      );
    return { before: null, after };
  });
}

export type PersonEdit = Partial<Omit<Person, "retired">> & { retired?: false | undefined };

/**
 * Changes a person: their name, what they are known by, their roles; or takes them back who retired.
 *
 * @param seen the version that the change was made on
 * @throws DocketError `refused` where somebody gives themselves a role, or no administrator would be left
 * @throws ConflictError where another version is there than was seen
 */
export async function editPerson(
  docket: Docket,
  id: string,
  edit: PersonEdit,
  { seen, ...doing }: PersonDoing & { seen?: number | undefined },
): Promise<PersonChange> {
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0)
    throw new DocketError("invalid", `it is not said what of ${id} changes. Expected a name, a subject, an e-mail address or roles.`);
  const asks = { edit: given as Json, seen: seen ?? null };
  return changePerson(docket, id, "person-edited", asks, doing, async (view) => {
    const before = await readPerson(view, id);
    return { before, after: checkedPerson({ ...stateOf(before), ...given }), seen };
  });
}

/**
 * Retires a person: nobody is let in as them from the next request on. What they did stays theirs, and their name stays taken.
 *
 * @throws DocketError `refused` for the last administrator
 */
export function retirePerson(docket: Docket, id: string, doing: PersonDoing): Promise<PersonChange> {
  return changePerson(docket, id, "person-retired", { retire: id }, doing, async (view) => {
    const before = await readPerson(view, id);
    if (before.retired) throw new DocketError("refused", `${id} retired already.`);
    return { before, after: { ...stateOf(before), retired: true } };
  });
}

interface Change {
  before: ListedPerson | null;
  after: Person;
  seen?: number | undefined;
}

async function changePerson(
  docket: Docket,
  id: string,
  act: string,
  asks: Json,
  { by, at, key, reason = null }: PersonDoing,
  work: (view: DocketView) => Promise<Change>,
): Promise<PersonChange> {
  const appended = await docket.append({ by, at, key, asks: { person: id, act, asks, reason } }, async (view) => {
    const { before, after, seen } = await work(view);
    await guard(view, { id, by, before, after });
    return [personEntry(id, act, after, { reason, seen })];
  });
  const person = await docket.read((view) => readPerson(view, id));
  const ended = person.retired && !appended.repeated ? await endSessionsOf(docket, id) : 0;
  return { schemaVersion: "1", person, did: act, repeated: appended.repeated, ended, head: appended.head };
}

/** An entry that makes a person what they are from there on. */
export function personEntry(id: string, act: string, after: Person, more: Pick<NewEntry, "reason" | "seen"> = {}): NewEntry {
  return { act, case: null, object: { kind: personKind, id }, after, ...more };
}

/** What no change may come to, whoever asks and by whatever way. */
async function guard(view: DocketView, { id, by, before, after }: Change & { id: string; by: string }): Promise<void> {
  const others = (await everybody(view)).filter((one) => one.id !== id && !one.retired);
  const administrators = [...others, ...(before && !before.retired ? [before] : [])].filter(isAdministrator);
  const held = before && !before.retired ? before.roles : [];
  const gained = after.retired ? [] : after.roles.filter((role) => !held.includes(role));
  // Before there is an administrator nobody else could give the role: then whoever holds the database decides.
  if (by === id && gained.length > 0 && administrators.length > 0)
    throw new DocketError(
      "refused",
      `nobody gives themselves a role: ${gained.join(", ")} for ${id} is for another administrator to give.`,
    );
  if (administrators.length > 0 && !others.some(isAdministrator) && (after.retired || !isAdministrator(after)))
    throw new DocketError("refused", `${id} is the last administrator: without one nobody could let anybody in. Make another one first.`);
  if (!after.retired) refuseShared(others, after);
}

function isAdministrator({ roles }: Pick<Person, "roles">): boolean {
  return roles.includes("administrator");
}

/** Two people that the issuer cannot tell apart would be one. */
function refuseShared(others: readonly ListedPerson[], { subject, email }: Person): void {
  for (const one of others) {
    const shared =
      subject !== null && one.subject === subject ? "subject" : email !== null && one.email === email ? "e-mail address" : null;
    if (shared) throw new DocketError("refused", `that ${shared} is ${one.id}'s already. Each person is known by their own.`);
  }
}

function stateOf({ id: _, version: __, ...state }: ListedPerson): Person {
  return state;
}

function checkedId(id: string): void {
  const read = PersonId.safeParse(id);
  if (!read.success)
    throw new DocketError("invalid", `${id} is no user name: ${read.error.issues.map(({ message }) => message).join("; ")}.`);
}

function checkedPerson(given: unknown): Person {
  const read = Person.safeParse(given);
  if (read.success) return read.data;
  const issues = read.error.issues.map(({ path, message }) => `${path.join(".") || "the whole"}: ${message}`);
  throw new DocketError("invalid", `that is not a person: ${issues.join("; ")}.`);
}
