import type { LinkEnd, NeedRuleId } from "../model/index.js";
import type { Findings } from "./format.js";
import { member, membersAt, textAt } from "./json-access.js";
import type { JsonNode } from "./positioned-json.js";

interface Entry {
  line: number;
  end: LinkEnd;
  needs: Map<string, NeedRuleId>;
}

/**
 * The tree of a lockfile: which package each name leads to, from where it is asked for.
 * @see https://nodejs.org/api/modules.html#loading-from-node_modules-folders
 */
export class NpmTree {
  /** By place, such as `node_modules/a/node_modules/b`; the project itself is at the empty one. */
  private readonly entries = new Map<string, Entry>();
  private readonly links = new Map<string, string>();

  /** A package, by its package URL. */
  addPackage(place: string, purl: string, entry: JsonNode): void {
    this.entries.set(place, { line: entry.line, end: `package:${purl}`, needs: needsOf(entry) });
  }

  /** The project or one of its workspaces. */
  addProject(place: string, entry: JsonNode): void {
    const name = textAt(entry, "name") ?? (place || "project");
    this.entries.set(place, { line: entry.line, end: `project:${name}`, needs: needsOf(entry) });
  }

  /** A place that stands for a workspace. */
  addLink(place: string, target: string): void {
    this.links.set(place, target);
  }

  report(link: NonNullable<Findings["link"]>): void {
    for (const [place, { line, end, needs }] of this.entries) {
      if (end.startsWith("project:")) link({ line, from: end, to: end });
      for (const [name, rule] of needs) {
        const found = this.find(place, name);
        if (found && found.end !== end) link({ line, from: end, to: found.end, rule });
      }
    }
  }

  /** Looks for a package as Node.js does: beside who asks, then in every folder above. */
  private find(from: string, name: string): Entry | undefined {
    for (let folder = from; ; folder = folderAbove(folder)) {
      const place = `${folder === "" ? "" : `${folder}/`}node_modules/${name}`;
      const found = this.entries.get(this.links.get(place) ?? place);
      if (found || folder === "") return found;
    }
  }
}

function folderAbove(place: string): string {
  return place.slice(0, Math.max(0, place.lastIndexOf("/")));
}

function needsOf(entry: JsonNode): Map<string, NeedRuleId> {
  const needs = new Map<string, NeedRuleId>();
  const add = (field: string, rule: NeedRuleId) => {
    for (const [name] of membersAt(entry, field)) needs.set(name, rule);
  };
  add("devDependencies", "package-development");
  add("peerDependencies", "package");
  for (const [name, about] of membersAt(entry, "peerDependenciesMeta")) {
    const optional = member(about, "optional");
    if (optional?.kind === "scalar" && optional.value === true) needs.set(name, "package-optional");
  }
  // Before version 2, `requires` says what is needed and `dependencies` what lies below.
  const required = member(entry, "requires")?.kind === "object";
  add(required ? "requires" : "dependencies", "package");
  add("optionalDependencies", "package-optional");
  return needs;
}
