import { PackageURL } from "packageurl-js";
import type { Findings, Format, InputFile } from "./format.js";
import { hostOf } from "./hosts.js";
import { member, membersAt, textAt } from "./json-access.js";
import { NpmTree } from "./npm-tree.js";
import { type JsonNode, readJson } from "./positioned-json.js";

/** npm's package-lock.json and npm-shrinkwrap.json, lockfile versions 1 to 3. */
export const npmLockfile: Format = {
  id: "npm-lockfile",
  title: "npm lockfile",
  specification: "https://docs.npmjs.com/cli/v11/configuring-npm/package-lock-json",
  recognises: ({ head }) => /^\s*\{/.test(head) && /"lockfileVersion"\s*:/.test(head),
  read,
};

async function read(file: InputFile, findings: Findings): Promise<void> {
  const sources = new Map<string, { line: number; column: number; count: number }>();
  const without = { unstated: 0, "not-public": 0 };
  let packages = 0;
  const tree = findings.link ? new NpmTree() : undefined;
  const see: See = (name, entry, place) => {
    const { line, column } = entry;
    const value = purl(name, textAt(entry, "version"));
    if (!value) return findings.problem(nameless(line, column));
    packages += 1;
    findings.observe({ line, column, kind: "package", value, ...versionOf(entry) });
    tree?.addPackage(place, value, entry);
    const source = sourceOf(entry);
    if (typeof source === "string") without[source] += 1;
    else if (source) {
      const known = sources.get(source.host) ?? { line: source.at.line, column: source.at.column, count: 0 };
      sources.set(source.host, { ...known, count: known.count + 1 });
      findings.link?.({ line: source.at.line, from: `package:${value}`, to: `registry:${source.host}`, rule: "package-registry" });
    }
  };

  const { root, broken } = readJson(await file.text(), {
    emit: [{ path: ["packages", "*"], onElement: (entry, path) => seePackage(path.at(-1) ?? "", entry, see, tree) }],
    onProblem: (problem) => findings.problem(problem),
  });
  // Version 1 knows no `packages`; version 2 repeats them as a tree for old clients.
  if (packages === 0 && root) tree?.addProject("", root);
  if (packages === 0) for (const [name, entry] of membersAt(root ?? undefined, "dependencies")) seeTree(name, entry, "", see);
  if (findings.link) tree?.report(findings.link);
  for (const [host, { line, column, count }] of sources) findings.observe({ line, column, kind: "package-source", value: host, count });
  checkVersion(root, findings);
  reportWithout(without, packages, findings);
  if (broken) throw broken;
}

function checkVersion(root: JsonNode | null, findings: Findings): void {
  const version = member(root ?? undefined, "lockfileVersion");
  if (!version || (version.kind === "scalar" && [1, 2, 3].some((known) => known === version.value))) return;
  findings.problem({
    line: version.line,
    column: version.column,
    severity: "warning",
    code: "lockfile-version",
    message: "the lockfile has a version that is not known; it was read as far as it is like the known ones",
    expected: "lockfileVersion 1, 2 or 3",
    action: "Check what was read of it.",
  });
}

function reportWithout(without: Record<"unstated" | "not-public", number>, packages: number, findings: Findings): void {
  const note = { line: null, column: null, severity: "note" as const, expected: "`resolved` addresses on public hosts" };
  if (without.unstated > 0)
    findings.problem({
      ...note,
      code: "lockfile-no-source",
      message: `${without.unstated} of ${packages} packages do not say where they were resolved from`,
      action: "Read .npmrc too: the configured registry serves them.",
    });
  if (without["not-public"] > 0)
    findings.problem({
      ...note,
      code: "lockfile-private-source",
      message: `${without["not-public"]} of ${packages} packages were resolved from hosts that have no public name`,
      action: "Look where that registry gets them from: it is your own, and may pass others' packages on.",
    });
}

function nameless(line: number, column: number) {
  return {
    line,
    column,
    severity: "warning" as const,
    code: "lockfile-entry",
    message: "the name of this package is missing or no package name",
    expected: "a key such as node_modules/name or node_modules/@scope/name",
    action: "Write the lockfile again with `npm install --package-lock-only`; the other packages were read.",
  };
}

type See = (name: string, entry: JsonNode, place: string) => void;

/** Entries outside node_modules are the project itself and its workspaces; links point at those. */
function seePackage(path: string, entry: JsonNode, see: See, tree: NpmTree | undefined): void {
  const at = path.lastIndexOf("node_modules/");
  if (at < 0) tree?.addProject(path, entry);
  else if (isTrue(entry, "link")) tree?.addLink(path, textAt(entry, "resolved") ?? "");
  else see(textAt(entry, "name") ?? path.slice(at + "node_modules/".length), entry, path);
}

function seeTree(name: string, entry: JsonNode, above: string, see: See): void {
  const place = `${above}node_modules/${name}`;
  see(name, entry, place);
  for (const [inner, below] of membersAt(entry, "dependencies")) seeTree(inner, below, `${place}/`, see);
}

function isTrue(entry: JsonNode, key: string): boolean {
  const found = member(entry, key);
  return found?.kind === "scalar" && found.value === true;
}

function versionOf(entry: JsonNode): { context?: { version: string } } {
  const version = textAt(entry, "version");
  return version && /^\d/.test(version) ? { context: { version } } : {};
}

/** The package URL (purl-spec, type npm); a version that is an address (git or tarball) is left to the source. Undefined without a name. */
function purl(name: string, version: string | undefined): string | undefined {
  const scope = name.startsWith("@") ? name.indexOf("/") : -1;
  const plain = version && /^\d/.test(version) ? version : undefined;
  try {
    return new PackageURL("npm", scope > 0 ? name.slice(0, scope) : undefined, name.slice(scope + 1), plain).toString();
  } catch {
    return undefined;
  }
}

/** The host that an entry was resolved from; undefined for files and bundled packages, which come from nowhere. */
function sourceOf(entry: JsonNode): { host: string; at: JsonNode } | "unstated" | "not-public" | undefined {
  const at = member(entry, "resolved");
  const resolved = textAt(entry, "resolved") ?? textAt(entry, "version") ?? "";
  if (/^(file|link):/.test(resolved) || isTrue(entry, "inBundle") || isTrue(entry, "bundled")) return undefined;
  const host = hostOf(resolved.replace(/^git\+/, "").replace(/^github:.*/, "https://github.com/"));
  if (host) return { host: host.value, at: at ?? entry };
  return resolved.includes("://") ? "not-public" : "unstated";
}
