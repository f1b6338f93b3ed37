import { z } from "zod";
import { listCalendars } from "../../docket/index.js";
import { CalendarList, type Catalogue, MeasureCatalogue } from "../../model/index.js";
import { numberFrom } from "../fields.js";
import { type Route, route } from "../route.js";

const common = { tag: "library", permission: "tools:use", method: "GET", commands: [], refusals: [] } as const;

/** What answers and clocks are made from, to be read: measures and calendars. Rules and lists have addresses of their own. */
export const libraryRoutes: readonly Route[] = [
  route({
    ...common,
    path: "/api/library/measures",
    id: "listMeasures",
    summary: "The catalogue of measures: what each cuts, what it leaves, how it is verified, and what a breach means",
    answer: { description: "The measures", schema: MeasureCatalogue },
    handle: async () => {
      const { loadReference } = await import("../../reference/load.js");
      return { json: measuresOf(loadReference().catalogue) };
    },
  }),
  route({
    ...common,
    path: "/api/library/calendars",
    id: "listCalendars",
    summary: "The calendars that clocks are counted by, with the holidays and closures of a year",
    query: z.strictObject({ year: numberFrom(1900, 2200).optional().describe("default: this one") }),
    answer: { description: "The calendars", schema: CalendarList },
    handle: async ({ query, at }) => ({ json: listCalendars(query.year ?? Number(at.slice(0, 4))) }),
  }),
];

function measuresOf({ edition, measures, breaches, sources }: Catalogue): MeasureCatalogue {
  const named = new Set(
    [...measures, ...measures.flatMap(({ verifier, frequency }) => [verifier, frequency]), ...(breaches ?? [])].flatMap(
      (one) => one?.sources ?? [],
    ),
  );
  const told = [...named].flatMap((id) => {
    const source = sources[id];
    return source ? [[id, { title: source.title, url: source.url }] as const] : [];
  });
  return { schemaVersion: "1", edition, measures, breaches: breaches ?? [], sources: Object.fromEntries(told) };
}
