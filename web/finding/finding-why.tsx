import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import type { FindingDetail, Reach } from "../../src/model/index.js";
import { apart } from "../../src/report/scene/block/cited.js";
import { findingBlock, findingNodes, standingNodes } from "../../src/report/scene/block/finding.js";
import { newSourceRegister } from "../../src/report/sources.js";
import { isLead, type View } from "../../src/report/view.js";
import { counted } from "../../src/report/words.js";
import { type OpenReview, useFinding } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { AnswerOf } from "../parts/state.js";
import { WhatEnds } from "../reach/what-ends.js";
import { Block, SourceList } from "../scene/block.js";
import { PathPicture } from "../scene/path-picture.js";
import { addressOf } from "../state/address.js";
import { DecisionsOn, HistoryOf } from "./decisions-and-history.js";
import style from "./finding-why.module.css";
import { RuleText } from "./rule-text.js";

/**
 * Why a finding holds: what it claims in a sentence, the law, the path hop by hop, what speaks against it and what would change it: the block that the
 * report has. The same beside the list and on its own page.
 *
 * @param address of its page, where this is not it
 */
export function FindingWhy({ open, id, address }: { open: OpenReview; id: string; address?: string }) {
  return (
    <AnswerOf of={useFinding(open.shelved.id, id)} what="the finding">
      {(detail) => <Why open={open} detail={detail} address={address} />}
    </AnswerOf>
  );
}

function Why({ open, detail, address }: { open: OpenReview; detail: FindingDetail; address?: string | undefined }) {
  const { finding, reaches, furtherReaches } = detail;
  const { shelved, review } = open;
  const view = withWhole(open.view, reaches);
  const [strongest] = reaches;
  const operator = view.transaction(finding.transaction)?.operator;
  const sources = newSourceRegister();
  const block = findingBlock(finding, view);
  const nodes = findingNodes(block, {
    sources,
    sourceAddress: (number) => `#source-${number}`,
    reachAddress: (reach) => `${reviewAddress(shelved.id, "/reach")}?government=&path=${view.reachNumber(reach)}`,
  });
  const Heading = address ? "h3" : "h2";
  return (
    <article className={address ? style.why : `${style.why} ${style.page}`}>
      {address ? (
        <h2>
          <Link href={address}>
            {isLead(finding) ? "Lead: " : ""}
            {finding.title}
          </Link>
        </h2>
      ) : null}
      <div className={style.standing}>
        <Block of={apart(standingNodes(block))} />
        {operator ? (
          <Link href={addressOf(reviewAddress(shelved.id, "/ownership"), { party: operator })}>Who owns {view.partyName(operator)}</Link>
        ) : null}
      </div>
      {strongest ? (
        <div className={style.picture}>
          {address ? (
            <Drawn>
              <PathPicture view={view} reach={strongest} asOf={review.asOf} />
            </Drawn>
          ) : (
            <PathPicture view={view} reach={strongest} asOf={review.asOf} />
          )}
        </div>
      ) : null}
      <div className={style.text}>
        <Block of={nodes} />
        {strongest ? null : <p className={style.quiet}>The rule rests on the use itself; it needs no path from a government.</p>}
        {furtherReaches > 0 ? (
          <p className={style.quiet}>It stands on {counted(furtherReaches, "more reach", "more reaches")} than are shown here.</p>
        ) : null}
        {strongest ? <WhatEnds open={open} number={view.reachNumber(strongest.id)} Heading={Heading} /> : null}
        <section aria-label="What would change our mind">
          <Heading>What would change our mind</Heading>
          {finding.settle.length > 0 ? (
            <ul>
              {finding.settle.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          ) : (
            <p>
              Nothing is recorded that would settle it.{" "}
              {strongest ? "It falls with its reaches: a hop that all ways pass, if it does not hold." : "It rests on the use itself."}
            </p>
          )}
        </section>
        <DecisionsOn open={open} finding={finding} Heading={Heading} />
        {address ? null : (
          <>
            <HistoryOf open={open} finding={finding} Heading={Heading} />
            <RuleText open={open} finding={finding} Heading={Heading} />
          </>
        )}
        <section aria-label="What it stands on">
          <Heading>What it stands on</Heading>
          {sources.cited().length > 0 ? <SourceList sources={sources} /> : <p>Only what was read or declared, as told above.</p>}
        </section>
      </div>
    </article>
  );
}

/** The view with some reaches as they are whole, with their evidence. */
function withWhole(view: View, reaches: readonly Reach[]): View {
  const whole = new Map(reaches.map((one) => [one.id, one]));
  return { ...view, reach: (id) => whole.get(id) ?? view.reach(id) };
}

function Drawn({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>The path drawn</summary>
      {isOpen ? children : null}
    </details>
  );
}
