import type { Duty } from "../../src/model/index.js";
import { dealsText, groundText } from "../../src/report/duties.js";
import { counted } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { daysAway, dayWords } from "../parts/days.js";
import { Section } from "../parts/page.js";
import style from "./overview.module.css";

const mostShown = 3;

/** What the law makes the subject do, what has a day first. */
export function Duties({ open: { review, view } }: { open: OpenReview }) {
  const duties = review.duties ?? [];
  if (duties.length === 0) return null;
  const item = (duty: Duty) => (
    <li key={`${duty.pack} ${duty.duty} ${duty.transactions.join()}`}>
      <span className={style.due}>{duty.due ? `${dayWords(duty.due)} (${daysAway(duty.due, review.asOf)})` : "No day yet"}</span>:{" "}
      {duty.title}. {duty.does}{" "}
      <span className={style.quiet}>
        For {dealsText(duty, view)}; {duty.dueInWords}; {groundText(duty)}
      </span>
    </li>
  );
  return (
    <Section title={`What has to be done (${duties.length})`} id="duties">
      <ul className={style.list}>{duties.slice(0, mostShown).map(item)}</ul>
      {duties.length > mostShown ? (
        <details>
          <summary>{counted(duties.length - mostShown, "further duty", "further duties")}</summary>
          <ul className={style.list}>{duties.slice(mostShown).map(item)}</ul>
        </details>
      ) : null}
    </Section>
  );
}
