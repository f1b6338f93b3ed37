import { createRequire } from "node:module";
import type * as Tldts from "tldts";

let list: typeof Tldts | undefined;

/**
 * The public suffix that a name in lower case ends in, and whether registries (ICANN) listed it; with `ownersToo`, suffixes that their
 * owners listed count as well. The list is loaded when first asked, and by `require`, which takes a third of the time of an import.
 */
export function publicSuffixOf(name: string, ownersToo: boolean): { publicSuffix: string | null; isIcann: boolean | null } {
  list ??= createRequire(import.meta.url)("tldts") as typeof Tldts;
  return list.parse(name, { extractHostname: false, detectIp: false, allowPrivateDomains: ownersToo });
}
