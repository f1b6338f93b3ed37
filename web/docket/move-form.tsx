import { eventTitle } from "../../src/model/event-words.js";
import type { CaseChange, Procedure } from "../../src/model/index.js";
import { type Happened, recordEvent, type SeenCase, withdrawEvent } from "../api/cases.js";
import { Field, Form } from "../parts/form.js";
import { Note } from "../parts/state.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import { EventFieldsPart, entryOf, noFields } from "./event-fields.js";
import { choosable } from "./event-names.js";

interface MoveFormProps {
  shown: SeenCase;
  procedure: Procedure | undefined;
  /** The event that is asked for by the address; empty: it is chosen here. */
  event: string;
  onEvent(event: string): void;
  onDone(change: CaseChange | null): void;
}

/** Records that something happened: what the procedure asks of the event is asked, and what the law forbids in this state is told with its section. */
export function MoveForm({ shown, procedure, event, onEvent, onDone }: MoveFormProps) {
  const today = shown.standing?.asOf ?? new Date().toISOString().slice(0, 10);
  const draft = useDraft(`move ${shown.id}`, noFields);
  const doing = useDoing();
  const { fields, change } = draft;
  const all = choosable(procedure, shown.standing);
  const chosen = all.find((one) => one.event === event);
  const decisions = shown.decisions.filter(({ standing }) => standing.status === "approved" && standing.carriedOut === null);
  const asked: Happened = {
    ...entryOf(fields),
    event,
    on: fields.on || today,
    ...(fields.why.trim() ? { why: fields.why.trim() } : {}),
  };
  const record = () =>
    doing.run(async (key) => {
      const done = await recordEvent(shown.id, asked, key);
      draft.clear();
      const title = eventTitle(procedure, event);
      const undo = async () => {
        await withdrawEvent(shown.id, done.event ?? 0, "Undone right after it was recorded.", crypto.randomUUID());
      };
      tellDone({ text: `Recorded as event ${done.event}: ${title}.`, undo: done.event === null ? undefined : undo, finishes: true });
      onDone(done);
    }, asked);
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Record it"
      meanwhile="Recording it"
      refused={event === "" ? "Choose what happened." : null}
      onCancel={() => {
        draft.clear();
        onDone(null);
      }}
      onSubmit={record}
    >
      <Field
        label="What happened"
        value={event}
        onChange={onEvent}
        options={[
          { value: "", title: "Choose" },
          ...all.map(({ event: one, title, forbidden }) => ({
            value: one,
            title: forbidden === null ? title : `${title} (not in this state)`,
          })),
        ]}
        required
        autoFocus
      />
      {chosen && chosen.forbidden !== null ? (
        <Note kind="plain">
          The state of the case forbids it: {chosen.forbidden}. What happened on an earlier day may still be allowed on that day; the record
          decides, and names the section.
        </Note>
      ) : null}
      {event === "" ? null : (
        <EventFieldsPart
          fields={{ ...fields, on: fields.on || today }}
          change={change}
          move={chosen?.move}
          procedure={procedure}
          decisions={decisions}
          today={today}
          needsDay
        />
      )}
      {event === "" ? null : (
        <Field label="Why" value={fields.why} onChange={(why) => change({ why })} about="On what grounds it is recorded." />
      )}
    </Form>
  );
}
