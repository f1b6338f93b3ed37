import { useId } from "react";
import style from "./choice.module.css";

interface ChoiceProps {
  label: string;
  /** Whether the label is read aloud only, because the sentence around it says it. */
  unseen?: boolean;
  value: string;
  options: readonly { value: string; title: string }[];
  onChange(value: string): void;
}

/** One of several, from a list. */
export function Choice({ label, unseen, value, options, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <span className={style.choice}>
      <label htmlFor={id} className={unseen ? "unseen" : style.label}>
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.title}
          </option>
        ))}
      </select>
    </span>
  );
}
