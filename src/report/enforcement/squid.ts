import type { EnforcementFormat } from "./format.js";
import { commented, headerLines } from "./header.js";

/**
 * Access rules to include in squid.conf before the first `http_access allow`.
 * @see http://www.squid-cache.org/Doc/config/acl/
 */
export const squid: EnforcementFormat = {
  id: "squid",
  title: "Squid: names and addresses that the proxy denies",
  specification: "http://www.squid-cache.org/Doc/config/acl/",
  fileName: "beholden-squid.conf",
  render(plan) {
    // A name below another one in the same list is refused by Squid, so both lists hold the outermost names only.
    const open = outermost(plan.names.flatMap(({ except }) => except));
    const unless = open.length > 0 ? " !beholden_open" : "";
    const lines = [
      ...commented("#", headerLines(plan, ["name", "prefix"])),
      ...commented("#", ["", "Include it in squid.conf before the first http_access allow."]),
      ...plan.names.map(({ suffix }) => `acl beholden_names dstdomain .${suffix}`),
      ...open.map((suffix) => `acl beholden_open dstdomain .${suffix}`),
      ...plan.prefixes.map(({ prefix }) => `acl beholden_addresses dst ${prefix}`),
      ...(plan.names.length > 0 ? [`http_access deny beholden_names${unless}`] : []),
      ...(plan.prefixes.length > 0 ? [`http_access deny beholden_addresses${unless}`] : []),
    ];
    return `${lines.join("\n")}\n`;
  },
};

function outermost(names: readonly string[]): string[] {
  const all = new Set(names);
  return [...all].filter((name) => ![...all].some((other) => other !== name && name.endsWith(`.${other}`)));
}
