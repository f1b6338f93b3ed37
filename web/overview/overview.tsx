import { Link } from "wouter";
import type { Outcome } from "../../src/model/index.js";
import { outcomes } from "../../src/model/order.js";
import { assumedSentences, endedSentences } from "../../src/report/measures-standing.js";
import { counted, grouped, outcomeWords } from "../../src/report/words.js";
import { type OpenReview, useReview } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { daysInWords, dayWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Note } from "../parts/state.js";
import { DeterminationTag, OutcomeTag } from "../parts/tag.js";
import { addressOf } from "../state/address.js";
import { Duties } from "./duties.js";
import { InDocket } from "./in-docket.js";
import { Missing } from "./missing.js";
import { OlderState } from "./older-state.js";
import style from "./overview.module.css";
import { SinceEarlier } from "./since-earlier.js";

/** Where a review stands: the answer in sentences, what is missing, what changed, what is due. Printed, it is page one of the report. */
export function Overview({ id }: { id: string }) {
  return (
    <AnswerOf of={useReview(id)} what="the review">
      {(open) => <Opened open={open} />}
    </AnswerOf>
  );
}

function Opened({ open }: { open: OpenReview }) {
  const { review, shelved } = open;
  const assumed = assumedSentences(review);
  return (
    <>
      <PageHead
        title={`Review of ${review.subject.name}`}
        about={`As of ${dayWords(review.asOf)}. Which governments can reach its data, or cut it off, and what the law says of it.`}
      />
      <OlderState shelved={shelved} />
      {assumed.length > 0 ? <Note kind="plain">{assumed.join(" ")}</Note> : null}
      <div className={style.columns}>
        <div>
          <Section title="The answer" id="answer">
            <div className={style.answer}>
              {review.answer.map((sentence) => (
                <p key={sentence}>{daysInWords(sentence)}</p>
              ))}
            </div>
            <Determination open={open} />
            <Counts open={open} />
          </Section>
          <SinceEarlier shelved={shelved} />
        </div>
        <div>
          <InDocket open={open} />
          <Missing open={open} />
          <Duties open={open} />
        </div>
      </div>
    </>
  );
}

function Determination({ open: { review, view } }: { open: OpenReview }) {
  const { outcome, reasons, measures } = review.determination;
  const [first, ...others] = reasons;
  return (
    <>
      <p>
        <DeterminationTag outcome={outcome} /> {first}
      </p>
      {others.length > 0 ? (
        <details>
          <summary>How this is concluded: {counted(others.length, "further reason")}</summary>
          <ul>
            {others.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {measures.length > 0 ? (
        <details>
          <summary>{counted(measures.length, "measure")} that it depends on</summary>
          <ul>
            {measures.map((measure) => (
              <li key={measure}>{view.measureName(measure)}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** Outcomes whose count is told even where it is none: that is an answer too. */
const alwaysCounted: ReadonlySet<Outcome> = new Set(["prohibited", "restricted", "review"]);

function Counts({ open: { review, shelved } }: { open: OpenReview }) {
  const { summary } = review;
  const shown = outcomes.filter((one) => alwaysCounted.has(one) || (summary.findings[one] ?? 0) > 0);
  return (
    <>
      <ul className={style.counts} aria-label="Open findings by outcome">
        {shown.map((outcome) => (
          <li key={outcome}>
            <Link
              href={addressOf(reviewAddress(shelved.id, "/findings"), { filter: `is:open outcome:${outcome}` })}
              className={style.count}
            >
              <span className={style.number}>{grouped(summary.findings[outcome] ?? 0)}</span> <OutcomeTag outcome={outcome} />{" "}
              <span className="unseen">{outcomeWords[outcome]} findings, open</span>
            </Link>
          </li>
        ))}
      </ul>
      <p className={style.quiet}>
        <Link href={reviewAddress(shelved.id, "/reach")}>
          {grouped(summary.residualReaches)} of {counted(summary.reaches, "reach", "reaches")} not ended
        </Link>{" "}
        by a measure in place. {endedSentences(review).join(" ")} {counted(summary.transactions, "transaction")} with{" "}
        {counted(summary.providers, "provider")}; {counted(summary.observations, "observation")} in {counted(summary.files, "file")}.
        Accepted {summary.accepted}; acceptance expired {summary.acceptanceExpired}; known from the baseline {summary.inBaseline}.
      </p>
    </>
  );
}
