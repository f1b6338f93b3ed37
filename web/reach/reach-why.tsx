import { Link } from "wouter";
import type { Path, Reach } from "../../src/model/index.js";
import { effectSentence, stepSentence } from "../../src/report/paths.js";
import { reachClaim, reachNodes } from "../../src/report/scene/block/finding.js";
import { pathBlock } from "../../src/report/scene/block/path.js";
import { newSourceRegister } from "../../src/report/sources.js";
import { reachState } from "../../src/report/view.js";
import { counted } from "../../src/report/words.js";
import { type OpenReview, useReach } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { AnswerOf } from "../parts/state.js";
import { OutcomeTag, ReachTag } from "../parts/tag.js";
import { Block, SourceList } from "../scene/block.js";
import { PathPicture } from "../scene/path-picture.js";
import style from "./reach.module.css";
import { WhatEnds } from "./what-ends.js";

/** Other ways shown at once; the rest opens. */
const mostWays = 5;

/** One answer: what it comes to, the path drawn and hop by hop, what ends it, the other ways, and the findings that stand on it. */
export function ReachWhy({ open, number }: { open: OpenReview; number: number }) {
  return (
    <AnswerOf of={useReach(open.shelved.id, number)} what="the path">
      {({ reach }) => <Why open={open} reach={reach} number={number} />}
    </AnswerOf>
  );
}

function Why({ open, reach, number }: { open: OpenReview; reach: Reach; number: number }) {
  const { review, view, shelved } = open;
  const findings = review.findings.filter((one) => one.reaches.includes(reach.id));
  const sources = newSourceRegister();
  const nodes = reachNodes(reachClaim(reach, view), pathBlock(reach.path), {
    sources,
    sourceAddress: (source) => `#source-${source}`,
  });
  return (
    <article className={style.why}>
      <h2>{effectSentence(view.governmentName(reach.government), reach.effect, reach.target)}</h2>
      <p>
        <ReachTag state={reachState(reach)} /> {reach.path.confidence} confidence, the weakest step's
      </p>
      <PathPicture view={view} reach={reach} asOf={review.asOf} />
      <Block of={nodes} />
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
      {sources.cited().length > 0 ? (
        <section aria-label="Sources">
          <h3>Sources</h3>
          <SourceList sources={sources} />
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
