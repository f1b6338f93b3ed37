/** What waits, of several callers: the next is always of the caller who was served longest ago, so that whoever asks for much delays nobody else. */
export class FairQueue<Item> {
  /** Of each caller what waits, in its order; the caller who is next comes first. */
  private readonly callers = new Map<string, Item[]>();
  private count = 0;

  get length(): number {
    return this.count;
  }

  push(caller: string, item: Item): void {
    const own = this.callers.get(caller);
    if (own) own.push(item);
    else this.callers.set(caller, [item]);
    this.count += 1;
  }

  /** Takes the next one out, the first that is fit of each caller; undefined where none is. */
  next(isFit: (item: Item) => boolean = () => true): Item | undefined {
    for (const [caller, own] of this.callers) {
      const index = own.findIndex(isFit);
      if (index < 0) continue;
      const [item] = own.splice(index, 1);
      this.count -= 1;
      // Last in the line from now on.
      this.callers.delete(caller);
      if (own.length > 0) this.callers.set(caller, own);
      return item;
    }
    return undefined;
  }

  /** Takes one out that no longer waits. */
  drop(caller: string, item: Item): void {
    const own = this.callers.get(caller) ?? [];
    const index = own.indexOf(item);
    if (index < 0) return;
    own.splice(index, 1);
    this.count -= 1;
    if (own.length === 0) this.callers.delete(caller);
  }

  /** How many of a caller wait. */
  of(caller: string): number {
    return this.callers.get(caller)?.length ?? 0;
  }

  /** Takes all out. */
  clear(): Item[] {
    const all = [...this.callers.values()].flat();
    this.callers.clear();
    this.count = 0;
    return all;
  }
}
