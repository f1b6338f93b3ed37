import type { EnforcementPlan } from "../../model/index.js";

/** The packages of one ecosystem that a plan blocks, each once, in the plan's order. */
export interface BlockedPackages {
  names: string[];
  /** Beginnings of names, without the asterisk. */
  prefixes: string[];
  /** Texts that are no name of a package, each with the reason. */
  leftOut: string[];
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
  for (const one of plan.packages.filter((one) => one.ecosystem === ecosystem)) {
    const open = one.name.endsWith("*");
    const text = open ? one.name.slice(0, -1) : one.name;
    // A beginning is a name once something stands behind it.
    const name = readName[ecosystem](open ? `${text}x` : text);
    if (!name) leftOut.push(`${ecosystem} ${one.name}: it is no name of a package`);
    else if (open) prefixes.add(name.slice(0, -1));
    else names.add(name);
  }
  return { names: [...names], prefixes: [...prefixes], leftOut };
}

/** Withheld packages of an ecosystem whose names begin so: blocking the beginning would hit them. */
export function withheldBelow(plan: EnforcementPlan, ecosystem: "npm" | "pypi", prefix: string): string[] {
  const values = plan.withheld.flatMap(({ kind, value }) =>
    kind === "package" && value.startsWith(`${ecosystem} `) ? [value.slice(ecosystem.length + 1)] : [],
  );
  return values.filter((value) => value.startsWith(prefix) && value !== `${prefix}*`);
}
