import type { CaseEntry, Move, Procedure } from "../../src/model/index.js";
import { ranks } from "../../src/model/order.js";
import { dayWords } from "../parts/days.js";
import { Field, Ticks } from "../parts/form.js";

/** What is typed of an event; empty where nothing is said. */
export interface EventFields {
  on: string;
  agency: string;
  by: string;
  rank: string;
  written: boolean;
  until: string;
  outcome: string;
  method: string;
  contains: string[];
  decision: string;
  note: string;
  why: string;
}

export const noFields: EventFields = {
  ...{ on: "", agency: "", by: "", rank: "", written: false, until: "", outcome: "", method: "" },
  ...{ contains: [], decision: "", note: "", why: "" },
};

/** The fields as the record takes them: what is empty is left out. */
export function entryOf(fields: EventFields): Partial<CaseEntry> {
  const { on, agency, by, rank, written, until, outcome, method, contains, decision, note } = fields;
  const given = { on, agency, by, until, outcome, method, decision, note };
  return {
    ...Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()]]))),
    ...(rank ? { rank: rank as NonNullable<CaseEntry["rank"]> } : {}),
    ...(written ? { written } : {}),
    ...(contains.length > 0 ? { contains } : {}),
  };
}

interface EventFieldsProps {
  fields: EventFields;
  change(some: Partial<EventFields>): void;
  move: Move | undefined;
  procedure: Procedure | undefined;
  /** Decisions that an event can carry out. */
  decisions: readonly { id: string; title: string }[];
  today: string;
  /** Whether the day has to be given. */
  needsDay: boolean;
}

/** What an event asks for, by the move of its procedure: only that, and a note. */
export function EventFieldsPart({ fields, change, move, procedure, decisions, today, needsDay }: EventFieldsProps) {
  const needs = new Set((move?.requires ?? []).map(({ kind }) => kind));
  const starts = (procedure?.deadlines ?? []).filter((one) => one.starts === move?.event);
  const outcomes = typeof move?.to === "object" ? Object.keys(move.to) : [];
  const method = procedure?.services.find(({ id }) => id === fields.method);
  const byAgency = needs.has("agency") || starts.some(({ each }) => each === "agency");
  const names = needs.has("later-until") || starts.some(({ named }) => named !== "never") || fields.until !== "";
  return (
    <>
      <Field
        label="Day"
        kind="date"
        value={fields.on}
        max={today}
        onChange={(on) => change({ on })}
        required={needsDay}
        about="In the zone of the office. What has not happened yet is not recorded."
      />
      {move?.serves ? (
        <Field
          label="How it was served"
          value={fields.method}
          onChange={(next) => change({ method: next })}
          options={[{ value: "", title: "Choose" }, ...(procedure?.services ?? []).map(({ id, title }) => ({ value: id, title }))]}
          about={
            method?.counts === "once-confirmed"
              ? `Its day counts once a person confirms it: until then what follows is not settled (${method.citation}).`
              : method
                ? `It counts from its day (${method.citation}).`
                : "The clocks that it starts depend on it."
          }
          required={needsDay}
        />
      ) : null}
      {byAgency || fields.agency ? (
        <Field label="Agency" value={fields.agency} onChange={(agency) => change({ agency })} required={byAgency && needsDay} />
      ) : null}
      {outcomes.length > 0 ? (
        <Field
          label="Outcome"
          value={fields.outcome}
          onChange={(outcome) => change({ outcome })}
          options={["", ...outcomes.filter((one) => one !== "none")].map((one) => ({ value: one, title: one || "None" }))}
        />
      ) : null}
      {names ? (
        <Field
          label="Until"
          kind="date"
          value={fields.until}
          onChange={(until) => change({ until })}
          about={fields.until ? `Until ${dayWords(fields.until)}.` : "The new end, or the end that the paper itself names."}
          required={needs.has("later-until") && needsDay}
        />
      ) : null}
      <Field
        label="Who signed or acted"
        value={fields.by}
        onChange={(by) => change({ by })}
        required={needs.has("signed") && needsDay}
        about={needs.has("signed") ? "It has to be signed." : undefined}
      />
      {needs.has("rank") || fields.rank ? (
        <Field
          label="Rank of who signed"
          value={fields.rank}
          onChange={(rank) => change({ rank })}
          options={["", ...ranks].map((one) => ({ value: one, title: one.replaceAll("-", " ") || "Not said" }))}
        />
      ) : null}
      {needs.has("written") || fields.written ? (
        <Ticks
          label="Form"
          options={[{ value: "written", title: "It is in writing" }]}
          chosen={fields.written ? ["written"] : []}
          onChange={(chosen) => change({ written: chosen.length > 0 })}
        />
      ) : null}
      {move && move.contents.length > 0 ? (
        <Ticks
          label="What the paper holds"
          about="Tick what is in it. What was read in the law and is missing refuses the event; the rest is a remark."
          options={move.contents.map(({ id, what, citation }) => ({ value: id, title: citation ? `${what} (${citation})` : what }))}
          chosen={fields.contains}
          onChange={(contains) => change({ contains })}
        />
      ) : null}
      {decisions.length > 0 && outcomes.length > 0 ? (
        <Field
          label="Decision that it carries out"
          value={fields.decision}
          onChange={(decision) => change({ decision })}
          options={[{ value: "", title: "None" }, ...decisions.map(({ id, title }) => ({ value: id, title: `${id}: ${title}` }))]}
        />
      ) : null}
      <Field label="Note" kind="long" value={fields.note} onChange={(note) => change({ note })} />
    </>
  );
}
