import { eventTitle } from "../../src/model/event-words.js";
import type { CaseChange, Procedure, ShownEvent } from "../../src/model/index.js";
import { correctEvent, type SeenCase, withdrawEvent } from "../api/cases.js";
import { dayWords } from "../parts/days.js";
import { Field, Form } from "../parts/form.js";
import { Note } from "../parts/state.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import { type EventFields, EventFieldsPart, entryOf, noFields } from "./event-fields.js";
import { readsNow } from "./event-names.js";

interface CorrectProps {
  shown: SeenCase;
  procedure: Procedure | undefined;
  event: ShownEvent;
  onDone(change: CaseChange | null): void;
}

/** Says what an event reads instead. Only what is changed here is corrected; what stood there stays in the record. */
export function CorrectForm({ shown, procedure, event, onDone }: CorrectProps) {
  const now = readsNow(event, shown.events);
  const was = fieldsOf(now);
  const draft = useDraft<{ changed: Partial<EventFields> }>(`correct ${shown.id} ${event.number}`, { changed: {} });
  const doing = useDoing();
  const { changed } = draft.fields;
  const fields = { ...was, ...changed };
  const [before, after] = [entryOf(was), entryOf(fields)];
  const reads = Object.fromEntries(
    Object.entries(after).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name as keyof typeof before])),
  );
  const asked = { reads, why: fields.why.trim() };
  const move = procedure?.moves.find((one) => one.event === event.entry.event);
  return (
    <Form
      draft={draft}
      doing={doing}
      submit={`Correct event ${event.number}`}
      meanwhile="Correcting it, and counting everything anew"
      refused={Object.keys(reads).length === 0 ? "Nothing is changed yet." : asked.why === "" ? "A correction needs its reason." : null}
      onCancel={() => {
        draft.clear();
        onDone(null);
      }}
      onSubmit={() =>
        doing.run(async (key) => {
          const done = await correctEvent(shown.id, event.number, asked, key);
          draft.clear();
          tellDone({ text: `Event ${event.number} is corrected.` });
          onDone(done);
        }, asked)
      }
    >
      <p>
        <strong>
          Event {event.number}: {eventTitle(procedure, event.entry.event)}
        </strong>
        , {dayWords(now.on)}
      </p>
      <EventFieldsPart
        fields={fields}
        change={(some) => draft.change({ changed: { ...changed, ...some } })}
        move={move}
        procedure={procedure}
        decisions={[]}
        today={shown.standing?.asOf ?? ""}
        needsDay={false}
      />
      <Field
        label="Why"
        value={fields.why}
        onChange={(why) => draft.change({ changed: { ...changed, why } })}
        about="On what it rests."
        required
      />
    </Form>
  );
}

function fieldsOf(entry: ShownEvent["entry"]): EventFields {
  const { on, agency = "", by = "", rank = "", written = false, until = "", outcome = "", method = "", contains = [] } = entry;
  return {
    ...noFields,
    on,
    agency,
    by,
    rank,
    written,
    until,
    outcome,
    method,
    contains,
    decision: entry.decision ?? "",
    note: entry.note ?? "",
  };
}

/** Strikes an event out; the journal keeps it, and everything is counted anew. */
export function WithdrawForm({ shown, procedure, event, onDone }: CorrectProps) {
  const draft = useDraft(`withdraw ${shown.id} ${event.number}`, { why: "" });
  const doing = useDoing();
  const why = draft.fields.why.trim();
  return (
    <Form
      draft={draft}
      doing={doing}
      submit={`Withdraw event ${event.number}`}
      meanwhile="Withdrawing it, and counting everything anew"
      refused={why === "" ? "A withdrawal needs its reason." : null}
      onCancel={() => {
        draft.clear();
        onDone(null);
      }}
      onSubmit={() =>
        doing.run(async (key) => {
          const done = await withdrawEvent(shown.id, event.number, why, key);
          draft.clear();
          tellDone({ text: `Event ${event.number} is withdrawn.` });
          onDone(done);
        }, why)
      }
    >
      <Note kind="plain">
        Event {event.number}, {eventTitle(procedure, event.entry.event)}, {dayWords(event.entry.on)}, is struck out. It stays in the record;
        what hangs on it is counted anew.
      </Note>
      <Field label="Why" value={draft.fields.why} onChange={(next) => draft.change({ why: next })} required autoFocus />
    </Form>
  );
}
