import ipaddr from "ipaddr.js";

/**
 * The address of whoever asks. What `X-Forwarded-For` says is believed of a trusted proxy alone, and of what it says only the last hop that is no
 * trusted proxy: everything before that anybody can write.
 *
 * @param trusted addresses and networks of proxies, such as `10.0.0.1` and `10.0.0.0/8`
 */
export function callerOf(request: Request, connected: string, trusted: readonly string[]): string {
  if (!isTrusted(connected, trusted)) return connected;
  const hops = (request.headers.get("X-Forwarded-For") ?? "").split(",").map((hop) => hop.trim());
  const caller = hops.findLast((hop) => !isTrusted(hop, trusted));
  return caller !== undefined && ipaddr.isValid(caller) ? ipaddr.process(caller).toString() : connected;
}

/** Whether a text is an address or a network of proxies. */
export function isProxy(text: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text) || ipaddr.isValidCIDR(text);
}

function isTrusted(address: string, trusted: readonly string[]): boolean {
  if (!ipaddr.isValid(address)) return false;
  const known = ipaddr.process(address);
  return trusted.some((one) => {
    if (!ipaddr.isValidCIDR(one)) return ipaddr.process(one).toString() === known.toString();
    const [network, length] = ipaddr.parseCIDR(one);
    return network.kind() === known.kind() && known.match(network, length);
  });
}
