import { isIP } from "node:net";
import { domainToASCII } from "node:url";
import ipaddr from "ipaddr.js";
import { parse } from "tldts";

/** A public host name or address in a text. Never more than that: path, query and user-info stay where they were read. */
export interface FoundHost {
  kind: "host" | "address";
  /** Lower case, ASCII (IDNA), no final dot, no wildcard: the constant right part where the left is a template. */
  value: string;
  /** Where the host begins in the text, UTF-16 code units from 0. */
  offset: number;
  /** Scheme of the URL that it stood in, lower case. */
  scheme: string | null;
}

/** RFC 1035 section 2.3.4, with room for template parts. */
const longestName = 500;

/** Stands for the part of a text that is filled in later. Private use, so that no real text holds it. */
const hole = "\uE000";
const holes = /\$\{[^{}]{0,400}\}|\{\{[^{}]{0,400}\}\}|\$\([A-Za-z_][A-Za-z0-9_]*\)|%[sdv]|<[A-Za-z][\w .-]{0,80}>/g;

const token = /[^\s"'`,;|()<>{}\\]+/g;
const schemes = /[a-z][a-z0-9+.-]{0,30}:\/\//gi;
const url = /^([a-z][a-z0-9+.-]{0,30}):\/\//i;
/** What most texts with a host in them are: one URL, perhaps in quotes, without user-info, query or template. */
const onlyUrl = /^("?)(https?):\/\/([\w.-]+)(?::\d+)?(?:\/[\w./~+@-]*)?\1$/;
const hostLike =
  /^(?:\*\.|\.)?((?:[\p{L}\p{N}\uE000](?:[\p{L}\p{N}\uE000-]{0,61}[\p{L}\p{N}\uE000])?\.)+[\p{L}\p{N}\uE000][\p{L}\p{N}\uE000-]{0,61})\.?$/u;

const plainName = /^[a-z0-9.-]+\.[a-z]{2,}$/;

/** Endings that are top-level domains and far more often file names or field names: no host without a scheme or port. */
const fileLike = new Set(
  "ai app bar bz cab cc cfg do email foo gz id in is java map me md mo mov name ne no pl properties ps pub py rs sc sh so st tf to vi zip".split(
    " ",
  ),
);
/** First words of field paths and of package names written backwards. */
const pathLike = new Set(
  "com count data each env github inputs local matrix metadata module needs org path resource secrets self spec status steps terraform var".split(
    " ",
  ),
);
/** Keys of labels and annotations look like hosts with a path. */
const labelKey = /(?:^|\.)(?:kubernetes\.io|k8s\.io)$/;

/**
 * Finds the public hosts and addresses in a text, in order: URLs, and bare names with a registrable domain under an ICANN
 * suffix of the Public Suffix List. Names without one (`localhost`, `db.svc.cluster.local`), private addresses, networks
 * and e-mail addresses are no endpoints of anybody else's and are passed over. Template parts (`${…}`, `{{…}}`, `$(…)`,
 * `%s`, `<…>`) count as unknown: of `https://${var.b}.oss-us-west-1.aliyuncs.com` remains `oss-us-west-1.aliyuncs.com`.
 */
export function hostsIn(text: string): FoundHost[] {
  if (!text.includes(".") && !text.includes("://")) return [];
  const [, quote = "", scheme, host] = onlyUrl.exec(text) ?? [];
  if (scheme && host) {
    const one = publicHost(host, scheme, quote.length + scheme.length + "://".length);
    return one ? [one] : [];
  }
  const found: FoundHost[] = [];
  const filled = text.replace(holes, (template) => hole.repeat(template.length));
  for (const match of filled.matchAll(token)) found.push(...hostsInToken(match[0], match.index));
  return found;
}

/** The one public host or address that a text IS: a URL, or a name with or without port and path; null for anything else. */
export function hostOf(text: string): FoundHost | null {
  if (/\s/.test(text.trim())) return null;
  const found = hostsIn(text.trim());
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** Checks one name or address that is known to be an endpoint, such as a column of a list; null where it is not public. */
export function publicHost(name: string, scheme: string | null = null, offset = 0): FoundHost | null {
  const bare = name.startsWith("[") ? name.slice(1, name.indexOf("]")) : name;
  const address = publicAddress(bare);
  if (address !== undefined) return address === null ? null : { kind: "address", value: address, offset, scheme };
  const constant = name.length > longestName ? null : constantPart(name);
  const value = constant === null ? null : inAscii(constant);
  if (!value) return null;
  const { isIcann, domain, publicSuffix } = parse(value, { extractHostname: false, detectIp: false });
  if (!isIcann || !domain || publicSuffix === value) return null;
  return { kind: "host", value, offset: offset + Math.max(0, name.toLowerCase().indexOf(constant ?? name)), scheme };
}

/** Names of plain letters, which IDNA leaves as they are, are not sent through it. Empty for what is no name. */
function inAscii(name: string): string {
  return plainName.test(name) && !name.includes("xn--") ? name : domainToASCII(name).toLowerCase();
}

/** Several URLs can stand in one token, as in `a=https://x.com&b=https://y.com`; what stands before the first can be a bare name. */
function hostsInToken(raw: string, offset: number): FoundHost[] {
  const starts = [...raw.matchAll(schemes)].map((match) => match.index);
  const found = bareHosts(raw.slice(0, starts[0] ?? raw.length), offset);
  for (const [index, start] of starts.entries()) {
    const one = hostOfUrl(raw.slice(start, starts[index + 1]), offset + start);
    if (one) found.push(one);
  }
  return found;
}

function hostOfUrl(text: string, offset: number): FoundHost | null {
  const scheme = url.exec(text);
  if (!scheme?.[1]) return null;
  const rest = text.slice(scheme[0].length);
  // The last @ ends the user-info, even where a password holds a slash: better no host than a part of a password.
  const authority = /^[^/?#]*/.exec(rest)?.[0] ?? "";
  const at = authority.lastIndexOf("@") + 1;
  const [named = ""] = authority.slice(at).split(/[&=]/, 1);
  const host = withoutPort(named);
  return host === null ? null : publicHost(host, scheme[1].toLowerCase(), offset + scheme[0].length + at);
}

/** `host`, `host:443`, `host/path`, `KEY=host`, `user:password@host`; several joined by `=`, `&` or commas. */
function bareHosts(raw: string, offset: number): FoundHost[] {
  const found: FoundHost[] = [];
  for (const match of raw.matchAll(/[^=&]+/g)) {
    const one = bareHost(match[0], offset + match.index);
    if (one) found.push(one);
  }
  return found;
}

function bareHost(raw: string, offset: number): FoundHost | null {
  const at = raw.lastIndexOf("@") + 1;
  // `name@host` is an e-mail address; `name:password@host` is an endpoint.
  if (at > 0 && !raw.slice(0, at).includes(":")) return null;
  const [authority = ""] = raw.slice(at).split(/[/?#]/, 1);
  const path = raw.slice(at + authority.length);
  const host = withoutPort(authority);
  if (host === null || host.length > longestName || !host.includes(".")) return null;
  if (isAddress(host)) return path ? null : publicHost(host, null, offset + at);
  if (!hostLike.test(host)) return null;
  const labels = host.toLowerCase().split(".");
  const hasPort = authority.length > host.length;
  if (!hasPort && (fileLike.has(labels.at(-1) ?? "") || pathLike.has(labels[0] ?? ""))) return null;
  if (path && labelKey.test(host)) return null;
  return publicHost(host, null, offset + at);
}

/** The name without its port; null where what follows the colon is no port. */
function withoutPort(authority: string): string | null {
  if (authority.startsWith("[")) return /^(\[[0-9a-f:.%]+\])(?::\d*)?$/i.exec(authority)?.[1] ?? null;
  const [host = "", port, more] = authority.split(":");
  return more === undefined && /^[\d\uE000]*$/.test(port ?? "") ? host : null;
}

/** The labels right of the last template part; null where nothing constant is left. */
function constantPart(name: string): string | null {
  const host = hostLike.exec(name.toLowerCase())?.[1];
  if (!host) return null;
  const labels = host.split(".");
  return labels.slice(labels.findLastIndex((label) => label.includes(hole)) + 1).join(".") || null;
}

function isAddress(text: string): boolean {
  return isIP(text) !== 0 && !text.includes("%");
}

/** The address in its canonical form; null where it is nobody's in public; undefined where it is no address. */
function publicAddress(text: string): string | null | undefined {
  if (!isAddress(text)) return undefined;
  const address = ipaddr.process(text);
  return address.range() === "unicast" ? address.toString() : null;
}
