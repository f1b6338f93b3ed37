import { type CaseEntry, type Day, eventClause, eventTitle, type Procedure, type ServiceMethod } from "../model/index.js";
import { type Confirmations, isConfirmed } from "./points.js";

/** Entries with the days on which papers count as served. */
export interface Services {
  entries: CaseEntry[];
  /** The days of service that a person confirmed: clocks run from them, while the case goes on from the day of the entry. */
  servedOn: ReadonlyMap<CaseEntry, Day>;
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

/** From which day a paper's clocks run: the confirmed day of service, or that of its entry. */
export function servedDay(entry: CaseEntry, { servedOn }: Pick<Services, "servedOn">): Day {
  return servedOn.get(entry) ?? entry.on;
}

/** Tells of each service of a paper from which day its clocks run, and what of that is not settled. */
export function servedEntries(entries: CaseEntry[], confirmed: CaseEntry[], context: Context): Services {
  const { procedure, confirmations, refuse } = context;
  const serving = new Set(procedure.moves.filter(({ serves }) => serves).map(({ event }) => event));
  const services = entries.filter(({ event }) => serving.has(event));
  const servedOn = confirmedDays(services, confirmed, refuse);
  const unsettled = new Map<CaseEntry, string>();
  const serviceRemarks = new Map<CaseEntry, string>();
  const readable = entries.filter((entry) => {
    if (!serving.has(entry.event) || procedure.services.length === 0) return true;
    const method = procedure.services.find(({ id }) => id === entry.method);
    if (entry.method !== undefined && !method) {
      refuse(entry, `there is no way of service ${entry.method}: one of ${procedure.services.map(({ id }) => id).join(", ")}`);
      return false;
    }
    if (servedOn.has(entry)) return true;
    if (!method)
      serviceRemarks.set(
        entry,
        `${eventTitle(procedure, entry.event)}, ${entry.on}: it does not say how it was served, and is counted from that day.`,
      );
    else if (method.counts === "once-confirmed" && !isConfirmed(`service/${method.id}`, confirmations))
      unsettled.set(entry, toConfirm(entry, method, procedure));
    return true;
  });
  return { entries: readable, servedOn, unsettled, serviceRemarks };
}

function toConfirm({ event, on }: CaseEntry, { title, citation, mark }: ServiceMethod, procedure: Procedure): string {
  const what = eventClause(procedure, event);
  return `the day of service (${what}): ${title} on ${on} does not settle it (${citation}, mark ${mark}); somebody who confirms the day does`;
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
