import { useEffect, useId, useRef, useState } from "react";
import style from "./day-input.module.css";
import { type DayBounds, dayFault, dayStepped, hyphened, isDay } from "./day-typed.js";

interface DayInputProps extends DayBounds {
  id: string;
  value: string;
  /** Told of whole days that the field takes, and of an empty field. What is neither stays in the field, which says why, and sends no form. */
  onChange(day: string): void;
  disabled?: boolean | undefined;
  required?: boolean | undefined;
  autoFocus?: boolean | undefined;
  /** Id of what is said of the field. */
  describedBy?: string | undefined;
}

/**
 * A day, typed as it is written everywhere else: `2026-11-27`. A browser's own field writes it in the way of the browser's language, in which day
 * and month can be taken for each other; its calendar can be opened beside it.
 */
export function DayInput({ id, value, onChange, disabled, required, autoFocus, describedBy, ...bounds }: DayInputProps) {
  const [text, setText] = useState(value);
  const [left, setLeft] = useState(false);
  const told = useRef(value);
  const field = useRef<HTMLInputElement>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const faultId = useId();
  // A day that comes from elsewhere, such as the address, is shown; what was told from here is not new.
  if (value !== told.current) {
    told.current = value;
    setText(value);
  }
  const fault = dayFault(text, bounds);
  useEffect(() => field.current?.setCustomValidity(fault ?? ""), [fault]);
  const take = (typed: string) => {
    setText(typed);
    if (dayFault(typed, bounds) !== null) return;
    told.current = typed;
    onChange(typed);
  };
  const shownFault = fault !== null && (left || text.length >= 10) ? fault : null;
  return (
    <span className={style.whole}>
      <span className={style.day}>
        <input
          ref={field}
          id={id}
          type="text"
          inputMode="numeric"
          placeholder="YYYY-MM-DD"
          maxLength={12}
          autoComplete="off"
          spellCheck={false}
          value={text}
          required={required}
          disabled={disabled}
          // biome-ignore lint/a11y/noAutofocus: a form says which of its fields is first
          autoFocus={autoFocus}
          aria-invalid={shownFault !== null ? true : undefined}
          aria-describedby={[describedBy, shownFault ? faultId : undefined].filter(Boolean).join(" ") || undefined}
          onChange={(event) => take(hyphened(event.target.value))}
          onFocus={() => setLeft(false)}
          onBlur={() => setLeft(true)}
          onKeyDown={(event) => {
            const next = event.ctrlKey || event.metaKey || event.altKey ? null : dayStepped(text, event.key);
            if (next === null) return;
            event.preventDefault();
            if (dayFault(next, bounds) === null) take(next);
          }}
        />
        <button
          type="button"
          className={style.open}
          disabled={disabled}
          aria-label="Open a calendar"
          onClick={() => calendar.current?.showPicker()}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M2 3.5h12v10.5H2zM2 6.5h12M5 1.5v3M11 1.5v3" />
          </svg>
        </button>
        <input
          ref={calendar}
          type="date"
          className={style.calendar}
          tabIndex={-1}
          aria-hidden="true"
          value={isDay(text) ? text : ""}
          min={bounds.least}
          max={bounds.most}
          onChange={(event) => event.target.value && take(event.target.value)}
        />
      </span>
      {shownFault ? (
        <span id={faultId} role="alert" className={style.fault}>
          {shownFault}
        </span>
      ) : null}
    </span>
  );
}
