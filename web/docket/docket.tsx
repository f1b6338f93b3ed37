import { useDeferredValue, useMemo, useState } from "react";
import { Link } from "wouter";
import type { CaseChange, Procedure } from "../../src/model/index.js";
import { type SeenCase, useCase, useProcedure } from "../api/cases.js";
import { useMay } from "../api/session.js";
import { endedWords } from "../case/ended.js";
import { CaseStages } from "../case/stages.js";
import { meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { NothingMatches } from "../filter/nothing-matches.js";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { AsOfField, useAsOf } from "../parts/as-of.js";
import { PageHead } from "../parts/page.js";
import { usePrinting } from "../parts/printing.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { stepIn } from "../parts/step.js";
import { VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart, useAddressParts } from "../state/address.js";
import { Clocks } from "./clocks.js";
import { ConfirmPointForm, ConfirmServiceForm } from "./confirm-form.js";
import { CorrectForm, WithdrawForm } from "./correct-form.js";
import style from "./docket.module.css";
import { EffectOf } from "./effect.js";
import { EventDetails } from "./event-details.js";
import { MoveForm } from "./move-form.js";
import { NextMoves } from "./next-moves.js";
import { eventColumns, eventFields, eventRows } from "./rows.js";

const saved = {
  screen: "docket",
  usual: [
    { name: "All", filter: "" },
    { name: "In force", filter: "is:in-force" },
    { name: "Corrected or struck out", filter: "is:corrected,struck-out" },
  ],
};

/** What happened in a case, what runs, and what may come next. */
export function DocketScreen({ id }: { id: string }) {
  const [asOf] = useAsOf();
  return (
    <AnswerOf of={useCase(id, asOf)} what="the docket">
      {(shown) => <Docket shown={shown} />}
    </AnswerOf>
  );
}

function Docket({ shown }: { shown: SeenCase }) {
  const { value: procedure } = useProcedure(shown.procedure);
  const may = useMay();
  const [asked, ask] = useAddressParts(["do", "event", "entry", "point"]);
  const [effect, setEffect] = useState<CaseChange | null>(null);
  const done = (change: CaseChange | null) => {
    setEffect(change);
    ask({ do: "", event: "", entry: "", point: "" });
  };
  return (
    <>
      <CaseStages id={shown.id} />
      <PageHead title="Docket" about={`${shown.caption}, case ${shown.id}.`}>
        <AsOfField />
        {may("case:write") && shown.procedure !== null ? (
          <>
            <Action main onPress={() => ask({ do: "move", event: "" })}>
              Record an event
            </Action>
            <Action onPress={() => ask({ do: "point" })}>Confirm a rule</Action>
          </>
        ) : null}
      </PageHead>
      <Ended words={endedWords(procedure, shown.standing)} />
      <p className={style.printed}>
        {shown.parties.map(({ role, name }) => `${role}: ${name}`).join("; ")}
        {shown.reference ? `; ${shown.reference}` : ""}
      </p>
      <Asked shown={shown} procedure={procedure} asked={asked} onEvent={(event) => ask({ event })} onDone={done} />
      {effect ? <EffectOf change={effect} procedure={procedure} /> : null}
      {(shown.standing?.later ?? []).length > 0 ? (
        <Note kind="plain">{shown.standing?.later.length} events are dated after this day, and do not count yet.</Note>
      ) : null}
      <div className={style.layout}>
        <Events shown={shown} procedure={procedure} onDo={(what, entry) => ask({ do: what, entry })} />
        <div className={style.panels}>
          <Clocks shown={shown} />
          <NextMoves shown={shown} procedure={procedure} onMove={(event) => ask({ do: "move", event })} />
        </div>
      </div>
    </>
  );
}

function Ended({ words }: { words: string | null }) {
  if (words === null) return null;
  return (
    <Note kind="plain">
      {words} <Link href="/cases?new=yes">Start a case</Link>
    </Note>
  );
}

interface AskedProps {
  shown: SeenCase;
  procedure: Procedure | undefined;
  asked: Readonly<Record<"do" | "event" | "entry" | "point", string>>;
  onEvent(event: string): void;
  onDone(change: CaseChange | null): void;
}

/** The form that the address asks for. */
function Asked({ shown, procedure, asked, onEvent, onDone }: AskedProps) {
  const may = useMay();
  const event = shown.events.find(({ number }) => String(number) === asked.entry);
  const given = { shown, procedure, onDone };
  if (!may("case:write")) return null;
  if (asked.do === "move") return <MoveForm {...given} event={asked.event} onEvent={onEvent} />;
  if (asked.do === "point") return <ConfirmPointForm shown={shown} point={asked.point} onDone={onDone} />;
  if (!event) return null;
  if (asked.do === "correct") return <CorrectForm {...given} event={event} key={event.number} />;
  if (asked.do === "withdraw") return <WithdrawForm {...given} event={event} key={event.number} />;
  if (asked.do === "confirm") return <ConfirmServiceForm shown={shown} event={event} onDone={onDone} />;
  return null;
}

interface EventsProps {
  shown: SeenCase;
  procedure: Procedure | undefined;
  onDo(what: "correct" | "withdraw" | "confirm", entry: string): void;
}

function Events({ shown, procedure, onDo }: EventsProps) {
  const [text, setText] = useAddressPart("filter");
  const [order, setOrder] = useAddressPart("order", "newest");
  const [selected, select] = useAddressPart("selected");
  const printing = usePrinting();
  const all = useMemo(() => eventRows(shown, procedure), [shown, procedure]);
  const filter = useMemo(() => parseFilter(text, eventFields), [text]);
  const oldestFirst = printing || order === "oldest";
  const rows = useMemo(() => {
    const found = all.filter((row) => meets(filter, row.fields)).map((row) => ({ row, key: String(row.event.number) }));
    return oldestFirst ? found : found.reverse();
  }, [all, filter, oldestFirst]);
  const drawn = useDeferredValue(rows);
  const keys = useMemo(() => rows.map(({ key }) => key), [rows]);
  const step = (by: number) => select(stepIn(keys, selected, by) ?? selected);
  useKeys("The docket", [
    { keys: "j", does: "Next event", run: () => step(1) },
    { keys: "k", does: "Previous event", run: () => step(-1) },
    { keys: "Escape", does: "Close the details", run: () => select("") },
  ]);
  const looked = all.find(({ event }) => String(event.number) === selected)?.event;
  return (
    <section className={style.events} aria-label="Events">
      {all.length === 0 ? (
        <Empty title="Nothing has happened yet.">
          <p>
            {shown.procedure === null
              ? "It follows no procedure."
              : "Record the first event: what may come first stands under What may come next."}
          </p>
        </Empty>
      ) : (
        <>
          <FilterBox
            text={text}
            filter={filter}
            fields={eventFields}
            found={rows.length}
            all={all.length}
            what="events"
            saved={saved}
            onChange={setText}
          />
          {looked ? (
            <EventDetails shown={shown} procedure={procedure} event={looked} onDo={(what) => onDo(what, String(looked.number))} />
          ) : null}
          {rows.length > 0 ? (
            <VirtualRows
              caption={`Events of case ${shown.id}`}
              columns={eventColumns}
              shown={printing ? rows : drawn}
              current={selected || null}
              onCurrent={select}
              sort={{ column: "number", descending: !oldestFirst }}
              onSort={() => setOrder(order === "oldest" ? "newest" : "oldest")}
            />
          ) : (
            <NothingMatches title="No event" filter={text} onClear={() => setText("")} />
          )}
        </>
      )}
    </section>
  );
}
