import { byText, type Change, type ComparedInput, type PartialDate } from "../model/index.js";

/** Something dated that a review recorded: a fact, a part of the law, or a line of the declaration. */
export interface Entry {
  kind: string;
  /** What it is about, whatever it says of it: entries of one key replace each other. */
  key: string;
  /** What must have been recorded at all for its absence to mean anything. */
  scope: string;
  /** The statement itself: the same text is the same statement. */
  identity: string;
  /** What it says, in words; another word is a change. */
  shown: string;
  /** The same by field, where only the fields that differ are worth telling. */
  fields?: Record<string, string>;
  what: string;
  /** It counted on the day of the review. */
  held: boolean;
  from: PartialDate | null;
  until: PartialDate | null;
  about: string[];
  sources: string[];
}

/** What one review recorded: the entries, and of what it recorded all there is. */
export interface Recorded {
  entries: Entry[];
  scopes: ReadonlySet<string>;
}

/** The input that changes statements (as the date changes which of them count), where it differs between the two. */
export interface Origin {
  area: Change["area"];
  statements: ComparedInput | null;
  date: boolean;
}

/**
 * What counted in one review and not in the other, or counted in another way. A statement that both recorded and only one counted is the
 * work of the date; one that only one of them knows is the work of the input that statements come from. What one review did not record
 * at all says nothing.
 */
export function compareEntries(before: Recorded, after: Recorded, origin: Origin): Change[] {
  const [was, is] = [heldByKey(before), heldByKey(after)];
  const [knownBefore, knownAfter] = [identities(before), identities(after)];
  const changes = [...new Set([...was.keys(), ...is.keys()])].sort(byText).flatMap((id) => {
    const [old, now] = [was.get(id), is.get(id)];
    if (old && now) {
      if (saysTheSame(old, now)) return [];
      const known = knownBefore.has(now.identity) && knownAfter.has(old.identity);
      return [changeOf(id, old, now, known && origin.date ? "date" : origin.statements, origin)];
    }
    const one = old ?? now;
    if (!one) return [];
    const known = old ? knownAfter.has(old.identity) : knownBefore.has(one.identity);
    if (known && origin.date) return [changeOf(id, old, now, "date", origin)];
    return (old ? after : before).scopes.has(one.scope) ? [changeOf(id, old, now, origin.statements, origin)] : [];
  });
  return changes;
}

function saysTheSame(old: Entry, now: Entry): boolean {
  return old.fields && now.fields ? JSON.stringify(old.fields) === JSON.stringify(now.fields) : old.shown === now.shown;
}

function heldByKey({ entries }: Recorded): Map<string, Entry> {
  const byKey = new Map<string, Entry>();
  for (const one of [...entries].sort((left, right) => byText(left.identity, right.identity))) {
    const id = `${one.kind}:${one.key}`;
    if (one.held && !byKey.has(id)) byKey.set(id, one);
  }
  return byKey;
}

function identities({ entries }: Recorded): Set<string> {
  return new Set(entries.map((one) => one.identity));
}

function changeOf(id: string, old: Entry | undefined, now: Entry | undefined, by: ComparedInput | null, { area }: Origin): Change {
  const told = now ?? old;
  if (!told) throw new Error(`no entry for ${id}`);
  const { before, after } = words(old, now);
  const dates = old && now ? { from: null, until: null } : { from: told.from, until: told.until };
  return {
    id,
    area,
    kind: told.kind,
    change: old && now ? "changed" : now ? "added" : "removed",
    by,
    what: told.what,
    before,
    after,
    ...dates,
    about: [...new Set([...(old?.about ?? []), ...(now?.about ?? [])])].sort(byText),
    sources: [...new Set([...(old?.sources ?? []), ...(now?.sources ?? [])])].sort(byText),
  };
}

function words(old: Entry | undefined, now: Entry | undefined): { before: string | null; after: string | null } {
  if (!old?.fields || !now?.fields) return { before: old?.shown ?? null, after: now?.shown ?? null };
  const [was, is] = [old.fields, now.fields];
  const differing = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((name) => was[name] !== is[name]);
  const told = (fields: Record<string, string>) => differing.map((name) => `${name} ${fields[name] || "not said"}`).join("; ");
  return { before: told(was), after: told(is) };
}
