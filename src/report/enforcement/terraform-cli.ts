import type { EnforcementPlan } from "../../model/index.js";
import { commented, type Ground, openingLines } from "./comment.js";
import type { EnforcementFormat } from "./format.js";
import { installedAs, providerSource } from "./provider-source.js";

/**
 * Configuration of the Terraform and OpenTofu commands by which a blocked provider cannot be installed. Every address is within the
 * grammar of source addresses, so no string of it needs an escape.
 * @see https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation
 */
export const terraformCli: EnforcementFormat = {
  id: "terraform-cli",
  title: "Terraform and OpenTofu command configuration",
  specification: "https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation",
  fileName: "beholden.tfrc",
  render(plan) {
    const { addresses, leftOut, grounds } = installations(plan);
    const opening = openingLines(plan, {
      kinds: ["terraform"],
      about: [
        "Put this into .terraformrc (.tofurc) in the home folder of whoever runs Terraform, or name it in TF_CLI_CONFIG_FILE.",
        "A configuration has one provider_installation block at most: where there is one, add the exclusions to each of its methods.",
        "It knows no calendar: put it in place on the first day and take it out after the last.",
        "It keeps providers from being installed. One that lies in a .terraform folder or a plugin cache already, and one that comes from",
        "a mirror that this file does not name, are caught by the policy on plans (beholden.rego) alone.",
      ],
      grounds,
      leftOut,
    });
    const exclude = addresses.map((address) => `      "${address}",\n`).join("");
    const list = addresses.length ? `exclude = [\n${exclude}    ]` : "exclude = []";
    return `${commented(opening)}\nprovider_installation {\n  direct {\n    ${list}\n  }\n}\n`;
  },
};

function installations(plan: EnforcementPlan): { addresses: string[]; leftOut: string[]; grounds: Ground[] } {
  const addresses = new Set<string>();
  const leftOut: string[] = [];
  const grounds: Ground[] = [];
  for (const one of plan.terraform) {
    const address = providerSource(one.source);
    if (address) for (const installed of installedAs(address)) addresses.add(installed);
    else leftOut.push(`terraform ${one.source}: it is no source address of a provider`);
    if (address) grounds.push({ ...one, value: one.source });
  }
  return { addresses: [...addresses], leftOut, grounds };
}
