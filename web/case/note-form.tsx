import { addNote } from "../api/cases.js";
import { useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { Field, Form } from "../parts/form.js";
import { useAddressPart } from "../state/address.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";

/** A note on a case. */
export function NoteForm({ id }: { id: string }) {
  const draft = useDraft(`note ${id}`, { text: "" });
  const doing = useDoing();
  const may = useMay();
  const [open, setOpen] = useAddressPart("note");
  const text = draft.fields.text.trim();
  if (!may("case:write")) return null;
  if (!open && text === "")
    return (
      <p>
        <Action onPress={() => setOpen("yes")}>Add a note</Action>
      </p>
    );
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Add the note"
      meanwhile="Adding the note"
      refused={text === "" ? "A note needs words." : null}
      onCancel={() => {
        draft.clear();
        setOpen("");
      }}
      onSubmit={() =>
        doing.run(async (key) => {
          await addNote(id, text, key);
          draft.clear();
          setOpen("");
          tellDone({ text: "The note is added." });
        }, text)
      }
    >
      <Field label="Note" kind="long" value={draft.fields.text} onChange={(next) => draft.change({ text: next })} required autoFocus />
    </Form>
  );
}
