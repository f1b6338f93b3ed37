import { useMemo } from "react";
import type { Dossier, ScreenResult, ScreenRun } from "../../src/model/index.js";
import { counted, listed as inWords } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { AnswerOf, Note } from "../parts/state.js";
import { stepIn } from "../parts/step.js";
import { useAddressPart } from "../state/address.js";
import { MatchCard } from "./match-card.js";
import { type Screened, useScreening } from "./screening.js";
import style from "./timeline.module.css";
import { isApart, standingOf } from "./verdict-words.js";

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

interface FoundProps {
  screened: Screened;
  names: readonly string[];
  asOf: string;
  again(): void;
}

function Found({ screened: { response, run }, names, asOf, again }: FoundProps) {
  const listed = response.results.filter(({ target }) => target);
  const hits = listed.filter((one) => one.match || isApart(one));
  const near = listed.filter((one) => !hits.includes(one));
  const [chosen, choose] = useAddressPart("hit");
  const current = hits.find(({ id }) => id === chosen) ?? hits[0];
  const walk = (by: 1 | -1) => {
    const ids = hits.map(({ id }) => id);
    choose(stepIn(ids, current?.id ?? "", by) ?? "");
  };
  useKeys(
    "Hits",
    hits.length > 1
      ? [
          { keys: "j", does: "Next hit", run: () => walk(1) },
          { keys: "k", does: "Previous hit", run: () => walk(-1) },
        ]
      : [],
  );
  return (
    <>
      {oldEditions(run, asOf).map((sentence) => (
        <Note key={sentence} kind="stale">
          {sentence} What was listed since is not in it.
        </Note>
      ))}
      <p role="status">
        {hitsWords(hits, run)} {response.cut ?? ""}
      </p>
      {hits.length > 1 ? (
        <p className={style.controls}>
          {hits.map((one) => (
            <Action key={one.id} pressed={one === current} onPress={() => choose(one.id)}>
              {one.caption}: {standingOf(one)}
            </Action>
          ))}
        </p>
      ) : null}
      {current ? <MatchCard key={current.id} match={current} query={response.query.properties} run={run} again={again} /> : null}
      {near.length > 0 ? (
        <details>
          <summary>{counted(near.length, "listed party", "listed parties")} with a name that is less alike, and no hit</summary>
          <ul className={style.list}>
            {near.map(({ id, caption, score }) => (
              <li key={id}>
                {caption}, {score.toFixed(2)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <details open={hits.length === 0}>
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

/** `2 hits among the 40 lists that were searched: 1 open, 1 the same.` */
function hitsWords(hits: readonly ScreenResult[], run: ScreenRun): string {
  const searched = `among the ${counted(run.lists.length, "list")} that were searched`;
  if (hits.length === 0) return `No hit ${searched}.`;
  const standings = hits.map(standingOf);
  const counts = [...new Set(standings)].map((one) => `${standings.filter((other) => other === one).length} ${one}`);
  return `${counted(hits.length, "hit")} ${searched}: ${inWords(counts)}.`;
}

/** The editions that were old on the day of the review, each with its date and age. */
function oldEditions({ reference, imports }: ScreenRun, asOf: string): string[] {
  const editions = [{ title: "The lists that come with beholden", edition: reference.edition }, ...imports];
  return editions.flatMap(({ title, edition }) => {
    const days = edition ? Math.round((Date.parse(asOf) - Date.parse(edition.padEnd(10, "-01").slice(0, 10))) / 86_400_000) : 0;
    return days > oldAfter ? [`${title} as of ${dayWords(edition ?? "")}, ${counted(days, "day")} old on the day of the review.`] : [];
  });
}
