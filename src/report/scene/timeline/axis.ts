import type { Dossier, PartialDate, TracedParty } from "../../../model/index.js";
import { holdsOn } from "../../../model/order.js";

/** Something that holds for a time: an entry of a list, a law, a power of an office. */
export interface TimeRow {
  kind: "listing" | "law" | "power" | "action" | "review";
  id: string;
  label: string;
  /** Null: no source says since when. */
  from: PartialDate | null;
  /** Null: it has no end on file. */
  until: PartialDate | null;
  /** A single day and no span. */
  moment?: boolean;
}

export interface TimeLane {
  title: string;
  rows: TimeRow[];
}

/** Lists and laws on one axis of time. */
export interface TimeAxis {
  title: string;
  asOf: string;
  lanes: TimeLane[];
}

/** Of a dossier: on which lists its companies stand and stood, which laws can compel them, what the offices may do and did. */
export function axisOfDossier(dossier: Dossier): TimeAxis {
  const { listings, instruments, powers, priorActions } = dossier;
  const lanes: TimeLane[] = [
    {
      title: "Lists",
      rows: listings.map(({ name, listName, statement }, at) => ({
        kind: "listing",
        id: `listing ${at + 1}`,
        label: `${name}: ${listName}`,
        from: statement.date,
        until: statement.until,
      })),
    },
    {
      title: "Laws that can compel",
      rows: instruments.map(({ id, name, government, statement }) => ({
        kind: "law",
        id,
        label: `${name} (${government})`,
        from: statement.date,
        until: statement.until,
      })),
    },
    {
      title: "Powers of reviewing offices",
      rows: powers.map(({ id, office, citation, statement }) => ({
        kind: "power",
        id,
        label: `${office}: ${citation}`,
        from: statement.date,
        until: statement.until,
      })),
    },
    {
      title: "What authorities did",
      rows: priorActions.map(({ kind, authority, name, statement }, at) => ({
        kind: "action",
        id: `action ${at + 1}`,
        label: `${authority ?? "Company"}: ${kind.replaceAll("-", " ")}, ${name}`,
        from: statement.date,
        until: statement.until,
        moment: statement.until === null,
      })),
    },
  ];
  return {
    title: `${dossier.provider.name}: lists and laws over time`,
    asOf: dossier.asOf,
    lanes: lanes.filter(({ rows }) => rows.length > 0),
  };
}

/** Of a traced party: the lists that it and its owners stand on. */
export function axisOfTraced({ party, parties, listings, asOf }: TracedParty): TimeAxis {
  const nameOf = (id: string) => parties.find((one) => one.id === id)?.name ?? id;
  const rows = listings.map(({ party: of, list, name, programme, from, until }, at): TimeRow => {
    const label = `${nameOf(of)}: ${name ?? list}${programme ? `, ${programme}` : ""}`;
    return { kind: "listing", id: `listing ${at + 1}`, label, from, until };
  });
  return { title: `Lists that ${nameOf(party)} and its owners stand on`, asOf, lanes: rows.length > 0 ? [{ title: "Lists", rows }] : [] };
}

/** The same with reviews as marks, in a lane of their own. */
export function withReviews(axis: TimeAxis, reviews: readonly { id: string; label: string; day: string }[]): TimeAxis {
  const rows = reviews.map(
    ({ id, label, day }): TimeRow => ({ kind: "review", id: `review ${id}`, label, from: day, until: null, moment: true }),
  );
  return { ...axis, lanes: [...axis.lanes, ...(rows.length > 0 ? [{ title: "Our reviews", rows }] : [])] };
}

/** How a row stands on the day. */
export type TimeState = "in force" | "ended" | "not yet" | "once";

export function stateOn(row: TimeRow, day: string): TimeState {
  if (row.moment) return "once";
  if (holdsOn(row, day)) return "in force";
  return row.from !== null && !holdsOn({ from: row.from }, day) ? "not yet" : "ended";
}
