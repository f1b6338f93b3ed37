import type { JournalHead } from "../../model/index.js";
import { emptyHead } from "./chain.js";
import type { Row } from "./database.js";
import type { DocketView } from "./view.js";

/** On what something that is shown rests: one case, objects of some kinds whatever their case, or every entry. What belongs to no case touches all. */
export type Rests = { readonly case: string } | { readonly kinds: readonly string[] } | "all";

/** A docket at one moment: its head, and what changed of it while it was followed. */
export interface Followed {
  head: JournalHead;
  /** Another number stands for another journal, or for one of which too much changed to tell: nothing from before holds. */
  era: number;
  /** The newest entry that touches what something rests on; 0 where none came since it is followed. */
  newest(rests: Rests): number;
}

/** Entries that are followed at a time; of more it is forgotten what was known. */
const most = 5_000;

/**
 * Follows a journal by its numbers and digests alone, so that what was made of it can be given again while nothing changed that it rests on. All
 * who ask in one moment are answered by one look, which begins after they asked: what it tells is never older than the question.
 */
export class Following {
  private readonly read: <Result>(work: (view: DocketView) => Promise<Result>) => Promise<Result>;
  private head: JournalHead = emptyHead;
  private era = 0;
  private readonly newestOf = new Map<string, number>();
  private toAll = 0;
  private waiting: Promise<Followed> | null = null;
  private line: Promise<unknown> = Promise.resolve();

  constructor(read: <Result>(work: (view: DocketView) => Promise<Result>) => Promise<Result>) {
    this.read = read;
  }

  /** The docket as it is now. */
  now(): Promise<Followed> {
    if (this.waiting) return this.waiting;
    const asked = this.line.then(nextMoment).then(() => {
      this.waiting = null;
      return this.look();
    });
    this.waiting = asked;
    this.line = asked.catch(() => {});
    return asked;
  }

  private async look(): Promise<Followed> {
    const rows = await this.read((view) =>
      view.rows("SELECT number, digest, case_id, object_kind FROM journal WHERE number >= ? ORDER BY number LIMIT ?", [
        this.head.number,
        most,
      ]),
    );
    const [first] = rows;
    const isSame = this.head.number === 0 ? rows.length === 0 : first?.digest === this.head.digest;
    if (isSame && rows.length < most) this.follow(this.head.number === 0 ? rows : rows.slice(1));
    else await this.beginAnew();
    const { head, era, toAll } = this;
    return {
      head,
      era,
      newest: (rests) => (rests === "all" ? head.number : Math.max(toAll, ...namesOf(rests).map((name) => this.newestOf.get(name) ?? 0))),
    };
  }

  private follow(rows: readonly Row[]): void {
    for (const { number, digest, case_id: of, object_kind: kind } of rows) {
      this.head = { number: Number(number), digest: String(digest) };
      if (of === null) this.toAll = this.head.number;
      else for (const name of [`case ${of}`, `kind ${kind}`]) this.newestOf.set(name, this.head.number);
    }
  }

  private async beginAnew(): Promise<void> {
    this.newestOf.clear();
    this.toAll = 0;
    this.era += 1;
    this.head = await this.read((view) => view.head());
  }
}

function namesOf(rests: Exclude<Rests, "all">): string[] {
  return "case" in rests ? [`case ${rests.case}`] : rests.kinds.map((kind) => `kind ${kind}`);
}

/** Those who ask in the same moment wait for the same look. */
function nextMoment(): Promise<void> {
  return new Promise((next) => setImmediate(next));
}
