import { type FormEvent, type ReactNode, useId } from "react";
import type { useDoing } from "../state/doing.js";
import { Told } from "../state/doing.js";
import type { Draft } from "../state/draft.js";
import { Action } from "./action.js";
import { ConflictView } from "./conflict.js";
import { DayInput } from "./day-input.js";
import { isDay } from "./day-typed.js";
import { dayWords } from "./days.js";
import style from "./form.module.css";
import { Note } from "./state.js";

interface FormProps<Fields extends object> {
  draft: Draft<Fields>;
  doing: ReturnType<typeof useDoing>;
  /** What the button does: "Record it". */
  submit: string;
  /** What is being done meanwhile: "Recording it". */
  meanwhile: string;
  /** Why it cannot be sent; null: it can. */
  refused?: string | null;
  onSubmit(): void;
  onCancel?: (() => void) | undefined;
  /** Saves after two changed the same: the version that is there now, and what is to stand. */
  onMerged?: ((state: unknown, seen: number) => void) | undefined;
  children: ReactNode;
}

/**
 * A form whose fields are kept until they are sent. Ctrl Enter sends it. Where somebody else saved before, it shows mine, theirs and both in one;
 * what another tab left unsent is offered.
 */
export function Form<Fields extends object>(props: FormProps<Fields>) {
  const { draft, doing, submit, meanwhile, refused = null, onSubmit, onCancel, onMerged, children } = props;
  const reason = useId();
  const conflict = doing.failure?.conflict;
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (!doing.doing && refused === null) onSubmit();
  };
  return (
    <form
      className={style.form}
      onSubmit={send}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          event.currentTarget.requestSubmit();
        }
      }}
    >
      <TypedElsewhere draft={draft} />
      {children}
      <div className={style.buttons}>
        <Action submit main disabled={doing.doing || refused !== null} describedBy={refused === null ? undefined : reason}>
          {submit} <kbd>Ctrl Enter</kbd>
        </Action>
        {onCancel ? <Action onPress={onCancel}>Cancel</Action> : null}
      </div>
      {refused === null ? null : (
        <p id={reason} className={style.about}>
          {refused}
        </p>
      )}
      {conflict && onMerged ? (
        <ConflictView conflict={conflict} onSave={(state) => onMerged(state, conflict.current)} />
      ) : (
        <Told doing={doing.doing} failure={doing.failure} what={meanwhile} />
      )}
    </form>
  );
}

/** Offers what was typed into the same form in another tab and not sent. */
export function TypedElsewhere<Fields extends object>({ draft }: { draft: Draft<Fields> }) {
  return draft.elsewhere ? (
    <Note kind="plain">
      Something typed here in another tab was not sent. <Action onPress={draft.takeOver}>Go on with it</Action>{" "}
      <Action onPress={draft.forgetElsewhere}>Throw it away</Action>
    </Note>
  ) : null;
}

interface FieldProps {
  label: string;
  about?: ReactNode;
  value: string;
  onChange(value: string): void;
  required?: boolean;
  /** What may be chosen, where it is not typed. */
  options?: readonly { value: string; title: string }[];
  kind?: "text" | "date" | "long" | "time";
  /** Of a day: the last that it may be. */
  max?: string;
  autoFocus?: boolean;
}

/** One field under its label, with what it is for. */
export function Field({ label, about, value, onChange, required, options, kind = "text", max, autoFocus }: FieldProps) {
  const id = useId();
  const shared = {
    id,
    value,
    required,
    autoFocus,
    "aria-describedby": about ? `${id}-about` : undefined,
  };
  return (
    <div className={style.field}>
      <label htmlFor={id}>
        {label}
        {required ? "" : " (may be left out)"}
      </label>
      {options ? (
        <select {...shared} onChange={(event) => onChange(event.target.value)}>
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.title}
            </option>
          ))}
        </select>
      ) : kind === "long" ? (
        <textarea {...shared} rows={3} onChange={(event) => onChange(event.target.value)} />
      ) : kind === "date" ? (
        <DayInput {...{ id, value, onChange, required, autoFocus }} most={max} describedBy={about ? `${id}-about` : undefined} />
      ) : (
        <input {...shared} type={kind} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
      )}
      {kind === "date" && isDay(value) ? <p className={style.about}>{dayWords(value)}</p> : null}
      {about ? (
        <p id={`${id}-about`} className={style.about}>
          {about}
        </p>
      ) : null}
    </div>
  );
}

interface TicksProps {
  label: string;
  about?: string;
  options: readonly { value: string; title: ReactNode }[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

/** Any of several, each with a box to tick. */
export function Ticks({ label, about, options, chosen, onChange }: TicksProps) {
  return (
    <fieldset className={style.ticks}>
      <legend>{label}</legend>
      {about ? <p className={style.about}>{about}</p> : null}
      {options.map(({ value, title }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  );
}
