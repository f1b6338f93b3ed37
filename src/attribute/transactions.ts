import { holdingsIn, systemFinder } from "../model/declared-assets.js";
import type { AttributedObservation, Attribution, Inventory, Reference, Transaction } from "../model/index.js";
import { byText, confidences } from "../model/order.js";
import { placeHoldings } from "./holdings.js";
import { joinTraffic } from "./join.js";
import { normalName } from "./name-index.js";
import { signatureIndex } from "./signature-index.js";
import { operatorOf, UNDECLARED, type Use } from "./use.js";

export interface FormedTransactions {
  transactions: Transaction[];
  /** What had to be assumed to form them, in sentences. */
  assumptions: string[];
}

/**
 * Forms transactions: what the subject uses of one provider, in one way, run by one operator in one region, for one system. What is
 * declared is joined with the traffic seen; a far side that only knocked on the door forms none. In the order of their ids.
 */
export function formTransactions(
  attributed: AttributedObservation[],
  inventory: Inventory | null,
  trafficRead: boolean,
  reference: Reference,
): FormedTransactions {
  const isSubject = subjectTest(inventory, reference);
  const known = attributed.filter((one) => one.attribution.provider !== null && !isSubject(one.attribution));
  const grouped = groupUses(
    known.filter((one) => !one.traffic),
    inventory,
    reference,
  );
  const declared = mergeVendorEntries(mergeUnclaimed(mergeUnplaced(grouped)));
  const { uses, assumptions } = joinTraffic(
    declared,
    known.filter((one) => one.traffic),
    reference,
  );
  const transactions = withUniqueIds(uses.map((use) => layOut(use, inventory, trafficRead, reference)));
  const { extra, notes } = placeHoldings(transactions, attributed, inventory);
  return {
    transactions: transactions
      .map((one) => ({ ...one, holdings: unique([...one.holdings, ...(extra.get(one.id) ?? [])]) }))
      .sort((left, right) => byText(left.id, right.id)),
    assumptions: [
      ...subjectNote(
        attributed.filter((one) => isSubject(one.attribution)),
        inventory,
      ),
      ...assumptions,
      ...notes,
    ],
  };
}

/** The subject is not its own counterparty: its brand, or a company of its name. */
function subjectTest(inventory: Inventory | null, reference: Reference): (attribution: Attribution) => boolean {
  if (!inventory) return () => false;
  const bearers = signatureIndex(reference).names().bearers(inventory.subject.name);
  const providers = new Set(bearers.map((one) => one.provider.id));
  const name = normalName(inventory.subject.name);
  return ({ provider, operator }) => {
    if (provider && providers.has(provider)) return true;
    const company = operator ? reference.party(operator) : undefined;
    return company !== undefined && normalName(company.name) === name;
  };
}

function subjectNote(own: AttributedObservation[], inventory: Inventory | null): string[] {
  if (own.length === 0 || !inventory) return [];
  return [`${own.length} observations are of services of ${inventory.subject.name} itself: the subject is not its own counterparty.`];
}

function groupUses(observations: AttributedObservation[], inventory: Inventory | null, reference: Reference): Use[] {
  const systemsOf = systemFinder(inventory?.systems ?? []);
  const uses = new Map<string, Use>();
  for (const observation of observations) {
    const { provider, region } = observation.attribution;
    if (!provider) continue;
    const operator = operatorOf(observation, reference);
    const kind = kindOfUse(observation);
    const systems = systemsOf(observation);
    for (const system of systems.length > 0 ? systems : [UNDECLARED]) {
      const key = [kind, provider, operator, region ?? "", system].join(" ");
      const use = uses.get(key) ?? { kind, provider, operator, region, system, observations: [], traffic: [] };
      use.observations.push(observation);
      uses.set(key, use);
    }
  }
  return [...uses.values()];
}

function kindOfUse(observation: AttributedObservation): Transaction["kind"] {
  switch (observation.kind) {
    case "image":
    case "package":
    case "package-source":
    case "terraform-module":
    case "terraform-provider":
      return "software";
    case "vendor":
      return "vendor";
    default:
      // A vendor's own website stands in the vendor list; the subject hosts nothing there.
      return observation.context?.address?.startsWith("vendor/") ? "vendor" : "hosting";
  }
}

