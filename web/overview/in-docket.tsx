import { Link } from "wouter";
import type { CasesOfReview } from "../../src/model/index.js";
import { statusWords } from "../../src/report/docket/decisions.js";
import { counted } from "../../src/report/words.js";
import { useCasesOf } from "../api/docket-of-review.js";
import type { OpenReview } from "../api/reviews.js";
import { notAllowed, useMay } from "../api/session.js";
import { farWords } from "../case/clock.js";
import { caseAddress } from "../frame/screens.js";
import { dayWords } from "../parts/days.js";
import { Section } from "../parts/page.js";
import { AnswerOf } from "../parts/state.js";
import { addressOf } from "../state/address.js";
import style from "./overview.module.css";

/** Where the review stands in the docket: each case that it belongs to, what is due there next, and what was decided on it. */
export function InDocket({ open }: { open: OpenReview }) {
  const answered = useCasesOf(open.shelved.id);
  const may = useMay();
  return (
    <Section title="In the docket" id="docket">
      {may("case:read") ? (
        <AnswerOf of={answered} what="the cases of the review">
          {(value) => <Cases told={value} />}
        </AnswerOf>
      ) : (
        <p className={style.quiet}>{notAllowed("case:read")}</p>
      )}
    </Section>
  );
}

function Cases({ told: { cases, withheld } }: { told: CasesOfReview }) {
  return (
    <>
      {cases.length === 0 ? (
        <p className={style.quiet}>
          It belongs to no case{withheld > 0 ? " that you may see here" : ""}, so no deadline runs.{" "}
          <Link href="/cases">Attach it to a case</Link> to decide on it.
        </p>
      ) : null}
      <ul className={style.list}>
        {cases.map(({ id, caption, run, next, decisions, disputes }) => (
          <li key={id}>
            <Link href={caseAddress(id)}>
              {id} {caption}
            </Link>
            , run {run}.{" "}
            {next ? (
              <>
                Next deadline:{" "}
                <Link href={caseAddress(id, `/deadlines/${encodeURIComponent(next.deadline)}`)}>
                  {next.title}, {dayWords(next.due)} ({farWords(next, asOfNext(next))})
                </Link>
                .
              </>
            ) : (
              "No deadline runs."
            )}{" "}
            {decisions.map((one) => (
              <span key={one.id}>
                <Link href={addressOf(caseAddress(id, "/decisions"), { decision: one.id })}>
                  {one.id} {one.title}
                </Link>
                , {statusWords(one)}
                {one.standing.current ? "" : ", decided on an older state"}.{" "}
              </span>
            ))}
            {disputes.length > 0 ? `${counted(disputes.length, "hop")} of its paths ${disputes.length === 1 ? "is" : "are"} disputed.` : ""}
          </li>
        ))}
      </ul>
      {cases.length > 0 && withheld > 0 ? (
        <p className={style.quiet}>{counted(withheld, "thing")} more is shown in the case only.</p>
      ) : null}
    </>
  );
}

/** The day of the office, from which the days to the deadline were counted. */
function asOfNext({ due, days }: { due: string; days: number }): string {
  return new Date(Date.parse(due) - days * 86_400_000).toISOString().slice(0, 10);
}
