import { Link } from "wouter";
import type { LawNotCited, Path, Reach, ReachDetail } from "../../src/model/index.js";
import { cutSentences, effectSentence, stepSentence, weakestSentence } from "../../src/report/paths.js";
import { hopCards } from "../../src/report/scene/block/hop-card.js";
import { reachState } from "../../src/report/view.js";
import { counted } from "../../src/report/words.js";
import { type OpenReview, useReach } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { AnswerOf } from "../parts/state.js";
import { OutcomeTag, ReachTag } from "../parts/tag.js";
import { PathPicture } from "../scene/path-picture.js";
import { Dispute } from "./dispute.js";
import { HopCards } from "./hop-cards.js";
import style from "./reach.module.css";
import { useWalk } from "./walk.js";
import { WhatEnds } from "./what-ends.js";

/** Other ways shown at once; the rest opens. */
const mostWays = 5;

/** One answer: what it comes to, the path drawn and hop by hop, what ends it, the other ways, and the findings that stand on it. */
export function ReachWhy({ open, number }: { open: OpenReview; number: number }) {
  return (
    <AnswerOf of={useReach(open.shelved.id, number)} what="the path">
      {(detail) => <Why open={open} detail={detail} number={number} key={number} />}
    </AnswerOf>
  );
}

function Why({ open, detail: { reach, ends, notCited }, number }: { open: OpenReview; detail: ReachDetail; number: number }) {
  const { review, view, shelved } = open;
  const { at, walk, dispute, disputed, isAsked, ask, close } = useWalk(reach.path.steps.length);
  const findings = review.findings.filter((one) => one.reaches.includes(reach.id));
  return (
    <article className={style.why}>
      <h2>{effectSentence(view.governmentName(reach.government), reach.effect, reach.target)}</h2>
      <p>
        <ReachTag state={reachState(reach)} /> {reach.path.confidence} confidence, the weakest hop's. {weakestSentence(reach.path)}
      </p>
      <PathPicture view={view} reach={reach} asOf={review.asOf} />
      <HopCards
        cards={hopCards(reach.path, ends)}
        at={at}
        onAt={walk}
        onDispute={dispute}
        below={(hop) =>
          hop === disputed ? <Dispute open={open} number={number} hop={hop} isAsked={isAsked} onAsk={ask} onClose={close} /> : null
        }
      />
      {reach.cutBy.length > 0 ? (
        <section aria-label="What measures do to it">
          <h3>What measures do to it</h3>
          <ul className={style.list}>
            {cutSentences(reach).map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <WhatEnds open={open} number={number} />
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
      <NotCited open={open} reach={reach} laws={notCited} />
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

/** Laws on file that the path does not rest on, each with why; what is not on file was not looked for at all. */
function NotCited({ open: { view, review }, reach, laws }: { open: OpenReview; reach: Reach; laws: readonly LawNotCited[] }) {
  const whose = view.governmentName(reach.government);
  return (
    <section aria-label="Not considered">
      <h3>Not considered</h3>
      {laws.length > 0 ? (
        <details>
          <summary>
            {counted(laws.length, "law")} of {whose} on file that this path does not rest on
          </summary>
          <ul className={style.list}>
            {laws.map(({ id, name, why }) => (
              <li key={id}>
                <strong>{name}</strong>: {why}.
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p className={style.quiet}>
        Only laws on file in the reference of {review.reference.edition} are considered. Other ways, such as requests between governments,
        were not looked for.
      </p>
    </section>
  );
}
