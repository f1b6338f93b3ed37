import type { ObservationContext } from "../model/index.js";
import { type CollectOptions, type Findings, type FolderFile, type Format, type InputFile, Unreadable } from "./format.js";
import type { HclBlock, HclFile, HclValue, Place } from "./hcl-file.js";
import { hclParser } from "./hcl-grammar.js";
import { readHclJson } from "./hcl-json.js";
import { readHcl } from "./hcl-native.js";
import { readPlainHcl } from "./hcl-plain.js";
import { redactUrl } from "./redact.js";
import { endpoint } from "./terraform-attributes.js";
import { linkEndpoints, recordName } from "./terraform-endpoints.js";
import { linkBlock } from "./terraform-links.js";
import { addressOf, providerKey, TerraformModule } from "./terraform-module.js";

/** Terraform and OpenTofu configuration, variable files and dependency locks, and other HCL for the hosts in it. */
export const terraformHcl: Format = {
  id: "terraform-hcl",
  title: "Terraform configuration",
  specification: "https://developer.hashicorp.com/terraform/language/syntax/configuration",
  recognises({ name, head }) {
    if (/\.(tf|tofu)\.json$/.test(name)) return /^\s*[{[]/.test(head);
    return /\.(tf|tofu|tfvars|hcl)$/.test(name) && /^\s*[A-Za-z_#/]/.test(head);
  },
  read: (file, findings, options) => readFolder([{ file, findings }], options),
  readFolder,
};

interface ReadFile {
  name: string;
  content: HclFile;
  findings: Findings;
}

async function readFolder(files: FolderFile[], _options: CollectOptions): Promise<void> {
  const read: ReadFile[] = [];
  for (const { file, findings } of files) {
    const content = await readOne(file, findings);
    if (content) read.push({ name: file.name, content, findings });
  }
  const module = new TerraformModule(read);
  for (const { name, content, findings } of read) {
    for (const seen of content.body.endpoints) findings.observe(endpoint(seen.found, seen));
    for (const block of content.body.blocks) reportBlock(block, module, name, findings);
  }
}

/** Null where the file cannot be read at all, which `findings` then knows. */
async function readOne(file: InputFile, findings: Findings): Promise<HclFile | null> {
  try {
    const text = await file.text();
    const content = file.name.endsWith(".json")
      ? readHclJson(text, findings)
      : // Most files are written plainly, and the grammar takes five times as long.
        (readPlainHcl(text) ?? readHcl(text, await hclParser()));
    for (const { line, column } of content.faults) findings.problem(syntaxError(line, column));
    if (content.tooDeep) findings.problem({ ...tooDeep, ...content.tooDeep });
    return content;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    findings.problem(error.problem);
    return null;
  }
}

function reportBlock(block: HclBlock, module: TerraformModule, file: string, findings: Findings): void {
  const address = addressOf(block);
  if (block.type === "resource" || block.type === "data") reportResource(block, module, findings);
  else if (block.type === "provider") reportProvider(block, module, file, findings);
  else if (block.type === "module") reportModule(block, module, findings);
  else if (block.type === "terraform") reportSettings(block, module, findings);
  reportEndpoints(block, address, findings);
  linkBlock(block, module, findings);
  linkHosts(block, findings);
}

function reportResource(block: HclBlock, module: TerraformModule, findings: Findings): void {
  const address = addressOf(block);
  const [type] = block.labels;
  if (!address || !type) return;
  const source = module.requiredProvider(providerKey(block))?.source;
  const context: ObservationContext = {
    address,
    ...module.regionOf(block),
    ...(source ? { providerSource: source } : {}),
    ...dependencies(block, module),
  };
  observe(findings, block, block.type === "data" ? "terraform-data" : "terraform-resource", type, context);
}

function reportProvider(block: HclBlock, module: TerraformModule, file: string, findings: Findings): void {
  const [name] = block.labels;
  if (!name) return;
  // The dependency lock names providers by their source, configuration by their local name.
  const source = file.endsWith(".terraform.lock.hcl") ? name : module.requiredProvider(name)?.source;
  const alias = constant(block.attributes.get("alias"));
  const version = constant(block.attributes.get("version"));
  const context: ObservationContext = {
    address: alias ? `provider.${name}.${alias}` : `provider.${name}`,
    ...module.ownRegion(block),
    ...(source ? { providerSource: source } : {}),
    ...(version ? { version } : {}),
  };
  observe(findings, block, "terraform-provider", source ?? name, context);
}

function reportModule(block: HclBlock, module: TerraformModule, findings: Findings): void {
  const address = addressOf(block);
  const source = constant(block.attributes.get("source"));
  if (!address || !source) return;
  const version = constant(block.attributes.get("version"));
  observe(findings, block, "terraform-module", redactUrl(source), {
    address,
    ...(version ? { version } : {}),
    ...dependencies(block, module),
  });
}

/** `terraform { … }`: where the state is kept, which providers are required; in Terragrunt also which module is run. */
function reportSettings(block: HclBlock, module: TerraformModule, findings: Findings): void {
  const source = constant(block.attributes.get("source"));
  if (source) observe(findings, block, "terraform-module", redactUrl(source), { address: "terraform" });
  for (const nested of block.blocks) {
    if (nested.type === "backend" || nested.type === "cloud") {
      const type = nested.type === "cloud" ? "cloud" : nested.labels[0];
      if (type) observe(findings, nested, "terraform-backend", type, { address: "terraform.backend", ...module.ownRegion(nested) });
    }
    if (nested.type === "required_providers") reportRequired(nested, module, findings);
  }
}

function reportRequired(block: HclBlock, module: TerraformModule, findings: Findings): void {
  for (const [name, { line, column }] of block.attributes) {
    const required = module.requiredProvider(name);
    if (!required) continue;
    const { source, version } = required;
    const context = { address: `required_providers.${name}`, providerSource: source, ...(version ? { version } : {}) };
    observe(findings, { line, column }, "terraform-provider", source, context);
  }
}

/** How a resource stands to the hosts that its configuration names: only a DNS record's say. */
function linkHosts(block: HclBlock, findings: Findings): void {
  const address = addressOf(block);
  const [type = ""] = block.labels;
  const record = block.type === "resource" ? recordName(type, (attribute) => constant(block.attributes.get(attribute))) : undefined;
  if (!address || !record || !findings.link) return;
  const endpoints = endpointsWithin(block).map((seen) => ({ seen: endpoint(seen.found, seen, address), attribute: "" }));
  linkEndpoints({ address, record, values: "configured" }, endpoints, findings);
}

function endpointsWithin(block: HclBlock): HclBlock["endpoints"] {
  return [...block.endpoints, ...block.blocks.flatMap(endpointsWithin)];
}

function reportEndpoints(block: HclBlock, address: string | undefined, findings: Findings): void {
  for (const seen of block.endpoints) findings.observe(endpoint(seen.found, seen, address));
  for (const nested of block.blocks) reportEndpoints(nested, address, findings);
}

function observe(
  findings: Findings,
  { line, column }: Place,
  kind: Parameters<Findings["observe"]>[0]["kind"],
  value: string,
  context: ObservationContext,
): void {
  findings.observe({ line, column, kind, value, context });
}

function dependencies(block: HclBlock, module: TerraformModule): Pick<ObservationContext, "dependsOn"> {
  const dependsOn = module.dependenciesOf(block);
  return dependsOn.length > 0 ? { dependsOn } : {};
}

function constant(value: HclValue | undefined): string | undefined {
  return value?.kind === "constant" ? value.text : undefined;
}

function syntaxError(line: number, column: number): Parameters<Findings["problem"]>[0] {
  return {
    line,
    column,
    severity: "warning",
    code: "hcl-syntax",
    message: "this does not parse; blocks around it were read",
    expected: 'Terraform\'s language: blocks, and attributes such as region = "us-west-1"',
    action: "Run `terraform fmt` or `terraform validate`, which say more, and mend the file here.",
  };
}

const tooDeep = {
  severity: "warning",
  code: "hcl-too-deep",
  message: "expressions are nested too deep to be looked into",
  expected: "at most a few hundred levels",
  action: "Check that the file is what its name says; the rest was read.",
} as const;
