import {
  byText,
  type Dependency,
  type DependencyNeed,
  type DependencyTime,
  dependencyNeeds,
  dependencyTimes,
  type NeedRule,
  needRules,
} from "../../model/index.js";

export interface NewDependency {
  from: string;
  to: string;
  rule: NeedRule;
  path: string | null;
  line: number | null;
  fallback?: string | undefined;
}

interface Found {
  to: string;
  rule: NeedRule;
  needs: NeedRule["needs"];
  path: string | null;
  line: number | null;
  fallback: string | undefined;
}

/** What one asset needs. Most need a few things, a system thousands: only then is there an index. */
class Needs {
  readonly list: Found[] = [];
  private index: Map<string, Found[]> | undefined;

  add(found: Found): void {
    this.list.push(found);
    if (this.index) noteIn(this.index, found);
    else if (this.list.length > mostUnindexed) {
      this.index = new Map();
      for (const one of this.list) noteIn(this.index, one);
    }
  }

  of(to: string): Found[] {
    return this.index ? (this.index.get(to) ?? []) : this.list.filter((one) => one.to === to);
  }

  find(to: string, kind: string): Found | undefined {
    const near = this.index ? this.index.get(to) : this.list;
    return near?.find((one) => one.to === to && one.rule.kind === kind);
  }

  has(to: string): boolean {
    return this.index ? this.index.has(to) : this.list.some((one) => one.to === to);
  }
}

const mostUnindexed = 24;

function noteIn(index: Map<string, Found[]>, found: Found): void {
  const known = index.get(found.to);
  if (known) known.push(found);
  else index.set(found.to, [found]);
}

/** The dependencies of a graph while they are found: between two assets of one kind, each need once, the strongest of a time. */
export class DependencyLedger {
  private readonly found = new Map<string, Needs>();
  private readonly needed = new Set<string>();
  private readonly parts = new Map<NeedRule["needs"], NeedPart[]>();

  add({ from, to, rule, path, line, fallback }: NewDependency): void {
    if (from === to) return;
    this.needed.add(to);
    const needs = this.found.get(from) ?? new Needs();
    if (needs.list.length === 0) this.found.set(from, needs);
    const known = needs.find(to, rule.kind);
    if (known) strengthen(known, rule, fallback);
    else needs.add({ to, rule, needs: rule.needs, path, line, fallback });
  }

  /** Whether one of the two needs the other, in any way. */
  joins(one: string, other: string): boolean {
    return (this.found.get(one)?.has(other) ?? false) || (this.found.get(other)?.has(one) ?? false);
  }

  /** Whether something needs anything whose id begins like this. */
  reaches(from: string, start: string): boolean {
    return this.found.get(from)?.list.some((one) => one.to.startsWith(start)) ?? false;
  }

  needsAnything(id: string): boolean {
    return this.found.has(id);
  }

  isNeeded(id: string): boolean {
    return this.needed.has(id);
  }

  /** Who needs some things, as found so far. */
  dependentsOf(targets: Set<string>): Map<string, string[]> {
    const dependents = new Map<string, string[]>([...targets].map((to) => [to, []]));
    for (const [from, { list }] of this.found) for (const { to } of list) dependents.get(to)?.push(from);
    return dependents;
  }

  /** What an artefact left open, or a log alone suggests, holds as the declaration says it. */
  settle({ from, to, rule: { needs, because }, path, line, fallback }: NewDependency): void {
    for (const known of this.found.get(from)?.of(to) ?? []) {
      const open = dependencyTimes.filter(
        (time) => needs[time] && (known.needs[time] === "unknown" || known.rule === needRules["host-in-use"]),
      );
      if (open.length === 0) continue;
      known.needs = { ...known.needs, ...Object.fromEntries(open.map((time) => [time, needs[time]])) };
      known.rule = { ...known.rule, because };
      Object.assign(known, { path, line, fallback });
    }
  }

  /** By from, to, kind and need. */
  list(fallbackOf: (to: string) => string | undefined): Dependency[] {
    const all: Dependency[] = [];
    for (const from of [...this.found.keys()].sort(byText)) {
      const { list } = this.found.get(from) ?? { list: [] };
      list.sort((left, right) => byText(left.to, right.to) || byText(left.rule.kind, right.rule.kind));
      for (const { to, rule, needs, path, line, fallback } of list) {
        const { kind, because } = rule;
        const instead = fallback ?? fallbackOf(to);
        const takesOver = instead !== undefined && instead !== from && instead !== to;
        for (const { need, times } of this.partsOf(needs)) {
          all.push(
            takesOver
              ? { from, to, kind, times, need, fallback: instead, because, path, line }
              : { from, to, kind, times, need, because, path, line },
          );
        }
      }
    }
    return all;
  }

  /** The times of each need, worked out once for the many dependencies that share them. */
  private partsOf(needs: NeedRule["needs"]): NeedPart[] {
    const known = this.parts.get(needs);
    if (known) return known;
    const parts = needsInOrder
      .map((need) => ({ need, times: dependencyTimes.filter((time) => needs[time] === need) }))
      .filter((one) => one.times.length > 0);
    this.parts.set(needs, parts);
    return parts;
  }
}

interface NeedPart {
  need: DependencyNeed;
  times: DependencyTime[];
}

const needsInOrder = dependencyNeeds.toSorted(byText);

/** The reason told is that of the strongest need. */
function strengthen(known: Found, rule: NeedRule, fallback: string | undefined): void {
  known.fallback ??= fallback;
  for (const time of dependencyTimes) {
    const need = rule.needs[time];
    if (!need || (known.needs[time] !== undefined && strength(need) <= strength(known.needs[time]))) continue;
    known.needs = { ...known.needs, [time]: need };
    if (need === "required") known.rule = rule;
  }
}

/** What may be required is worse than what is not. */
function strength(need: DependencyNeed): number {
  return need === "required" ? 2 : need === "unknown" ? 1 : 0;
}
