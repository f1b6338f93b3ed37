import { type FormEvent, useId } from "react";
import type { ShelvedReview } from "../../src/model/index.js";
import { makeReview } from "../api/reviews.js";
import { Action } from "../parts/action.js";
import { DayInput } from "../parts/day-input.js";
import { Told, useDoing } from "../state/doing.js";
import { useKept } from "../state/kept.js";
import style from "./folder-form.module.css";

/** Asks for a folder and a day, and reviews it. What was typed is kept until the review is made. */
export function FolderForm({
  served,
  onMade,
}: {
  /** The folder that is served: what `.` is. */
  served: string;
  onMade(made: ShelvedReview): void;
}) {
  const [typed, setTyped] = useKept("draft new-review folder");
  const [asOf, setAsOf] = useKept("draft new-review day");
  const { doing, failure, run } = useDoing();
  const ids = { folder: useId(), day: useId(), about: useId() };
  const folder = typed || ".";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = { folder, ...(asOf ? { asOf } : {}) };
    run(async (key) => {
      const made = await makeReview(asked, key);
      setTyped("");
      setAsOf("");
      onMade(made);
    }, asked);
  };
  return (
    <form className={style.form} onSubmit={submit}>
      <label htmlFor={ids.folder}>Folder, below {served || "the one that is served"}</label>
      <input
        id={ids.folder}
        value={folder}
        onChange={(event) => setTyped(event.target.value)}
        required
        spellCheck={false}
        autoComplete="off"
      />
      <label htmlFor={ids.day}>As of (today where you leave it)</label>
      <DayInput id={ids.day} value={asOf} onChange={setAsOf} describedBy={ids.about} />
      <p id={ids.about} className={style.about}>
        The day that lists, laws and owners are read for, in UTC.
      </p>
      <Action submit main disabled={doing || folder.trim() === ""}>
        Review it
      </Action>
      <Told doing={doing} failure={failure} what="Reading the folder and reviewing it" elsewhere />
    </form>
  );
}
