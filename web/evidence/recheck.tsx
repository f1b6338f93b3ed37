import { useState } from "react";
import type { QuoteRecheck, ShownQuote, WordChange } from "../../src/model/index.js";
import { recheckQuotes, shortId } from "../api/evidence.js";
import { notAllowed, useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { Section } from "../parts/page.js";
import { Empty } from "../parts/state.js";
import { PlainTag } from "../parts/tag.js";
import { Told, useDoing } from "../state/doing.js";
import style from "./evidence.module.css";
import { outcomeWords } from "./words.js";

/** Whether every quote still stands in the newest capture of its source, with both texts where one does not. */
export function Recheck({ id, quotes }: { id: string; quotes: readonly ShownQuote[] }) {
  const [found, setFound] = useState<QuoteRecheck | null>(null);
  const doing = useDoing();
  const may = useMay()("evidence:write");
  const standing = quotes.filter(({ quote }) => quote.withdrawn === null);
  const look = (record: boolean) => doing.run(async (key) => setFound(await recheckQuotes(id, record, key)), record);
  const counts =
    found &&
    Object.entries(outcomeWords).map(
      ([outcome, word]) => `${word}: ${found.checks.filter(({ check }) => check.outcome === outcome).length}`,
    );
  return (
    <Section
      title="Do the quotes still stand?"
      id="recheck"
      about="Each is looked for in the newest capture of its source. Only the very words are found."
    >
      {standing.length === 0 ? (
        <Empty title="Nothing is quoted yet.">
          <p>Open a file, select words in it, and press q.</p>
        </Empty>
      ) : may ? (
        <p>
          <Action disabled={doing.doing} onPress={() => look(false)}>
            Look again for {standing.length === 1 ? "the quote" : `all ${standing.length} quotes`}
          </Action>{" "}
          {found && !found.recorded ? (
            <Action disabled={doing.doing} onPress={() => look(true)}>
              Record what was found
            </Action>
          ) : null}
        </p>
      ) : (
        <p className={style.quiet}>{notAllowed("evidence:write")}</p>
      )}
      <Told doing={doing.doing} failure={doing.failure} what="Looking for them" />
      {found ? (
        <>
          <p role="status">
            {counts?.join(", ")}. {found.recorded ? "Recorded in the journal." : "Nothing is recorded yet."}
          </p>
          <ul className={style.facts}>
            {found.checks.map(({ id: quote, exact, was, check }) => (
              <li key={quote} className={check.outcome === "changed" || check.outcome === "gone" ? style.lacking : undefined}>
                <p>
                  <strong>{shortId(quote)}</strong> <PlainTag word={outcomeWords[check.outcome]} /> {check.because} (
                  {shortId(check.against)}, was on page {was.label}
                  {check.place ? `, now on page ${check.place.label}` : ""})
                </p>
                <div className={style.both}>
                  <div>
                    <h4>As it was quoted</h4>
                    <Changed changes={check.changes} side="removed" usual={exact} />
                  </div>
                  <div>
                    <h4>As it stands now</h4>
                    <Changed changes={check.changes} side="added" usual={check.outcome === "gone" ? "It is not there any more." : exact} />
                  </div>
                </div>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

interface ChangedProps {
  changes: readonly WordChange[];
  side: "removed" | "added";
  /** Where nothing changed word by word. */
  usual: string;
}

/** One of two texts, with what the other one does not have marked as such. */
function Changed({ changes, side, usual }: ChangedProps) {
  if (changes.length === 0) return usual;
  let at = 0;
  return changes.map(({ kind, text }) => {
    at += text.length + 1;
    if (kind === "same") return <span key={at}>{text}</span>;
    if (kind !== side) return null;
    return side === "added" ? <ins key={at}>{text}</ins> : <del key={at}>{text}</del>;
  });
}
