import { useEffect, useId, useRef, useState } from "react";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { SavedFilters, type SavedFiltersOf } from "../parts/saved-filters.js";
import { type Filter, type FilterField, without } from "./filter.js";
import style from "./filter-box.module.css";

interface FilterBoxProps {
  text: string;
  filter: Filter;
  fields: readonly FilterField[];
  found: number;
  all: number;
  what: string;
  saved: SavedFiltersOf;
  onChange(text: string): void;
}

/** Typing settles for this long before the list follows. */
const settling = 20;

/** Filters that have a name, one to type, what it was understood as, what of it was not, and how many it leaves. */
export function FilterBox({ text, filter, fields, found, all, what, saved, onChange }: FilterBoxProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(text);
  const [shown, setShown] = useState(text);
  const ids = { input: useId(), help: useId(), faults: useId() };
  // The address changed by other means than typing: Back, a chip, a link.
  if (shown !== text) {
    setShown(text);
    if (typed.trim() !== text.trim()) setTyped(text);
  }
  useEffect(() => {
    if (typed.trim() === text.trim()) return;
    const timer = setTimeout(() => onChange(typed.trim()), settling);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  useKeys("Filter", [{ keys: "/", does: "Go to the filter", run: () => input.current?.focus() }]);
  return (
    <search className={style.box}>
      <SavedFilters of={saved} filter={text} />
      <label htmlFor={ids.input}>Filter</label>
      <div className={style.line}>
        <input
          id={ids.input}
          ref={input}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === "Escape" && input.current?.blur()}
          spellCheck={false}
          autoComplete="off"
          aria-describedby={filter.faults.length > 0 ? ids.faults : ids.help}
          aria-invalid={filter.faults.length > 0}
        />
        {text ? <Action onPress={() => onChange("")}>Clear</Action> : null}
      </div>
      {filter.faults.length > 0 ? (
        <ul id={ids.faults} className={style.faults} role="alert">
          {filter.faults.map(({ at, what: fault }) => (
            <li key={`${at} ${fault}`}>
              At character {at + 1}: {fault}
            </li>
          ))}
        </ul>
      ) : null}
      <div className={style.under}>
        <p role="status">
          {found.toLocaleString("en")} of {all.toLocaleString("en")} {what}
        </p>
        {filter.terms.length > 0 ? (
          <ul className={style.chips} aria-label="Conditions">
            {filter.terms.map((term) => {
              const words = text.slice(term.start, term.end);
              return (
                <li key={`${term.start} ${words}`}>
                  <button
                    type="button"
                    className={style.chip}
                    onClick={() => onChange(without(text, term))}
                    aria-label={`Remove the condition ${words}`}
                  >
                    {words} <span aria-hidden="true">×</span>
                  </button>
                </li>
              );
            })}
          </ul>
        ) : null}
        <details className={style.help}>
          <summary>How to filter</summary>
          <p id={ids.help}>
            Words, "words in quotes" and field:value, all of which must hold. Several values: field:one,other. Put - or NOT before what must
            not hold.
          </p>
          <dl>
            {fields.map(({ id, about, values }) => (
              <div key={id}>
                <dt>
                  <code>{id}:</code>
                </dt>
                <dd>
                  {about}
                  {values ? `: ${values.join(", ")}` : ""}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      </div>
    </search>
  );
}
