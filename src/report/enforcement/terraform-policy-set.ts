import { commented, openingLines } from "./comment.js";
import type { EnforcementFormat } from "./format.js";
import { rego } from "./rego.js";

/**
 * The policy set by which HCP Terraform and Terraform Enterprise hold the Rego policy against every run. It holds no text of a plan.
 * @see https://developer.hashicorp.com/terraform/cloud-docs/policy-enforcement/opa/vcs
 */
export const terraformPolicySet: EnforcementFormat = {
  id: "terraform-policy-set",
  title: "HCP Terraform policy set",
  specification: "https://developer.hashicorp.com/terraform/cloud-docs/policy-enforcement/opa/vcs",
  fileName: "policies.hcl",
  render(plan) {
    const opening = openingLines(plan, {
      kinds: ["name", "registry", "terraform"],
      about: [
        `Lies beside ${rego.fileName} at the root of the repository of a policy set for Open Policy Agent, runtime 1.0 or later.`,
        `The policy knows the day by itself: it warns before ${plan.from} and refuses nothing after ${plan.expires}.`,
      ],
    });
    return `${commented(opening)}
policy "beholden-enforcement" {
  query             = "data.beholden.enforcement.deny"
  enforcement_level = "mandatory"
}

policy "beholden-enforcement-warnings" {
  query             = "data.beholden.enforcement.warn"
  enforcement_level = "advisory"
}
`;
  },
};
