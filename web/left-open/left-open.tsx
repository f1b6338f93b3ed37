import { useMemo } from "react";
import type { Review, ReviewLeftOpen } from "../../src/model/index.js";
import { counted, grouped } from "../../src/report/words.js";
import { useLeftOpen } from "../api/reviews.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import style from "./left-open.module.css";

/** What the review could not read, left out, assumed, or could attribute to nobody. */
export function LeftOpen({ id }: { id: string }) {
  return (
    <>
      <PageHead title="What is left open" about="Unknown is not harmless: what stands here may hold more than the answer tells." />
      <AnswerOf of={useLeftOpen(id)} what="what is left open">
        {(left) => <Left left={left} />}
      </AnswerOf>
    </>
  );
}

function Left({ left: { problems, leftOut, unattributed, assumptions, files } }: { left: ReviewLeftOpen }) {
  return (
    <>
      <Section title={`Problems in reading the input (${problems.length})`} id="problems">
        {problems.length === 0 ? (
          <p>Looked for: everything that was recognised was read whole.</p>
        ) : (
          <Table
            caption="Problems"
            captionUnseen
            headings={["Where", "Severity", "What was wrong", "Expected", "What to do"]}
            rows={problems.map((one, index) => ({
              key: String(index),
              cells: [
                <code key="where">{[one.path, one.line, one.column].filter((part) => part !== null).join(":")}</code>,
                one.severity,
                one.message,
                one.expected,
                one.action,
              ],
            }))}
          />
        )}
      </Section>
      <Section title={`Assumed (${assumptions.length})`} id="assumed">
        {assumptions.length === 0 ? (
          <p>Nothing was.</p>
        ) : (
          <ul>
            {assumptions.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={`Left out (${counted(
          leftOut.reduce((sum, one) => sum + one.count, 0),
          "file",
        )})`}
        id="left-out"
      >
        {leftOut.length === 0 ? (
          <p>Nothing was left out.</p>
        ) : (
          <Table
            caption="Left out on purpose"
            captionUnseen
            headings={["Path", "Reason", "Files"]}
            numbers={[2]}
            rows={leftOut.map((one) => ({ key: one.path, cells: [<code key="path">{one.path}</code>, one.reason, grouped(one.count)] }))}
          />
        )}
      </Section>
      <Unattributed all={unattributed} />
      <Section title={`Files read (${files.length})`} id="files">
        <details>
          <summary>Each with its format, size and digest</summary>
          <Table
            caption="Files read"
            captionUnseen
            headings={["Path", "Format", "Bytes", "Observations", "SHA-256"]}
            numbers={[2, 3]}
            rows={files.map((one) => ({
              key: one.path,
              cells: [
                <code key="path">{one.path}</code>,
                one.format,
                grouped(one.bytes),
                grouped(one.observations),
                <code key="digest" title={one.sha256}>
                  {one.sha256.slice(0, 16)}…
                </code>,
              ],
            }))}
          />
        </details>
      </Section>
    </>
  );
}

type Thing = Review["unattributed"][number];

const columns: Column<Thing>[] = [
  { id: "value", heading: "What was seen", header: true, cell: ({ value }) => <code>{value}</code> },
  { id: "kind", heading: "Kind", width: "9rem", cell: ({ kind }) => kind },
  { id: "count", heading: "Count", width: "6rem", number: true, cell: ({ count }) => grouped(count) },
  {
    id: "where",
    heading: "Where",
    width: "22rem",
    cell: ({ paths }) => (
      <span className={style.paths}>
        {paths.slice(0, 3).join(", ")}
        {paths.length > 3 ? ` and ${paths.length - 3} more` : ""}
      </span>
    ),
  },
];

function Unattributed({ all }: { all: readonly Thing[] }) {
  const [selected, select] = useAddressPart("selected");
  const shown = useMemo(() => all.map((row) => ({ row, key: `${row.kind} ${row.value}` })), [all]);
  return (
    <Section
      title={`Attributed to nobody (${counted(all.length, "thing")})`}
      id="unattributed"
      about="Seen, and nobody on file stands behind it."
    >
      {all.length === 0 ? (
        <p>Looked for: somebody on file stands behind everything that was seen.</p>
      ) : (
        <VirtualRows
          caption="Seen, and nobody on file stands behind it"
          columns={columns}
          shown={shown}
          current={selected || null}
          onCurrent={select}
          sort={null}
          onSort={() => {}}
        />
      )}
    </Section>
  );
}
