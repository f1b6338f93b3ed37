import { useId } from "react";
import { useAddressPart } from "../state/address.js";
import { Action } from "./action.js";
import style from "./as-of.module.css";
import { DayInput } from "./day-input.js";

/** The day that a screen is looked at for, in its address; today where it says none. */
export function useAsOf(): [string | undefined, (day: string) => void] {
  const [asOf, setAsOf] = useAddressPart("asOf");
  return [/^\d{4}-\d\d-\d\d$/.test(asOf) ? asOf : undefined, setAsOf];
}

/** The choice of that day. */
export function AsOfField() {
  const [asOf, setAsOf] = useAsOf();
  const id = useId();
  return (
    <p className={style.asOf}>
      <label htmlFor={id}>As of</label>
      <DayInput id={id} value={asOf ?? ""} onChange={setAsOf} />
      {asOf ? <Action onPress={() => setAsOf("")}>Today</Action> : null}
    </p>
  );
}
