import type { AttributedObservation, Reference, Transaction } from "../model/index.js";
import { operatorOf, UNDECLARED, type Use } from "./use.js";

/** Which kind of declared use traffic with the same provider most likely belongs to. */
const likeliestFirst: Transaction["kind"][] = ["hosting", "vendor", "software"];

/**
 * Joins traffic with the declared uses of the same provider: with those in the same region, else with those of the likeliest kind.
 * Traffic that fits no declared use becomes a use of its own. A far side that only opened connections to the subject is no
 * counterparty: it is counted and forms nothing.
 */
export function joinTraffic(
  declared: Use[],
  traffic: AttributedObservation[],
  reference: Reference,
): { uses: Use[]; assumptions: string[] } {
  const inbound = traffic.filter((one) => one.traffic?.direction === "inbound");
  const undeclared = new Map<string, Use>();
  const shared = new Map<string, number>();
  for (const one of traffic) {
    if (one.traffic?.direction === "inbound") continue;
    const fitting = fittingUses(declared, one);
    for (const use of fitting) use.traffic.push(one);
    if (fitting.length > 1) shared.set(fitting[0]?.provider ?? "", fitting.length);
    if (fitting.length === 0) addUndeclared(undeclared, one, reference);
  }
  return {
    uses: [...declared, ...undeclared.values()],
    assumptions: [...inboundNote(inbound), ...sharedNotes(shared), ...unknownDirectionNote(traffic)],
  };
}

function fittingUses(declared: Use[], observation: AttributedObservation): Use[] {
  const { provider, region } = observation.attribution;
  const same = declared.filter((use) => use.provider === provider);
  const sameRegion = region === null ? [] : same.filter((use) => use.region === region);
  const candidates = sameRegion.length > 0 ? sameRegion : same;
  const kind = likeliestFirst.find((one) => candidates.some((use) => use.kind === one));
  return candidates.filter((use) => use.kind === kind);
}

function addUndeclared(undeclared: Map<string, Use>, one: AttributedObservation, reference: Reference): void {
  const { provider, region } = one.attribution;
  if (!provider) return;
  const operator = operatorOf(one, reference);
  const key = [provider, operator, region ?? ""].join(" ");
  const use = undeclared.get(key) ?? { kind: "traffic", provider, operator, region, system: UNDECLARED, observations: [], traffic: [] };
  use.traffic.push(one);
  undeclared.set(key, use);
}

function inboundNote(inbound: AttributedObservation[]): string[] {
  if (inbound.length === 0) return [];
  const providers = new Set(inbound.map((one) => one.attribution.provider)).size;
  return [
    `${inbound.length} addresses of ${providers} known providers only opened connections to the subject: they are no dependency and form no transaction.`,
  ];
}

function sharedNotes(shared: Map<string, number>): string[] {
  return [...shared].map(
    ([provider, uses]) => `Traffic with ${provider} could not be told apart between its ${uses} declared uses; it counts as seen for each.`,
  );
}

function unknownDirectionNote(traffic: AttributedObservation[]): string[] {
  const unknown = traffic.filter((one) => one.traffic?.direction === "unknown").length;
  return unknown > 0
    ? [`For ${unknown} addresses the log does not tell who opened the connection; they are taken as used by the subject.`]
    : [];
}
