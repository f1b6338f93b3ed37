import { useId } from "react";
import { DayInput } from "../parts/day-input.js";
import style from "./impact.module.css";

/** The day of the cut-off; the day of the review where none is chosen. */
export function DayField({ value, least, onChange }: { value: string; least: string; onChange(value: string): void }) {
  const id = useId();
  return (
    <p className={style.day}>
      <label htmlFor={id}>On</label>
      <DayInput id={id} value={value || least} least={least} onChange={(day) => day && onChange(day === least ? "" : day)} />
    </p>
  );
}
