import { useId } from "react";
import type { Difference, ReviewComparison, ShelvedReview } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { useComparison, useShelf } from "../api/reviews.js";
import { daysInWords, dayWords, momentWords } from "../parts/days.js";
import { Section } from "../parts/page.js";
import { AnswerOf } from "../parts/state.js";
import { useAddressPart } from "../state/address.js";
import style from "./overview.module.css";

const mostShown = 6;

/** What changed since an earlier review of the same subject: the last one unless another is chosen. */
export function SinceEarlier({ shelved }: { shelved: ShelvedReview }) {
  const { value: shelf } = useShelf();
  const label = useId();
  const [chosen, choose] = useAddressPart("since");
  const earlier = (shelf?.reviews ?? []).filter(
    (one) => one.id !== shelved.id && one.subject === shelved.subject && one.kept < shelved.kept,
  );
  const since = earlier.find((one) => one.id === chosen) ?? earlier[0];
  const comparison = useComparison(shelved.id, since?.id ?? null);
  if (!shelf) return null;
  return (
    <Section title="Since the review before" id="since">
      {since ? (
        <>
          <p className={style.choose}>
            <label htmlFor={label}>Compared with</label>
            <select id={label} value={since.id} onChange={(event) => choose(event.target.value)}>
              {earlier.map((one) => (
                <option key={one.id} value={one.id}>
                  as of {dayWords(one.asOf)}, kept {momentWords(one.kept)}
                </option>
              ))}
            </select>
          </p>
          <AnswerOf of={comparison} what="what changed">
            {(value) => <Changes comparison={value} />}
          </AnswerOf>
        </>
      ) : (
        <p className={style.quiet}>No earlier review of {shelved.subject} is here. The next one will say what changed since this one.</p>
      )}
    </Section>
  );
}

function Changes({ comparison: { answer, differences, notes } }: { comparison: ReviewComparison }) {
  const telling = differences.filter((one) => one.ofConcern || one.kind === "determination");
  const shown = telling.length > 0 ? telling : differences;
  return (
    <>
      {answer.map((sentence) => (
        <p key={sentence}>{daysInWords(sentence)}</p>
      ))}
      {telling.length === 0 && shown.length > 0 ? <p className={style.quiet}>What else differs:</p> : null}
      {shown.length > 0 ? (
        <ul className={style.list}>
          {shown.slice(0, mostShown).map((one) => (
            <li key={one.id}>{wordsOf(one)}</li>
          ))}
        </ul>
      ) : null}
      {shown.length > mostShown ? (
        <details>
          <summary>{counted(shown.length - mostShown, "further difference")}</summary>
          <ul className={style.list}>
            {shown.slice(mostShown).map((one) => (
              <li key={one.id}>{wordsOf(one)}</li>
            ))}
          </ul>
        </details>
      ) : null}
      {notes.map((note) => (
        <p key={note} className={style.quiet}>
          {note}
        </p>
      ))}
    </>
  );
}

const changeWords = { added: "New", removed: "Gone", changed: "Changed" } as const;

/** A field as it was and is; of long texts, only that they differ. */
function fieldWords({ name, before, after }: Difference["fields"][number]) {
  const [was, is] = [before ?? "none", after ?? "none"];
  return was.length + is.length > mostOfField ? `${name}: another text` : `${name}: ${was} → ${is}`;
}

const mostOfField = 160;

/** Which rule it comes from, in the names of files. */
const rulePrefix = /^[a-z0-9-]+\/[a-z0-9-]+: /;

function wordsOf({ change, title, fields }: Difference) {
  const [field] = change === "changed" ? fields : [];
  return (
    <>
      <strong>{changeWords[change]}:</strong> {title.replace(rulePrefix, "")}
      {field ? ` (${fieldWords(field)})` : ""}
    </>
  );
}
