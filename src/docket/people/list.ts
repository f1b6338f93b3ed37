import type { JournalEntry, ListedPerson, PeopleList, Person, PersonEntry, ShownPerson } from "../../model/index.js";
import { DocketError, type DocketView, type ShownObject } from "../journal/index.js";

/** What people are in the journal: objects of no case. */
export const personKind = "person";

/** Everybody who is in the list of people, by name; those who retired too where that is asked. */
export async function listPeople(view: DocketView, { retired = false }: { retired?: boolean | undefined } = {}): Promise<PeopleList> {
  const people = (await everybody(view)).filter((one) => retired || !one.retired);
  return { schemaVersion: "1", people: people.sort((left, right) => (left.id < right.id ? -1 : 1)), head: await view.head() };
}

/**
 * A person, with every entry about them: who gave them what, when and why.
 *
 * @throws DocketError `not-found` where there is none
 */
export async function showPerson(view: DocketView, id: string): Promise<ShownPerson> {
  const person = await readPerson(view, id);
  const entries = await view.entries({ object: { kind: personKind, id } });
  return { schemaVersion: "1", person, entries: entries.map(entryOf), head: await view.head() };
}

/** @throws DocketError `not-found` where there is none */
export async function readPerson(view: DocketView, id: string): Promise<ListedPerson> {
  const found = await personOf(view, id);
  if (!found)
    throw new DocketError("not-found", `there is no person ${id} on this docket. \`beholden docket person list\` names those there are.`);
  return found;
}

/** The person of a name; null where there is none. */
export async function personOf(view: DocketView, id: string): Promise<ListedPerson | null> {
  const found = await view.object(personKind, id);
  return found && listed(found);
}

export async function everybody(view: DocketView): Promise<ListedPerson[]> {
  return (await view.objects({ kind: personKind })).map(listed);
}

function listed({ id, version, state }: ShownObject): ListedPerson {
  return { id, version, ...(state as Person) };
}

function entryOf({ number, body: { at, by, act, after, reason } }: JournalEntry): PersonEntry {
  return { number, at, by, act, roles: (after as Person).roles, reason };
}
