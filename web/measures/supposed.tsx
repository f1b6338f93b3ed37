import { Link } from "wouter";
import { assumedSentences } from "../../src/report/measures-standing.js";
import { effectSentence } from "../../src/report/paths.js";
import { counted } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { Section } from "../parts/page.js";
import { DeterminationTag } from "../parts/tag.js";
import style from "./measures.module.css";

const mostShown = 8;

/** What would be another way if what is supposed were in place: the determination, and every reach that it would end. */
export function Supposed({ now, then }: { now: OpenReview; then: OpenReview }) {
  const residual = new Set(now.review.reaches.filter((one) => one.residual).map((one) => one.id));
  const ended = then.review.reaches.filter((one) => !one.residual && residual.has(one.id));
  const list = (some: typeof ended) => (
    <ul className={style.list}>
      {some.map((reach) => (
        <li key={reach.id}>
          <Link href={`${reviewAddress(now.shelved.id, "/reach")}?government=&path=${now.view.reachNumber(reach.id)}`}>
            {effectSentence(now.view.governmentName(reach.government), reach.effect, reach.target)}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <Section title="If it were in place" id="supposed">
      <div className={style.supposed}>
        {assumedSentences(then.review).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <DeterminationTag outcome={now.review.determination.outcome} /> now; then{" "}
          <DeterminationTag outcome={then.review.determination.outcome} />: {then.review.determination.reasons[0]}
        </p>
        <p>
          {ended.length === 0
            ? "It would end no reach that is open now."
            : `It would end ${counted(ended.length, "reach", "reaches")} that ${ended.length === 1 ? "is" : "are"} open now; ${then.review.summary.residualReaches} would be left.`}
        </p>
        {list(ended.slice(0, mostShown))}
        {ended.length > mostShown ? (
          <details>
            <summary>{ended.length - mostShown} more</summary>
            {list(ended.slice(mostShown))}
          </details>
        ) : null}
      </div>
    </Section>
  );
}
