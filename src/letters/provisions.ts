import { join } from "node:path";
import { knownProcedures } from "../docket/index.js";
import { readCompiledPackFile } from "../judge/compiled-packs.js";
import { rulePackPaths } from "../judge/files.js";
import { packageRoot } from "../package-root.js";

/** The provisions that procedures and rule packs cite, each with the marks of how far it was read; none for a section of which only parts are cited. */
export type Provisions = ReadonlyMap<string, ReadonlySet<string>>;

let known: Promise<Provisions> | undefined;

/** Every provision on file, read once. */
export function knownProvisions(): Promise<Provisions> {
  known ??= readProvisions();
  return known;
}

async function readProvisions(): Promise<Provisions> {
  const [rules, compiled] = [join(packageRoot(), "rules"), join(packageRoot(), "dist", "rules")];
  const packs = await Promise.all((await rulePackPaths(rules, rules)).map((path) => readCompiledPackFile(path, compiled)));
  return provisionsIn([...knownProcedures().values(), ...packs.map(({ pack }) => pack)]);
}

/** The provisions that are cited anywhere in some data. */
export function provisionsIn(data: readonly unknown[]): Provisions {
  const all = new Map<string, Set<string>>();
  const add = (citation: string, mark: unknown) => {
    for (const one of [citationKey(citation), ...partsOf(citation)]) {
      const marks = all.get(one) ?? new Set<string>();
      if (typeof mark === "string") marks.add(mark);
      all.set(one, marks);
      for (const section of sectionsAbove(one)) if (!all.has(section)) all.set(section, new Set());
    }
  };
  const walk = (value: unknown) => {
    if (typeof value === "string")
      for (const { 1: citation = "", 2: mark } of value.matchAll(/\[law ([^[\];]+)(?:; ?([^\]]+))?\]/g)) add(citation, mark);
    if (typeof value !== "object" || value === null) return;
    const { citation, authority, mark } = value as Record<string, unknown>;
    if (typeof citation === "string") add(citation, mark);
    if (typeof authority === "string") add(authority, mark);
    for (const one of Object.values(value)) walk(one);
  };
  for (const one of data) walk(one);
  return all;
}

/** A provision on file, with its marks; undefined where any part of a citation is not on file. */
export function provisionOf(citation: string, provisions: Provisions): { marks: string[] } | undefined {
  const whole = provisions.get(citationKey(citation));
  if (whole) return { marks: [...whole] };
  const parts = partsOf(citation).map((one) => provisions.get(one));
  if (parts.length === 0 || parts.some((one) => one === undefined)) return undefined;
  return { marks: [...new Set(parts.flatMap((one) => [...(one ?? [])]))] };
}

/** A citation without what people write in several ways. */
export function citationKey(citation: string): string {
  return citation
    .normalize("NFKC")
    .replace(/\u00a7+\s*|\bsections?\s+/gi, "")
    .replace(/\bC\.\s?F\.\s?R\.?/gi, "CFR")
    .replace(/\bU\.?\s?S\.?\s?C\.?(?=\s)/gi, "USC")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** `15 CFR 791.105(b)(1)-(2), 791.109 and (c)` as each provision of its own. */
function partsOf(citation: string): string[] {
  const [, title = "", rest = ""] = /^(\d+ (?:cfr|usc) (?:part )?)(.+)$/.exec(citationKey(citation)) ?? [];
  if (title === "") return [];
  const out: string[] = [];
  let section = "";
  for (const item of rest.split(/\s*(?:,|;|\band\b|\bor\b)\s*/).filter(Boolean)) {
    const named = item.startsWith("(") ? `${section}${item}` : item.replace(/^(?:\d+ (?:cfr|usc) )?(?:part )?/, "");
    section = /^[^(]*/.exec(named)?.[0] ?? section;
    const [, before = "", first = "", last = ""] = /^(.*)\(([a-z\d]+)\)-\(([a-z\d]+)\)$/.exec(named) ?? [];
    const each = last === "" ? [named] : between(first, last).map((one) => `${before}(${one})`);
    out.push(...each.map((one) => `${title.replace("part ", "")}${one}`));
  }
  return out;
}

/** The marks of a list from one to another: 1 to 3, or a to c. */
function between(first: string, last: string): string[] {
  const [from, until] = [first, last].map((one) => (/^\d+$/.test(one) ? Number(one) : one.charCodeAt(0)));
  if (from === undefined || until === undefined || until < from || until - from > 30) return [first, last];
  return Array.from({ length: until - from + 1 }, (_, at) => (/^\d+$/.test(first) ? String(from + at) : String.fromCharCode(from + at)));
}

/** `15 cfr 791.105(b)` and `15 cfr 791.105` above `15 cfr 791.105(b)(2)`. */
function sectionsAbove(key: string): string[] {
  const all: string[] = [];
  for (let one = key; /\([^()]*\)$/.test(one) && /^\d+ (?:cfr|usc) /.test(one); ) {
    one = one.replace(/\([^()]*\)$/, "");
    all.push(one);
  }
  return all;
}
