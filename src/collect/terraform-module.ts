import { byText } from "../model/index.js";
import type { HclBlock, HclFile, HclValue } from "./hcl-file.js";
import type { RegionRead } from "./terraform-attributes.js";
import { fullProviderSource } from "./terraform-provider-address.js";

const regionNames = ["region", "region_id", "location"];
const zoneNames = ["zone", "availability_zone", "zone_id"];
const regionShape = /^[A-Za-z][A-Za-z0-9 -]{1,39}$/;
const zoneShape = /^[a-z]{2,12}(-[a-z0-9]{1,12}){1,4}$/;

interface Known {
  value: string;
  /** Said after the place that used it, such as `default of var.region`. */
  from: string;
}

interface ProviderBlock {
  block: HclBlock;
  file: string;
}

export interface RequiredProvider {
  source: string;
  version: string | undefined;
}

/** What the files of one folder say together: Terraform takes a folder as one module. */
export class TerraformModule {
  private readonly values = new Map<string, Known>();
  private readonly providers = new Map<string, ProviderBlock>();
  private readonly required = new Map<string, RequiredProvider>();
  private readonly declared = new Set<string>();

  /** Takes the files of a folder by name. */
  constructor(files: { name: string; content: HclFile }[]) {
    // Defaults first, so that what a .tfvars file sets replaces them; by name, so that the order of finding does not matter.
    const ordered = files.toSorted(
      (left, right) => Number(isValues(left.name)) - Number(isValues(right.name)) || byText(left.name, right.name),
    );
    for (const { name, content } of ordered) {
      if (isValues(name)) this.setVariables(name, content.body);
      else for (const block of content.body.blocks) this.add(block, name);
    }
  }

  /** The region of a resource: its own, else its zone, else that of its provider block; empty where only a run can tell. */
  regionOf(block: HclBlock): RegionRead | undefined {
    return (
      this.named(block, regionNames, regionShape) ?? this.named(block, zoneNames, zoneShape) ?? this.regionOfProvider(providerKey(block))
    );
  }

  /** The region that a provider or backend block gives itself. */
  ownRegion(block: HclBlock): RegionRead | undefined {
    return this.named(block, regionNames, regionShape) ?? this.named(block, zoneNames, zoneShape);
  }

  /** What `required_providers` says of a local name such as `alicloud` (or `alicloud.us`). */
  requiredProvider(name: string): RequiredProvider | undefined {
    return this.required.get(name.split(".", 1)[0] ?? name);
  }

  /** Of the names that a block and those within it use, the resources and modules that this folder declares; not itself. */
  dependenciesOf(block: HclBlock): string[] {
    const own = addressOf(block);
    const names = referencesWithin(block);
    return names.size === 0 ? [] : [...names].filter((one) => one !== own && this.declared.has(one)).sort(byText);
  }

  /** Whether this folder declares a resource or module. */
  declares(address: string): boolean {
    return this.declared.has(address);
  }

  /** The configuration of a provider, such as `provider.kubernetes`, where it names anything. */
  providerConfiguration(key: string): string | undefined {
    const provider = this.providers.get(key);
    return provider && referencesWithin(provider.block).size > 0 ? `provider.${key}` : undefined;
  }

  /** How resources know a provider block. */
  configurationOf(block: HclBlock): string {
    return `provider.${keyOf(block)}`;
  }

  private add(block: HclBlock, file: string): void {
    const [first = ""] = block.labels;
    const address = addressOf(block);
    if (address) this.declared.add(address);
    if (block.type === "provider") this.providers.set(keyOf(block), { block, file });
    else if (block.type === "terraform") for (const nested of block.blocks) this.addRequired(nested);
    else if (block.type === "variable") this.know(`var.${first}`, block.attributes.get("default"), `default of var.${first}`);
    else if (block.type === "locals") for (const [name, value] of block.attributes) this.know(`local.${name}`, value, `local.${name}`);
  }

  private addRequired(block: HclBlock): void {
    if (block.type !== "required_providers") return;
    for (const [name, value] of block.attributes) {
      const source = value.kind === "object" ? constant(value.entries.get("source")) : undefined;
      const version = value.kind === "object" ? constant(value.entries.get("version")) : constant(value);
      this.required.set(name, { source: fullProviderSource(source ?? name), version });
    }
  }

  private setVariables(file: string, body: HclBlock): void {
    for (const [name, value] of body.attributes) this.know(`var.${name}`, value, `var.${name} set in ${file}`);
  }

  private know(name: string, value: HclValue | undefined, from: string): void {
    const text = constant(value);
    if (text !== undefined) this.values.set(name, { value: text, from });
  }

  private regionOfProvider(key: string): RegionRead | undefined {
    const provider = this.providers.get(key);
    const found = provider && this.ownRegion(provider.block);
    if (!provider || !found) return undefined;
    return { region: found.region, regionFrom: found.regionFrom.replace(/^attribute \w+/, `provider block in ${provider.file}`) };
  }

  private named(block: HclBlock, names: string[], shape: RegExp): RegionRead | undefined {
    for (const name of names) {
      const value = block.attributes.get(name);
      const known = value?.kind === "reference" ? this.values.get(value.name) : undefined;
      const region = value?.kind === "constant" ? value.text : known?.value;
      if (region && shape.test(region)) return { region, regionFrom: known ? `attribute ${name}, ${known.from}` : `attribute ${name}` };
    }
    return undefined;
  }
}

/** What a block and those within it name. */
export function referencesWithin(block: HclBlock): Set<string> {
  if (block.blocks.length === 0) return block.references;
  const names = new Set(block.references);
  for (const nested of block.blocks) for (const name of referencesWithin(nested)) names.add(name);
  return names;
}

/** `type.name`, `data.type.name` or `module.name`; empty for blocks that nothing refers to. */
export function addressOf({ type, labels }: HclBlock): string | undefined {
  const [first, second] = labels;
  if (type === "resource" && first && second) return `${first}.${second}`;
  if (type === "data" && first && second) return `data.${first}.${second}`;
  return type === "module" && first ? `module.${first}` : undefined;
}

/** The provider that a resource uses: named by `provider`, else the first word of its type. */
export function providerKey(block: HclBlock): string {
  const named = block.attributes.get("provider");
  if (named?.kind === "reference") return named.name;
  if (named?.kind === "constant") return named.text;
  const [type = ""] = block.labels;
  return type.split("_", 1)[0] ?? type;
}

function keyOf(block: HclBlock): string {
  const [name = ""] = block.labels;
  const alias = constant(block.attributes.get("alias"));
  return alias ? `${name}.${alias}` : name;
}

/** Files whose values Terraform takes without being told to. */
function isValues(name: string): boolean {
  return name === "terraform.tfvars" || name.endsWith(".auto.tfvars");
}

function constant(value: HclValue | undefined): string | undefined {
  return value?.kind === "constant" ? value.text : undefined;
}
