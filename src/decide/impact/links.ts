import { byText, type Link, type LinkEnd, needRules } from "../../model/index.js";
import type { AssetLedger } from "./asset-ledger.js";
import type { DependencyLedger } from "./dependency-ledger.js";
import { referenceRule } from "./reference-rules.js";
import { idOf, kindOfObject, workloadName } from "./seen-assets.js";
import { folderOf, type TerraformPlace, withoutIndexes } from "./terraform-places.js";

/**
 * Turns links into dependencies. A variable stands for what the caller hands it, a local, an output and a provider's settings for what they are
 * made of, a selector for the workloads whose pods have its labels: the way is followed to its end.
 */
export function addLinks(
  links: Link[],
  assets: AssetLedger,
  dependencies: DependencyLedger,
  placesOf: (folder: string) => TerraformPlace[],
): void {
  const ends = new LinkEnds(assets, dependencies, placesOf);
  const ordered = links.toSorted(
    (left, right) =>
      byText(left.path, right.path) ||
      (left.line ?? 0) - (right.line ?? 0) ||
      byText(left.from, right.from) ||
      byText(left.to, right.to) ||
      byText(left.rule ?? "", right.rule ?? ""),
  );
  for (const link of ordered) ends.note(link);
  for (const { path, line, from, to, rule, ifThere } of ordered) {
    if (!rule) continue;
    for (const [left, right] of ends.pairs(path, from, to)) {
      for (const target of ends.resolve(right, ifThere === true)) {
        if (!assets.has(left)) continue;
        const isReference = rule === "terraform-reference";
        dependencies.add({
          from: left,
          to: target,
          rule: isReference ? referenceRule(nameAt(left), nameAt(target)) : needRules[rule],
          path,
          line,
        });
      }
    }
  }
}

/** The address within an id of Terraform. */
function nameAt(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1).replace(/^terraform:/, "");
}

/** A variable or local that leads to more than this stays a step of its own: many names times many ends would fill the memory. */
const mostEnds = 200;

class LinkEnds {
  private readonly assets: AssetLedger;
  private readonly dependencies: DependencyLedger;
  private readonly placesOf: (folder: string) => TerraformPlace[];
  private readonly leads = new Map<string, string[]>();
  private readonly resolved = new Map<string, string[]>();
  /** Workloads by name, whatever the folder. */
  private readonly workloads = new Map<string, string[]>();
  private readonly names = new Map<string, string>();
  private readonly pods = new Map<string, { id: string; folder: string; labels: Set<string> }[]>();

  constructor(assets: AssetLedger, dependencies: DependencyLedger, placesOf: (folder: string) => TerraformPlace[]) {
    this.assets = assets;
    this.dependencies = dependencies;
    this.placesOf = placesOf;
    for (const { id, name, kind } of assets.values()) if (kind === "workload" || kind === "kubernetes-object") this.noteWorkload(id, name);
  }

  /** Learns what a link says of the things that it names, before any is followed. */
  note(link: Link): void {
    const { path, from, to, rule } = link;
    this.noteThing(link);
    if (from.startsWith("workload:") && to.startsWith("pods:") && !rule) this.notePods(path, from, to);
    else if (!rule && from !== to) {
      for (const [left, right] of this.pairs(path, from, to)) {
        const known = this.leads.get(left) ?? [];
        this.leads.set(left, known);
        known.push(right);
      }
    }
  }

  /** Both ends as ids: of Terraform, once in every place where the folder is used. */
  pairs(path: string, from: LinkEnd, to: LinkEnd): [string, string][] {
    const folder = folderOf(path);
    const isTerraform = from.startsWith("terraform:") || to.startsWith("terraform:");
    // States and plans give whole addresses, configuration those within its module.
    const places = isTerraform && /\.(?:tf|tofu|hcl)(?:\.json)?$/.test(path) ? this.placesOf(folder) : [{ root: folder, prefix: "" }];
    return places.map((place) => [this.idAt(from, path, place), this.idAt(to, path, place)]);
  }

  /** The assets that an id leads to; one that is not there becomes one, where it is known to be needed. */
  resolve(id: string, ifThere: boolean): string[] {
    if (id.startsWith("pods:")) return this.selected(id);
    if (id.startsWith("workload:")) return this.workloadAt(id, ifThere);
    if (!id.startsWith("terraform:") && !id.startsWith("component:")) {
      if (!ifThere) this.nameThing(id);
      return this.assets.has(id) ? [id] : [];
    }
    const known = this.resolved.get(id);
    if (known) return known;
    const found = new Set<string>();
    const seen = new Set([id]);
    for (const one of seen) {
      if (found.size > mostEnds) return this.keep(id);
      const next = this.leads.get(one);
      const module = /^(.*)\.output\.[^.]+$/.exec(one)?.[1];
      if (this.assets.has(one)) found.add(one);
      else if (next) for (const further of next) seen.add(further);
      // An output of a module whose files are not here: the module stands for it.
      else if (module && this.assets.has(module)) found.add(module);
      else if (!one.startsWith("terraform:") && !one.startsWith("component:")) {
        this.nameThing(one);
        found.add(one);
      }
    }
    this.resolved.set(id, [...found]);
    return [...found];
  }

