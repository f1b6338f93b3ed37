import { type Docket, noteReads, type ReadItem } from "../docket/index.js";
import type { HandlingMark, ShownQuote } from "../model/index.js";
import type { Person } from "./access/access.js";
import { isShown } from "./handling.js";
import { RequestProblem } from "./problems.js";

/** Something of a case that bears a mark. */
export type MarkedItem = Pick<ReadItem, "case" | "item" | "handling">;

/**
 * What one request shows of what bears a mark. Every route shows marked things through this: what is above what one sees is left out or refused,
 * and what restricted thing is read, or what is taken out, becomes an entry before the answer is sent. A list names restricted things and shows
 * nothing of them (`listed…` of the docket).
 */
export class Marks {
  private readonly noted: ReadItem[] = [];
  private readonly who: Person;

  constructor(who: Person) {
    this.who = who;
  }

  /** Up to which mark is seen; what whoever sees nothing of a case is shown, is public. */
  get upTo(): HandlingMark {
    return this.who.seesUpTo ?? "public";
  }

  /**
   * Shows one item whole.
   *
   * @throws RequestProblem 403 where its mark is above what one sees
   */
  open(item: MarkedItem): void {
    this.admit(item.handling);
    if (item.handling === "restricted") this.noted.push({ ...item, act: "item-read", sha256: null });
  }

  /** Records besides that restricted things were read, which are in what is shown. */
  note(read: readonly ReadItem[]): void {
    this.noted.push(...read);
  }

  /**
   * Lets something leave the docket as a file.
   *
   * @throws RequestProblem 403 where its mark is above what one sees
   */
  take(item: MarkedItem, sha256: string | null): void {
    this.admit(item.handling);
    this.noted.push({ ...item, act: "exported", sha256 });
  }

  /** The quotes of an opened thing that one sees; to see a restricted one is to read it. */
  quotes(of: string, all: readonly ShownQuote[]): ShownQuote[] {
    const seen = all.filter(({ quote }) => isShown(quote.handling, this.who.seesUpTo));
    for (const { id, quote } of seen) this.open({ case: of, item: `quote ${id.slice(id.lastIndexOf("/") + 1)}`, handling: quote.handling });
    return seen;
  }

  /** Those of a list that one sees, and how many are left out. */
  visible<Item extends { handling: HandlingMark }>(items: readonly Item[]): { shown: Item[]; withheld: number } {
    const shown = items.filter(({ handling }) => isShown(handling, this.who.seesUpTo));
    return { shown, withheld: items.length - shown.length };
  }

  /** Whether nothing that was shown has to be recorded. */
  get isQuiet(): boolean {
    return this.noted.length === 0;
  }

  /** Records what was read or taken out; where that cannot be recorded, nothing is shown. */
  async record(docket: Docket, at: string): Promise<void> {
    const once = new Map(this.noted.map((one) => [JSON.stringify(one), one]));
    await noteReads(docket, [...once.values()], { by: this.who.name, at });
  }

  /**
   * Lets a request go on to something of a mark that records its own reading.
   *
   * @throws RequestProblem 403 where the mark is above what one sees
   */
  admit(mark: HandlingMark): void {
    if (isShown(mark, this.who.seesUpTo)) return;
    throw new RequestProblem(403, "above-mark", `This is ${mark}, which ${this.who.name} does not see.`, {
      action: "Ask for its public version, or an administrator for a role that sees it.",
    });
  }
}
