import type { CaseChange, ShownEvent } from "../../src/model/index.js";
import { cited } from "../../src/report/docket/words.js";
import { confirmPoint, confirmService, type SeenCase } from "../api/cases.js";
import { Field, Form } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";

/** A person confirms on which day a paper counts as served. */
export function ConfirmServiceForm({
  shown,
  event,
  onDone,
}: {
  shown: SeenCase;
  event: ShownEvent;
  onDone(change: CaseChange | null): void;
}) {
  const draft = useDraft(`confirm ${shown.id} ${event.number}`, { day: "", why: "" });
  const doing = useDoing();
  const asked = { service: event.number, day: draft.fields.day || event.entry.on, why: draft.fields.why.trim() };
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Confirm the day of service"
      meanwhile="Confirming it, and counting everything anew"
      refused={asked.why === "" ? "A confirmation needs its source." : null}
      onCancel={() => {
        draft.clear();
        onDone(null);
      }}
      onSubmit={() =>
        doing.run(async (key) => {
          const done = await confirmService(shown.id, asked, key);
          draft.clear();
          tellDone({ text: `The service of event ${event.number} is confirmed.`, finishes: true });
          onDone(done);
        }, asked)
      }
    >
      <Field
        label={`Day on which event ${event.number} counts as served`}
        kind="date"
        value={asked.day}
        onChange={(day) => draft.change({ day })}
        required
      />
      <Field
        label="On what source"
        value={draft.fields.why}
        onChange={(why) => draft.change({ why })}
        required
        autoFocus
        about="Such as the receipt that bears it. The record names you as who confirmed it."
      />
    </Form>
  );
}

/** A person read a rule that the tables do not have as it is in force, or found that it does not hold. */
export function ConfirmPointForm({ shown, point, onDone }: { shown: SeenCase; point: string; onDone(change: CaseChange | null): void }) {
  const draft = useDraft(`point ${shown.id} ${point}`, { point, holds: "yes", why: "" });
  const doing = useDoing();
  const { fields, change } = draft;
  const open = shown.open.filter(({ confirmed }) => confirmed === null);
  const asked = { point: fields.point, holds: fields.holds === "yes", why: fields.why.trim() };
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Confirm the rule"
      meanwhile="Confirming it"
      refused={asked.point === "" ? "Choose the rule." : asked.why === "" ? "A confirmation needs its source." : null}
      onCancel={() => {
        draft.clear();
        onDone(null);
      }}
      onSubmit={() =>
        doing.run(async (key) => {
          const done = await confirmPoint(shown.id, asked, key);
          draft.clear();
          tellDone({ text: `${asked.point} is ${asked.holds ? "confirmed" : "found not to hold"}.` });
          onDone(done);
        }, asked)
      }
    >
      <Field
        label="Rule"
        value={fields.point}
        onChange={(next) => change({ point: next })}
        options={[
          { value: "", title: "Choose" },
          ...open.map(({ point: one, title, ...rule }) => ({ value: one, title: `${one}: ${title}, ${cited(rule)}` })),
        ]}
        required
      />
      <Field
        label="What was found"
        value={fields.holds}
        onChange={(holds) => change({ holds })}
        options={[
          { value: "yes", title: "It holds as the table has it" },
          { value: "no", title: "It does not hold" },
        ]}
        required
      />
      <Field label="On what source" value={fields.why} onChange={(why) => change({ why })} required />
    </Form>
  );
}
