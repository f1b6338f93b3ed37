import { Link } from "wouter";
import type { Finding, FindingHistory } from "../../src/model/index.js";
import { statusWords as decisionWords } from "../../src/report/docket/decisions.js";
import { counted, outcomeWords } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { useAnswer } from "../api/use-answer.js";
import { statusWords } from "../findings/rows.js";
import { useDecided } from "../findings/use-decided.js";
import { caseAddress, reviewAddress } from "../frame/screens.js";
import { dayWords, momentWords } from "../parts/days.js";
import { AnswerOf } from "../parts/state.js";
import { addressOf } from "../state/address.js";

/** What was decided on a finding, and what was disputed of it: in beholden.yaml, and in the cases that the review belongs to. */
export function DecisionsOn({ open, finding, Heading }: { open: OpenReview; finding: Finding; Heading: "h2" | "h3" }) {
  const { decisions, disputed } = useDecided(open);
  const all = decisions.get(finding.id) ?? [];
  const disputes = disputed.get(finding.id) ?? [];
  const { acceptance } = finding;
  return (
    <section aria-label="Decisions">
      <Heading>Decisions</Heading>
      {!acceptance && all.length === 0 && disputes.length === 0 ? <p>Nothing was decided on it, and nothing of it is disputed.</p> : null}
      <ul>
        {acceptance ? (
          <li>
            {finding.status === "acceptance-expired" ? "Was accepted" : "Accepted"} in beholden.yaml by {acceptance.by} until{" "}
            {dayWords(acceptance.until)}: {acceptance.why}
          </li>
        ) : null}
        {all.map(({ case: of, caption, decision, words }) => (
          <li key={`${of} ${decision.id}`}>
            <strong>{words}</strong>:{" "}
            <Link href={addressOf(caseAddress(of, "/decisions"), { decision: decision.id })}>
              {decision.id} {decision.title}
            </Link>{" "}
            in {of} {caption}; {decisionWords(decision)}
            {decision.owner ? `; ${decision.owner} answers for it` : ""}.
          </li>
        ))}
        {disputes.map(({ hop, reach, by, at }) => (
          <li key={`${hop} ${reach} ${at}`}>
            Disputed by {by}, {momentWords(at)}:{" "}
            <Link href={addressOf(reviewAddress(open.shelved.id, "/reach"), { government: "", path: String(reach), hop: String(hop) })}>
              hop {hop} of reach {reach}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the kept reviews of the same subject say of a finding. */
export function HistoryOf({ open, finding, Heading }: { open: OpenReview; finding: Finding; Heading: "h2" | "h3" }) {
  const path = `/api/reviews/${open.shelved.id}/findings/${encodeURIComponent(finding.id)}/history`;
  return (
    <section aria-label="History">
      <Heading>History</Heading>
      <AnswerOf of={useAnswer<FindingHistory>(path)} what="its history">
        {({ reviews, further }) => (
          <>
            <ul>
              {reviews.map(({ id, asOf, kept, by, finding: then }) => (
                <li key={id}>
                  <Link href={reviewAddress(id)}>As of {dayWords(asOf)}</Link>, kept {momentWords(kept)}
                  {by ? ` by ${by}` : ""}: {then ? `${outcomeWords[then.outcome]}, ${statusWords[then.status]}` : "not found"}
                  {id === open.shelved.id ? " (this review)" : ""}
                </li>
              ))}
            </ul>
            {further > 0 ? (
              <p>
                {counted(further, "further review")} of the subject {further === 1 ? "was" : "were"} not read for this.
              </p>
            ) : null}
          </>
        )}
      </AnswerOf>
    </section>
  );
}
