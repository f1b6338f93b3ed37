import { useId } from "react";
import { counted } from "../../src/report/words.js";
import { DayInput } from "../parts/day-input.js";
import { type Family, kindNames } from "./families.js";
import style from "./ownership.module.css";
import { listed, toggled, type ViewState } from "./view-state.js";

interface ControlsProps {
  /** The day of the review. */
  asOf: string;
  state: ViewState;
  act(change: Partial<ViewState>): void;
  family: Family | undefined;
}

const kindTitles = { equity: "shares", votes: "votes", control: "control by other means" };

/** The day, what is hidden and how much that hides, and the earlier day that it is compared with. */
export function Controls({ asOf, state, act, family }: ControlsProps) {
  const hidden = family?.view.hidden;
  const ended = family?.traced.ended?.length ?? 0;
  return (
    <div className={style.controls}>
      <DayPart label="As of" value={state.on || asOf} onChange={(day) => act({ on: day === asOf ? "" : day })} />
      <DayPart label="Compare with the earlier day" value={state.since} most={state.on || asOf} onChange={(day) => act({ since: day })} />
      <Share value={state.min} onChange={(min) => act({ min })} />
      {hidden && Number(state.min) > 0 ? (
        <span role="status">
          hides {counted(hidden.belowShare, "link")} under {state.min} %
        </span>
      ) : null}
      <fieldset className={style.kinds}>
        <legend className="unseen">Kinds of interest</legend>
        {kindNames.map((kind) => (
          <label key={kind}>
            <input
              type="checkbox"
              checked={!listed(state.kinds).includes(kind)}
              onChange={() => act({ kinds: toggled(state.kinds, kind) })}
            />{" "}
            {kindTitles[kind]}
          </label>
        ))}
        {hidden && hidden.otherKinds > 0 ? <span role="status">hides {counted(hidden.otherKinds, "link")}</span> : null}
        <label>
          <input type="checkbox" checked={state.ended === "yes"} onChange={() => act({ ended: state.ended === "yes" ? "" : "yes" })} />{" "}
          ended ({ended})
        </label>
        <label>
          <input
            type="checkbox"
            checked={state.country === "yes"}
            onChange={() => act({ country: state.country === "yes" ? "" : "yes" })}
          />{" "}
          collapse by country
        </label>
      </fieldset>
    </div>
  );
}

function DayPart({ label, value, most, onChange }: { label: string; value: string; most?: string; onChange(day: string): void }) {
  const id = useId();
  return (
    <span className={style.part}>
      <label htmlFor={id}>{label}</label>
      <DayInput id={id} value={value} most={most} onChange={onChange} />
    </span>
  );
}

/** Shares below which interests are hidden: control never is. */
function Share({ value, onChange }: { value: string; onChange(value: string): void }) {
  const id = useId();
  return (
    <span className={style.part}>
      <label htmlFor={id}>Smallest share</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {[...new Set(["", "1", "5", "10", "25", "50", value])].map((one) => (
          <option key={one} value={one}>
            {one === "" ? "any" : `${one} %`}
          </option>
        ))}
      </select>
    </span>
  );
}
