import { byText, type Change, type Difference, type Reach, type Review, type Transaction } from "../model/index.js";
import type { ChangeIndex, Looked } from "./index-of-changes.js";

/** A difference before its causes are known. */
export type Found = Pick<Difference, "id" | "kind" | "change" | "title" | "ofConcern" | "fields"> & { key: string };

/** What causes are looked for in. */
export interface CauseInput {
  before: Looked;
  after: Looked;
  differences: readonly Found[];
  changes: ChangeIndex;
}

/** How the causes of one kind of difference are looked for. */
export type CauseLookup = (found: Found, search: CauseSearch) => Change[];

/** The two reviews, what changed between them, and the causes of other differences that a cause may lie in. */
export class CauseSearch {
  readonly sides: { before: Looked; after: Looked };
  readonly changes: ChangeIndex;
  private readonly differences: readonly Found[];
  private readonly byId: ReadonlyMap<string, Found>;
  private readonly lookups: Record<Found["kind"], CauseLookup>;
  private readonly known = new Map<string, Change[]>();
  private readonly owners = new Map<string, Set<string>>();

  constructor({ before, after, differences, changes }: CauseInput, lookups: Record<Found["kind"], CauseLookup>) {
    this.sides = { before, after };
    this.changes = changes;
    this.differences = differences;
    this.byId = new Map(differences.map((one) => [one.id, one]));
    this.lookups = lookups;
  }

  /** The causes of a difference, each once, in the order of their ids. A difference that is met again while it is looked up adds none. */
  of(found: Found): Change[] {
    const remembered = this.known.get(found.id);
    if (remembered) return remembered;
    this.known.set(found.id, []);
    const all = unique(this.lookups[found.kind](found, this)).sort((left, right) => byText(left.id, right.id));
    this.known.set(found.id, all);
    return all;
  }

  /** The causes of whatever differs under an id; none where nothing does. */
  ofId(id: string): Change[] {
    const found = this.byId.get(id);
    return found ? this.of(found) : [];
  }

  ofKind(kind: Found["kind"], fits: (key: string) => boolean): Change[] {
    return unique(this.differences.flatMap((one) => (one.kind === kind && fits(one.key) ? this.of(one) : [])));
  }

  found(id: string): Found | undefined {
    return this.byId.get(id);
  }

  changedFields(id: string): ReadonlySet<string> {
    return new Set(this.byId.get(id)?.fields.map((one) => one.name) ?? []);
  }

  /** What is asked of both reviews, where they have it. */
  bothSides<T>(of: (side: Looked) => T | undefined): T[] {
    return [of(this.sides.before), of(this.sides.after)].flatMap((one) => (one === undefined ? [] : [one]));
  }

  transactionsNamed(id: string): Transaction[] {
    return this.bothSides((side) => side.transaction(id));
  }

  reachesNamed(id: string): Reach[] {
    return this.bothSides((side) => side.reach(id));
  }

  /** A party and everybody on record above it, in either review. */
  ownersAbove(party: string): ReadonlySet<string> {
    const known = this.owners.get(party);
    if (known) return known;
    const above = new Set([party]);
    for (const id of above) for (const one of this.bothSides((side) => side.ownersOf(id)).flat()) above.add(one);
    this.owners.set(party, above);
    return above;
  }

  /** The same of a rule pack in both reviews, where they applied it and recorded it. */
  lawsOf(pack: string): NonNullable<Review["rulePacks"][number]["law"]>[] {
    return this.bothSides((side) => side.review.rulePacks.find((one) => one.id === pack)?.law);
  }
}

export function unique<T>(all: T[]): T[] {
  return [...new Set(all)];
}
