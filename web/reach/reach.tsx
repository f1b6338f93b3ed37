import { useMemo } from "react";
import { Link } from "wouter";
import { effectSentence } from "../../src/report/paths.js";
import { governmentsOfConcern } from "../../src/report/view.js";
import { counted } from "../../src/report/words.js";
import { type OpenReview, useReview } from "../api/reviews.js";
import { useKeys } from "../frame/keys.js";
import { reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { WithInspector } from "../parts/inspector.js";
import { OpenButton } from "../parts/open-button.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { stepIn } from "../parts/step.js";
import { ReachTag } from "../parts/tag.js";
import { type Column, type Shown, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import { type Answer, answerHeadings, answerStates, answersTo, type Question } from "./answers.js";
import { Matrix } from "./matrix.js";
import { notLookedFor } from "./not-looked-for.js";
import { Outline } from "./outline.js";
import { QuestionBuilder } from "./question-builder.js";
import style from "./reach.module.css";
import { ReachWhy } from "./reach-why.js";

/** Three views of one selection. */
const views = [
  { id: "matrix", title: "Matrix" },
  { id: "list", title: "List" },
  { id: "outline", title: "Outline" },
] as const;

/** Who can reach what: a question in a sentence, its answers by how they stand, and the path of the one selected. */
export function ReachScreen({ id }: { id: string }) {
  return (
    <AnswerOf of={useReview(id)} what="the reaches">
      {(open) => <Asked open={open} />}
    </AnswerOf>
  );
}

function Asked({ open }: { open: OpenReview }) {
  const parts = {
    government: useAddressPart("government", "concern"),
    effect: useAddressPart("effect"),
    target: useAddressPart("target"),
    provider: useAddressPart("provider"),
  };
  const [path, setPath] = useAddressPart("path");
  const [view, setView] = useAddressPart("view", "list");
  const [government, effect, target, provider] = [parts.government[0], parts.effect[0], parts.target[0], parts.provider[0]];
  const question: Question = useMemo(() => ({ government, effect, target, provider }), [government, effect, target, provider]);
  const answers = useMemo(() => answersTo(question, open), [question, open]);
  const shown = useMemo(() => grouped(answers), [answers]);
  const columns = useMemo(() => columnsOf(open, setPath), [open, setPath]);
  const looked = /^\d+$/.test(path) ? open.review.reaches[Number(path) - 1] : undefined;
  const keys = answers.map(({ number }) => String(number));
  const step = (by: number) => setPath(stepIn(keys, path, by) ?? path);
  const turn = () => setView(views[(views.findIndex(({ id }) => id === view) + 1) % views.length]?.id ?? "list");
  useKeys("The answers", [
    { keys: "j", does: "Next answer", run: () => step(1) },
    { keys: "k", does: "Previous answer", run: () => step(-1) },
    { keys: "t", does: "Matrix, list or outline", run: turn },
  ]);
  return (
    <WithInspector
      title={looked ? effectSentence(open.view.governmentName(looked.government), looked.effect, looked.target) : null}
      onClose={() => setPath("")}
      inspector={looked ? <ReachWhy open={open} number={Number(path)} /> : null}
    >
      <PageHead title="Who can reach what">
        {views.map(({ id, title }) => (
          <Action key={id} pressed={view === id} onPress={() => setView(id)}>
            {title}
          </Action>
        ))}
      </PageHead>
      <QuestionBuilder open={open} question={question} onChange={(part, value) => parts[part][1](value)} />
      <p className={style.count} role="status">
        {sentenceOf(answers, open)}
      </p>
      {answers.length === 0 ? (
        <NoPath open={open} />
      ) : view === "matrix" ? (
        <Matrix open={open} answers={answers} current={path} onOpen={setPath} />
      ) : view === "outline" ? (
        <Outline open={open} answers={answers} current={path} onOpen={setPath} />
      ) : (
        <VirtualRows
          caption="Answers"
          columns={columns}
          shown={shown}
          current={path || null}
          onCurrent={setPath}
          sort={null}
          onSort={() => {}}
        />
      )}
    </WithInspector>
  );
}

function sentenceOf(answers: readonly Answer[], { review }: OpenReview): string {
  const counts = answerStates.flatMap((state) => {
    const number = answers.filter((one) => one.state === state).length;
    return number > 0
      ? [`${number} ${{ confirmed: "confirmed", lead: "only leads", supposed: "would be ended", cut: "ended by measures" }[state]}`]
      : [];
  });
  return answers.length === 0 ? "" : `${counted(answers.length, "answer")} of ${review.reaches.length}: ${counts.join(", ")}.`;
}

function NoPath({ open: { review, shelved } }: { open: OpenReview }) {
  const concern = [...governmentsOfConcern(review)].sort();
  const unseen = notLookedFor(review);
  const all = unseen.reduce((sum, { count }) => sum + count, 0);
  return (
    <Empty title="No path found.">
      <p>
        Looked for under the rule packs {review.rulePacks.map(({ id }) => id).join(", ")} (governments of concern: {concern.join(", ")}),
        with facts as of {review.asOf}. This is no proof that there is none: {counted(all, "thing")} {all === 1 ? "was" : "were"} not looked
        for{unseen.length > 0 ? `: ${unseen.map(({ words }) => words).join(", ")}` : ""}.{" "}
        <Link href={reviewAddress(shelved.id, "/left-open")}>What is left open</Link>.
      </p>
    </Empty>
  );
}

function grouped(answers: readonly Answer[]): Shown<Answer>[] {
  return answerStates.flatMap((state) => {
    const some = answers.filter((one) => one.state === state);
    if (some.length === 0) return [];
    const rows = some.map((row) => ({ row, key: String(row.number) }));
    return [{ heading: answerHeadings[state], key: `group ${state}`, count: some.length }, ...rows];
  });
}

function columnsOf({ view }: OpenReview, onOpen: (number: string) => void): Column<Answer>[] {
  return [
    {
      id: "answer",
      heading: "Answer",
      header: true,
      cell: ({ reach, number }) => (
        <OpenButton onPress={() => onOpen(String(number))}>
          {effectSentence(view.governmentName(reach.government), reach.effect, reach.target)}
        </OpenButton>
      ),
    },
    { id: "through", heading: "Through", width: "10rem", cell: ({ provider }) => view.providerName(provider) },
    {
      id: "path",
      heading: "Path",
      width: "14rem",
      cell: ({ reach }) => `${counted(reach.path.steps.length, "step")}, ${reach.path.confidence} confidence`,
    },
    { id: "state", heading: "State", width: "9rem", cell: ({ state }) => <ReachTag state={state} /> },
  ];
}
