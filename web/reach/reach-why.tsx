import { Link } from "wouter";
import type { Path, Reach } from "../../src/model/index.js";
import { cutSentences, effectSentence, stepSentence } from "../../src/report/paths.js";
import { reachState } from "../../src/report/view.js";
import { counted } from "../../src/report/words.js";
import { type OpenReview, useReach } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { PathCards } from "../parts/path-cards.js";
import { AnswerOf } from "../parts/state.js";
import { OutcomeTag, ReachTag } from "../parts/tag.js";
import style from "./reach.module.css";

/** Other ways shown at once; the rest opens. */
const mostWays = 5;

/** One answer: what it comes to, the path hop by hop, what ends it, the other ways, and the findings that stand on it. */
export function ReachWhy({ open, number }: { open: OpenReview; number: number }) {
  return (
    <AnswerOf of={useReach(open.shelved.id, number)} what="the path">
      {({ reach }) => <Why open={open} reach={reach} />}
    </AnswerOf>
  );
}

function Why({ open, reach }: { open: OpenReview; reach: Reach }) {
  const { review, view, shelved } = open;
  const cuts = cutSentences(reach);
  const findings = review.findings.filter((one) => one.reaches.includes(reach.id));
  const measures = [...new Set(findings.flatMap((one) => one.measures))];
  return (
    <article className={style.why}>
      <h2>{effectSentence(view.governmentName(reach.government), reach.effect, reach.target)}</h2>
      <p>
        <ReachTag state={reachState(reach)} /> {reach.path.confidence} confidence, the weakest step's
      </p>
      <PathCards path={reach.path} />
      <section aria-label="What ends it">
        <h3>What ends it</h3>
        {cuts.length > 0 ? (
          <ul className={style.list}>
            {cuts.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        ) : (
          <p>No measure that is declared bears on it.</p>
        )}
        {measures.length > 0 ? (
          <details>
            <summary>{counted(measures.length, "measure")} that would lift findings on it</summary>
            <ul className={style.list}>
              {measures.map((measure) => (
                <li key={measure}>
                  <Link href={`${reviewAddress(shelved.id, "/measures")}?suppose=${encodeURIComponent(measure)}`}>
                    Suppose {view.measureName(measure)}
                  </Link>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </section>
      <OtherWays paths={reach.alternatives} />
      {findings.length > 0 ? (
        <section aria-label="Findings on it">
          <h3>Findings that stand on it</h3>
          <ul className={style.list}>
            {findings.map((one) => (
              <li key={one.id}>
                <OutcomeTag outcome={one.outcome} /> <Link href={reviewAddress(shelved.id, `/findings/${one.id}`)}>{one.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </article>
  );
}

function OtherWays({ paths }: { paths: readonly Path[] }) {
  if (paths.length === 0) return null;
  const way = (path: Path, index: number) => (
    <li key={index}>{path.steps.map((step) => `${stepSentence(step)} (${step.confidence})`).join("; ")}</li>
  );
  return (
    <section aria-label="Other ways">
      <h3>{counted(paths.length, "other way", "other ways")} to the same</h3>
      <ul className={style.list}>{paths.slice(0, mostWays).map(way)}</ul>
      {paths.length > mostWays ? (
        <details>
          <summary>{paths.length - mostWays} more</summary>
          <ul className={style.list}>{paths.slice(mostWays).map(way)}</ul>
        </details>
      ) : null}
    </section>
  );
}
