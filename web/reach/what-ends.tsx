import { Link } from "wouter";
import type { ReachEnds } from "../../src/model/index.js";
import { counted, listed } from "../../src/report/words.js";
import { type OpenReview, useReach, useSupposed } from "../api/reviews.js";
import { useKeys } from "../frame/keys.js";
import { reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { AnswerOf } from "../parts/state.js";
import { addressOf, useAddressPart } from "../state/address.js";
import style from "./reach.module.css";

/** Measures shown at once; the rest opens. */
const mostShown = 4;

/** Where a reach can be cut, which measures do it, and what would be left if they were in place. `m` supposes the first. */
export function WhatEnds({ open, number, Heading = "h3" }: { open: OpenReview; number: number; Heading?: "h2" | "h3" }) {
  return (
    <section aria-label="What would end it" className={style.ends}>
      <Heading>What would end it</Heading>
      <AnswerOf of={useReach(open.shelved.id, number)} what="what would end it">
        {({ ends }) => <Ends open={open} number={number} ends={ends} />}
      </AnswerOf>
    </section>
  );
}

function Ends({ open, number, ends }: { open: OpenReview; number: number; ends: ReachEnds }) {
  const { shelved } = open;
  const [text, setText] = useAddressPart("suppose");
  const supposed = text.split(",").filter(Boolean);
  const suppose = (id: string) => setText((supposed.includes(id) ? supposed.filter((one) => one !== id) : [...supposed, id]).join(","));
  const next = ends.measures.find(({ id }) => !supposed.includes(id));
  useKeys("What would end it", [
    { keys: "m", does: "Suppose the next measure that would end it", run: () => next && shelved.again && suppose(next.id) },
  ]);
  const item = (one: ReachEnds["measures"][number]) => (
    <li key={one.id}>
      <Action
        pressed={supposed.includes(one.id)}
        disabled={!shelved.again}
        onPress={() => suppose(one.id)}
        label={`${supposed.includes(one.id) ? "Supposed" : "Suppose"} ${one.id} ${one.name}`}
      >
        {supposed.includes(one.id) ? "Supposed" : "Suppose"}
      </Action>{" "}
      {one.id === next?.id ? <kbd>m</kbd> : null}{" "}
      <strong>
        {one.id} {one.name}
      </strong>{" "}
      {one.endsAll ? "alone ends it" : "ends some ways of it"}
      {one.steps.length > 0 ? `, at ${one.steps.length > 1 ? "steps" : "step"} ${listed(one.steps.map(String))}` : ""}.{" "}
      <span className={style.quiet}>
        {one.because} {one.leaves}
        {one.conditions.length > 0 ? ` Taken to be so: ${one.conditions.join("; ")}.` : ""}
      </span>
    </li>
  );
  return (
    <>
      <p>{cutPointWords(ends)}</p>
      {ends.measures.length === 0 ? <p>No measure of the catalogue cuts any step of it; only ending the use would.</p> : null}
      <ul className={style.list}>{ends.measures.slice(0, mostShown).map(item)}</ul>
      {ends.measures.length > mostShown ? (
        <details>
          <summary>{counted(ends.measures.length - mostShown, "more measure")} that cut some step of it</summary>
          <ul className={style.list}>{ends.measures.slice(mostShown).map(item)}</ul>
        </details>
      ) : null}
      {shelved.again ? null : (
        <p className={style.quiet}>
          To suppose a measure the folder that was reviewed is needed, and {shelved.origin.path} is none that can be read now.
        </p>
      )}
      {supposed.length > 0 && shelved.again ? <Residual open={open} number={number} supposed={supposed} /> : null}
    </>
  );
}

function cutPointWords({ paths, cutPoints }: ReachEnds): string {
  const ways = paths === 1 ? "the one way" : `all ${paths} ways that are kept`;
  if (cutPoints.length === 0) return `No single step is on ${ways}: one cut does not end it.`;
  const points = cutPoints.map(({ step, measures }) => `${step} (${measures.length > 0 ? listed(measures) : "no measure cuts it"})`);
  return `Cut at any of these steps, ${ways} would end: ${listed(points)}.`;
}

/** What would be left of this reach and of all, told by reviewing the folder anew with the measures taken as in place. */
function Residual({ open: { shelved, review }, number, supposed }: { open: OpenReview; number: number; supposed: readonly string[] }) {
  const id = review.reaches[number - 1]?.id;
  return (
    <AnswerOf of={useSupposed(shelved.id, supposed)} what="what would be left">
      {({ review: then }) => {
        const left = then.reaches.find((one) => one.id === id);
        return (
          <p role="status" className={style.residual}>
            <strong>
              With {listed(supposed)} supposed, this reach {left?.residual ? "is left" : "is ended"}.
            </strong>{" "}
            {then.summary.residualReaches} of {counted(then.summary.reaches, "reach", "reaches")} would be left; now it is{" "}
            {review.summary.residualReaches}.{" "}
            <Link href={addressOf(reviewAddress(shelved.id, "/measures"), { suppose: supposed.join(",") })}>All that it leaves</Link>
          </p>
        );
      }}
    </AnswerOf>
  );
}
