import type { ReactNode } from "react";
import type { HopCard } from "../../src/report/scene/block/hop-card.js";
import { visible } from "../../src/report/visible.js";
import { Action } from "../parts/action.js";
import style from "./hop-cards.module.css";

interface HopCardsProps {
  cards: readonly HopCard[];
  /** The hop that one is at; 0: none. */
  at: number;
  onAt(hop: number): void;
  onDispute(hop: number): void;
  /** What stands below a card, such as its dispute. */
  below(hop: number): ReactNode;
}

/** A path hop by hop, each a card that needs no picture: what it means, the law, the evidence, what speaks against it, what ends it. */
export function HopCards({ cards, at, onAt, onDispute, below }: HopCardsProps) {
  return (
    <ol className={style.hops} aria-label="The path hop by hop">
      {cards.map((card) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys of the screen walk the hops
        <li
          key={card.number}
          id={`hop-${card.number}`}
          tabIndex={-1}
          className={style.hop}
          aria-current={card.number === at || undefined}
          onClick={(event) => !(event.target as HTMLElement).closest("a, button, form") && onAt(card.number)}
        >
          <Card card={card} />
          <p className={style.actions}>
            <Action onPress={() => onDispute(card.number)}>
              Dispute hop {card.number} {card.number === at ? <kbd>x</kbd> : null}
            </Action>
          </p>
          {below(card.number)}
        </li>
      ))}
    </ol>
  );
}

const nothing = "Nothing is recorded.";

function Card({ card: { number, fact, effect, isWeakest, reliability, quotes, sources, places, against, ends } }: { card: HopCard }) {
  return (
    <>
      <p className={style.fact}>
        <span className="unseen">Hop {number}: </span>
        {visible(fact)}
        {isWeakest ? <strong className={style.weakest}>Weakest hop</strong> : null}
      </p>
      <dl>
        <Slot term="What it means">{visible(effect) || nothing}</Slot>
        <Slot term="Words of the source">
          {quotes.length === 0
            ? "No words are quoted on file."
            : quotes.map(({ words, from }) => (
                <blockquote key={words} dir="auto">
                  {visible(words)} <cite>{visible(from)}</cite>
                </blockquote>
              ))}
        </Slot>
        <Slot term="Law and sources, by whom and when">
          <Texts all={sources} none="No law or document is cited." />
        </Slot>
        <Slot term="Evidence read or declared" id={`evidence-${number}`}>
          <Texts all={places} none={sources.length > 0 ? "Nothing beside the sources above." : nothing} />
        </Slot>
        <Slot term="How sure">{reliability}</Slot>
        <Slot term="Counter-evidence">
          <Texts all={against} none={nothing} />
        </Slot>
        <Slot term="Ends if">
          <Texts
            all={ends.map(({ id, name, alone }) => `${id} ${name}${alone ? ", which alone ends the reach" : ""}`)}
            none="No measure of the catalogue cuts this hop."
          />
        </Slot>
      </dl>
    </>
  );
}

function Slot({ term, id, children }: { term: string; id?: string; children: ReactNode }) {
  return (
    <div className={style.slot}>
      <dt>{term}</dt>
      <dd id={id} tabIndex={id ? -1 : undefined}>
        {children}
      </dd>
    </div>
  );
}

/** Texts shown at once; the rest opens. */
const mostShown = 5;

function Texts({ all, none }: { all: readonly string[]; none: string }) {
  if (all.length === 0) return <>{none}</>;
  const list = (some: readonly string[]) => (
    <ul>
      {some.map((one) => (
        <li key={one}>{visible(one)}</li>
      ))}
    </ul>
  );
  return (
    <>
      {list([...new Set(all)].slice(0, mostShown))}
      {all.length > mostShown ? (
        <details>
          <summary>{all.length - mostShown} more</summary>
          {list([...new Set(all)].slice(mostShown))}
        </details>
      ) : null}
    </>
  );
}
