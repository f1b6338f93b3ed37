import ipaddr from "ipaddr.js";
import { weakest } from "../model/order.js";
import { type Lookup, type Match, notFound, type Question } from "./lookup.js";
import type { PrefixSignature } from "./prefix-index.js";
import type { NetworkSignature, SignatureIndex } from "./signature-index.js";
import { surest } from "./signed.js";

type Address = ipaddr.IPv4 | ipaddr.IPv6;
interface Network {
  written: string;
  first: Address;
  last: Address;
  length: number;
}

/** What the special ranges of RFC 6890 are for, by the library's name of the range. */
const ownRanges: Readonly<Record<string, string>> = {
  private: "a private address (RFC 1918): own network",
  uniqueLocal: "a unique local address (RFC 4193): own network",
  loopback: "a loopback address: own machine",
  linkLocal: "a link-local address: own network",
  carrierGradeNat: "a shared address behind a carrier's translation (RFC 6598): own or the provider's inner network",
};
/** A carrier's backbone, or an office network, is no proof that anybody's cloud is used. */
const carriesOthers = /carrier|office|not only cloud/i;

/**
 * Address, network in CIDR notation or AS number: the providers' own published prefixes, the narrowest first, then the routing table
 * by way of the AS number, which never gives more than medium confidence.
 */
export function lookUpAddress({ value }: Question, index: SignatureIndex): Lookup {
  const asn = /^AS(\d{1,10})$/i.exec(value.trim())?.[1];
  if (asn) return lookUpAsn(Number(asn), value.trim().toUpperCase(), index);
  const network = networkOf(value.trim());
  if (!network) return notFound(`address ${value}: not an IPv4 or IPv6 address or network`);
  const metadata = surest((index.markers().get(network.written) ?? []).filter((marker) => marker.kind === "metadata-host"));
  if (metadata) {
    const { provider, confidence, sources } = metadata;
    const signature = { kind: "marker" as const, value: `metadata-host ${metadata.value}`, matched: network.written, confidence, sources };
    return { match: { provider, signature, placed: true }, tried: [`marker metadata-host: ${provider.names.english}`] };
  }
  const range = network.first.range();
  if (range !== "unicast") return notFound(`address ${value}: ${ownRanges[range] ?? `not a public address (${range})`}, nobody else's`);
  const prefix = index.prefixes().holding(network.first, network.length);
  if (prefix)
    return { match: prefixMatch(prefix, network), tried: [`published prefix ${prefix.prefix}: ${prefix.provider.names.english}`] };
  const routed = lookUpRouted(network, index);
  return { ...routed, tried: ["published prefixes: none holds it", ...routed.tried] };
}

/**
 * What all addresses with the same answer have in common: the row of the routing table, or the AS number where it is no provider's,
 * where nothing narrower than it decides.
 * Undefined for everything that has to be looked up by itself.
 */
export function sharedAnswerKey(value: string, index: SignatureIndex): string | undefined {
  if (index.markers().has(value) || value.includes("/")) return undefined;
  if (!index.prefixes().isEmpty) {
    const network = networkOf(value);
    if (!network || index.prefixes().holding(network.first, network.length)) return undefined;
  }
  const routed = index.reference.network(value);
  if (!routed) return undefined;
  // Rows of the table do not overlap, so the first address names the row; of a network that is no provider's, only the AS is told.
  return index.asns().has(routed.asn) ? `network ${routed.first}` : `network AS${routed.asn} ${routed.organisation}`;
}

function lookUpRouted({ written, first, last }: Network, index: SignatureIndex): Lookup {
  const start = index.reference.network(first.toString());
  const end = first.toString() === last.toString() ? start : index.reference.network(last.toString());
  if (!start) return notFound(`routing table: no entry for ${written}`);
  if (end?.asn !== start.asn) {
    return notFound(
      `routing table: ${written} spans the networks of AS${start.asn} (${start.organisation}) and ${end ? `AS${end.asn} (${end.organisation})` : "nobody"}`,
    );
  }
  const found = lookUpAsn(start.asn, `${start.first}-${start.last}`, index);
  const organisation = `routing table: AS${start.asn}, ${start.organisation}`;
  return found.match ? { match: found.match, tried: [organisation] } : notFound(organisation, ...found.tried);
}

function lookUpAsn(asn: number, matched: string, index: SignatureIndex): Lookup {
  const fact = index.asns().get(asn);
  if (!fact) return notFound(`AS numbers of providers: AS${asn} is none's`);
  return { match: networkMatch(fact, matched), tried: [`AS${asn}: ${fact.provider.names.english}`] };
}

function networkMatch(fact: NetworkSignature, matched: string): Match {
  const { provider, party, sources } = fact;
  const confidence = weakest(fact.confidence, fact.note && carriesOthers.test(fact.note) ? "low" : "medium");
  const note = [`announced by ${fact.organisation}`, fact.note].filter(Boolean).join("; ");
  const runsRegion = (provider.regions ?? []).some((region) => region.operator === party);
  return {
    provider,
    signature: { kind: "asn", value: `AS${fact.asn}`, matched, confidence, sources, note },
    placed: true,
    operator: runsRegion ? party : undefined,
  };
}

function prefixMatch({ provider, prefix, region, service, confidence, sources, note }: PrefixSignature, network: Network): Match {
  return {
    provider,
    signature: { kind: "prefix", value: prefix, matched: network.written, confidence, sources, ...(note ? { note } : {}) },
    region,
    placed: true,
    serviceWords: service,
  };
}

function networkOf(text: string): Network | undefined {
  // Without the slash the library would find out by throwing, which costs more than the rest.
  if (text.includes("/") && ipaddr.isValidCIDR(text)) {
    const [address, length] = ipaddr.parseCIDR(text);
    const first = plain(networkEnd(address, length, 0));
    const last = plain(networkEnd(address, length, 255));
    const inner = first.kind() === address.kind() ? length : Math.max(0, length - 96);
    return { written: text, first, last, length: inner };
  }
  const bare = text.replace(/^\[([^[\]]*)\]$/, "$1");
  if (!ipaddr.IPv4.isValidFourPartDecimal(bare) && !ipaddr.IPv6.isValid(bare)) return undefined;
  const address = plain(ipaddr.parse(bare));
  return { written: bare, first: address, last: address, length: address.kind() === "ipv4" ? 32 : 128 };
}

/** An IPv4 address in IPv6 clothes is that IPv4 address (RFC 4291 section 2.5.5.2). */
function plain(address: Address): Address {
  return address instanceof ipaddr.IPv6 && address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

/** First (`fill` 0) or last (`fill` 255) address of a network. */
function networkEnd(address: Address, length: number, fill: 0 | 255): Address {
  const bytes = address.toByteArray().map((byte, position) => {
    const mask = (0xff << (8 - Math.min(8, Math.max(0, length - position * 8)))) & 0xff;
    return (byte & mask) | (fill & ~mask & 0xff);
  });
  return ipaddr.fromByteArray(bytes);
}
