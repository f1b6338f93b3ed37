import type { Person } from "../../model/index.js";
import type { DocketView } from "../journal/index.js";
import { isSamePerson } from "../same-person.js";
import { personKind } from "./list.js";

/**
 * Whether two names of the record are one person's: by what they look like, or because an issuer ever vouched for both by one subject. An e-mail
 * address says nothing: it may be given to somebody else later.
 */
export async function isOnePerson(view: DocketView, left: string, right: string): Promise<boolean> {
  if (isSamePerson(left, right)) return true;
  const [one, other] = [await subjectsOf(view, left), await subjectsOf(view, right)];
  return one.some((subject) => other.includes(subject));
}

/** The subjects that somebody is or was known by. */
async function subjectsOf(view: DocketView, id: string): Promise<string[]> {
  const entries = await view.entries({ object: { kind: personKind, id } });
  return entries.flatMap(({ body }) => (body.after as Person | null)?.subject ?? []);
}
