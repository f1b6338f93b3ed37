import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Finding, FindingDetail } from "../../src/model/index.js";
import { cutSentences, effectSentence } from "../../src/report/paths.js";
import { isSource, places } from "../../src/report/sources.js";
import { isLead, reachState } from "../../src/report/view.js";
import { certaintyWords, counted, markWords } from "../../src/report/words.js";
import { type OpenReview, useFinding } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { Grounds, PathCards } from "../parts/path-cards.js";
import { AnswerOf } from "../parts/state.js";
import { OutcomeTag, ReachTag } from "../parts/tag.js";
import style from "./finding-why.module.css";

/**
 * Why a finding holds: what it claims in a sentence, the law, the path hop by hop, what would change it. The same beside the list and on its
 * own page.
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
  const { view, shelved } = open;
  const [strongest, ...others] = reaches;
  const Heading = address ? "h3" : "h2";
  return (
    <article className={style.why}>
      {address ? (
        <h2>
          <Link href={address}>
            {isLead(finding) ? "Lead: " : ""}
            {finding.title}
          </Link>
        </h2>
      ) : null}
      <p>
        <OutcomeTag outcome={finding.outcome} /> {view.providerName(finding.provider)}
        {systemOf(finding, open)}
      </p>
      <p>{finding.explanation}</p>
      <dl className={style.facts}>
        <Fact title="Law">
          {finding.citation}{" "}
          <span className={style.quiet}>
            ({finding.pack}/{finding.rule}; {markWords[finding.mark]})
          </span>
        </Fact>
        <Fact title="Certainty">
          {certaintyWords[finding.certainty]}; {finding.confidence} confidence
        </Fact>
        {finding.acceptance ? (
          <Fact title={finding.status === "acceptance-expired" ? "Expired" : "Accepted"}>
            by {finding.acceptance.by} until {finding.acceptance.until}: {finding.acceptance.why}
          </Fact>
        ) : null}
      </dl>
      {strongest ? (
        <section aria-label="The path">
          <Heading>
            {effectSentence(view.governmentName(strongest.government), strongest.effect, strongest.target)}{" "}
            <ReachTag state={reachState(strongest)} />
          </Heading>
          <PathCards path={strongest.path} />
          {cutSentences(strongest).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </section>
      ) : (
        <p className={style.quiet}>The rule rests on the use itself; it needs no path from a government.</p>
      )}
      {others.length + furtherReaches > 0 ? (
        <details>
          <summary>{counted(others.length + furtherReaches, "further reach", "further reaches")} that it stands on</summary>
          <ul className={style.list}>
            {others.map((reach) => (
              <li key={reach.id}>
                <Link href={`${reviewAddress(shelved.id, "/reach")}?path=${view.reachNumber(reach.id)}`}>
                  {effectSentence(view.governmentName(reach.government), reach.effect, reach.target)}
                </Link>{" "}
                <ReachTag state={reachState(reach)} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Lists finding={finding} open={open} Heading={Heading} />
    </article>
  );
}

function Lists({ finding, open: { view }, Heading }: { finding: Finding; open: OpenReview; Heading: "h2" | "h3" }) {
  const sources = finding.evidence.filter(isSource);
  const seen = places(finding.evidence);
  return (
    <>
      {finding.settle.length > 0 ? (
        <section aria-label="What would change it">
          <Heading>What would settle it</Heading>
          <ul className={style.list}>
            {finding.settle.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </section>
      ) : null}
      {finding.measures.length > 0 ? (
        <section aria-label="Measures">
          <Heading>Measures that would lift it</Heading>
          <ul className={style.list}>
            {finding.measures.map((measure) => (
              <li key={measure}>{view.measureName(measure)}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <section aria-label="Evidence">
        <Heading>What it stands on</Heading>
        {seen.length > 0 ? <Grounds title="Seen" all={seen} /> : null}
        {sources.length > 0 ? <Grounds title="Sources" all={sources} /> : null}
      </section>
      <p className={style.quiet}>
        Finding <code>{finding.id}</code>
      </p>
    </>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function systemOf(finding: Finding, { view }: OpenReview): string {
  const use = view.transaction(finding.transaction);
  return use ? `, ${view.targetName(use.system)}` : "";
}
