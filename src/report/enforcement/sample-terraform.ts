/** One change of a plan, as `terraform show -json` gives it. */
export function change(address: string, actions: string[], rest: Record<string, unknown> = {}, after: unknown = {}) {
  const [type = "", name = ""] = address.split(".");
  const provider = type.startsWith("alicloud_") ? "registry.terraform.io/aliyun/alicloud" : "registry.terraform.io/hashicorp/aws";
  return { address, mode: "managed", type, name, provider_name: provider, change: { actions, before: null, after }, ...rest };
}

/** A plan of Terraform with these changes. */
export function terraformPlan(changes: unknown[], configuration: Record<string, unknown> = {}, variables: Record<string, unknown> = {}) {
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    variables,
    planned_values: { root_module: {} },
    resource_changes: changes,
    configuration: { provider_config: {}, root_module: {}, ...configuration },
  };
}
