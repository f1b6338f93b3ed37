import { withdrawRun } from "../api/cases.js";
import { Field, Form } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";

/** Takes a run that is not to be relied on out of what counts; the record keeps it. */
export function WithdrawRunForm({ id, run, onDone }: { id: string; run: string; onDone(): void }) {
  const draft = useDraft(`withdraw run ${id} ${run}`, { why: "" });
  const doing = useDoing();
  const why = draft.fields.why.trim();
  return (
    <Form
      draft={draft}
      doing={doing}
      submit={`Withdraw ${run}`}
      meanwhile="Withdrawing it"
      refused={why === "" ? "A withdrawal needs its reason." : null}
      onCancel={onDone}
      onSubmit={() =>
        doing.run(async (key) => {
          await withdrawRun(id, run, why, key);
          draft.clear();
          tellDone({ text: `Run ${run} is withdrawn; the record keeps it.` });
          onDone();
        }, why)
      }
    >
      <Field label="Why" value={draft.fields.why} onChange={(next) => draft.change({ why: next })} required autoFocus />
    </Form>
  );
}
