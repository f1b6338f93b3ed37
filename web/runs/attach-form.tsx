import { useState } from "react";
import type { HandlingMark } from "../../src/model/index.js";
import { handlingMarks } from "../../src/model/order.js";
import { attachRun, withdrawRun } from "../api/cases.js";
import { getBytes } from "../api/client.js";
import { useShelf } from "../api/reviews.js";
import { handlingWords } from "../case/words.js";
import { dayWords } from "../parts/days.js";
import { Field, Form } from "../parts/form.js";
import { boundWords, tooLargeWords } from "../parts/upload-bound.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import style from "./runs.module.css";

/** What is chosen where a file is brought instead of a kept review. */
const file = "file";

/** Makes a review that is kept here, or a saved result, part of the case. */
export function AttachForm({ id, onDone, onCancel }: { id: string; onDone(run: string): void; onCancel(): void }) {
  const { value: shelf } = useShelf();
  const draft = useDraft(`attach ${id}`, { from: "", title: "", handling: "internal" });
  const [chosen, choose] = useState<File | null>(null);
  const doing = useDoing();
  const { fields, change } = draft;
  const from = fields.from || shelf?.reviews[0]?.id || file;
  const attach = () =>
    doing.run(
      async (key) => {
        const result = from === file ? chosen : await getBytes(`/api/reviews/${from}/whole`);
        if (!result) return;
        const about = { title: fields.title.trim() || undefined, handling: fields.handling as HandlingMark };
        const { object } = await attachRun(id, result, about, key);
        draft.clear();
        const undo = async () => {
          await withdrawRun(id, object, "Undone right after it was attached.", crypto.randomUUID());
        };
        tellDone({ text: `Attached as run ${object}.`, undo });
        onDone(object);
      },
      [from, chosen?.name, chosen?.size, fields],
    );
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Attach it"
      meanwhile="Checking the result and attaching it"
      refused={from !== file ? null : chosen === null ? "Choose the file." : tooLargeWords(chosen)}
      onCancel={onCancel}
      onSubmit={attach}
    >
      <Field
        label="Result"
        value={from}
        onChange={(next) => change({ from: next })}
        options={[
          ...(shelf?.reviews ?? []).map((one) => ({
            value: one.id,
            title: `Review of ${one.subject} as of ${dayWords(one.asOf)} (${one.id})`,
          })),
          { value: file, title: "A file: JSON of beholden review or beholden dossier" },
        ]}
        about="What is no such result, or does not fit itself, is refused with what does not fit."
        required
      />
      {from === file ? (
        <label className={style.file}>
          File
          <span>{boundWords}</span>
          <input type="file" accept=".json,application/json" onChange={(event) => choose(event.target.files?.[0] ?? null)} />
        </label>
      ) : null}
      <Field label="Title" value={fields.title} onChange={(title) => change({ title })} />
      <Field
        label="Handling"
        value={fields.handling}
        onChange={(handling) => change({ handling })}
        options={handlingMarks.map((mark) => ({ value: mark, title: handlingWords[mark] }))}
        required
      />
    </Form>
  );
}
