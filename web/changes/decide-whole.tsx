import { type FormEvent, useId } from "react";
import type { ShownChange } from "../../src/model/index.js";
import { decideChange } from "../api/changes.js";
import { notAllowed, useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { momentWords } from "../parts/days.js";
import { TypedElsewhere } from "../parts/form.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import style from "./change.module.css";

/** Decides on a change set as a whole: on every row that nobody decided alone. */
export function DecideWhole({ shown: { change, counts } }: { shown: ShownChange }) {
  const draft = useDraft(`change ${change.id}`, { why: "" });
  const { doing, failure, run } = useDoing();
  const may = useMay()("review:keep");
  const id = useId();
  const { why } = draft.fields;
  const { decision, decidedRows } = change;
  const alone = decidedRows.accepted + decidedRows.rejected;
  const all = counts === null ? null : counts.added + counts.changed + counts.gone;
  const what = alone === 0 ? "all of it" : all === null ? "the rest" : `the other ${(all - alone).toLocaleString("en")} rows`;
  const decide = (state: "accepted" | "rejected") =>
    run(
      async (key) => {
        await decideChange(change.source, { state, why: why.trim() }, key);
        draft.clear();
        const back = decision?.state ?? "reopened";
        tellDone({
          text: `${change.title}: ${what} ${state}.`,
          undo: () => decideChange(change.source, { state: back, why: decision?.reason ?? "Undone" }, crypto.randomUUID()),
        });
      },
      [change.id, state, why, decision?.at ?? null, alone],
    );
  if (change.kind === "rule-pack" && change.before === null) {
    return <p>There is nothing to decide: no other edition of the pack was in force in this folder of data before.</p>;
  }
  return (
    <form className={style.decide} onSubmit={(event: FormEvent) => event.preventDefault()}>
      {decision ? (
        <p>
          <strong>{decision.state === "accepted" ? "Accepted" : "Rejected"}</strong> by {decision.by}, {momentWords(decision.at)}
          {decision.reason ? `: ${decision.reason}` : "."} It can be decided otherwise until{" "}
          {change.kind === "source" ? "the source is imported again" : "beholden brings another edition"}.
        </p>
      ) : null}
      <TypedElsewhere draft={draft} />
      <label htmlFor={id}>Why (a rejection needs it; it is an entry of the record)</label>
      <textarea id={id} rows={2} value={why} onChange={(event) => draft.change({ why: event.target.value })} disabled={!may} />
      <div className={style.line}>
        <Action main disabled={!may || doing || all === alone || decision?.state === "accepted"} onPress={() => decide("accepted")}>
          Accept {what}
        </Action>
        <Action
          disabled={!may || doing || all === alone || why.trim() === "" || decision?.state === "rejected"}
          onPress={() => decide("rejected")}
        >
          {alone === 0 ? "Reject it" : `Reject ${what}`}
        </Action>
      </div>
      <p className={style.quiet}>
        {may
          ? "Where rows are decided one by one, reviews name the edition as one without these changes, for it is no longer the one that came."
          : notAllowed("review:keep")}
      </p>
      <Told doing={doing} failure={failure} what="Recording the decision" />
    </form>
  );
}
