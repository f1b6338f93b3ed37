const part = "[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?";
const sourceShape = new RegExp(`^(?:(?<host>${part}(?:\\.${part})*(?::\\d{1,5})?)/)?${part}/${part}$`);

/** The registries that are asked for a source without a host: Terraform's, and OpenTofu's. */
export const defaultRegistries = ["registry.terraform.io", "registry.opentofu.org"];

/**
 * A provider's source address in lower case, without the host of a default registry; undefined where the text is none.
 * @see https://developer.hashicorp.com/terraform/language/providers/requirements#source-addresses
 */
export function providerSource(text: string): string | undefined {
  const source = text.trim().toLowerCase();
  const host = sourceShape.exec(source)?.groups?.host;
  if (!sourceShape.test(source)) return undefined;
  return host && defaultRegistries.includes(host) ? source.slice(host.length + 1) : source;
}

/** The addresses by which a source is installed: with its own host, or on each default registry. */
export function installedAs(source: string): string[] {
  return source.split("/").length === 3 ? [source] : defaultRegistries.map((registry) => `${registry}/${source}`);
}

/** The beginning of the names of a provider's resource types, such as `alicloud_`; empty where the text is no such beginning. */
export function resourcePrefix(text: string): string {
  const prefix = text.trim().toLowerCase();
  return /^[a-z][a-z0-9]*(?:_[a-z0-9]+)*_$/.test(prefix) ? prefix : "";
}
