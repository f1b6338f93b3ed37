import { type Docket, noteRead, type ReadItem } from "../docket/index.js";
import type { HandlingMark } from "../model/index.js";
import type { Person } from "./access/access.js";
import { isShown } from "./handling.js";
import { RequestProblem } from "./problems.js";

/** Something of a case that bears a mark. */
export type MarkedItem = Pick<ReadItem, "case" | "item" | "handling">;

/**
 * What one request shows of what bears a mark. Every route shows marked things through this: what is above what one sees is left out or refused,
 * and what restricted thing is read, or what is taken out, becomes an entry before the answer is sent.
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

  /**
   * Lets something leave the docket as a file.
   *
   * @throws RequestProblem 403 where its mark is above what one sees
   */
  take(item: MarkedItem, sha256: string | null): void {
    this.admit(item.handling);
    this.noted.push({ ...item, act: "exported", sha256 });
  }

  /** Those of a list that one sees, and how many are left out. */
  visible<Item extends { handling: HandlingMark }>(items: readonly Item[]): { shown: Item[]; withheld: number } {
    return this.visibleBy(items, ({ handling }) => handling);
  }

  /** The same, where the mark stands deeper. */
  visibleBy<Item>(items: readonly Item[], markOf: (item: Item) => HandlingMark): { shown: Item[]; withheld: number } {
    const shown = items.filter((item) => isShown(markOf(item), this.who.seesUpTo));
    return { shown, withheld: items.length - shown.length };
  }

  /** Whether nothing that was shown has to be recorded. */
  get isQuiet(): boolean {
    return this.noted.length === 0;
  }

  /** Records what was read or taken out; where that cannot be recorded, nothing is shown. */
  async record(docket: Docket, at: string): Promise<void> {
    for (const one of this.noted) await noteRead(docket, one, { by: this.who.name, at });
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
