import { useState } from "react";
import { Link } from "wouter";
import type { ShownQuote } from "../../src/model/index.js";
import { shortId } from "../api/evidence.js";
import { handlingWords } from "../case/words.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { quoteAddress, Withdrawal } from "./facts.js";
import style from "./reader.module.css";
import { outcomeWords } from "./words.js";

interface QuoteItemProps {
  of: string;
  shown: ShownQuote;
  current: boolean;
  may: boolean;
  onGone(): void;
}

/** A quote beside the document: its words, its place, how the last re-check found it, and the way to withdraw it. */
export function QuoteItem({ of, shown, current, may, onGone }: QuoteItemProps) {
  const [taking, setTaking] = useState(false);
  const { quote } = shown;
  return (
    <li className={current ? style.current : undefined} aria-current={current ? "true" : undefined}>
      <p>
        <Link href={quoteAddress(of, shown)}>
          {shortId(shown.id)}, page {quote.place.label}
        </Link>{" "}
        <span className={style.quiet}>
          {handlingWords[quote.handling]}
          {quote.checked ? `, looked for on ${dayWords(quote.checked.at)}: ${outcomeWords[quote.checked.outcome].toLowerCase()}` : ""}
        </span>
      </p>
      <blockquote className={style.exact}>“{quote.selector.exact}”</blockquote>
      {quote.translation ? <p>In translation: {quote.translation}</p> : null}
      {quote.note ? <p className={style.quiet}>{quote.note}</p> : null}
      {may ? (
        <p>
          <Action label={`Withdraw ${shortId(shown.id)}`} expanded={taking} onPress={() => setTaking(!taking)}>
            Withdraw
          </Action>
        </p>
      ) : null}
      {taking ? <Withdrawal of={of} kind="quotes" id={shortId(shown.id)} onDone={onGone} /> : null}
    </li>
  );
}
