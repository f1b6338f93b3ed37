import type { Credibility, Grade, Reliability } from "../../src/model/index.js";
import { gradeEvidence, useGrades } from "../api/evidence.js";
import { Field, Form } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";

interface GradeFormProps {
  of: string;
  item: string;
  grade: Grade;
  version: number;
  onDone(): void;
}

/** Grades a piece of evidence: its source and what it says apart, with what each grade means and where the grades come from. */
export function GradeForm({ of, item, grade, version, onDone }: GradeFormProps) {
  const draft = useDraft(`grade ${of} ${item}`, { reliability: "", credibility: "", why: "", seen: 0 });
  const doing = useDoing();
  const { value: grades } = useGrades();
  // Until somebody types, the form follows what is there; from then on it is a change of the version that was seen.
  const begun = draft.fields.seen !== 0;
  const is = begun ? draft.fields : { ...draft.fields, reliability: grade.reliability ?? "", credibility: grade.credibility ?? "" };
  const { reliability, credibility, why } = is;
  const type = (some: Partial<typeof is>) => draft.change({ ...is, seen: begun ? is.seen : version, ...some });
  const save = (given: Partial<Grade>, seen: number) =>
    doing.run(
      async (key) => {
        await gradeEvidence(of, item, given, why.trim(), { key, seen });
        draft.clear();
        onDone();
      },
      [given, why, seen],
    );
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
        save(
          {
            ...(reliability ? { reliability: reliability as Reliability } : {}),
            ...(credibility ? { credibility: credibility as Credibility } : {}),
          },
          begun ? is.seen : version,
        )
      }
      onMerged={(state, seen) => save((state as { grade: Grade }).grade, seen)}
      onCancel={onDone}
    >
      <Field
        label="How far its source can be relied on"
        value={reliability}
        options={options(grades?.reliability)}
        onChange={(value) => type({ reliability: value })}
      />
      <Field
        label="How far what it says can be believed"
        value={credibility}
        options={options(grades?.credibility)}
        onChange={(value) => type({ credibility: value })}
      />
      <Field label="On what grounds" kind="long" value={why} onChange={(value) => type({ why: value })} />
      <p>{grades?.source}</p>
    </Form>
  );
}
