import type { Interest, Party, Regime, Verdict } from "../../model/index.js";

/** Shares in tests are multiples of this many percent, so that all of a band can be tried. */
export const step = 10;

/** A small case: who is covered by itself is organised in CN, who is in doubt is of kind unknown. */
export interface SmallCase {
  parties: Party[];
  interests: Interest[];
}

/** One way in which all that is open can turn out. */
interface OneWorld {
  covered: Set<string>;
  stakes: { holder: string; owned: string; kind: Interest["kind"]; share: number }[];
}

/**
 * The slow, obvious answer: every world there is, each share of every band on the grid, each doubtful party both ways, each joint block with each of
 * its holders, each influence as control and not; then covered owners are added one by one until nothing changes. Yes if covered in all
 * worlds, no if in none. Shares of one class in one party sum to at most the whole: where their least values alone are more, there is no world.
 */
export function slowAnswer(subject: string, small: SmallCase, regime: Regime): { verdict: Verdict; min: number; max: number } {
  let [yes, no, min, max] = [0, 0, 100, 0];
  for (const world of worldsOf(small)) {
    const covered = closure(world, regime);
    if (covered.has(subject)) yes++;
    else no++;
    const share = Math.max(...(["equity", "voting"] as const).map((kind) => sumIn(subject, kind, world, covered)));
    min = Math.min(min, share);
    max = Math.max(max, share);
  }
  return { verdict: no === 0 ? "yes" : yes === 0 ? "no" : "cannot-be-excluded", min, max };
}

/** Worlds that `slowAnswer` would go through, at most. */
export function worldCount({ parties, interests }: SmallCase): number {
  const doubts = 2 ** parties.filter(({ kind }) => kind === "unknown").length;
  return blocksOf(interests).reduce((product, block) => product * block.length * valuesOf(block).length, doubts);
}

function* worldsOf({ parties, interests }: SmallCase): Generator<OneWorld> {
  const sure = parties.filter(({ kind, jurisdiction }) => kind === "entity" && jurisdiction === "CN").map(({ id }) => id);
  const doubtful = parties.filter(({ kind }) => kind === "unknown").map(({ id }) => id);
  const blocks = blocksOf(interests);
  for (const chosen of subsets(doubtful)) {
    for (const stakes of product(blocks.map(outcomesOf))) {
      const world = { covered: new Set([...sure, ...chosen]), stakes };
      if (fits(world)) yield world;
    }
  }
}

function blocksOf(interests: Interest[]): Interest[][] {
  const blocks = new Map<string, Interest[]>();
  for (const [at, one] of interests.entries()) {
    const key = one.joint === undefined ? `${at}` : `${one.owned} ${one.joint}`;
    blocks.set(key, [...(blocks.get(key) ?? []), one]);
  }
  return [...blocks.values()];
}

function valuesOf([first]: Interest[]): number[] {
  if (!first || first.kind === "board") return [1];
  if (first.kind === "influence") return [0, 1];
  const least = first.capacity ? 0 : (first.share ?? first.shareMin ?? 0);
  const most = first.share ?? first.shareMax ?? 100;
  return Array.from({ length: (most - least) / step + 1 }, (_, index) => least + index * step);
}

function outcomesOf(block: Interest[]): OneWorld["stakes"] {
  return block.flatMap(({ owner, owned, kind }) => valuesOf(block).map((share) => ({ holder: owner, owned, kind, share })));
}

function fits({ stakes }: OneWorld): boolean {
  const sums = new Map<string, number>();
  for (const { owned, kind, share } of stakes) {
    if (kind !== "equity" && kind !== "voting") continue;
    const sum = (sums.get(`${owned} ${kind}`) ?? 0) + share;
    if (sum > 100) return false;
    sums.set(`${owned} ${kind}`, sum);
  }
  return true;
}

function closure(world: OneWorld, regime: Regime): Set<string> {
  const covered = new Set(world.covered);
  for (let before = -1; before !== covered.size; ) {
    before = covered.size;
    for (const { owned } of world.stakes) {
      const reached = (["equity", "voting"] as const).some((kind) => sumIn(owned, kind, world, covered) >= regime.covered.threshold);
      const controlled = world.stakes.some(
        (one) => one.owned === owned && covered.has(one.holder) && (one.kind === "board" || one.kind === "influence") && one.share === 1,
      );
      if (reached || controlled) covered.add(owned);
    }
  }
  return covered;
}

function sumIn(owned: string, kind: "equity" | "voting", { stakes }: OneWorld, covered: Set<string>): number {
  const held = stakes.filter((one) => one.owned === owned && one.kind === kind && covered.has(one.holder));
  return Math.min(
    100,
    held.reduce((sum, { share }) => sum + share, 0),
  );
}

/** All subsets, the empty one first. */
export function subsets<T>(all: readonly T[]): T[][] {
  return Array.from({ length: 2 ** all.length }, (_, bits) => all.filter((__, at) => (bits >> at) & 1));
}

/** All ways to take one of each. */
export function* product<T>([first, ...others]: T[][]): Generator<T[]> {
  if (!first) {
    yield [];
    return;
  }
  for (const one of first) for (const rest of product(others)) yield [one, ...rest];
}
