import type { EnforcementFormat } from "./format.js";
import { headerLines } from "./header.js";

/**
 * A response policy zone: a resolver that loads it answers that the names do not exist, and drops answers that hold the addresses.
 * @see https://datatracker.ietf.org/doc/html/draft-vixie-dnsop-dns-rpz-00
 */
export const dnsRpz: EnforcementFormat = {
  id: "dns-rpz",
  title: "DNS response policy zone (BIND, Unbound, Knot, PowerDNS)",
  specification: "https://datatracker.ietf.org/doc/html/draft-vixie-dnsop-dns-rpz-00",
  fileName: "beholden.rpz",
  render(plan) {
    const names = plan.names.flatMap(({ suffix, except }) => [
      ...except.flatMap((open) => [`${open} CNAME rpz-passthru.`, `*.${open} CNAME rpz-passthru.`]),
      `${suffix} CNAME .`,
      `*.${suffix} CNAME .`,
    ]);
    const lines = [
      ...headerLines(plan, ["name", "prefix"]).map((line) => `; ${line}`.trimEnd()),
      "$TTL 300",
      soa(plan.from),
      "@ NS localhost.",
      ...names,
    ];
    return `${lines.join("\n")}\n`;
  },
};

function soa(from: string): string {
  return `@ SOA localhost. root.localhost. ${from.replaceAll("-", "")}00 3600 600 86400 300`;
}
