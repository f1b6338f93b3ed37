import type { DocketCase } from "../../src/model/index.js";
import { type CaseEdit, editCase, type SeenCase } from "../api/cases.js";
import { partiesIn, partiesText } from "../cases/parties.js";
import { Field, Form } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";

/** Caption, reference and parties of a case, changed on the version that was seen when one began to type. */
export function EditCase({ shown, onDone }: { shown: SeenCase; onDone(): void }) {
  const draft = useDraft(`edit ${shown.id}`, { caption: "", reference: "", parties: "", why: "", seen: 0 });
  const doing = useDoing();
  const { fields, change } = draft;
  // Until somebody types, the form follows what is there; from then on it is a change of the version that was seen.
  const begun = fields.seen !== 0;
  const is = begun ? fields : { ...fields, caption: shown.caption, reference: shown.reference ?? "", parties: partiesText(shown.parties) };
  const type = (some: Partial<typeof fields>) => change({ ...is, seen: begun ? fields.seen : shown.version, ...some });
  const save = (edit: CaseEdit, seen: number) =>
    doing.run(
      async (key) => {
        const { entries } = await editCase(shown.id, { ...edit, ...(fields.why.trim() ? { why: fields.why.trim() } : {}) }, key, seen);
        draft.clear();
        const [version] = entries.slice(-1);
        const { caption, reference, parties } = shown;
        const undo = async () => {
          const back = { caption, reference, parties, why: "Undone right after it was changed." };
          await editCase(shown.id, back, crypto.randomUUID(), version ?? seen);
        };
        // What was merged is not undone: that would take back what the other saved.
        tellDone({ text: "The case is changed.", undo: seen === shown.version ? undo : undefined });
        onDone();
      },
      [edit, seen],
    );
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Save"
      meanwhile="Saving"
      refused={is.caption.trim() === "" ? "A case needs a caption." : begun ? null : "Nothing is changed yet."}
      onCancel={() => {
        draft.clear();
        onDone();
      }}
      onSubmit={() =>
        save(
          { caption: is.caption.trim(), reference: is.reference.trim() || null, parties: partiesIn(is.parties) },
          begun ? fields.seen : shown.version,
        )
      }
      onMerged={(state, seen) => {
        const { caption, reference, parties } = state as DocketCase;
        save({ caption, reference, parties }, seen);
      }}
    >
      <Field label="Caption" value={is.caption} onChange={(caption) => type({ caption })} required autoFocus />
      <Field label="Reference" value={is.reference} onChange={(reference) => type({ reference })} />
      <Field
        label="Parties"
        kind="long"
        value={is.parties}
        onChange={(parties) => type({ parties })}
        about="One a line, with the role first: provider: Acme Cloud Ltd"
      />
      <Field label="Why" value={is.why} onChange={(why) => type({ why })} />
    </Form>
  );
}
