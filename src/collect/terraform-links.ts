import type { LinkEnd, NeedRuleId } from "../model/index.js";
import type { Findings } from "./format.js";
import type { HclBlock } from "./hcl-file.js";
import { addressOf, providerKey, referencesWithin, type TerraformModule } from "./terraform-module.js";

/**
 * What leads from one block of configuration to another: a resource to the variables, locals and outputs that it names and to the
 * configuration of its provider; a local, an output and an input of a module to what they are made of. What resources name directly is
 * in their own context.
 */
export function linkBlock(block: HclBlock, module: TerraformModule, findings: Findings): void {
  const { link } = findings;
  if (!link) return;
  const address = addressOf(block);
  const [first = ""] = block.labels;
  const leadOn = (from: string, names: Iterable<string>, rule?: NeedRuleId) => {
    for (const to of namedThings(names, module)) link({ line: block.line, from: end(from), to: end(to), ...(rule ? { rule } : {}) });
  };
  if (address) {
    leadOn(address, [...referencesWithin(block)].filter(isOnTheWay), "terraform-reference");
    const provider = block.type === "module" ? undefined : module.providerConfiguration(providerKey(block));
    if (provider) link({ line: block.line, from: end(address), to: end(provider), rule: "terraform-provider-settings" });
  }
  if (block.type === "module") for (const [input, names] of block.referencesOf ?? []) leadOn(`${address}.var.${input}`, names);
  if (block.type === "locals") for (const [local, names] of block.referencesOf ?? []) leadOn(`local.${local}`, names);
  if (block.type === "output") leadOn(`output.${first}`, referencesWithin(block));
  if (block.type === "provider") leadOn(module.configurationOf(block), referencesWithin(block));
}

/** What only leads on to something else. */
function isOnTheWay(name: string): boolean {
  return /^(?:var|local)\.|^module\.[\w-]+\.output\./.test(name);
}

/** Of several names those that mean something here; a module stands back where one of its outputs is named. */
function namedThings(names: Iterable<string>, module: TerraformModule): string[] {
  const found = [...names].filter((name) => isOnTheWay(name) || module.declares(name));
  const byOutput = new Set(found.flatMap((name) => /^(.*)\.output\./.exec(name)?.[1] ?? []));
  return found.filter((name) => !byOutput.has(name)).sort();
}

function end(address: string): LinkEnd {
  return `terraform:${address}`;
}
