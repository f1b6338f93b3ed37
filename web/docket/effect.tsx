import { eventTitle } from "../../src/model/event-words.js";
import type { CaseChange, Procedure } from "../../src/model/index.js";
import { movedWords } from "../../src/report/docket/moved.js";
import { cited } from "../../src/report/docket/words.js";
import { dayWords } from "../parts/days.js";
import { Note } from "../parts/state.js";
import style from "./docket.module.css";

/** What one change did: which deadline moved from which day to which, what is kept without effect, what lost its effect. */
export function EffectOf({ change, procedure }: { change: CaseChange; procedure: Procedure | undefined }) {
  const { moved, logged, withoutEffect, repeated, standing } = change;
  const state = procedure?.states.find(({ id }) => id === standing?.state);
  return (
    <Note kind="plain">
      {state ? `The case is now at: ${state.title}, since ${dayWords(standing?.since ?? "")}. ` : ""}
      {repeated ? "This had been done before by the same request; nothing was done now. " : ""}
      {moved.length === 0 ? "No deadline moved." : null}
      {moved.map((one) => (
        <span key={one.key} className={style.line}>
          {movedWords(one)}
        </span>
      ))}
      {logged.map(({ entry, because, ...rule }) => (
        <span key={`logged ${entry.event} ${entry.on}`} className={style.line}>
          Kept without effect: {eventTitle(procedure, entry.event)}, {entry.on}, for {because} ({cited(rule)}).
        </span>
      ))}
      {withoutEffect.map(({ entry, because, ...rule }) => (
        <span key={`lost ${entry.event} ${entry.on}`} className={style.line}>
          No longer has an effect: {eventTitle(procedure, entry.event)}, {entry.on}, for {because} ({cited(rule)}).
        </span>
      ))}
    </Note>
  );
}
