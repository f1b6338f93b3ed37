import type { HandlingMark, RunLine } from "../../src/model/index.js";
import { handlingMarks } from "../../src/model/order.js";
import { shortId } from "../../src/report/docket/words.js";
import { determinationWords } from "../../src/report/words.js";
import { proposeDecision, type SeenCase, useEvidenceOf, useFacts, useRun } from "../api/cases.js";
import { handlingWords } from "../case/words.js";
import { Field, Form, Ticks } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";

interface ProposeProps {
  shown: SeenCase;
  /** Runs that were not withdrawn. */
  runs: readonly RunLine[];
  onDone(decision: string): void;
  onCancel(): void;
}

/** More findings than this are chosen by what is typed of them. */
const mostFindings = 50;

/** Proposes a decision on the state that the case is in now, citing findings of a run, facts and evidence. */
export function ProposeForm({ shown, runs, onDone, onCancel }: ProposeProps) {
  const today = shown.standing?.asOf ?? "";
  const empty = {
    ...{ title: "", run: runs.at(-1)?.id ?? "", outcome: "", on: "", handling: "internal", grounds: "", look: "" },
    ...{ findings: [] as string[], facts: [] as string[], evidence: [] as string[] },
  };
  const draft = useDraft(`decide ${shown.id}`, empty);
  const doing = useDoing();
  const { fields, change } = draft;
  const { value: run } = useRun(shown.id, fields.run || null);
  const { value: evidence } = useEvidenceOf(shown.id);
  const { value: facts } = useFacts(shown.id);
  const looked = fields.look.toLowerCase();
  const found = (run?.findings ?? []).filter(({ title, id, outcome }) => `${title} ${id} ${outcome}`.toLowerCase().includes(looked));
  const listed = [...found.filter(({ id }) => fields.findings.includes(id)), ...found.filter(({ id }) => !fields.findings.includes(id))];
  const asked = {
    ...{ title: fields.title.trim(), run: fields.run, outcome: fields.outcome, handling: fields.handling as HandlingMark },
    ...{ findings: fields.findings, facts: fields.facts, evidence: fields.evidence },
    ...(fields.on ? { on: fields.on } : {}),
    ...(fields.grounds.trim() ? { grounds: fields.grounds.trim() } : {}),
  };
  const refused = asked.title === "" ? "A decision needs a title." : asked.outcome === "" ? "Choose the outcome." : null;
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Propose it"
      meanwhile="Proposing it on the present state"
      refused={refused}
      onCancel={() => {
        draft.clear();
        onCancel();
      }}
      onSubmit={() =>
        doing.run(async (key) => {
          const { object } = await proposeDecision(shown.id, asked, key);
          draft.clear();
          tellDone({ text: `Proposed as decision ${object}. It decides nothing until somebody else approves it.` });
          onDone(object);
        }, asked)
      }
    >
      <Field label="Title" value={fields.title} onChange={(title) => change({ title })} required autoFocus />
      <Field
        label="Outcome"
        value={fields.outcome}
        onChange={(outcome) => change({ outcome })}
        options={[{ value: "", title: "Choose" }, ...Object.entries(determinationWords).map(([value, title]) => ({ value, title }))]}
        required
      />
      <Field
        label="Run that it rests on"
        value={fields.run}
        onChange={(next) => change({ run: next, findings: [] })}
        options={runs.map(({ id, title }) => ({ value: id, title: `${id}: ${title}` }))}
        required
      />
      {(run?.findings.length ?? 0) > mostFindings ? (
        <Field
          label="Find findings by words"
          value={fields.look}
          onChange={(look) => change({ look })}
          about={`${Math.min(found.length, mostFindings)} of ${run?.findings.length.toLocaleString("en")} are listed; type on to narrow them.`}
        />
      ) : null}
      <Ticks
        label={`Findings that it cites (${fields.findings.length})`}
        options={listed.slice(0, mostFindings).map(({ id, title, outcome }) => ({ value: id, title: `${title} (${outcome}, ${id})` }))}
        chosen={fields.findings}
        onChange={(findings) => change({ findings })}
      />
      <Ticks
        label="Facts that it cites"
        options={(facts?.facts ?? []).flatMap(({ id, fact }) =>
          fact.withdrawn === null ? [{ value: shortId(id), title: `${shortId(id)}: ${fact.text}` }] : [],
        )}
        chosen={fields.facts}
        onChange={(next) => change({ facts: next })}
      />
      <Ticks
        label="Evidence that it cites"
        options={(evidence?.evidence ?? []).map(({ id, item }) => ({ value: shortId(id), title: `${shortId(id)}: ${item.title}` }))}
        chosen={fields.evidence}
        onChange={(next) => change({ evidence: next })}
      />
      <Field
        label="Day of the decision"
        kind="date"
        value={fields.on}
        max={today}
        onChange={(on) => change({ on })}
        about="Today where it is left out."
      />
      <Field label="Grounds" kind="long" value={fields.grounds} onChange={(grounds) => change({ grounds })} />
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
