import { eventTitle } from "../../src/model/event-words.js";
import type { Procedure, ShownEvent } from "../../src/model/index.js";
import { eventDetails } from "../../src/report/docket/cases.js";
import type { SeenCase } from "../api/cases.js";
import type { FilterField, FilterFields } from "../filter/filter.js";
import { daysInWords, dayWords } from "../parts/days.js";
import type { Column } from "../parts/virtual-rows.js";
import style from "./docket.module.css";
import { readsNow } from "./event-names.js";
import { filingsOf } from "./filings.js";

/** An event of a docket, with what the table shows and filters by. */
export interface EventRow {
  event: ShownEvent;
  now: ShownEvent["entry"];
  title: string;
  /** How it was served, and from when that counts. */
  served: string;
  document: string;
  /** That it was corrected, struck out, has no effect, or was late. */
  marks: string[];
  fields: FilterFields;
}

/** The fields of a filter on events. */
export const eventFields: readonly FilterField[] = [
  {
    id: "is",
    about: "what became of it",
    values: ["in-force", "corrected", "struck-out", "without-effect", "served", "early", "same-day", "late"],
  },
  { id: "event", about: "its name or title" },
  { id: "on", about: "its day, such as 2026-03" },
  { id: "by", about: "who signed or acted" },
  { id: "recorded", about: "who recorded it" },
  { id: "agency", about: "of it" },
];

/** The events of a case as rows, oldest first. */
export function eventRows(shown: SeenCase, procedure: Procedure | undefined): EventRow[] {
  const without = new Map(shown.standing?.ineffective.map((one) => [one.entry.id, one]) ?? []);
  const confirmed = new Map(
    shown.events.flatMap(({ entry }) => (entry.event === "service-confirmed" && entry.confirms ? [[entry.confirms, entry.effective]] : [])),
  );
  const filed = filingsOf(shown.standing, procedure);
  return shown.events.map((event): EventRow => {
    const { number, entry, corrected, recorded } = event;
    const now = corrected === "corrected" ? readsNow(event, shown.events) : entry;
    const title = eventTitle(procedure, entry.event);
    const ineffective = without.get(String(number));
    const effective = confirmed.get(String(number));
    const service = procedure?.services.find(({ id }) => id === now.method);
    const served = now.method
      ? `${service?.title ?? now.method}${effective ? `, counts from ${dayWords(effective)}` : service?.counts === "once-confirmed" ? ", not confirmed" : ""}`
      : "";
    const filings = corrected === "struck-out" ? [] : filed({ number, entry: now });
    const marks = [
      ...filings.map(({ words }) => words),
      ...(corrected === "no" ? [] : [corrected === "corrected" ? "corrected" : "struck out"]),
      ...(ineffective ? [`without effect: ${ineffective.because} (${ineffective.citation})`] : []),
    ];
    const is = [
      ...(corrected === "no" ? [] : [corrected]),
      ...(ineffective ? ["without-effect"] : []),
      ...(corrected !== "struck-out" && !ineffective ? ["in-force"] : []),
      ...(now.method ? ["served"] : []),
      ...filings.map(({ timing }) => timing),
    ];
    const { method: _, by: __, ...rest } = now;
    const document = daysInWords(eventDetails(rest).join("; "));
    return {
      ...{ event, now, title, served, document, marks },
      fields: {
        text: [String(number), title, entry.event, document, served, now.by ?? "", ...marks].join(" "),
        values: { is, event: [entry.event, title], on: [now.on], by: [now.by ?? ""], recorded: [recorded.by], agency: [now.agency ?? ""] },
      },
    };
  });
}

const sortable = () => 0;

/** The columns of a docket. */
export const eventColumns: Column<EventRow>[] = [
  { id: "number", heading: "No.", width: "4rem", by: sortable, cell: ({ event }) => event.number },
  {
    id: "on",
    heading: "Filed",
    width: "6.5rem",
    oneLine: true,
    cell: ({ now, event }) => (
      <>
        {dayWords(now.on)}
        {now.on === event.entry.on ? null : <span className={style.under}>was {dayWords(event.entry.on)}</span>}
      </>
    ),
  },
  {
    id: "event",
    heading: "Event, with its marks",
    header: true,
    cell: ({ title, document, event, marks }) => (
      <>
        <span className={event.corrected === "struck-out" ? style.struck : style.event}>{title}</span>
        {document ? <span className={style.under}>{document}</span> : null}
        {marks.map((one) => (
          <span key={one} className={style.mark}>
            {one}
          </span>
        ))}
      </>
    ),
  },
  { id: "served", heading: "Served", width: "7.5rem", cell: ({ served }) => served || <span className={style.quiet}>no</span> },
  {
    id: "by",
    heading: "By",
    width: "7rem",
    cell: ({ now, event }) => (
      <>
        {now.by ?? <span className={style.quiet}>not said</span>}
        <span className={style.under}>entered by {event.recorded.by}</span>
      </>
    ),
  },
];
