import { effects } from "../../src/model/order.js";
import { effectVerbs } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { Choice } from "../parts/choice.js";
import type { Question } from "./answers.js";
import style from "./reach.module.css";

const shortVerbs = { ...effectVerbs, tamper: "change software or data of", launch: "use the infrastructure against" };

/** A question in one sentence: each part is chosen from what the review has. */
export function QuestionBuilder({
  open,
  question,
  onChange,
}: {
  open: OpenReview;
  question: Question;
  onChange(part: keyof Question, value: string): void;
}) {
  const { review, view } = open;
  const governments = [...new Set(review.reaches.map(({ government }) => government))].sort();
  const targets = [...new Map(review.reaches.map(({ target }) => [`${target.kind}:${target.id}`, target.name]))];
  return (
    <p className={style.question}>
      Can{" "}
      <Choice
        label="Government"
        unseen
        value={question.government}
        options={[
          { value: "concern", title: "any government of concern" },
          { value: "", title: "any government" },
          ...governments.map((code) => ({ value: code, title: `${view.governmentName(code)} (${code})` })),
        ]}
        onChange={(value) => onChange("government", value)}
      />{" "}
      <Choice
        label="Doing"
        unseen
        value={question.effect}
        options={[{ value: "", title: "do anything to" }, ...effects.map((effect) => ({ value: effect, title: shortVerbs[effect] }))]}
        onChange={(value) => onChange("effect", value)}
      />{" "}
      <Choice
        label="Holding or system"
        unseen
        value={question.target}
        options={[{ value: "", title: "anything" }, ...targets.map(([value, title]) => ({ value, title }))]}
        onChange={(value) => onChange("target", value)}
      />{" "}
      through{" "}
      <Choice
        label="Provider"
        unseen
        value={question.provider}
        options={[{ value: "", title: "any provider" }, ...review.providers.map(({ id, name }) => ({ value: id, title: name }))]}
        onChange={(value) => onChange("provider", value)}
      />
      ?
    </p>
  );
}
