import type { HandlingMark, Letter, LetterBlock, LetterSection, LetterSentence } from "../../src/model/index.js";
import { gapMark, noteMark, noteText } from "../../src/report/letter/words.js";
import { handlingWords } from "../case/words.js";
import { withKeys } from "../parts/keyed.js";
import style from "./letters.module.css";

/** A letter as its page will read: every gap where it stands, every sentence with the numbers of its sources. */
export function LetterPage({ letter }: { letter: Letter }) {
  return (
    <article className={style.page} aria-label="The letter">
      <p className={style.stamp}>{letter.stamp}</p>
      <h2>{letter.title}</h2>
      {letter.head.length > 0 ? (
        <dl>
          {letter.head.map(({ label, sentences }) => (
            <Head key={label} label={label} sentences={sentences} />
          ))}
        </dl>
      ) : null}
      {letter.sections.map((section) => (
        <LetterPart key={section.id} section={section} />
      ))}
      {letter.notes.length > 0 ? (
        <section aria-label="Sources">
          <h3>Sources</h3>
          <ol>
            {letter.notes.map((note) => (
              <li key={note.number} value={note.number}>
                {noteText(note)}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
    </article>
  );
}

function Head({ label, sentences }: { label: string; sentences: readonly LetterSentence[] }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Sentences all={sentences} />
      </dd>
    </>
  );
}

function LetterPart({ section: { id, level, heading, blocks } }: { section: LetterSection }) {
  const Heading = level === 2 ? "h3" : level === 3 ? "h4" : "h5";
  return (
    <section aria-labelledby={`letter-${id}`}>
      <Heading id={`letter-${id}`}>{heading}</Heading>
      {withKeys(blocks).map(({ key, one }) => (
        <Block key={key} block={one} />
      ))}
    </section>
  );
}

function Block({ block }: { block: LetterBlock }) {
  if (block.kind === "paragraph")
    return (
      <p>
        <Sentences all={block.sentences} />
      </p>
    );
  if (block.kind === "list") {
    const items = withKeys(block.items).map(({ key, one }) => (
      <li key={key}>
        <Sentences all={one} />
      </li>
    ));
    return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
  }
  return (
    <table>
      <caption>{block.caption}</caption>
      <thead>
        <tr>
          {block.headings.map((one) => (
            <th key={one} scope="col">
              {one}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {withKeys(block.rows).map(({ key, one: row }) => (
          <tr key={key}>
            {withKeys(row).map(({ key: cell, one }) => (
              <td key={cell}>
                <Sentences all={one} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sentences with their gaps, the numbers of their sources, and the mark where it changes. */
function Sentences({ all }: { all: readonly LetterSentence[] }) {
  let last: HandlingMark | undefined = "public";
  return withKeys(all).map(({ key, one }) => {
    const mark = one.handling !== last && one.handling !== undefined ? one.handling : null;
    last = one.handling;
    return (
      <span key={key}>
        {mark ? <span className={style.mark}>({handlingWords[mark].toLowerCase()}) </span> : null}
        {one.text} {one.gap ? <strong className={style.gap}>{gapMark(one.gap)}</strong> : null}
        {one.notes.length > 0 ? <sup>{noteMark(one)}</sup> : null}{" "}
      </span>
    );
  });
}
