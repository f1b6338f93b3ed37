import type { Holding, ListedIdentifier, RulePack, Verdict } from "../model/index.js";
import { says } from "./statements.js";
import { anyOf } from "./verdicts.js";

/** What a pack says about data. */
export type DataParameters = NonNullable<RulePack["data"]>;

/** Words by which the name of an identifier says that it is not the whole of it. */
const notWhole = ["truncated", "partial", "masked", "redacted", "last", "ending"];

/** The identifiers of a holding that the pack lists, each once: those of a full-only group only where they are not truncated. */
export function listedIdentifiers(holding: Holding, data: DataParameters): ListedIdentifier[] {
  const listed = holding.identifiers.filter(({ group, name }) => {
    const known = data.identifierGroups.find((one) => one.group === group);
    return known !== undefined && !(known.fullOnly && says(name, notWhole));
  });
  return [...new Map(listed.map((one) => [`${one.group}\n${one.name}`, one])).values()];
}

/**
 * Whether the identifiers of a holding count as covered personal identifiers: one listed identifier together with another, or
 * linked to one, unless all are contact data, or all are network data needed for a network service (28 CFR 202.212). That need
 * cannot be told from the data, so network data alone stays open unless it is declared. So does a link to another holding of the same
 * counterparty.
 *
 * @param besideSensitive the holding, or one that it is declared to be linked with, is sensitive personal data of another category
 */
export function identifiersCount(holding: Holding, others: Holding[], data: DataParameters, besideSensitive = false): Verdict {
  const labelled = data.identifierCategory !== undefined && holding.categories.includes(data.identifierCategory);
  if (holding.identifiers.length === 0) return labelled ? "yes" : "no";
  const linkedToSensitive = besideSensitive && holding.linkedTogether === true && listedIdentifiers(holding, data).length > 0;
  const counted = anyOf([linkedToSensitive ? "yes" : "no", withinHolding(holding, data), acrossHoldings(holding, others, data)]);
  return labelled && counted === "no" ? "cannot-be-excluded" : counted;
}

function withinHolding(holding: Holding, data: DataParameters): Verdict {
  const together = countTogether(listedIdentifiers(holding, data), data, holding.neededForNetworkService);
  if (holding.linkedTogether === false) return "no";
  return holding.linkedTogether === null && together === "yes" ? "cannot-be-excluded" : together;
}

function acrossHoldings(holding: Holding, others: Holding[], data: DataParameters): Verdict {
  const own = listedIdentifiers(holding, data);
  if (own.length === 0 || holding.linkedTogether === false) return "no";
  const linkable = others.filter((other) => other !== holding && other.linkedTogether !== false);
  const withOthers = (some: Holding[]) =>
    countTogether([...own, ...some.flatMap((other) => listedIdentifiers(other, data))], data, holding.neededForNetworkService);
  const linked = linkable.filter(({ id }) => holding.linkedWith?.includes(id));
  if (linked.length > 0 && withOthers(linked) === "yes") return "yes";
  return withOthers(linkable) === "no" ? "no" : "cannot-be-excluded";
}

function countTogether(identifiers: ListedIdentifier[], data: DataParameters, neededForNetworkService: boolean | undefined): Verdict {
  const distinct = new Set(identifiers.map(({ group, name }) => `${group}\n${name}`));
  if (distinct.size < 2) return "no";
  if (identifiers.every(({ group }) => data.contactGroups.includes(group))) return "no";
  if (!identifiers.every(({ group }) => data.networkGroups.includes(group))) return "yes";
  return neededForNetworkService === undefined ? "cannot-be-excluded" : neededForNetworkService ? "no" : "yes";
}
