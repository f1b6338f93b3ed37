import { effectSentence } from "../../src/report/paths.js";
import { counted } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { OpenButton } from "../parts/open-button.js";
import { outlineOf } from "./answer-views.js";
import { type Answer, answerHeadings } from "./answers.js";
import style from "./reach.module.css";

interface OutlineProps {
  open: OpenReview;
  answers: readonly Answer[];
  current: string;
  onOpen(number: string): void;
}

/** The same answers as a nested list: by how they stand, then by what is reached. */
export function Outline({ open: { view }, answers, current, onOpen }: OutlineProps) {
  return (
    <ul className={style.outline} aria-label="Answers">
      {outlineOf(answers).map(({ state, count, targets }) => (
        <li key={state}>
          <strong>
            {answerHeadings[state]} ({count})
          </strong>
          <ul>
            {targets.map(({ name, answers: some }) => (
              <li key={name + some[0]?.number}>
                {name} ({counted(some.length, "answer")})
                <ul>
                  {some.map(({ reach, number, provider }) => (
                    <li key={number}>
                      <OpenButton pressed={String(number) === current} onPress={() => onOpen(String(number))}>
                        {effectSentence(view.governmentName(reach.government), reach.effect, reach.target)}
                      </OpenButton>{" "}
                      <span className={style.quiet}>
                        through {view.providerName(provider)}, {reach.path.confidence} confidence
                      </span>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
