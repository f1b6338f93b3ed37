import type { Match } from "./align.js";
import type { NamePart, NamePartRelation, NameWord } from "./types.js";

/**
 * Adds up a comparison: a weighted mean over what met and what is missing, times a factor for each thing that speaks against the whole.
 * With `parts` it also writes down what each added or took.
 */
export class Tally {
  private earned = 0;
  private whole = 0;
  private factor = 1;
  private readonly parts: { part: NamePart; share: number }[] | undefined;
  private readonly turned: boolean;
  private readonly losses: NamePart[] | undefined;

  /** `turned`: the names were changed about, and the parts have to be turned back. */
  constructor(explained: boolean, turned: boolean) {
    this.turned = turned;
    this.parts = explained ? [] : undefined;
    this.losses = explained ? [] : undefined;
  }

  met(match: Match, left: readonly NameWord[], right: readonly NameWord[], weight: number, score = match.score): void {
    this.earned += weight * score;
    this.whole += weight;
    if (!this.parts) return;
    const part = {
      left: written(left, match.left, match.leftCount),
      right: written(right, match.right, match.rightCount),
      how: match.how,
      score,
    };
    this.parts.push({ part: { ...part, weight: 0, effect: 0 }, share: weight });
  }

  missing(word: NameWord, side: "left" | "right", weight: number): void {
    this.whole += weight;
    if (!this.parts) return;
    const texts = side === "left" ? { left: word.written, right: "" } : { left: "", right: word.written };
    this.parts.push({ part: { ...texts, how: "missing", score: 0, weight: 0, effect: 0 }, share: weight });
  }

  lose(how: NamePartRelation, factor: number, left = "", right = ""): void {
    this.losses?.push({ left, right, how, score: factor, weight: 0, effect: 0 });
    this.factor *= factor;
  }

  score(): number {
    return this.whole === 0 ? 0 : Math.min(1, (this.earned / this.whole) * this.factor);
  }

  /** The parts, with weights that add up to 1 and effects that add up to the score. */
  explained(): NamePart[] {
    const whole = this.whole || 1;
    const parts = (this.parts ?? []).map(({ part, share }) => ({ ...part, weight: share / whole, effect: (part.score * share) / whole }));
    let left = parts.reduce((sum, { effect }) => sum + effect, 0);
    for (const loss of this.losses ?? []) {
      parts.push({ ...loss, effect: left * (loss.score - 1) });
      left *= loss.score;
    }
    return this.turned ? parts.map((part) => ({ ...part, left: part.right, right: part.left })) : parts;
  }
}

function written(words: readonly NameWord[], from: number, count: number): string {
  return words
    .slice(from, from + count)
    .map((word) => word.written)
    .join(" ");
}
