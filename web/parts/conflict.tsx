import { useId, useState } from "react";
import type { DocketConflict, Json, MergedField } from "../../src/model/index.js";
import { Action } from "./action.js";
import style from "./conflict.module.css";
import { momentWords } from "./days.js";

type Side = "mine" | "theirs";

/**
 * Two changed the same: what was there, mine and theirs for each field that either changed, and what would stand. Where both changed one field, it is
 * chosen; nothing is saved before that.
 */
export function ConflictView({ conflict, onSave }: { conflict: DocketConflict; onSave(state: Json): void }) {
  const [chosen, choose] = useState<Readonly<Record<string, Side>>>({});
  const id = useId();
  const { fields, theirs, base, mine } = conflict;
  const clashes = fields.filter(({ from }) => from === "clash");
  const open = clashes.filter((one) => chosen[nameOf(one)] === undefined).length;
  return (
    <section className={style.conflict} aria-labelledby={id} role="alert">
      <h2 id={id}>Somebody else saved first. Nothing of yours is lost, and nothing is saved yet.</h2>
      <p>
        {theirs.by} saved on {momentWords(theirs.at)}, after you opened this.{" "}
        {clashes.length === 0
          ? "The two changes do not touch the same field, and go together."
          : `${clashes.length === 1 ? "One field was" : `${clashes.length} fields were`} changed by both: choose what is to stand.`}
      </p>
      <div className={style.fields}>
        {fields.map((one) => {
          const name = nameOf(one);
          return (
            <fieldset key={name}>
              <legend>{name}</legend>
              <dl>
                <Value title="Before" value={one.base} />
                <Value title="Mine" value={one.mine} />
                <Value title="Theirs" value={one.theirs} />
                {one.from === "clash" ? null : <Value title="Merged" value={one.merged} />}
              </dl>
              {one.from === "clash" ? (
                <div className={style.choice}>
                  {(["mine", "theirs"] as const).map((side) => (
                    <label key={side}>
                      <input
                        type="radio"
                        name={`${id} ${name}`}
                        checked={chosen[name] === side}
                        onChange={() => choose({ ...chosen, [name]: side })}
                      />{" "}
                      {side === "mine" ? "Mine stands" : "Theirs stands"}
                    </label>
                  ))}
                </div>
              ) : null}
            </fieldset>
          );
        })}
      </div>
      <Action main disabled={open > 0} onPress={() => onSave(mergedState(base, mine, fields, chosen))}>
        {open > 0 ? `Choose ${open} more` : "Save the merged version"}
      </Action>
    </section>
  );
}

function Value({ title, value }: { title: string; value: Json | undefined }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{textOf(value)}</dd>
    </div>
  );
}

/** What is to stand: my version with, for each field that was changed, what was merged or chosen. */
export function mergedState(base: Json, mine: Json, fields: readonly MergedField[], chosen: Readonly<Record<string, Side>>): Json {
  const state = structuredClone(mine ?? base);
  for (const one of fields) {
    const value = one.from === "clash" ? one[chosen[nameOf(one)] ?? "mine"] : one.merged;
    put(state, one.path, value);
  }
  return state;
}

function put(state: Json, path: readonly string[], value: Json | undefined): void {
  let at = state as { [key: string]: Json };
  for (const name of path.slice(0, -1)) at = at[name] as { [key: string]: Json };
  const last = path.at(-1);
  if (last === undefined || typeof at !== "object" || at === null) return;
  if (value === undefined) delete at[last];
  else at[last] = value;
}

function nameOf({ path }: MergedField): string {
  return path.join(" › ") || "the whole";
}

function textOf(value: Json | undefined): string {
  if (value === undefined) return "not there";
  if (value === null || value === "") return "empty";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(textOf).join("; ");
  if (typeof value === "object") return Object.values(value).map(textOf).join(", ");
  return String(value);
}
