import { byText, type LeftOut } from "../model/index.js";

/** So many files of one kind are named one by one; more are summed up. */
const namedOneByOne = 5;
/** So many sums by ending are given for one reason; the rest goes into one. */
const mostSums = 40;

/** Keeps account of what is left out and why, without a line for each of ten thousand files. */
export class LeftOutLedger {
  private readonly single: LeftOut[] = [];
  private readonly byReason = new Map<string, Map<string, { paths: string[]; count: number }>>();

  /** A file; files of one reason and ending are summed up as `**` + `/*.ending` where there are many. */
  file(path: string, reason: string): void {
    const groups = this.byReason.get(reason) ?? new Map<string, { paths: string[]; count: number }>();
    this.byReason.set(reason, groups);
    const pattern = groups.size > mostSums * 10 ? "**/*" : patternOf(path);
    const group = groups.get(pattern) ?? { paths: [], count: 0 };
    groups.set(pattern, group);
    group.count += 1;
    if (group.paths.length < namedOneByOne) group.paths.push(path);
  }

  /** A folder as a whole, or part of a file: always named. */
  named(left: LeftOut): void {
    this.single.push(left);
  }

  /** Everything left out, by path and reason. */
  list(): LeftOut[] {
    const all = [...this.single];
    for (const [reason, groups] of this.byReason) all.push(...summed(reason, [...groups]));
    return all.sort((left, right) => byText(left.path, right.path) || byText(left.reason, right.reason));
  }
}

function summed(reason: string, groups: [string, { paths: string[]; count: number }][]): LeftOut[] {
  const largestFirst = groups.sort(([left, one], [right, other]) => other.count - one.count || byText(left, right));
  const rest = largestFirst.slice(mostSums).reduce((sum, [, group]) => sum + group.count, 0);
  const lines = largestFirst
    .slice(0, mostSums)
    .flatMap(([pattern, group]) =>
      group.count > namedOneByOne
        ? [{ path: pattern, reason, count: group.count }]
        : group.paths.map((path) => ({ path, reason, count: 1 })),
    );
  return rest > 0 ? [...lines, { path: "**/*", reason, count: rest }] : lines;
}

function patternOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? `**/*${name.slice(dot)}` : `**/${name}`;
}
