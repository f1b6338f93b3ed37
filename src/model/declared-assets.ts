import ignore, { type Ignore } from "ignore";
import type { AttributedObservation } from "./attribution.js";
import type { Holding, System } from "./inventory.js";

/** What a declaration can name something by: its path, its value, its address. */
export type Nameable = Pick<AttributedObservation, "path" | "value" | "context">;

/** Whether something is one of the assets that a declaration names. */
export type AssetTest = (observation: Nameable) => boolean;

/**
 * Compiles a declaration's list of assets. An entry names a path (in .gitignore syntax), or a resource address, host or vendor name;
 * `*` at the end of one of these stands for anything. An address also names its instances and itself within modules.
 */
export function assetTest(entries: string[]): AssetTest {
  const paths = ignore().add(entries.filter(isPath));
  const names = entries.filter((entry) => !isAbsolute(entry)).map(nameTest);
  return (observation) => matchesPath(paths, observation.path) || namesOf(observation).some((name) => names.some((test) => test(name)));
}

/** As `assetTest`, of the names alone: what a declaration picks out by itself and not with all of its file. */
export function assetNameTest(entries: string[]): AssetTest {
  return assetTest(entries.filter((entry) => !isPath(entry)));
}

/** A declared system that something belongs to; `named` where an entry picks it out by itself and not with all of its file. */
export interface Membership {
  system: string;
  named: boolean;
}

/** The declared systems that an observation belongs to, in the order of their declaration; none gives an empty list. */
export function membershipFinder(systems: System[]): (observation: Nameable) => Membership[] {
  const names = new EntryIndex();
  const paths = systems.map(({ assets }) => ignore().add(assets.filter(isPath)));
  for (const [index, { assets }] of systems.entries()) {
    for (const entry of assets.filter((one) => !isAbsolute(one))) names.add(entry, { index, named: !isPath(entry) });
  }
  const byPath = new Map<string, number[]>();
  const systemsAt = (path: string): number[] => {
    const known = byPath.get(path) ?? systems.flatMap((_, index) => (matchesPath(paths[index] ?? ignore(), path) ? [index] : []));
    byPath.set(path, known);
    return known;
  };
  return (observation) => {
    const found = new Map<number, boolean>(systemsAt(observation.path).map((index) => [index, false]));
    for (const name of namesOf(observation)) {
      for (const { index, named } of names.find(name)) found.set(index, named || (found.get(index) ?? false));
    }
    return [...found].sort(([left], [right]) => left - right).map(([index, named]) => ({ system: systems[index]?.id ?? "", named }));
  };
}

/** The ids of the declared systems that an observation belongs to; none gives an empty list. */
export function systemFinder(systems: System[]): (observation: Nameable) => string[] {
  const membershipsOf = membershipFinder(systems);
  return (observation) => membershipsOf(observation).map((one) => one.system);
}

interface Entry {
  index: number;
  named: boolean;
}

/** Entries of declarations by what they name, so that a name is not held against each of them. As `nameTest` takes them. */
class EntryIndex {
  private readonly whole = new Map<string, Entry[]>();
  /** By what stands before the `*`, and that by its length. */
  private readonly starts = new Map<number, Map<string, Entry[]>>();

  add(written: string, entry: Entry): void {
    const wanted = written.toLowerCase();
    const isStart = wanted.endsWith("*");
    const start = wanted.slice(0, -1);
    const known = isStart ? (this.starts.get(start.length) ?? new Map<string, Entry[]>()) : this.whole;
    if (isStart) this.starts.set(start.length, known);
    const key = isStart ? start : wanted;
    known.set(key, [...(known.get(key) ?? []), entry]);
  }

  find(name: string): Entry[] {
    const found: Entry[] = [];
    // A name also stands for what it ends with: `module.net.aws_vpc.main` for `aws_vpc.main`.
    for (let from = 0; from >= 0; from = nextPart(name, from)) {
      const rest = name.slice(from);
      found.push(...(this.whole.get(rest) ?? []));
      for (const [length, starts] of this.starts) if (length <= rest.length) found.push(...(starts.get(rest.slice(0, length)) ?? []));
    }
    return found;
  }
}

/** Where the next part of a dotted name begins; -1 where there is none. */
function nextPart(name: string, from: number): number {
  const dot = name.indexOf(".", from);
  return dot < 0 ? -1 : dot + 1;
}

/** The holdings that name an asset among some observations. */
export function holdingsIn(observations: AttributedObservation[], holdings: Holding[]): string[] {
  return holdings
    .filter((holding) => holding.storedIn.length > 0 && observations.some(assetTest(holding.storedIn)))
    .map((holding) => holding.id);
}

function isAbsolute(entry: string): boolean {
  return entry.startsWith("/");
}

/** `aws_s3_bucket.a` is an address and no file; what has a slash, or a known file ending, is a path. */
function isPath(entry: string): boolean {
  return entry.includes("/") || /\.(tf|tfvars|tfstate|json|ya?ml|csv|txt|log|gz|list)$/.test(entry);
}

function matchesPath(paths: Ignore, path: string): boolean {
  return ignore.isPathValid(path) && paths.ignores(path);
}

function namesOf({ value, context }: Nameable): string[] {
  const address = context?.address;
  if (!address) return [value.toLowerCase()];
  const bare = address.replace(/\[[^\]]*\]$/, "");
  return [value, address, bare].map((name) => name.toLowerCase());
}

function nameTest(entry: string): (name: string) => boolean {
  const wanted = entry.toLowerCase();
  if (!wanted.endsWith("*")) return (name) => name === wanted || name.endsWith(`.${wanted}`);
  const start = wanted.slice(0, -1);
  return (name) => name.startsWith(start) || name.includes(`.${start}`);
}
