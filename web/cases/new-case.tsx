import { useLocation } from "wouter";
import type { KindOfCase } from "../../src/model/index.js";
import { openCase, useProcedures } from "../api/cases.js";
import { caseAddress } from "../frame/screens.js";
import { Field, Form } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import { partiesIn } from "./parties.js";

const empty = { caption: "", kind: "provider-review", procedure: "", parties: "", reference: "", id: "" };

/** A new case: what it is called, what is reviewed, by which procedure, and who is in it. */
export function NewCaseForm({ onCancel }: { onCancel(): void }) {
  const draft = useDraft("new case", empty);
  const doing = useDoing();
  const [, navigate] = useLocation();
  const { value } = useProcedures();
  const { fields, change } = draft;
  const kind = fields.kind as KindOfCase;
  const procedures = (value?.procedures ?? []).filter((one) => one.kind === kind);
  const asked = {
    caption: fields.caption.trim(),
    kind,
    procedure: fields.procedure === "none" ? null : fields.procedure || (kind === "provider-review" ? "us-icts" : "own-exposure"),
    reference: fields.reference.trim() || null,
    parties: partiesIn(fields.parties),
    ...(fields.id.trim() ? { id: fields.id.trim() } : {}),
  };
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Open the case"
      meanwhile="Opening the case"
      refused={asked.caption === "" ? "A case needs a caption." : null}
      onCancel={onCancel}
      onSubmit={() =>
        doing.run(async (key) => {
          const made = await openCase(asked, key);
          draft.clear();
          tellDone({ text: `Case ${made.case} is opened.` });
          navigate(caseAddress(made.case));
        }, asked)
      }
    >
      <Field label="Caption" value={fields.caption} onChange={(caption) => change({ caption })} required autoFocus />
      <Field
        label="What is reviewed"
        value={fields.kind}
        onChange={(next) => change({ kind: next, procedure: "" })}
        options={[
          { value: "provider-review", title: "A provider" },
          { value: "own-exposure", title: "One's own exposure" },
        ]}
        required
      />
      <Field
        label="Procedure"
        value={asked.procedure ?? "none"}
        onChange={(procedure) => change({ procedure })}
        options={[
          ...procedures.map(({ id, title }) => ({ value: id, title: `${id}: ${title}` })),
          { value: "none", title: "None: no clocks" },
        ]}
        about="It says what may happen, and which clocks run."
        required
      />
      <Field
        label="Parties"
        kind="long"
        value={fields.parties}
        onChange={(parties) => change({ parties })}
        about="One a line, with the role first: provider: Acme Cloud Ltd"
      />
      <Field
        label="Reference"
        value={fields.reference}
        onChange={(reference) => change({ reference })}
        about="The number that an office or a party gave it."
      />
      <Field
        label="Number"
        value={fields.id}
        onChange={(id) => change({ id })}
        about="Its own number here; left out, it is the year and the next one."
      />
    </Form>
  );
}
