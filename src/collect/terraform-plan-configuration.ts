import type { Link, NeedRuleId } from "../model/index.js";
import type { Seen } from "./format.js";
import { itemsAt, member, membersAt, textAt } from "./json-access.js";
import type { JsonNode } from "./positioned-json.js";
import { redactUrl } from "./redact.js";
import type { RegionRead } from "./terraform-attributes.js";

const regionShape = /^[A-Za-z][A-Za-z0-9-]{1,39}$/;
const regionNames = ["region", "region_id", "location", "zone"];

/** What the configuration says about one resource. */
interface AboutResource {
  region: RegionRead | undefined;
  source: string | undefined;
  dependsOn: string[];
}

interface Declared {
  providerKey: string | undefined;
  dependsOn: string[];
}

/** The `configuration` part of a plan: provider blocks with their regions, module calls, and what resources refer to. */
export class PlannedConfiguration {
  private readonly root: JsonNode | undefined;
  private readonly resources = new Map<string, Declared>();
  private readonly modules: Seen[] = [];
  /** What leads from one part of the configuration to another, beside what resources name directly. */
  readonly links: Omit<Link, "path">[] = [];
  private readonly providers: Map<string, JsonNode>;

  constructor(root: JsonNode | undefined) {
    this.root = root;
    this.providers = new Map(membersAt(root, "configuration", "provider_config"));
    this.readModule(member(root, "configuration", "root_module"), "");
  }

  /** About a resource by its address, whatever its indexes. */
  about(address: string): AboutResource {
    const declared = this.resources.get(withoutIndexes(address));
    const provider = this.provider(declared?.providerKey);
    return { region: provider && this.region(provider), source: textAt(provider, "full_name"), dependsOn: declared?.dependsOn ?? [] };
  }

  /** Provider blocks and module calls. */
  observations(): Seen[] {
    const providers = [...this.providers].map(([key, node]): Seen => {
      const source = textAt(node, "full_name");
      const version = textAt(node, "version_constraint");
      const context = {
        address: `provider.${key}`,
        ...this.region(node),
        ...(source ? { providerSource: source } : {}),
        ...(version ? { version } : {}),
      };
      return { line: node.line, column: node.column, kind: "terraform-provider", value: source ?? textAt(node, "name") ?? key, context };
    });
    return [...providers, ...this.modules];
  }

  private readModule(module: JsonNode | undefined, prefix: string): void {
    for (const resource of itemsAt(module, "resources")) {
      const address = textAt(resource, "address");
      if (!address) continue;
      const named = itemsAt(resource, "depends_on").flatMap((one) => (one.kind === "scalar" ? [String(one.value)] : []));
      const dependsOn = [...new Set([...named, ...referencesIn(member(resource, "expressions"))])].map((one) => prefix + one);
      this.resources.set(prefix + address, { providerKey: textAt(resource, "provider_config_key"), dependsOn });
      this.leadOn(prefix + address, member(resource, "expressions"), prefix, "terraform-reference");
    }
    for (const [name, output] of membersAt(module, "outputs")) this.leadOn(`${prefix}output.${name}`, output, prefix);
    for (const [name, call] of membersAt(module, "module_calls")) {
      const source = textAt(call, "source");
      const version = textAt(call, "version_constraint");
      const context = { address: `${prefix}module.${name}`, ...(version ? { version } : {}) };
      if (source) this.modules.push({ line: call.line, column: call.column, kind: "terraform-module", value: redactUrl(source), context });
      for (const [input, expression] of membersAt(call, "expressions")) this.leadOn(`${context.address}.var.${input}`, expression, prefix);
      this.readModule(member(call, "module"), `${prefix}module.${name}.`);
    }
  }

  /** A resource names others in its own context: of it, only what leads on further is linked. */
  private leadOn(from: string, expression: JsonNode | undefined, prefix: string, rule?: NeedRuleId): void {
    if (!expression) return;
    const names = new Set(rawReferencesIn(expression).flatMap((one) => wayIn(one) ?? (rule ? [] : resourceAddress(one))));
    const byOutput = new Set([...names].flatMap((name) => /^(module\.[^.]+)\.output\./.exec(name)?.[1] ?? []));
    for (const name of names) {
      if (byOutput.has(name)) continue;
      this.links.push({ line: expression.line, from: `terraform:${from}`, to: `terraform:${prefix}${name}`, ...(rule ? { rule } : {}) });
    }
  }

  /** A module that is handed its provider by its caller has a key of its own without an entry. */
  private provider(key: string | undefined): JsonNode | undefined {
    return key === undefined ? undefined : (this.providers.get(key) ?? this.providers.get(key.slice(key.indexOf(":") + 1)));
  }

  private region(provider: JsonNode): RegionRead | undefined {
    for (const name of regionNames) {
      const constant = textAt(provider, "expressions", name, "constant_value");
      if (constant && regionShape.test(constant)) return { region: constant, regionFrom: "provider block" };
      const [reference] = itemsAt(provider, "expressions", name, "references");
      const variable = reference?.kind === "scalar" ? /^var\.([\w-]+)$/.exec(String(reference.value))?.[1] : undefined;
      const value = variable && this.variable(variable);
      if (value && regionShape.test(value)) return { region: value, regionFrom: `provider block, var.${variable}` };
    }
    return undefined;
  }

  private variable(name: string): string | undefined {
    return textAt(this.root, "variables", name, "value") ?? textAt(this.root, "configuration", "root_module", "variables", name, "default");
  }
}

/** `aws_instance.web` of the references `aws_instance.web.id` and `aws_instance.web`; variables and the like are no resources. */
function referencesIn(node: JsonNode | undefined): string[] {
  return node ? rawReferencesIn(node).flatMap(resourceAddress) : [];
}

function rawReferencesIn(node: JsonNode): string[] {
  if (node.kind === "scalar") return [];
  if (node.kind === "array") return node.items.flatMap(rawReferencesIn);
  const own = itemsAt(node, "references").flatMap((one) => (one.kind === "scalar" ? [String(one.value)] : []));
  return [...own, ...[...node.members].flatMap(([name, value]) => (name === "references" ? [] : rawReferencesIn(value)))];
}

/** A variable, or an output of a module, which lead on to something else. */
function wayIn(reference: string): string[] | undefined {
  const [first = "", second, third] = withoutIndexes(reference).split(".");
  if (first === "var" && second) return [`var.${second}`];
  return first === "module" && third ? [`module.${second}.output.${third}`] : undefined;
}

function resourceAddress(reference: string): string[] {
  const [first = "", second, third] = withoutIndexes(reference).split(".");
  if (first === "data") return second && third ? [`data.${second}.${third}`] : [];
  if (first === "module") return second ? [`module.${second}`] : [];
  return second && first.includes("_") ? [`${first}.${second}`] : [];
}

/** Without `[0]` and `["key"]`, whatever the key holds. */
function withoutIndexes(address: string): string {
  return address.replace(/\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/g, "");
}