/** What names no region joins the one region that the same use names elsewhere; of several regions none is guessed. */
function mergeUnplaced(uses: Use[]): Use[] {
  return mergeInto(
    uses,
    (use) => use.region === null,
    (use, other) => other.region !== null && isSameDeal(use, other) && use.system === other.system,
  );
}

/** A bill of materials names services that are deployed elsewhere: they join the one system that uses the same; of several none is guessed. */
function mergeUnclaimed(uses: Use[]): Use[] {
  return mergeInto(
    uses,
    (use) => use.system === UNDECLARED && use.observations.every((one) => one.context?.address?.startsWith("service/")),
    (use, other) => other.system !== UNDECLARED && isSameDeal(use, other) && (use.region === other.region || use.region === null),
  );
}

/** A line of the vendor list is no deal beside the use that it stands for: it joins the hosting by that provider, else its software. */
function mergeVendorEntries(uses: Use[]): Use[] {
  return uses.filter((use) => {
    if (use.kind !== "vendor") return true;
    const others = uses.filter((other) => other.kind !== "vendor" && other.provider === use.provider);
    const hosting = others.filter((other) => other.kind === "hosting");
    for (const other of hosting.length > 0 ? hosting : others) other.observations.push(...use.observations);
    return others.length === 0;
  });
}

function mergeInto(uses: Use[], loose: (use: Use) => boolean, fits: (use: Use, other: Use) => boolean): Use[] {
  return uses.filter((use) => {
    if (!loose(use)) return true;
    const candidates = uses.filter((other) => fits(use, other));
    const [only] = candidates;
    if (candidates.length !== 1 || !only) return true;
    only.observations.push(...use.observations);
    return false;
  });
}

function isSameDeal(one: Use, other: Use): boolean {
  return one.kind === other.kind && one.provider === other.provider && one.operator === other.operator;
}

function layOut(use: Use, inventory: Inventory | null, trafficRead: boolean, reference: Reference): Transaction {
  const all = [...use.observations, ...use.traffic];
  const attributions = all.map((one) => one.attribution);
  const sum = (bytes: (one: AttributedObservation) => number) => use.traffic.reduce((total, one) => total + bytes(one), 0);
  const served = unique(use.observations.flatMap((one) => one.attribution.servedFrom ?? []));
  return {
    id: [use.kind, use.provider, use.region ?? "any-region", use.system].join(":"),
    kind: use.kind,
    provider: use.provider,
    services: unique(attributions.flatMap((one) => one.service ?? [])),
    region: use.region,
    servedFrom: served.length === 1 ? (served[0] ?? null) : null,
    operator: use.operator,
    owner: attributions.find((one) => one.owner !== null)?.owner ?? null,
    technology: unique(attributions.flatMap((one) => technologyAuthor(one.technology, reference))).filter(
      (author) => author !== use.operator,
    ),
    system: use.system,
    holdings: use.kind === "software" ? [] : holdingsIn(all, inventory?.holdings ?? []),
    join: joinOf(use, trafficRead),
    observations: unique(all.map((one) => one.id)),
    bytesSent: sum((one) => one.traffic?.bytesSent ?? 0),
    bytesReceived: sum((one) => one.traffic?.bytesReceived ?? 0),
    confidence: confidences[Math.min(...attributions.map((one) => confidences.indexOf(one.confidence ?? "low")))] ?? "low",
  };
}

/** The author as a party where one of that name is on file, or else as the artefact names it. */
function technologyAuthor(technology: Attribution["technology"], reference: Reference): string[] {
  if (!technology) return [];
  const named = reference.catalogue.parties.find((party) => party.name === technology.author);
  const brand = technology.provider ? reference.provider(technology.provider)?.operator : undefined;
  return [named?.id ?? brand ?? technology.author];
}

function joinOf(use: Use, trafficRead: boolean): Transaction["join"] {
  if (use.observations.length === 0) return "seen-never-declared";
  if (!trafficRead) return "declared-no-traffic-read";
  return use.traffic.length > 0 ? "declared-and-seen" : "declared-never-seen";
}

function withUniqueIds(transactions: Transaction[]): Transaction[] {
  const counts = new Map<string, number>();
  for (const { id } of transactions) counts.set(id, (counts.get(id) ?? 0) + 1);
  return transactions.map((one) => ((counts.get(one.id) ?? 0) > 1 ? { ...one, id: `${one.id}:${one.operator}` } : one));
}

function unique(all: string[]): string[] {
  return [...new Set(all)].sort(byText);
}
