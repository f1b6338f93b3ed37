import { hextets } from "./addresses.js";
import type { EnforcementFormat } from "./format.js";
import { commented, headerLines } from "./header.js";

/** Room for the zone's own name and `*.` behind and before a name of at most 253 characters. */
const longestName = 200;

/**
 * A response policy zone: a resolver that loads it answers that the names, and names whose addresses are in the ranges, do not exist.
 * @see https://datatracker.ietf.org/doc/html/draft-vixie-dnsop-dns-rpz-00
 */
export const dnsRpz: EnforcementFormat = {
  id: "dns-rpz",
  title: "DNS response policy zone, for BIND, Unbound, Knot and PowerDNS",
  specification: "https://datatracker.ietf.org/doc/html/draft-vixie-dnsop-dns-rpz-00",
  fileName: "beholden.rpz",
  render(plan) {
    const tooLong = plan.names.filter(({ suffix }) => suffix.length > longestName);
    const names = plan.names.filter(({ suffix }) => suffix.length <= longestName);
    const open = [...new Set(names.flatMap(({ except }) => except.filter((name) => name.length <= longestName)))];
    const lines = [
      ...commented(";", headerLines(plan, ["name", "prefix"])),
      ...commented(
        ";",
        tooLong.map(({ suffix }) => `Too long for a policy zone, and not blocked by this file: ${suffix}`),
      ),
      "$TTL 300",
      // A serial by the day of the facts: an edition written later for the same first day is taken over by secondaries.
      `@ SOA localhost. root.localhost. ${plan.asOf.replaceAll("-", "")}00 3600 600 86400 300`,
      "@ NS localhost.",
      ...(open.length > 0 ? ["; of others, stays open"] : []),
      ...open.flatMap((name) => [`${name} CNAME rpz-passthru.`, `*.${name} CNAME rpz-passthru.`]),
      ...names.flatMap(({ suffix }) => [`${suffix} CNAME .`, `*.${suffix} CNAME .`]),
      ...plan.prefixes.map(({ prefix, family }) => `${trigger(prefix, family)}.rpz-ip CNAME .`),
    ];
    return `${lines.join("\n")}\n`;
  },
};

/** `192.0.2.0/24` is `24.0.2.0.192`, `2001:db8::/32` is `32.zz.db8.2001`: the length, then the parts from the right, `zz` for `::`. */
function trigger(prefix: string, family: 4 | 6): string {
  const [address = "", length = ""] = prefix.split("/");
  const parts = family === 4 ? address.split(".") : hextets(address);
  return [length, ...parts.reverse()].join(".");
}
