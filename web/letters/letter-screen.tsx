import { Link } from "wouter";
import type { ShownLetter } from "../../src/model/index.js";
import { useLetter } from "../api/letters.js";
import { handlingWords } from "../case/words.js";
import { caseAddress } from "../frame/screens.js";
import { dayWords, momentWords } from "../parts/days.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Note } from "../parts/state.js";
import { PlainTag } from "../parts/tag.js";
import { Composer } from "./composer.js";
import { Downloads } from "./downloads.js";
import { LetterPage } from "./letter-page.js";
import style from "./letters.module.css";
import { Release, Removals } from "./release.js";
import { statusWords } from "./words.js";

/** One letter: while it is a draft its fields beside the page that they make, afterwards as it was issued. */
export function LetterScreen({ id, letter }: { id: string; letter: string }) {
  return (
    <AnswerOf of={useLetter(id, letter)} what="the letter">
      {(shown) => (
        <>
          <PageHead
            title={shown.releaseOf ? `${shown.title} of ${shown.releaseOf}` : shown.title}
            about={
              <>
                Letter {letter} of case {id} <PlainTag word={statusWords[shown.status]} /> <PlainTag word={handlingWords[shown.handling]} />
              </>
            }
          >
            <Downloads of={id} shown={shown} />
          </PageHead>
          {shown.releaseOf ? (
            <Note kind="plain">
              It is the public version of <Link href={caseAddress(id, `/letters/${shown.releaseOf}`)}>letter {shown.releaseOf}</Link>, which
              stays as it is.
            </Note>
          ) : null}
          {shown.issued ? <Issued of={id} shown={shown} /> : <Composer key={shown.id} of={id} shown={shown} />}
          {shown.releaseOf ? <Removals of={id} letter={letter} /> : null}
        </>
      )}
    </AnswerOf>
  );
}

function Issued({ of, shown }: { of: string; shown: ShownLetter }) {
  const { issued, releaseOf, letter } = shown;
  if (!issued) return null;
  const rows: [string, string][] = [
    ["Number", issued.number],
    ["Of", dayWords(issued.on)],
    ["Issued", `by ${issued.by}, ${momentWords(issued.at)}`],
    ["Served", issued.service ? issued.service.replaceAll("-", " ") : "not served"],
    ["Event of the case", issued.event === null ? "none" : `number ${issued.event}`],
    ["SHA-256 of its content", issued.content],
    ["Head of the journal before it", `entry ${issued.head.number}, ${issued.head.digest}`],
    ...issued.deadlines.map((one): [string, string] => [
      "Deadline",
      `${one.title}: ${one.due ? dayWords(one.due) : "not settled"} (${one.citation}; mark ${one.mark})`,
    ]),
  ];
  return (
    <>
      <section className={style.steps} aria-label="What issuing gave it">
        <dl>
          {rows.map(([term, value]) => (
            <Row key={term + value} term={term} value={value} />
          ))}
        </dl>
        {releaseOf ? null : <Release of={of} letter={shown.id} />}
      </section>
      <LetterPage letter={letter} />
    </>
  );
}

function Row({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}
