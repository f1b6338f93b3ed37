import { useState } from "react";
import { Link } from "wouter";
import type { WithoutStep } from "../../src/model/index.js";
import { effectSentence } from "../../src/report/paths.js";
import { addNote } from "../api/cases.js";
import { useCasesOf, useWithoutStep } from "../api/docket-of-review.js";
import type { OpenReview } from "../api/reviews.js";
import { notAllowed, useMay } from "../api/session.js";
import { caseAddress, reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { Choice } from "../parts/choice.js";
import { Field, Form } from "../parts/form.js";
import { AnswerOf } from "../parts/state.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import { byFate, disputeNote, fateWords, withoutSentences } from "./dispute-words.js";
import style from "./reach.module.css";

interface DisputeProps {
  open: OpenReview;
  number: number;
  hop: number;
  /** Whether what would be otherwise is asked for. */
  isAsked: boolean;
  onAsk(): void;
  onClose(): void;
}

/**
 * Disputes a hop: with a reason it is told what would be otherwise without it. The review stays as it is. Where it belongs to a case the dispute becomes
 * a note of its docket; else it is kept in this browser alone.
 */
export function Dispute({ open, number, hop, isAsked, onAsk, onClose }: DisputeProps) {
  const draft = useDraft(`dispute ${open.shelved.id} ${number} ${hop}`, { why: "" });
  const doing = useDoing();
  const without = useWithoutStep(open.shelved.id, number, isAsked ? hop : null);
  const why = draft.fields.why.trim();
  return (
    <section aria-label={`Dispute of hop ${hop}`} className={style.dispute}>
      <Form
        draft={draft}
        doing={doing}
        submit="See what changes"
        meanwhile="Reckoning without it"
        refused={why === "" ? "A dispute needs its reason." : null}
        onSubmit={onAsk}
        onCancel={() => {
          draft.clear();
          onClose();
        }}
      >
        <Field
          label={`Why hop ${hop} does not hold`}
          kind="long"
          value={draft.fields.why}
          onChange={(next) => draft.change({ why: next })}
          required
          autoFocus
        />
      </Form>
      {isAsked ? (
        <AnswerOf of={without} what="what changes without it">
          {(told) => (
            <>
              <Changed open={open} told={told} />
              <IntoDocket
                open={open}
                about={{ number, hop, why }}
                told={told}
                onDone={() => {
                  draft.clear();
                  onClose();
                }}
              />
            </>
          )}
        </AnswerOf>
      ) : null}
    </section>
  );
}

/** Reaches shown at once; the rest opens. */
const mostShown = 6;

function Changed({ open: { view, shelved }, told }: { open: OpenReview; told: WithoutStep }) {
  const item = (one: WithoutStep["reaches"][number]) => (
    <li key={one.id}>
      <Link href={`${reviewAddress(shelved.id, "/reach")}?government=&path=${one.number}`}>
        {effectSentence(view.governmentName(one.government), one.effect, one.target)}
      </Link>
      : {fateWords(one)}
    </li>
  );
  const all = byFate(told.reaches);
  return (
    <div role="status" className={style.residual}>
      {withoutSentences(told).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <ul className={style.list}>{all.slice(0, mostShown).map(item)}</ul>
      {all.length > mostShown ? (
        <details>
          <summary>{all.length - mostShown} more</summary>
          <ul className={style.list}>{all.slice(mostShown).map(item)}</ul>
        </details>
      ) : null}
    </div>
  );
}

interface IntoDocketProps {
  open: OpenReview;
  about: { number: number; hop: number; why: string };
  told: WithoutStep;
  onDone(): void;
}

function IntoDocket({ open, about, told, onDone }: IntoDocketProps) {
  const { value } = useCasesOf(open.shelved.id);
  const may = useMay();
  const doing = useDoing();
  const [chosen, choose] = useState("");
  const cases = value?.cases ?? [];
  const of = cases.find(({ id }) => id === chosen) ?? cases[0];
  if (!of)
    return (
      <p className={style.quiet}>
        Nothing of this is recorded: the review belongs to no case that you see. Your reason is kept in this browser.
      </p>
    );
  if (!may("case:write")) return <p className={style.quiet}>Nothing of this is recorded. {notAllowed("case:write")}</p>;
  const note = disputeNote(told, { ...about, review: open.shelved.id, run: of.run }, open.view);
  return (
    <>
      <p className={style.quiet}>Nothing of this is recorded until you put it into the docket; the review stays as it is even then.</p>
      {cases.length > 1 ? (
        <Choice
          label="Case"
          value={of.id}
          options={cases.map(({ id, caption }) => ({ value: id, title: `${id} ${caption}` }))}
          onChange={choose}
        />
      ) : null}
      <p>
        <Action
          disabled={about.why === "" || doing.doing}
          onPress={() =>
            doing.run(async (key) => {
              await addNote(of.id, note, key);
              tellDone({ text: `The dispute is a note of case ${of.id}.` });
              onDone();
            }, note)
          }
        >
          Put it into the docket of {of.id}
        </Action>{" "}
        <Link href={caseAddress(of.id)}>{of.caption}</Link>
      </p>
      <Told doing={doing.doing} failure={doing.failure} what="Putting it into the docket" />
    </>
  );
}
