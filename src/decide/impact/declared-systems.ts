import { assetNameTest, assetTest } from "../../model/declared-assets.js";
import {
  type Asset,
  type Attribution,
  type DeclaredNeed,
  type DependencyTime,
  type NeedRule,
  needRules,
  type System,
} from "../../model/index.js";
import type { AssetLedger } from "./asset-ledger.js";
import type { DependencyLedger } from "./dependency-ledger.js";
import { idOf } from "./seen-assets.js";

type Attribute = ((kind: "host" | "vendor", value: string) => Attribution) | undefined;

/** Where a part of the declaration stands, by its keys. */
export type PlaceOf = (keys: PropertyKey[]) => { path: string | null; line: number | null };

interface Declared {
  systems: System[];
  assets: AssetLedger;
  dependencies: DependencyLedger;
  attribute: Attribute;
  placeOf: PlaceOf;
}

/** Systems, what belongs to them, and what they are declared to depend on, which says more than belonging does. */
export function addSystems({ systems, assets, dependencies, attribute, placeOf }: Declared): void {
  const seen = [...assets.values()];
  const names = new DeclaredNames(systems, seen, assets, attribute);
  for (const [at, { id, name }] of systems.entries()) {
    const asset = assets.name(idOf.system(id), { name, kind: "system", ...placeOf(["systems", at]) });
    asset.systems = [id];
  }
  const declared = systems.flatMap((system, at) =>
    (system.dependsOn ?? []).map(inFull).map((need, index) => ({
      system: system.id,
      targets: names.idsOf(textOf(need)),
      rule: ruleOf(need),
      place: placeOf(["systems", at, "dependsOn", index]),
      fallback: need.fallback === undefined ? undefined : names.idsOf({ text: need.fallback })[0],
    })),
  );
  const dependents = dependencies.dependentsOf(new Set(declared.flatMap((one) => one.targets)));
  const pairs = new Set<string>();
  for (const { system, targets, rule, place, fallback } of declared) {
    for (const to of targets) {
      for (const one of dependents.get(to) ?? []) {
        if (assets.get(one)?.systems.includes(system)) dependencies.settle({ from: one, to, rule, ...place, fallback });
      }
      pairs.add(`${idOf.system(system)}\n${to}`);
      dependencies.add({ from: idOf.system(system), to, rule, ...place, fallback });
    }
  }
  // Before any member is counted: what only members need is no member by itself.
  const needed = new Set(seen.filter((one) => dependencies.isNeeded(one.id)).map((one) => one.id));
  for (const asset of seen) {
    const { id: to, path, line } = asset;
    for (const system of asset.systems) {
      const from = idOf.system(system);
      if (pairs.has(`${from}\n${to}`)) continue;
      const rule = assets.isNamed(to, system) ? needRules.member : memberRule(asset, needed.has(to), dependencies);
      if (rule) dependencies.add({ from, to, rule, path, line });
    }
  }
}

/** How a system needs what belongs to it by its file; undefined where something else of it already says how. */
function memberRule({ id, kind }: Asset, isNeeded: boolean, dependencies: DependencyLedger): NeedRule | undefined {
  switch (kind) {
    case "terraform-resource":
    case "terraform-module":
    case "workload":
      return needRules.member;
    case "terraform-data":
      return needRules["member-set-up"];
    case "project":
      return needRules["member-build"];
  }
  if (isNeeded) return undefined;
  switch (kind) {
    case "package":
    case "registry":
      return needRules["member-build"];
    case "terraform-provider":
    case "terraform-backend":
      return needRules["member-set-up"];
    case "image":
      return needRules["member-image"];
    case "host":
    case "address":
      // An endpoint of something of its own is nothing beside that.
      return dependencies.needsAnything(id) ? undefined : needRules["member-host"];
    default:
      return needRules.member;
  }
}

function ruleOf({ need, times, because }: DeclaredNeed): NeedRule {
  const { declared } = needRules;
  const when = times ?? (Object.keys(declared.needs) as DependencyTime[]);
  return {
    kind: declared.kind,
    needs: Object.fromEntries(when.map((time) => [time, need ?? "required"])),
    because: because ?? declared.because,
  };
}

/** A name as a need or a fallback gives it. */
interface DeclaredName {
  as?: "system" | "asset" | "host" | "vendor";
  text: string;
}

function inFull(need: string | DeclaredNeed): DeclaredNeed & { text?: string } {
  return typeof need === "string" ? { text: need } : need;
}

function textOf(need: DeclaredNeed & { text?: string }): DeclaredName {
  for (const as of ["system", "asset", "host", "vendor"] as const) {
    const text = need[as];
    if (text !== undefined) return { as, text };
  }
  return { text: need.text ?? "" };
}

/** Finds what a declaration names: a system, assets that artefacts show, or something that only the declaration knows. */
class DeclaredNames {
  private readonly systems: Set<string>;
  private readonly seen: Asset[];
  private readonly assets: AssetLedger;
  private readonly attribute: Attribute;

  constructor(systems: System[], seen: Asset[], assets: AssetLedger, attribute: Attribute) {
    this.systems = new Set(systems.map((one) => one.id));
    this.seen = seen;
    this.assets = assets;
    this.attribute = attribute;
  }

  idsOf({ as, text }: DeclaredName): string[] {
    if (as === "system" || (as === undefined && this.systems.has(text))) return this.systems.has(text) ? [idOf.system(text)] : [];
    const byName = assetNameTest([text]);
    const byPath = as === "asset" || as === undefined ? assetTest([text]) : byName;
    const kinds = as === "host" ? ["host", "address"] : as === "vendor" ? ["vendor", "service"] : undefined;
    const found = this.seen.filter(
      // A file stands for what it declares, not for all that it names.
      (one) => (!kinds || kinds.includes(one.kind)) && (byName(nameable(one)) || (isDeclaredInFile(one) && byPath(nameable(one)))),
    );
    return found.length > 0 ? found.map((one) => one.id) : [this.onlyDeclared(as, text)];
  }

  private onlyDeclared(as: DeclaredName["as"], text: string): string {
    const kind = as === "host" || (as !== "vendor" && /^[\w-]+(?:\.[\w-]+)+$/.test(text) && !text.includes("_")) ? "host" : "vendor";
    const id = kind === "host" ? `host:${text.toLowerCase()}` : idOf.vendor(text);
    const asset = this.assets.name(id, { name: text, kind });
    if (this.attribute) this.assets.attribute(asset, this.attribute(kind, text));
    return id;
  }
}

function isDeclaredInFile({ kind }: Asset): boolean {
  return /^terraform-(?:resource|data|module)$|^(?:workload|kubernetes-object|project|service|vendor)$/.test(kind);
}

/** An asset as a declaration can name it: by its path, its name, or its address. */
function nameable({ name, path }: Asset) {
  return { path: path ?? "", value: name, context: { address: name } };
}
