import type { CaseEntry, Procedure, ServiceMethod } from "../model/index.js";
import { type Confirmations, isConfirmed } from "./points.js";

/** Entries with the days on which papers count as served. */
export interface Services {
  entries: CaseEntry[];
  /** Of entries whose day of service is not settled: what a person has to confirm. */
  unsettled: ReadonlyMap<CaseEntry, string>;
  /** What is not said about service. */
  serviceRemarks: ReadonlyMap<CaseEntry, string>;
}

interface Context {
  procedure: Procedure;
  confirmations: Confirmations;
  refuse: (entry: CaseEntry, because: string) => void;
}

/** Puts each service of a paper on the day that its method gives it, or that a person confirmed. */
export function servedEntries(entries: CaseEntry[], confirmed: CaseEntry[], context: Context): Services {
  const { procedure, confirmations, refuse } = context;
  const serving = new Set(procedure.moves.filter(({ serves }) => serves).map(({ event }) => event));
  const services = entries.filter(({ event }) => serving.has(event));
  const days = confirmedDays(services, confirmed, refuse);
  const unsettled = new Map<CaseEntry, string>();
  const serviceRemarks = new Map<CaseEntry, string>();
  const placed = entries.flatMap((entry) => {
    if (!serving.has(entry.event) || procedure.services.length === 0) return [entry];
    const method = procedure.services.find(({ id }) => id === entry.method);
    if (entry.method !== undefined && !method) {
      refuse(entry, `there is no way of service ${entry.method}: one of ${procedure.services.map(({ id }) => id).join(", ")}`);
      return [];
    }
    const effective = days.get(entry);
    if (effective !== undefined) return [effective === entry.on ? entry : { ...withoutInstant(entry), on: effective }];
    if (!method) serviceRemarks.set(entry, `${entry.event} of ${entry.on} does not say how it was served: counted from that day.`);
    else if (method.counts === "once-confirmed" && !isConfirmed(`service/${method.id}`, confirmations))
      unsettled.set(entry, toConfirm(entry, method));
    return [entry];
  });
  return { entries: placed, unsettled, serviceRemarks };
}

function toConfirm({ event, on }: CaseEntry, { title, citation, mark }: ServiceMethod): string {
  return `the day of service of ${event}: ${title} on ${on} does not settle it (${citation}, mark ${mark}); an entry service-confirmed does`;
}

/** The days of service that a person confirmed, by the entry of the service; the latest confirmation holds. */
function confirmedDays(services: CaseEntry[], confirmed: CaseEntry[], refuse: Context["refuse"]): Map<CaseEntry, string> {
  const days = new Map<CaseEntry, string>();
  for (const entry of confirmed) {
    const service = entry.confirms === undefined ? latest(services) : services.find(({ id }) => id === entry.confirms);
    if (!service)
      refuse(entry, entry.confirms === undefined ? "nothing has been served" : `nothing was served by an entry ${entry.confirms}`);
    else if (!entry.by || !entry.effective) refuse(entry, "it does not say who confirms, or which day");
    else if (entry.effective < service.on) refuse(entry, `${entry.effective} lies before the paper went out on ${service.on}`);
    else days.set(service, entry.effective);
  }
  return days;
}

function latest(services: CaseEntry[]): CaseEntry | undefined {
  return services.reduce<CaseEntry | undefined>((found, one) => (found && found.on > one.on ? found : one), undefined);
}

function withoutInstant({ at: _, ...entry }: CaseEntry): CaseEntry {
  return entry;
}
