const address = /^((?:[a-z0-9+.-]+::)?[a-z][a-z0-9+.-]*:\/\/)([^/?#]*)([^?#]*)/i;
const hostAndPort = /^(?:\[[0-9a-f:.%]+\]|[^\s@:[\]]+)(?::\d*)?$/i;
const shellStyle = /^((?:[a-z0-9+.-]+::)?)[^\s@/:]+@([^\s@/:]+:[^?#]*)/i;

/**
 * Drops user-info, query and fragment of a URL or of a source such as `git::https://user:token@host/module?ref=v1`
 * (RFC 3986 section 3.2.1: user-info may hold a password; signed URLs carry their key in the query).
 * Text that is no URL loses everything from the first `?` or `#`. Where a password
 * with raw delimiters makes it unclear what is the host, only the scheme is left.
 */
export function redactUrl(text: string): string {
  const shell = shellStyle.exec(text);
  if (shell && !text.includes("://")) return `${shell[1] ?? ""}${shell[2] ?? ""}`;
  const parts = address.exec(text);
  if (!parts) return text.replace(/[?#].*$/s, "");
  const [whole, scheme = "", authority = "", path = ""] = parts;
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  const rest = path + text.slice(whole.length);
  if (!isPlainHost(host, authority, rest)) return scheme;
  return scheme + host + path;
}

/**
 * A password with a raw `/`, `?` or `#` ends the authority too early, so that a piece of it looks like the host or the port.
 * Then nobody can say what is host and what is secret, and nothing of it is kept.
 */
function isPlainHost(host: string, authority: string, rest: string): boolean {
  const userInfoMayFollow = /[^/]@/.test(rest) || rest.startsWith("@");
  if (host === "") return authority === "" && !userInfoMayFollow;
  return hostAndPort.test(host) && !(userInfoMayFollow && (/[:@]/.test(authority) || !host.includes(".")));
}
