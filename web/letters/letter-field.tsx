import { useId } from "react";
import type { LetterPreview, TemplateField } from "../../src/model/index.js";
import { handlingWords } from "../case/words.js";
import { DayInput } from "../parts/day-input.js";
import { dayWords } from "../parts/days.js";
import { withKeys } from "../parts/keyed.js";
import style from "./letters.module.css";

interface LetterFieldProps {
  id: string;
  ask: TemplateField;
  value: string;
  unsaved: boolean;
  fault: string | undefined;
  sentences: LetterPreview["sources"][string];
  disabled: boolean;
  onChange(text: string): void;
}

/** One field of a letter with what it asks, and for each sentence in it what it rests on, or that it lacks a source. */
export function LetterField({ id, ask, value, unsaved, fault, sentences, disabled, onChange }: LetterFieldProps) {
  const name = useId();
  const empty = value.trim() === "";
  const gaps = sentences.filter(({ gap }) => gap !== null).length;
  const lacking = (empty && !ask.optional) || gaps > 0 || fault !== undefined;
  const told = empty
    ? ask.optional
      ? "May be left out."
      : "Nothing is filled in: it is a gap."
    : gaps > 0
      ? `${gaps === 1 ? "One sentence has" : `${gaps} sentences have`} no source: a gap that blocks the letter.`
      : ask.kind === "passages"
        ? "Every sentence says what it rests on."
        : "Filled in.";
  const shared = { id: name, value, disabled, "aria-describedby": `${name}-about` };
  return (
    <div className={lacking ? `${style.field} ${style.lacking}` : style.field}>
      <label htmlFor={name}>
        {id.replaceAll("-", " ")}
        {unsaved ? " (not saved)" : ""}
      </label>
      {ask.kind === "passages" ? (
        <textarea {...shared} onChange={(event) => onChange(event.target.value)} />
      ) : ask.kind === "choice" ? (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          <option value="">choose</option>
          {ask.choices?.map((one) => (
            <option key={one} value={one}>
              {one.replaceAll("-", " ")}
            </option>
          ))}
        </select>
      ) : ask.kind === "day" ? (
        <DayInput {...{ id: name, value, disabled, onChange }} describedBy={`${name}-about`} />
      ) : (
        <input {...shared} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      <div id={`${name}-about`} className={style.quiet}>
        <p>
          {ask.asks}. {handlingWords[ask.handling]}. {ask.kind === "day" && value ? `${dayWords(value)}. ` : ""}
          {fault ? "" : told}
        </p>
        {fault ? (
          <p className={style.gap} role="alert">
            It cannot be read so, and the page shows it as it was: {fault}
          </p>
        ) : null}
      </div>
      {/* A line stands in a sentence of the letter: of itself it tells nothing, unless it brings a source. */}
      {sentences.some(({ sources }) => ask.kind === "passages" || sources.length > 0) ? (
        <ul className={style.sources} aria-label={`What ${id} rests on`}>
          {withKeys(sentences).map(({ key, one }) => (
            <li key={key}>
              “{one.text}”{" "}
              {one.gap !== null ? (
                <strong className={style.gap}>no source: {one.gap}</strong>
              ) : one.sources.length > 0 ? (
                <span className={style.quiet}>rests on {one.sources.join("; ")}</span>
              ) : (
                <span className={style.quiet}>tells no fact</span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
