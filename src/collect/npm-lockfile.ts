import { PackageURL } from "packageurl-js";
import type { Findings, Format, InputFile } from "./format.js";
import { hostOf } from "./hosts.js";
import { member, membersAt, textAt } from "./json-access.js";
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
  let unresolved = 0;
  let packages = 0;
  const see = (name: string, entry: JsonNode) => {
    packages += 1;
    findings.observe({
      line: entry.line,
      column: entry.column,
      kind: "package",
      value: purl(name, textAt(entry, "version")),
      ...versionOf(entry),
    });
    const source = sourceOf(entry);
    if (source === "unstated") unresolved += 1;
    else if (source) {
      const known = sources.get(source.host) ?? { line: source.at.line, column: source.at.column, count: 0 };
      sources.set(source.host, { ...known, count: known.count + 1 });
    }
  };

  const { root, broken } = readJson(await file.text(), {
    emit: [{ path: ["packages", "*"], onElement: (entry, path) => seePackage(path.at(-1) ?? "", entry, see) }],
    onProblem: (problem) => findings.problem(problem),
  });
  // Version 1 knows no `packages`; versions 2 repeats them as a tree for old clients.
  if (packages === 0) for (const [name, entry] of membersAt(root ?? undefined, "dependencies")) seeTree(name, entry, see);
  for (const [host, { line, column, count }] of sources) findings.observe({ line, column, kind: "package-source", value: host, count });
  if (unresolved > 0) {
    findings.problem({
      line: null,
      column: null,
      severity: "note",
      code: "lockfile-no-source",
      message: `${unresolved} of ${packages} packages do not say where they were resolved from`,
      expected: "`resolved` addresses",
      action: "Read .npmrc too: the configured registry serves them.",
    });
  }
  if (broken) throw broken;
}

type See = (name: string, entry: JsonNode) => void;

/** Entries outside node_modules are the project itself and its workspaces; links point at those. */
function seePackage(path: string, entry: JsonNode, see: See): void {
  const at = path.lastIndexOf("node_modules/");
  if (at < 0 || isTrue(entry, "link")) return;
  see(textAt(entry, "name") ?? path.slice(at + "node_modules/".length), entry);
}

function seeTree(name: string, entry: JsonNode, see: See): void {
  see(name, entry);
  for (const [inner, below] of membersAt(entry, "dependencies")) seeTree(inner, below, see);
}

function isTrue(entry: JsonNode, key: string): boolean {
  const found = member(entry, key);
  return found?.kind === "scalar" && found.value === true;
}

function versionOf(entry: JsonNode): { context?: { version: string } } {
  const version = textAt(entry, "version");
  return version && /^\d/.test(version) ? { context: { version } } : {};
}

/** The package URL (purl-spec, type npm); a version that is an address (git or tarball) is left to the source. */
function purl(name: string, version: string | undefined): string {
  const scope = name.startsWith("@") ? name.indexOf("/") : -1;
  const plain = version && /^\d/.test(version) ? version : undefined;
  return new PackageURL("npm", scope > 0 ? name.slice(0, scope) : undefined, name.slice(scope + 1), plain).toString();
}

/** The host that an entry was resolved from; undefined for files and bundled packages, which come from nowhere. */
function sourceOf(entry: JsonNode): { host: string; at: JsonNode } | "unstated" | undefined {
  const at = member(entry, "resolved");
  const resolved = textAt(entry, "resolved") ?? textAt(entry, "version") ?? "";
  if (/^(file|link):/.test(resolved) || isTrue(entry, "inBundle") || isTrue(entry, "bundled")) return undefined;
  const host = hostOf(resolved.replace(/^git\+/, "").replace(/^github:.*/, "https://github.com/"));
  return host ? { host: host.value, at: at ?? entry } : "unstated";
}
