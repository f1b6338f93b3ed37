import type { HandlingMark, MeasureCatalogue, RunLine } from "../../src/model/index.js";
import { handlingMarks } from "../../src/model/order.js";
import { shortId } from "../../src/report/docket/words.js";
import { determinationWords } from "../../src/report/words.js";
import { proposeDecision, type SeenCase, useEvidenceOf, useFacts, useRun } from "../api/cases.js";
import { useAnswer } from "../api/use-answer.js";
import { handlingWords } from "../case/words.js";
import { Field, Form, Ticks } from "../parts/form.js";
import { useAddressParts } from "../state/address.js";
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
  const [meant] = useAddressParts(["run", "findings"]);
  const empty = {
    ...{ title: "", run: runs.find(({ id }) => id === meant.run)?.id ?? runs.at(-1)?.id ?? "", outcome: "", on: "", until: "", owner: "" },
    ...{ handling: "internal", grounds: "", look: "", findings: meant.findings.split(",").filter(Boolean) },
    ...{ facts: [] as string[], evidence: [] as string[], measures: [] as string[] },
  };
  // What is chosen elsewhere is a draft of its own.
  const draft = useDraft(`decide ${shown.id}${meant.findings ? ` ${meant.findings}` : ""}`, empty);
  const catalogue = useAnswer<MeasureCatalogue>("/api/library/measures", { lasting: true }).value?.measures ?? [];
  const doing = useDoing();
  const { fields, change } = draft;
  const { value: run } = useRun(shown.id, fields.run || null);
  const { value: evidence } = useEvidenceOf(shown.id);
  const { value: facts } = useFacts(shown.id);
  const looked = fields.look.toLowerCase();
  const found = (run?.findings ?? []).filter(({ title, id, outcome }) => `${title} ${id} ${outcome}`.toLowerCase().includes(looked));
  const listed = [...found.filter(({ id }) => fields.findings.includes(id)), ...found.filter(({ id }) => !fields.findings.includes(id))];
  const withMeasures = fields.outcome === "permitted-with-measures";
  const asked = {
    ...{ title: fields.title.trim(), run: fields.run, outcome: fields.outcome, handling: fields.handling as HandlingMark },
    ...{ findings: fields.findings, facts: fields.facts, evidence: fields.evidence },
    ...(fields.on ? { on: fields.on } : {}),
    ...(fields.until ? { until: fields.until } : {}),
    ...(fields.owner.trim() ? { owner: fields.owner.trim() } : {}),
    ...(withMeasures ? { measures: catalogue.flatMap(({ id, name }) => (fields.measures.includes(id) ? [{ id, name }] : [])) } : {}),
    ...(fields.grounds.trim() ? { grounds: fields.grounds.trim() } : {}),
  };
  const refused = whyNot(fields);
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
      {withMeasures ? (
        <Ticks
          label="Measures that it depends on"
          options={catalogue.map(({ id, name }) => ({ value: id, title: `${id} ${name}` }))}
          chosen={fields.measures}
          onChange={(measures) => change({ measures })}
        />
      ) : null}
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
      <Field
        label="Holds until"
        kind="date"
        value={fields.until}
        onChange={(until) => change({ until })}
        about="The last day of what is accepted for a time. It then needs somebody who answers for it, and grounds."
      />
      <Field label="Who answers for it" value={fields.owner} onChange={(owner) => change({ owner })} about="Never who approves it." />
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

/** Why it cannot be proposed yet; null: it can. */
function whyNot(fields: {
  title: string;
  outcome: string;
  until: string;
  owner: string;
  grounds: string;
  measures: string[];
}): string | null {
  if (fields.title.trim() === "") return "A decision needs a title.";
  if (fields.outcome === "") return "Choose the outcome.";
  if (fields.outcome === "permitted-with-measures" && fields.measures.length === 0) return "What is permitted with measures names them.";
  if (fields.until && (fields.owner.trim() === "" || fields.grounds.trim() === ""))
    return "What holds until a day needs somebody who answers for it, and grounds.";
  return null;
}
