import ipaddr from "ipaddr.js";
import { parse as parseDomain } from "tldts";
import { contentsOf, type Entry, entriesOf, problemAt } from "./entries.js";
import type { ReferenceFile, ReferenceProblem } from "./parse.js";

/** Whatever names a party or a list names one that exists; addresses and suffixes are written as they are looked up. */
export function checkReferences(files: ReferenceFile[]): ReferenceProblem[] {
  const providers = contentsOf(files, "provider");
  const lists = contentsOf(files, "list");
  const withParties = [...providers, ...contentsOf(files, "parties")];
  const parties = new Set(withParties.flatMap(({ value }) => (value.parties ?? []).map(({ id }) => id)));
  const listIds = new Set(lists.map(({ value }) => value.list.id));

  const unresolved = (entry: Entry<unknown>, key: string, id: string | undefined): ReferenceProblem[] =>
    id === undefined || parties.has(id) ? [] : [problemAt(entry, `${key} ${id} is no party of the reference`, key)];

  return [
    ...providers.flatMap((entry) => [
      ...unresolved(entry, "operator", entry.value.operator),
      ...unresolved(entry, "group", entry.value.group),
      ...entriesOf(entry.file, ["regions"], entry.value.regions).flatMap((region) => unresolved(region, "operator", region.value.operator)),
      ...entriesOf(entry.file, ["signatures", "asns"], entry.value.signatures.asns).flatMap((asn) =>
        unresolved(asn, "party", asn.value.party),
      ),
      ...entriesOf(entry.file, ["ties"], entry.value.ties).flatMap((tie) => unresolved(tie, "party", tie.value.party)),
      ...entriesOf(entry.file, ["priorActions"], entry.value.priorActions).flatMap((action) =>
        unresolved(action, "party", action.value.party),
      ),
      ...entriesOf(entry.file, ["signatures", "prefixes"], entry.value.signatures.prefixes).flatMap((prefix) =>
        checkPrefix(prefix, entry.value),
      ),
      ...entriesOf(entry.file, ["signatures", "domains"], entry.value.signatures.domains).flatMap(checkSuffix),
      ...entriesOf(entry.file, ["usLocations"], entry.value.usLocations).flatMap((place) => checkRegion(place, entry.value)),
    ]),
    ...withParties
      .flatMap(({ file, value }) => entriesOf(file, ["interests"], value.interests))
      .flatMap((interest) => [
        ...unresolved(interest, "owner", interest.value.owner),
        ...unresolved(interest, "owned", interest.value.owned),
      ]),
    ...[...providers, ...lists]
      .flatMap(({ file, value }) => entriesOf(file, ["listings"], value.listings))
      .flatMap((listing) => [
        ...unresolved(listing, "party", listing.value.party),
        ...(listIds.has(listing.value.list) ? [] : [problemAt(listing, `list ${listing.value.list} is no list of the reference`, "list")]),
      ]),
    ...contentsOf(files, "governments")
      .flatMap(({ file, value }) => entriesOf(file, ["governments"], value.governments))
      .flatMap((government) => unresolved(government, "party", government.value.party)),
    ...contentsOf(files, "measures").flatMap(({ file, value }) => {
      const instruments = new Set(value.breaches.map(({ id }) => id));
      return entriesOf(file, ["measures"], value.measures).flatMap((measure) =>
        measure.value.breach
          .filter((id) => !instruments.has(id))
          .map((id) => problemAt(measure, `breach ${id} is not among the breaches of this file`, "breach")),
      );
    }),
  ];
}

type Regioned = { id: string; regions?: { id: string }[] | undefined };

function checkRegion(entry: Entry<{ region?: string | undefined }>, provider: Regioned): ReferenceProblem[] {
  const { region } = entry.value;
  if (region === undefined || provider.regions?.some(({ id }) => id === region)) return [];
  return [problemAt(entry, `region ${region} is no region of ${provider.id}`, "region")];
}

function checkPrefix(entry: Entry<{ prefix: string; region?: string | undefined }>, provider: Regioned): ReferenceProblem[] {
  const { prefix } = entry.value;
  const family = ipaddr.IPv4.isValidCIDR(prefix) ? ipaddr.IPv4 : ipaddr.IPv6.isValidCIDR(prefix) ? ipaddr.IPv6 : undefined;
  const written = family && `${family.networkAddressFromCIDR(prefix)}/${family.parseCIDR(prefix)[1]}`;
  const address =
    written === prefix ? [] : [problemAt(entry, `${prefix} is no address prefix such as 192.0.2.0/24 or 2001:db8::/32`, "prefix")];
  return [...address, ...checkRegion(entry, provider)];
}

/** A suffix under which anybody registers names, such as co.uk, belongs to no provider; a top-level domain of its own, such as aws, may. */
function checkSuffix(entry: Entry<{ suffix: string }>): ReferenceProblem[] {
  const { suffix } = entry.value;
  if (!/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(suffix)) {
    return [problemAt(entry, `${suffix} is no domain suffix; expected lower case without a wildcard, such as aliyuncs.com`, "suffix")];
  }
  const { publicSuffix, isIcann } = parseDomain(`name.${suffix}`);
  if (!suffix.includes(".") || !isIcann || publicSuffix !== suffix) return [];
  return [problemAt(entry, `${suffix} is a public suffix, under which anybody registers names`, "suffix")];
}
