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
  rule: NeedRule;
  needs: Partial<Record<DependencyTime, DependencyNeed>>;
  path: string | null;
  line: number | null;
  fallback: string | undefined;
}

/** The dependencies of a graph while they are found: between two assets of one kind, each need once, the strongest of a time. */
export class DependencyLedger {
  /** By who needs and what is needed. */
  private readonly found = new Map<string, Map<string, Found[]>>();
  private readonly needed = new Set<string>();

  add({ from, to, rule, path, line, fallback }: NewDependency): void {
    if (from === to) return;
    this.needed.add(to);
    const byTarget = this.found.get(from) ?? new Map<string, Found[]>();
    if (byTarget.size === 0) this.found.set(from, byTarget);
    const between = byTarget.get(to);
    const known = between?.find((one) => one.rule.kind === rule.kind);
    const found: Found = known ?? { rule, needs: rule.needs, path, line, fallback };
    if (known) strengthen(known, rule, fallback);
    else if (between) between.push(found);
    else byTarget.set(to, [found]);
  }

  /** Whether one of the two needs the other, in any way. */
  joins(one: string, other: string): boolean {
    return (this.found.get(one)?.has(other) ?? false) || (this.found.get(other)?.has(one) ?? false);
  }

  /** Whether something needs anything whose id begins like this. */
  reaches(from: string, start: string): boolean {
    for (const to of this.found.get(from)?.keys() ?? []) if (to.startsWith(start)) return true;
    return false;
  }

  needsAnything(id: string): boolean {
    return this.found.has(id);
  }

  isNeeded(id: string): boolean {
    return this.needed.has(id);
  }

  /** Who needs each thing, as found so far. */
  dependents(): Map<string, string[]> {
    const byTarget = new Map<string, string[]>();
    for (const [from, targets] of this.found) {
      for (const to of targets.keys()) {
        const known = byTarget.get(to);
        if (known) known.push(from);
        else byTarget.set(to, [from]);
      }
    }
    return byTarget;
  }

  /** What an artefact left open, or a log alone suggests, holds as the declaration says it. */
  settle({ from, to, rule: { needs, because }, path, line, fallback }: NewDependency): void {
    for (const known of this.found.get(from)?.get(to) ?? []) {
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
      const byTarget = this.found.get(from) ?? new Map<string, Found[]>();
      for (const to of [...byTarget.keys()].sort(byText)) {
        const between = byTarget.get(to) ?? [];
        if (between.length > 1) between.sort((left, right) => byText(left.rule.kind, right.rule.kind));
        for (const one of between) all.push(...dependenciesOf(from, to, one, fallbackOf(to)));
      }
    }
    return all;
  }
}

/** One for each need, with its times. */
function dependenciesOf(from: string, to: string, { rule, needs, path, line, fallback }: Found, other: string | undefined): Dependency[] {
  const instead = fallback ?? other;
  const takesOver = instead !== undefined && instead !== from && instead !== to ? { fallback: instead } : {};
  return needsInOrder.flatMap((need) => {
    const times = dependencyTimes.filter((time) => needs[time] === need);
    return times.length === 0 ? [] : [{ from, to, kind: rule.kind, times, need, ...takesOver, because: rule.because, path, line }];
  });
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
