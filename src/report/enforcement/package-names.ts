import type { EnforcementPlan } from "../../model/index.js";
import type { Ground } from "./comment.js";

/** The packages of one ecosystem that a plan blocks, each once, in the plan's order. */
export interface BlockedPackages {
  names: string[];
  /** Beginnings of names, without the asterisk. */
  prefixes: string[];
  /** Texts that are no name of a package, each with the reason. */
  leftOut: string[];
  /** Why each is the provider's. */
  grounds: Ground[];
}

/** A name as its ecosystem compares it; undefined where it is none. */
const readName: Record<"npm" | "pypi", (text: string) => string | undefined> = {
  // https://docs.npmjs.com/cli/v11/configuring-npm/package-json#name
  npm: (text) => (/^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/i.test(text) && text.length <= 214 ? text : undefined),
  // https://packaging.python.org/en/latest/specifications/name-normalization/
  pypi: (text) => (/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i.test(text) ? text.toLowerCase().replace(/[-_.]+/g, "-") : undefined),
};

export function blockedPackages(plan: EnforcementPlan, ecosystem: "npm" | "pypi"): BlockedPackages {
  const names = new Set<string>();
  const prefixes = new Set<string>();
  const leftOut: string[] = [];
  const grounds: Ground[] = [];
  for (const one of plan.packages.filter((one) => one.ecosystem === ecosystem)) {
    const open = one.name.endsWith("*");
    const text = open ? one.name.slice(0, -1) : one.name;
    // A beginning is a name once something stands behind it.
    const name = readName[ecosystem](open ? `${text}x` : text);
    if (name) grounds.push({ ...one, value: `${ecosystem} ${one.name}` });
    if (!name) leftOut.push(`${ecosystem} ${one.name}: it is no name of a package`);
    else if (open) prefixes.add(name.slice(0, -1));
    else names.add(name);
  }
  return { names: [...names], prefixes: [...prefixes], leftOut, grounds };
}

/** The scopes of npm that can be blocked as a whole, and why the other beginnings of names cannot. */
export function blockedScopes(plan: EnforcementPlan): { scopes: string[]; leftOut: string[] } {
  const scopes: string[] = [];
  const leftOut: string[] = [];
  for (const prefix of blockedPackages(plan, "npm").prefixes) {
    const others = othersBelow(plan, `npm ${prefix}`);
    if (!/^@[^/]+\/$/.test(prefix)) leftOut.push(`npm ${prefix}*: npm has no rule for the beginning of a name`);
    else if (others.length > 0)
      leftOut.push(`npm ${prefix}*: a scope is blocked as a whole, and others have part of this one: ${others.join(", ")}`);
    else scopes.push(prefix.slice(0, -1));
  }
  return { scopes, leftOut };
}

/** Packages with that beginning that are withheld because others are behind them. */
function othersBelow(plan: EnforcementPlan, beginning: string): string[] {
  const shared = plan.withheld.filter(({ kind, sharedWith }) => kind === "package" && sharedWith.length > 0);
  return shared.map(({ value }) => value).filter((value) => value.startsWith(beginning) && value !== `${beginning}*`);
}
