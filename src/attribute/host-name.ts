import { domainToASCII } from "node:url";
import ipaddr from "ipaddr.js";

/** A host as it can be looked up: a name in lower case ASCII without final dot, or an address. */
export type HostName = { name: string } | { address: string };

const plainName = /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/;
/** RFC 1035 section 2.3.4. */
const longestName = 253;

/**
 * Reads the host from a URL, `host:port`, wildcard or bare name: scheme, user, port, path, wildcard and final dot taken off, in
 * lower case, names of other scripts as IDNA. Null where it is none.
 */
export function hostNameOf(written: string): HostName | null {
  if (written.length <= longestName && plainName.test(written) && !endsInDigit(written)) return { name: written };
  const host = withoutPort(authorityOf(written.trim()));
  if (isAddress(host)) return { address: host };
  const name = domainToASCII(host.replace(/^\*?\./, "").replace(/\.$/, "")).toLowerCase();
  return name === "" || name.length > longestName ? null : isAddress(name) ? { address: name } : { name };
}

/** Whether a text is an IPv4 address of four parts or an IPv6 address. */
export function isAddress(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || (text.includes(":") && ipaddr.IPv6.isValid(text));
}

function authorityOf(text: string): string {
  const scheme = text.indexOf("://");
  const rest = scheme < 0 ? text : text.slice(scheme + 3);
  const end = rest.search(/[/?#]/);
  const authority = end < 0 ? rest : rest.slice(0, end);
  return authority.slice(authority.lastIndexOf("@") + 1);
}

function withoutPort(authority: string): string {
  if (authority.startsWith("[")) return authority.slice(1, authority.indexOf("]") < 0 ? undefined : authority.indexOf("]"));
  const colon = authority.indexOf(":");
  return colon >= 0 && colon === authority.lastIndexOf(":") ? authority.slice(0, colon) : authority;
}

function endsInDigit(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 48 && last <= 57;
}
