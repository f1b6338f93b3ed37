/** Somebody is on a page for this long after they said so last. */
export const presentFor = 45_000;
/** Pages that are remembered at once; the one that was asked for longest ago goes first. */
const mostPages = 2_000;

/** Who is on which page now, in memory alone: it locks nothing, and nothing of it is recorded. */
export class Presence {
  private readonly pages = new Map<string, Map<string, number>>();

  /**
   * Notes that somebody is on a page, and tells who else is.
   *
   * @param now milliseconds since 1970
   * @returns the names of the others, sorted
   */
  on(page: string, name: string, now: number): string[] {
    const seen = this.pages.get(page) ?? new Map<string, number>();
    for (const [other, at] of seen) if (now - at > presentFor) seen.delete(other);
    seen.set(name, now);
    this.pages.delete(page);
    this.pages.set(page, seen);
    for (const oldest of this.pages.keys()) if (this.pages.size > mostPages) this.pages.delete(oldest);
    return [...seen.keys()].filter((other) => other !== name).sort();
  }

  /** Notes that somebody left a page. */
  off(page: string, name: string): void {
    this.pages.get(page)?.delete(name);
  }
}
