import { useMemo, useState } from "react";
import type { Dossier } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { AnswerOf, Note } from "../parts/state.js";
import { MatchCard } from "./match-card.js";
import { type Screened, useScreening } from "./screening.js";
import style from "./timeline.module.css";

/** Days after which a list edition is called old. */
const oldAfter = 14;

/** What the lists say to the names of a provider: each hit with what agrees, differs and is missing, or what "no hit" rests on. */
export function Hits({ open: { review }, dossier }: { open: OpenReview; dossier: Dossier }) {
  const subject = useMemo(
    () => ({
      names: [...new Set([dossier.provider.name, ...dossier.operators.map(({ name }) => name)])],
      countries: [...new Set(dossier.operators.flatMap(({ jurisdiction }) => (jurisdiction ? [jurisdiction.toLowerCase()] : [])))],
    }),
    [dossier],
  );
  const answered = useScreening(subject, review.asOf);
  return (
    <AnswerOf of={answered} what="the lists">
      {(screened) => <Found screened={screened} names={subject.names} asOf={review.asOf} again={answered.again} />}
    </AnswerOf>
  );
}

function Found({ screened, names, asOf, again }: { screened: Screened; names: readonly string[]; asOf: string; again(): void }) {
  const { response, run } = screened;
  const listed = response.results.filter(({ target }) => target);
  const [at, setAt] = useState(0);
  const current = listed[at];
  const editions = [{ title: "The lists that come with beholden", edition: run.reference.edition }, ...run.imports];
  const old = editions.flatMap(({ title, edition }) => {
    const days = edition ? Math.round((Date.parse(asOf) - Date.parse(edition.padEnd(10, "-01").slice(0, 10))) / 86_400_000) : 0;
    return days > oldAfter ? [`${title} as of ${dayWords(edition ?? "")}, ${counted(days, "day")} old on the day of the review.`] : [];
  });
  return (
    <>
      {old.map((sentence) => (
        <Note key={sentence} kind="stale">
          {sentence} What was listed since is not in it.
        </Note>
      ))}
      <p role="status">
        {listed.length === 0
          ? `No hit among the ${counted(run.lists.length, "list")} that were searched.`
          : `${counted(listed.length, "hit")} among the ${counted(run.lists.length, "list")} that were searched.`}{" "}
        {response.cut ?? ""}
      </p>
      {listed.length > 1 ? (
        <p className={style.controls}>
          {listed.map((one, index) => (
            <Action key={one.matchId} pressed={index === at} onPress={() => setAt(index)}>
              {one.caption}
            </Action>
          ))}
        </p>
      ) : null}
      {current ? <MatchCard key={current.matchId} match={current} query={response.query.properties} again={again} /> : null}
      <details open={listed.length === 0}>
        <summary>What was searched, for which names</summary>
        <p>
          Names: {names.join("; ")}. A likeness of {run.thresholds.entity} or more is a hit; below {run.cutoff} nothing is shown. Edition{" "}
          {run.reference.edition}.
        </p>
        <ul className={style.list}>
          {run.lists.map(({ id, name, government, parties }) => (
            <li key={id}>
              {name}
              {government ? ` (${government})` : ""}, {counted(parties, "party", "parties")} on that day
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}
