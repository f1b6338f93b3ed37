import { Link } from "wouter";
import type { Review } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { Section } from "../parts/page.js";
import { addressOf } from "../state/address.js";
import style from "./overview.module.css";

/** Questions shown at once; the rest opens. */
const mostShown = 4;

/** What would settle what is open, and what the review could not see. */
export function Missing({ open: { review, shelved } }: { open: OpenReview }) {
  const questions = review.determination.settle;
  const { leftOut, unattributed } = review.summary;
  // As the answer counts them: a note on what is normal is no problem.
  const problems = review.problems.filter(({ severity }) => severity !== "note").length;
  const unseen = [
    problems > 0 ? counted(problems, "problem in reading the input", "problems in reading the input") : null,
    leftOut > 0 ? `${counted(leftOut, "file")} left out` : null,
    unattributed > 0 ? `${counted(unattributed, "observation")} that nobody on file stands behind` : null,
  ].filter((one) => one !== null);
  const list = (some: readonly string[]) => (
    <ul className={style.list}>
      {some.map((question) => (
        <li key={question}>
          {question} <FindingsOf question={question} review={review} id={shelved.id} />
        </li>
      ))}
    </ul>
  );
  return (
    <Section title={`What is missing (${questions.length + unseen.length})`} id="missing">
      {questions.length === 0 && unseen.length === 0 ? <p>Nothing that the review could tell.</p> : null}
      {list(questions.slice(0, mostShown))}
      {questions.length > mostShown ? (
        <details>
          <summary>{counted(questions.length - mostShown, "further question")}</summary>
          {list(questions.slice(mostShown))}
        </details>
      ) : null}
      {unseen.length > 0 ? (
        <p>
          <Link href={reviewAddress(shelved.id, "/left-open")}>{unseen.join("; ")}</Link>. Unknown is not harmless.
        </p>
      ) : null}
    </Section>
  );
}

function FindingsOf({ question, review, id }: { question: string; review: Review; id: string }) {
  const asked = review.findings.filter((one) => one.settle.includes(question));
  const [first] = asked;
  if (!first) return null;
  const address =
    asked.length === 1
      ? reviewAddress(id, `/findings/${first.id}`)
      : addressOf(reviewAddress(id, "/findings"), { filter: `id:${asked.map((one) => one.id).join(",")}` });
  return <Link href={address}>{counted(asked.length, "finding")}</Link>;
}
