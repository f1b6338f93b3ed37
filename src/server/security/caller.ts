/**
 * The address of whoever asks. What `X-Forwarded-For` says is believed of a trusted proxy alone, and of what it says only the last hop that is no
 * trusted proxy: everything before that anybody can write.
 */
export function callerOf(request: Request, connected: string, trusted: readonly string[]): string {
  const proxies = new Set(trusted.map(plain));
  if (!proxies.has(plain(connected))) return connected;
  const hops = (request.headers.get("X-Forwarded-For") ?? "").split(",").map((hop) => plain(hop.trim()));
  const caller = hops.findLast((hop) => !proxies.has(hop));
  return caller && /^[0-9a-f.:]{2,45}$/.test(caller) ? caller : connected;
}

/** An IPv4 address as itself, where a socket for both kinds writes it as IPv6. */
function plain(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
}
