const defaultRegistry = "registry.terraform.io";

/** `provider["registry.terraform.io/aliyun/alicloud"].us`, with `module.x.` before it or not. */
const quoted = /provider\["([^"]+)"\](?:\.([\w-]+))?/;
/** `provider.alicloud` and `provider.alicloud.us`, as written before Terraform 0.13. */
const dotted = /^(?:module\.[^.]+\.)*provider\.([\w-]+)(?:\.([\w-]+))?$/;

export interface ProviderAddress {
  /** Source address such as `registry.terraform.io/aliyun/alicloud`; before Terraform 0.13 only the name. */
  source: string;
  alias: string | null;
}

/** Reads a provider as states and plans spell it (https://developer.hashicorp.com/terraform/internals/json-format): any spelling since 0.12. */
export function providerAddress(text: string): ProviderAddress {
  const [, source, alias] = quoted.exec(text) ?? dotted.exec(text) ?? [];
  if (source) return { source, alias: alias ?? null };
  if (text.includes("/")) return { source: text, alias: null };
  const [name = text, plainAlias] = text.split(".");
  return { source: name, alias: plainAlias ?? null };
}

/** The full form of a source as `required_providers` gives it: `aliyun/alicloud` is on the public registry. */
export function fullProviderSource(source: string): string {
  const parts = source.split("/");
  if (parts.length === 1) return `${defaultRegistry}/hashicorp/${source}`;
  return parts.length === 2 ? `${defaultRegistry}/${source}` : source;
}
