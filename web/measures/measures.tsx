import { Link } from "wouter";
import type { Measure } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { type OpenReview, useReview, useSupposed } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { addressOf, useAddressPart } from "../state/address.js";
import { Entry, useEntries } from "./entry.js";
import style from "./measures.module.css";
import { type MeasureRow, measureRows, residualRows, residualSum, stageOf, standingsOf } from "./standing.js";
import { Supposed } from "./supposed.js";

/** Measures and what they leave: before any, with what is verified, with what is declared, if promises were kept, and if more were in place. */
export function Measures({ id }: { id: string }) {
  return (
    <AnswerOf of={useReview(id)} what="the measures">
      {(open) => <Stand open={open} />}
    </AnswerOf>
  );
}

function Stand({ open }: { open: OpenReview }) {
  const { review, shelved } = open;
  const [text, setText] = useAddressPart("suppose");
  const supposed = text.split(",").filter(Boolean);
  const answered = useSupposed(shelved.id, shelved.again ? supposed : []);
  const toggle = (id: string) => {
    const rest = supposed.filter((one) => one !== id && !one.startsWith(`${id}=`));
    setText((rest.length < supposed.length ? rest : [...supposed, id]).join(","));
  };
  const rows = measureRows(review);
  const entries = useEntries();
  return (
    <>
      <PageHead
        title="Measures and what they leave"
        about="Suppose a measure to see what would be left if it were in place. Nothing is recorded by that, and the address keeps it."
      >
        {supposed.length > 0 ? <Action onPress={() => setText("")}>Suppose nothing</Action> : null}
      </PageHead>
      {shelved.again ? null : (
        <Note kind="plain">
          What measures would leave is told from the folder that was reviewed, and {shelved.origin.path} is none that can be read now.
          Review it anew to suppose measures.
        </Note>
      )}
      <Section title="Reaches that are left" id="left">
        <Residual open={open} supposed={supposed.length > 0 ? answered.value : undefined} />
      </Section>
      <Section
        title="Before, with what is agreed, with what is verified"
        id="before-after"
        about="Reaches that are left of each. What is agreed counts as if every promise were kept: it is no fact before it is verified."
      >
        <BeforeAndAfter open={open} />
      </Section>
      {supposed.length > 0 && shelved.again ? (
        <AnswerOf of={answered} what="what would be left">
          {(then) => <Supposed now={open} then={then} />}
        </AnswerOf>
      ) : null}
      <Section title={`Measures (${rows.length})`} id="measures">
        {rows.length === 0 ? (
          <p>No finding, determination or declaration names one.</p>
        ) : (
          <div className={style.measures}>
            <Table
              caption="Measures"
              captionUnseen
              headings={["Measure", "Stands", "Declared", "Ends now", "Would lift", "Suppose it"]}
              rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, open, supposed, toggle, entries.get(row.id)) }))}
            />
          </div>
        )}
      </Section>
    </>
  );
}

function Residual({ open: { review }, supposed }: { open: OpenReview; supposed: OpenReview | undefined }) {
  const all = review.summary.reaches;
  return (
    <ul className={style.residual}>
      {standingsOf(review, supposed?.review).map(({ title, about, left }) => (
        <li key={title}>
          <span className={style.title}>{title}</span>
          <span className={style.bar} aria-hidden="true">
            <span style={{ inlineSize: `${all === 0 ? 0 : (left / all) * 100}%` }} />
          </span>
          <span>
            <strong>{left}</strong> of {counted(all, "reach", "reaches")} <span className={style.quiet}>{about}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function BeforeAndAfter({ open: { review } }: { open: OpenReview }) {
  const rows = residualRows(review);
  if (rows.length === 0) return <p>No reach was found.</p>;
  const sum = residualSum(rows);
  const cells = ({ name, before, agreed, verified }: { name: string; before: number; agreed: number; verified: number }) => [
    name,
    String(before),
    String(agreed),
    String(verified),
  ];
  return (
    <Table
      caption="Reaches that are left before, with what is agreed, and with what is verified alone"
      captionUnseen
      headings={["What is reached", "Before", "With agreed", "With verified only"]}
      numbers={[1, 2, 3]}
      rows={[...rows.map((row) => ({ key: row.id, cells: cells(row) })), { key: "all", cells: cells({ name: "All", ...sum }) }]}
    />
  );
}

function cellsOf(
  row: MeasureRow,
  { shelved }: OpenReview,
  supposed: readonly string[],
  toggle: (id: string) => void,
  entry: Measure | undefined,
) {
  const on = supposed.some((one) => one === row.id || one.startsWith(`${row.id}=`));
  return [
    <div key="name">
      <span className={style.name}>
        {row.id} {row.name}
      </span>
      <details>
        <summary>What it cuts and leaves, its clause, its verification, its cost</summary>
        <Entry row={row} entry={entry} />
      </details>
    </div>,
    <span key="stands">{stageOf(row)}</span>,
    row.declared.length === 0 ? (
      <span key="declared" className={style.quiet}>
        no
      </span>
    ) : (
      <ul key="declared" className={style.declared}>
        {row.declared.map(({ status, appliesTo, evidence }) => (
          <li key={`${status} ${appliesTo.join()}`}>
            <strong>{status.replace("-", " ")}</strong> for {appliesTo.join(", ") || "everything"}
            {evidence ? <span className={style.quiet}> ({evidence})</span> : null}
          </li>
        ))}
      </ul>
    ),
    row.ends > 0 || row.wouldEnd > 0
      ? [
          row.ends > 0 ? counted(row.ends, "reach", "reaches") : "",
          row.wouldEnd > 0 ? `bears on ${row.wouldEnd} more if the promise is kept` : "",
        ]
          .filter(Boolean)
          .join("; ")
      : "none",
    row.lifts.length === 0 ? (
      "no finding"
    ) : (
      <Link key="lifts" href={addressOf(reviewAddress(shelved.id, "/findings"), { filter: `is:open measure:${row.id}` })}>
        {counted(row.lifts.length, "open finding")}
      </Link>
    ),
    <Action
      key="suppose"
      pressed={on}
      disabled={!shelved.again}
      onPress={() => toggle(row.id)}
      label={`${on ? "Supposed" : "Suppose"} ${row.id} ${row.name}`}
    >
      {on ? "Supposed" : "Suppose"}
    </Action>,
  ];
}
