import { byText, type EnforcementPlan } from "../../model/index.js";
import { namesToBlock } from "./names.js";
import { prefixesOf } from "./prefixes.js";
import type { EnforcementRequest } from "./request.js";
import { softwareOf } from "./software.js";

const kinds = ["name", "prefix", "registry", "terraform", "package"];

/**
 * What carries a prohibition out: the names, prefixes, registries, Terraform providers and packages by which the services of the targets
 * are reached, each with its sources and who shares it. What others share, what something kept needs and what is only a lead is
 * withheld, and says why. The same request gives the same plan.
 */
export function enforcementPlan(request: EnforcementRequest, tool: EnforcementPlan["tool"]): EnforcementPlan {
  const { names, withheld: withheldNames } = namesToBlock(request);
  const { prefixes, withheld: withheldPrefixes } = prefixesOf(request);
  const { registries, terraform, packages, withheld: withheldSoftware } = softwareOf(request);
  const { reference } = request;
  return {
    schemaVersion: "1",
    tool,
    asOf: request.asOf,
    reference: { edition: reference.catalogue.edition, sha256: reference.sha256 },
    title: request.title,
    determination: request.determination,
    from: request.from,
    review: request.review,
    expires: request.expires,
    providers: request.targets.map(({ provider, regions }) => ({ id: provider.id, name: provider.names.english, regions })),
    notes: [...notesOn(request), ...(prefixes.length > 0 ? openByNameOnly(names) : [])],
    names,
    prefixes,
    registries,
    terraform,
    packages,
    withheld: [...withheldNames, ...withheldPrefixes, ...withheldSoftware].sort(
      (left, right) => kinds.indexOf(left.kind) - kinds.indexOf(right.kind) || byText(left.value, right.value),
    ),
  };
}

/** A filter of addresses knows no names: what stays open by name may have addresses that it cuts off. */
function openByNameOnly(names: EnforcementPlan["names"]): string[] {
  const open = [...new Set(names.flatMap(({ except }) => except))].sort(byText);
  if (open.length === 0) return [];
  return [
    `Stays open by name, and is cut off all the same by a filter of addresses where its addresses are in the ranges: ${open.join(", ")}.`,
  ];
}

function notesOn({ targets, kept, remarks, includeShared, routingTable, asOf, expires }: EnforcementRequest): string[] {
  const names = [...new Set(targets.map(({ provider }) => provider.names.english))].join(", ");
  const past = `EXPIRED: the last day was ${expires}, before this file was written. Do not load it; take out what is loaded.`;
  const notes = [
    ...(asOf > expires ? [past] : []),
    ...remarks,
    `What customers of ${names} run on its own names and addresses is cut off too: neither tells whose it is.`,
    `Address ranges are those of the routing table ${routingTable}; they change, so write this file anew before the day of review.`,
  ];
  if (targets.some(({ regions }) => regions.length > 0)) notes.push("Only what tells its region is blocked; the rest is withheld.");
  for (const { provider, region } of kept) notes.push(`Kept reachable: ${provider.names.english}${region ? `, ${region}` : ""}.`);
  if (includeShared) notes.push("What others share is blocked as well, as was asked for; each entry says with whom.");
  return notes;
}
