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
  private readonly parts: (Sketch & { share: number })[] | undefined;
  private readonly turned: boolean;
  private readonly losses: Sketch[] | undefined;

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
    this.parts.push({
      left: written(left, match.left, match.leftCount),
      right: written(right, match.right, match.rightCount),
      how: match.how,
      score,
      share: weight,
    });
  }

  missing(word: NameWord, side: "left" | "right", weight: number): void {
    this.whole += weight;
    if (!this.parts) return;
    const ours = side === "left";
    this.parts.push({ left: ours ? word.written : "", right: ours ? "" : word.written, how: "missing", score: 0, share: weight });
  }

  lose(how: NamePartRelation, factor: number, left = "", right = ""): void {
    this.losses?.push({ left, right, how, score: factor });
    this.factor *= factor;
  }

  score(): number {
    return this.whole === 0 ? 0 : Math.min(1, (this.earned / this.whole) * this.factor);
  }

  /** The parts, with weights that add up to 1 and effects that add up to the score. */
  explained(): NamePart[] {
    const whole = this.whole || 1;
    let rest = 0;
    const parts = (this.parts ?? []).map((part) => {
      const effect = (part.score * part.share) / whole;
      rest += effect;
      return this.turnedBack(part, part.share / whole, effect);
    });
    for (const loss of this.losses ?? []) {
      parts.push(this.turnedBack(loss, 0, rest * (loss.score - 1)));
      rest *= loss.score;
    }
    return parts;
  }

  private turnedBack({ left, right, how, score }: Sketch, weight: number, effect: number): NamePart {
    return this.turned ? { left: right, right: left, how, score, weight, effect } : { left, right, how, score, weight, effect };
  }
}

/** A part before its weight in the whole is known. */
type Sketch = Pick<NamePart, "left" | "right" | "how" | "score">;

function written(words: readonly NameWord[], from: number, count: number): string {
  if (count === 1) return words[from]?.written ?? "";
  return words
    .slice(from, from + count)
    .map((word) => word.written)
    .join(" ");
}
