import { Link } from "wouter";
import type { RecordLine } from "../../src/model/index.js";
import { recordSentence, valueWords } from "../../src/report/docket/record-words.js";
import { handlingWords } from "../case/words.js";
import { caseAddress } from "../frame/screens.js";
import { momentWords } from "../parts/days.js";
import style from "./record.module.css";

/** One entry whole: every field before and after, the reason, where it came from, its digests. */
export function EntryDetails({ line }: { line: RecordLine }) {
  const { number, at, case: of, changed, reason, handling, origin, digest, content } = line;
  return (
    <article className={style.details}>
      <h2>
        Entry {number.toLocaleString("en")}: {recordSentence(line)}
      </h2>
      <dl>
        <dt>When</dt>
        <dd>
          {momentWords(at)} <span className={style.quiet}>({at})</span>
        </dd>
        {of === null ? null : (
          <>
            <dt>Case</dt>
            <dd>
              <Link href={caseAddress(of, "/record")}>{of}</Link>
            </dd>
          </>
        )}
        <dt>Reason</dt>
        <dd>{reason ?? "none was given"}</dd>
        <dt>Mark</dt>
        <dd>{handlingWords[handling]}</dd>
        {origin ? (
          <>
            <dt>From</dt>
            <dd>
              docket {origin.docket}, by {origin.by}, {momentWords(origin.at)}
            </dd>
          </>
        ) : null}
        <dt>Digest</dt>
        <dd>
          <code>{digest}</code>
        </dd>
        <dt>Of its text</dt>
        <dd>
          <code>{content}</code>
        </dd>
      </dl>
      {changed.length === 0 ? (
        <p className={style.quiet}>No field of it is shown: nothing was changed, or it is not yours to see.</p>
      ) : (
        <ul className={style.fields} aria-label="What was changed">
          {changed.map(({ path, before, after }) => (
            <li key={path.join(".")}>
              <code>{path.join(".") || "all of it"}</code>
              <p>
                <del>{valueWords(before)}</del> <span aria-hidden="true">→</span> <ins>{valueWords(after)}</ins>
              </p>
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
