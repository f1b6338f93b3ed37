import type { Link, LinkEnd, NeedRuleId } from "../model/index.js";
import type { Findings } from "./format.js";
import { itemsAt, textAt } from "./json-access.js";
import type { JsonNode } from "./positioned-json.js";

interface Part {
  end: LinkEnd;
  line: number;
  scope: string | undefined;
}

/**
 * The dependency graph of a bill of materials: `dependencies[]` between what has a `bom-ref`. What nothing depends on, the described component
 * does.
 * @see https://cyclonedx.org/docs/1.7/json/#dependencies
 */
export class CycloneDxGraph {
  private readonly parts = new Map<string, Part>();
  private readonly dependencies: { from: string; to: string; line: number }[] = [];
  private readonly whole: Part[] = [];
  private described: Part | undefined;

  /** A component or service under its `bom-ref`; without a package URL it is only a step on the way. */
  add(node: JsonNode, end: LinkEnd | undefined): void {
    const reference = textAt(node, "bom-ref");
    const known = end ?? (reference === undefined ? undefined : (`component:${reference}` as const));
    if (!known) return;
    const part = { end: known, line: node.line, scope: textAt(node, "scope") };
    this.whole.push(part);
    if (reference !== undefined) this.parts.set(reference, part);
  }

  /** The component that the document describes. */
  describe(node: JsonNode | undefined): void {
    const name = textAt(node, "name");
    if (!node || !name) return;
    this.described = { end: `project:${name}`, line: node.line, scope: undefined };
    this.parts.set(textAt(node, "bom-ref") ?? `project:${name}`, this.described);
  }

  /** One entry of `dependencies[]`. */
  addDependency(node: JsonNode): void {
    const from = textAt(node, "ref");
    if (from === undefined) return;
    for (const item of itemsAt(node, "dependsOn")) {
      if (item.kind === "scalar" && typeof item.value === "string") this.dependencies.push({ from, to: item.value, line: item.line });
    }
  }

  report({ link }: Findings): void {
    if (!link) return;
    const needed = new Set<LinkEnd>();
    for (const { from, to, line } of this.dependencies) {
      const [left, right] = [this.parts.get(from), this.parts.get(to)];
      if (!left || !right || left.end === right.end) continue;
      needed.add(right.end);
      for (const one of linkOf(left, right, line)) link(one);
    }
    if (!this.described) return;
    link({ line: this.described.line, from: this.described.end, to: this.described.end });
    for (const part of this.whole) {
      if (!needed.has(part.end)) for (const one of linkOf(this.described, part, part.line)) link(one);
    }
  }
}

function linkOf(left: Part, right: Part, line: number): Omit<Link, "path">[] {
  const rule = ruleOf(left.end, right.end, right.scope);
  if (rule === null) return [];
  const { end: from } = left;
  // What has no name of its own hands on what it needs.
  return [{ line, from, to: right.end, ...(from.startsWith("component:") ? {} : { rule }) }];
}

/** Null for what is there and not used at all. */
function ruleOf(from: LinkEnd, to: LinkEnd, scope: string | undefined): NeedRuleId | null {
  if (from.startsWith("service:") || to.startsWith("service:")) return "component-service";
  if (scope === "excluded") return null;
  return scope === "optional" ? "package-optional" : "package";
}
