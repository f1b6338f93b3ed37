import { Link } from "wouter";
import type { ShownChange } from "../../src/model/index.js";
import { reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { Empty } from "../parts/state.js";
import style from "./change.module.css";

/** What a change set does to kept reviews, made again on both editions once that is asked for. */
export function KnockOn({ shown: { knockOn }, onKnockOn }: { shown: ShownChange; onKnockOn(): void }) {
  if (knockOn === null) return <Action onPress={onKnockOn}>Make kept reviews again on both editions</Action>;
  if (knockOn.length === 0) return <Empty title="No kept review that it concerns has a folder that can be reviewed again." />;
  return (
    <ul className={style.reviews}>
      {knockOn.map(({ review, subject, asOf, answer, findings }) => (
        <li key={review}>
          <Link href={reviewAddress(review)}>
            {subject}, as of {dayWords(asOf)}
          </Link>
          <p>{answer.join(" ")}</p>
          <ul>
            {findings.map(({ id, title, change }) => (
              <li key={id + change}>
                {change}: {title}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
