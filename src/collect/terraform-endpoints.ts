import type { Findings, Seen } from "./format.js";
import { hostOf } from "./hosts.js";

/** A host among the values of a resource, with the name of the attribute that holds it. */
export interface Endpoint {
  seen: Seen;
  attribute: string;
}

/** Attributes under which providers give the name or address of the resource itself, once it is made. */
const own = new Set(
  (
    "address endpoint reader_endpoint configuration_endpoint configuration_endpoint_address primary_endpoint_address dns_name dns hostname " +
    "domain_name bucket_domain_name bucket_regional_domain_name website_endpoint regional_domain_name fqdn cname connection_string " +
    "invoke_url api_endpoint repository_url login_server public_dns private_dns public_ip public_ip_address ip_address eip_address " +
    "default_hostname default_host_name primary_blob_endpoint primary_blob_host primary_web_endpoint primary_web_host uri url"
  ).split(" "),
);
/** Attributes that give the endpoint of the service, which all resources of a region share. */
const ofService = new Set(["extranet_endpoint", "intranet_endpoint", "service_endpoint"]);

/** How the types of DNS records give the name that they are about: whole, or below a zone. */
const records: Record<string, { whole?: string[]; below?: [name: string, zone: string] }> = {
  alicloud_alidns_record: { below: ["rr", "domain_name"] },
  alicloud_dns_record: { below: ["host_record", "name"] },
  aws_route53_record: { whole: ["fqdn", "name"] },
  azurerm_dns_a_record: { whole: ["fqdn"], below: ["name", "zone_name"] },
  azurerm_dns_cname_record: { whole: ["fqdn"], below: ["name", "zone_name"] },
  cloudflare_dns_record: { whole: ["name"] },
  cloudflare_record: { whole: ["hostname", "name"] },
  digitalocean_record: { whole: ["fqdn"], below: ["name", "domain"] },
  google_dns_record_set: { whole: ["name"] },
  huaweicloud_dns_recordset: { whole: ["name"] },
  tencentcloud_dnspod_record: { below: ["sub_domain", "domain"] },
};

/** The public name that a DNS record is about, and the zone that it is written below. */
export interface RecordName {
  name: string;
  zone: string | undefined;
}

/** What a DNS record is about; undefined for other resources, and where only a run can tell. */
export function recordName(type: string, text: (attribute: string) => string | undefined): RecordName | undefined {
  const how = Object.hasOwn(records, type) ? records[type] : undefined;
  const [below, zoneText] = (how?.below ?? []).map(text);
  const zone = zoneText === undefined ? undefined : hostOf(zoneText)?.value;
  const whole = (how?.whole ?? []).map(text).find((one) => one?.includes("."));
  const written = whole ?? (below === undefined || !zone ? undefined : below === "@" || below === "*" ? zone : `${below}.${zone}`);
  const name = written === undefined ? undefined : hostOf(written)?.value;
  return name === undefined ? undefined : { name, zone };
}

/** How a resource stands to the hosts among its values: its own endpoint, the service's, where a record points. */
export function linkEndpoints(
  resource: { address: string; record: RecordName | undefined; values: "known" | "configured" },
  endpoints: Endpoint[],
  { link }: Findings,
): void {
  if (!link) return;
  const itself = `terraform:${resource.address}` as const;
  const [first] = endpoints;
  const { record } = resource;
  if (record) link({ line: first?.seen.line ?? null, from: `host:${record.name}`, to: itself, rule: "dns-name" });
  for (const { seen, attribute } of endpoints) {
    const { line, value } = seen;
    if (value === record?.name || value === record?.zone) continue;
    if (record) link({ line, from: itself, to: `host:${value}`, rule: "dns-target" });
    else if (resource.values === "known" && own.has(attribute)) link({ line, from: `host:${value}`, to: itself, rule: "endpoint" });
    else if (ofService.has(attribute)) link({ line, from: itself, to: `host:${value}`, rule: "reached-through" });
  }
}
