import ignore, { type Ignore } from "ignore";
import type { AttributedObservation, Holding, System } from "../model/index.js";

/** Whether an observation is one of the assets that a declaration names. */
export type AssetTest = (observation: AttributedObservation) => boolean;

/**
 * Compiles a declaration's list of assets. An entry names a path (in .gitignore syntax), or a resource address, host or vendor name;
 * `*` at the end of one of these stands for anything. An address also names its instances and itself within modules.
 */
export function assetTest(entries: string[]): AssetTest {
  const paths = ignore().add(entries.filter(isPath));
  const names = entries.filter((entry) => !isAbsolute(entry)).map(nameTest);
  return (observation) => matchesPath(paths, observation.path) || namesOf(observation).some((name) => names.some((test) => test(name)));
}

/** The declared systems that an observation belongs to; none gives an empty list. */
export function systemFinder(systems: System[]): (observation: AttributedObservation) => string[] {
  const tests = systems.map((system) => ({ id: system.id, test: assetTest(system.assets) }));
  return (observation) => tests.filter(({ test }) => test(observation)).map(({ id }) => id);
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

function namesOf({ value, context }: AttributedObservation): string[] {
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