  /** Makes everything on the way from here an asset, which needs what it leads to. */
  private keep(id: string): string[] {
    const isStep = (one: string) => !this.assets.has(one) && this.leads.has(one);
    const steps = new Set([id]);
    for (const one of steps) for (const next of this.leads.get(one) ?? []) if (isStep(next)) steps.add(next);
    for (const one of steps) this.assets.name(one, { name: nameAt(one), kind: "terraform-value" });
    for (const from of steps) {
      for (const next of this.leads.get(from) ?? []) {
        for (const to of this.resolve(next, true)) {
          this.dependencies.add({ from, to, rule: needRules["terraform-reference"], path: null, line: null });
        }
      }
    }
    return [id];
  }

  private idAt(end: LinkEnd, path: string, place: TerraformPlace): string {
    const colon = end.indexOf(":");
    const [scheme, name] = [end.slice(0, colon), end.slice(colon + 1)];
    if (scheme === "terraform") return idOf.terraform(place, withoutIndexes(name));
    if (scheme === "workload") {
      const id = idOf.workload(folderOf(path), name);
      this.names.set(id, name);
      return id;
    }
    if (scheme === "pods") return `pods:${folderOf(path)}\n${name}`;
    return scheme === "project" || scheme === "service" || scheme === "component" ? idOf.inFile(scheme, path, name) : end;
  }

  /** What has needs is there; what is only needed may be declared elsewhere. */
  private noteThing({ path, line, from, to }: Link): void {
    const colon = from.indexOf(":");
    const [scheme, name] = [from.slice(0, colon), from.slice(colon + 1)];
    if (scheme === "workload") {
      const id = idOf.workload(folderOf(path), name);
      const asset = this.assets.name(id, { name: workloadName(name), kind: kindOfObject(name), path, line });
      if (from === to) Object.assign(asset, { path, line });
      this.noteWorkload(id, asset.name);
    } else if (scheme === "project") this.assets.name(idOf.inFile("project", path, name), { name, kind: "project", path, line });
    else if (scheme !== "terraform" && scheme !== "component" && scheme !== "service") this.nameThing(from);
  }

  /** Images, packages, registries and hosts have their names everywhere. */
  private nameThing(id: string): void {
    const colon = id.indexOf(":");
    this.assets.name(id, { name: id.slice(colon + 1), kind: id.slice(0, colon) });
  }

  private noteWorkload(id: string, name: string): void {
    const known = this.workloads.get(name) ?? [];
    this.workloads.set(name, known);
    if (!known.includes(id)) known.push(id);
  }

  /** In its own folder, else the only one of its name anywhere. */
  private workloadAt(id: string, ifThere: boolean): string[] {
    if (this.assets.has(id)) return [id];
    const address = this.names.get(id) ?? id;
    const others = address.startsWith("compose/") ? [] : (this.workloads.get(address) ?? []);
    if (others.length === 1) return others;
    if (!ifThere) this.assets.name(id, { name: workloadName(address), kind: kindOfObject(address) });
    return ifThere ? [] : [id];
  }

  private notePods(path: string, from: LinkEnd, to: LinkEnd): void {
    const { namespace, labels } = readPods(to.slice("pods:".length));
    const one = { id: idOf.workload(folderOf(path), from.slice("workload:".length)), folder: folderOf(path), labels: new Set(labels) };
    for (const label of labels) {
      const key = `${namespace}\n${label}`;
      const known = this.pods.get(key) ?? [];
      this.pods.set(key, known);
      known.push(one);
    }
  }

  /** Workloads whose pods have all labels of a selector: of the selector's own folder, else of any. */
  private selected(id: string): string[] {
    const [folder = "", selector = ""] = id.slice("pods:".length).split("\n");
    const { namespace, labels } = readPods(selector);
    const [fewest = []] = labels.map((label) => this.pods.get(`${namespace}\n${label}`) ?? []).sort((a, b) => a.length - b.length);
    const matching = fewest.filter((one) => labels.every((label) => one.labels.has(label)));
    const near = matching.filter((one) => one.folder === folder);
    return [...new Set((near.length > 0 ? near : matching).map((one) => one.id))];
  }
}

function readPods(text: string): { namespace: string; labels: string[] } {
  const question = text.indexOf("?");
  return { namespace: text.slice(0, question), labels: text.slice(question + 1).split("&") };
}
