/** What was read before, so that it need not be read again; the longest unused is forgotten where it becomes too much. */
export class Memory {
  private readonly most: number;
  private readonly kept = new Map<string, { value: unknown; weight: number }>();
  private weight = 0;

  /** @param most the weight of all that is kept, such as characters */
  constructor(most: number) {
    this.most = most;
  }

  get(key: string): unknown {
    const found = this.kept.get(key);
    if (!found) return undefined;
    // The order of the map is that of use.
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.value;
  }

  set(key: string, value: unknown, weight: number): void {
    this.forget(key);
    if (weight > this.most) return;
    this.kept.set(key, { value, weight });
    this.weight += weight;
    for (const oldest of this.kept.keys()) {
      if (this.weight <= this.most) return;
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    this.weight -= this.kept.get(key)?.weight ?? 0;
    this.kept.delete(key);
  }
}
