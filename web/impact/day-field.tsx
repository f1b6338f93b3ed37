import { useId } from "react";
import style from "./impact.module.css";

/** The day of the cut-off; the day of the review where none is chosen. */
export function DayField({ value, least, onChange }: { value: string; least: string; onChange(value: string): void }) {
  const id = useId();
  return (
    <p className={style.day}>
      <label htmlFor={id}>On</label>
      <input
        id={id}
        type="date"
        value={value || least}
        min={least}
        onChange={(event) => event.target.value && onChange(event.target.value === least ? "" : event.target.value)}
      />
    </p>
  );
}
