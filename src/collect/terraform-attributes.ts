import type { Seen } from "./format.js";
import { type FoundHost, hostOf } from "./hosts.js";
import { textAt } from "./json-access.js";
import type { JsonNode } from "./positioned-json.js";
import { isSecretName } from "./secret-names.js";
import { type Endpoint, type RecordName, recordName } from "./terraform-endpoints.js";

/**
 * What of a resource's values is read at all: region-like attributes by name, and values that are a public host or URL, of which only
 * the host is kept. Everything else could be a secret and is never looked at, nor is anything marked sensitive.
 */
export interface ResourceValues {
  attributes: JsonNode | undefined;
  /** Marks what is sensitive: `true` in place of a value, as in `sensitive_values` of `terraform show -json`. */
  sensitive: JsonNode | undefined;
}

export interface RegionRead {
  region: string;
  regionFrom: string;
}

/** Exact places first: a region says more surely than a zone what region pricing, law and endpoints follow. */
const regionAttributes = ["region", "region_id", "location"];
const zoneAttributes = ["availability_zone", "zone", "zone_id"];
const regionShape = /^[A-Za-z][A-Za-z0-9 -]{1,39}$/;
/** Hosted zones of DNS are called `zone_id` too: only what looks like a place counts. */
const zoneShape = /^[a-z]{2,12}(-[a-z0-9]{1,12}){1,4}$/;
/** arn:partition:service:region:account:resource */
const arn = /^arn:[a-z0-9-]+:[a-z0-9-]+:([a-z]{2}[a-z0-9-]*-\d+):/;

/** The region or zone of a resource by its own values, as written; empty where they do not say. */
export function regionOf({ attributes, sensitive }: ResourceValues): RegionRead | undefined {
  for (const name of regionAttributes) {
    const found = openText(attributes, sensitive, name);
    if (found && regionShape.test(found)) return { region: found, regionFrom: `attribute ${name}` };
  }
  for (const name of ["arn", "id"]) {
    const region = arn.exec(openText(attributes, sensitive, name) ?? "")?.[1];
    if (region) return { region, regionFrom: "ARN" };
  }
  for (const name of zoneAttributes) {
    const found = openText(attributes, sensitive, name);
    if (found && zoneShape.test(found)) return { region: found, regionFrom: `attribute ${name}` };
  }
  return undefined;
}

/** The public hosts that a resource's values are, each once, as observations of `address`. */
export function endpointsOf({ attributes, sensitive }: ResourceValues, address: string): Endpoint[] {
  const endpoints = new Map<string, Endpoint>();
  visitOpen(attributes, sensitive, "", (text, node, attribute) => {
    const found = hostOf(text);
    if (found && !endpoints.has(found.value)) endpoints.set(found.value, { seen: endpoint(found, node, address), attribute });
  });
  return [...endpoints.values()];
}

/** What a resource is about, where it is a DNS record. */
export function recordNameOf(type: string, { attributes, sensitive }: ResourceValues): RecordName | undefined {
  return recordName(type, (name) => openText(attributes, sensitive, name));
}

/** An observation of a host or address that belongs to the thing at `address`. */
export function endpoint(found: FoundHost, place: { line: number; column: number }, address?: string): Seen {
  const { line, column } = place;
  return { line, column, kind: found.kind, value: found.value, ...(address ? { context: { address } } : {}) };
}

/** Visits every string that is neither marked sensitive nor stands under a name that secrets have, with the attribute that holds it. */
function visitOpen(
  node: JsonNode | undefined,
  sensitive: JsonNode | undefined,
  attribute: string,
  visit: (text: string, node: JsonNode, attribute: string) => void,
): void {
  if (!node || isMarked(sensitive)) return;
  if (node.kind === "scalar") {
    if (typeof node.value === "string" && node.value.length <= 2048) visit(node.value, node, attribute);
  } else if (node.kind === "array") {
    for (const [index, item] of node.items.entries()) visitOpen(item, below(sensitive, index), attribute, visit);
  } else {
    for (const [name, value] of node.members) if (!isSecretName(name)) visitOpen(value, below(sensitive, name), name, visit);
  }
}

function openText(attributes: JsonNode | undefined, sensitive: JsonNode | undefined, name: string): string | undefined {
  return isMarked(sensitive) || isMarked(below(sensitive, name)) ? undefined : textAt(attributes, name);
}

function isMarked(sensitive: JsonNode | undefined): boolean {
  return sensitive?.kind === "scalar" && sensitive.value === true;
}

function below(sensitive: JsonNode | undefined, segment: string | number): JsonNode | undefined {
  if (sensitive?.kind === "object") return sensitive.members.get(String(segment));
  return sensitive?.kind === "array" && typeof segment === "number" ? sensitive.items[segment] : undefined;
}
