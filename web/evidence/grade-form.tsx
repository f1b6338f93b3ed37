import type { Credibility, Grade, Reliability } from "../../src/model/index.js";
import { gradeEvidence, useGrades } from "../api/evidence.js";
import { Field, Form } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";

interface GradeFormProps {
  of: string;
  item: string;
  grade: Grade;
  onDone(): void;
}

/** Grades a piece of evidence: its source and what it says apart, with what each grade means and where the grades come from. */
export function GradeForm({ of, item, grade, onDone }: GradeFormProps) {
  const draft = useDraft(`grade ${of} ${item}`, { reliability: grade.reliability ?? "", credibility: grade.credibility ?? "", why: "" });
  const doing = useDoing();
  const { value: grades } = useGrades();
  const { reliability, credibility, why } = draft.fields;
  const options = (all: Readonly<Record<string, { title: string; meaning: string }>> | undefined) => [
    { value: "", title: "not graded" },
    ...Object.entries(all ?? {}).map(([value, { title, meaning }]) => ({ value, title: `${value}: ${title} (${meaning})` })),
  ];
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Save the grades"
      meanwhile="Recording it"
      refused={reliability || credibility ? null : "Choose a grade."}
      onSubmit={() =>
        doing.run(async (key) => {
          const given = {
            ...(reliability ? { reliability: reliability as Reliability } : {}),
            ...(credibility ? { credibility: credibility as Credibility } : {}),
          };
          await gradeEvidence(of, item, given, why.trim(), key);
          draft.clear();
          onDone();
        }, draft.fields)
      }
      onCancel={onDone}
    >
      <Field
        label="How far its source can be relied on"
        value={reliability}
        options={options(grades?.reliability)}
        onChange={(value) => draft.change({ reliability: value as Reliability })}
      />
      <Field
        label="How far what it says can be believed"
        value={credibility}
        options={options(grades?.credibility)}
        onChange={(value) => draft.change({ credibility: value as Credibility })}
      />
      <Field label="On what grounds" kind="long" value={why} onChange={(value) => draft.change({ why: value })} />
      <p>{grades?.source}</p>
    </Form>
  );
}
