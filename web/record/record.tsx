import { useDeferredValue, useMemo } from "react";
import { Link } from "wouter";
import type { RecordLine } from "../../src/model/index.js";
import { useRecord } from "../api/record.js";
import { useMay } from "../api/session.js";
import { meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { NothingMatches } from "../filter/nothing-matches.js";
import { useKeys } from "../frame/keys.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { momentWords } from "../parts/days.js";
import { WithInspector } from "../parts/inspector.js";
import { PageHead } from "../parts/page.js";
import { Empty, Failure, Note, Waiting } from "../parts/state.js";
import { stepIn } from "../parts/step.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import { EntryDetails } from "./entry-details.js";
import { type RecordRow, recordFields, rowOf } from "./rows.js";
import { VerifyChain } from "./verify.js";

const saved = {
  screen: "record",
  usual: [
    { name: "All", filter: "" },
    { name: "Decisions", filter: "kind:decision" },
    { name: "Corrected or struck out", filter: "act:event-corrected,event-withdrawn" },
    { name: "Change sets of lists", filter: "kind:change-set" },
  ],
};

/** The record of everything, or of one case: who did what, when, field by field; and whether it is unbroken. */
export function RecordScreen({ of = null }: { of?: string | null }) {
  const record = useRecord(of);
  const [text, setText] = useAddressPart("filter");
  const [selected, select] = useAddressPart("entry");
  const may = useMay();
  const filter = useMemo(() => parseFilter(text, recordFields), [text]);
  const rows = useMemo(() => record.lines.map(rowOf).filter((row) => meets(filter, row.fields)), [record.lines, filter]);
  const shown = useDeferredValue(useMemo(() => rows.map((row) => ({ row, key: String(row.line.number) })), [rows]));
  const keys = useMemo(() => rows.map(({ line }) => String(line.number)), [rows]);
  const step = (by: number) => select(stepIn(keys, selected, by) ?? selected);
  useKeys("The record", [
    { keys: "j", does: "Next entry", run: () => step(1) },
    { keys: "k", does: "Previous entry", run: () => step(-1) },
  ]);
  const looked = selected === "" ? undefined : record.lines.find(({ number }) => String(number) === selected);
  const columns = of === null ? columnsOfAll : columnsOfCase;
  return (
    <WithInspector
      title={looked ? `entry ${looked.number}` : null}
      onClose={() => select("")}
      inspector={looked ? <EntryDetails line={looked} /> : null}
    >
      <PageHead
        title={of === null ? "The record" : `The record of case ${of}`}
        about="Every entry as it was made. Nothing in it is ever changed or deleted: mistakes are corrected by entries of their own."
      />
      {may("record:verify") ? <VerifyChain head={record.head} whole={of === null} /> : null}
      {record.withheld > 0 ? (
        <Note kind="plain">
          What {record.withheld.toLocaleString("en")} of these entries say is above what you see, or not yours to see: who, when and their
          digests are shown.
        </Note>
      ) : null}
      {record.lines.length === 0 && record.failure ? (
        <Failure failure={record.failure} what="the record" again={record.again} />
      ) : record.lines.length === 0 && record.reading ? (
        <Waiting what="the record" />
      ) : (
        <>
          <FilterBox
            text={text}
            filter={filter}
            fields={recordFields}
            found={rows.length}
            all={record.lines.length}
            what="entries read"
            saved={saved}
            onChange={setText}
          />
          <Reading {...record} of={of} />
          {rows.length > 0 ? (
            <VirtualRows
              caption="Entries, the newest first"
              columns={columns}
              shown={shown}
              current={selected || null}
              onCurrent={select}
              sort={null}
              onSort={() => {}}
            />
          ) : record.lines.length === 0 ? (
            <Empty title="Nothing was recorded yet." />
          ) : (
            <NothingMatches title="No entry that was read" filter={text} onClear={() => setText("")} />
          )}
        </>
      )}
    </WithInspector>
  );
}

/** How far the record is read: the filter looks in what is read alone, and says so. */
function Reading({ lines, next, reading, failure, head, older, again, of }: ReturnType<typeof useRecord> & { of: string | null }) {
  const all = of === null && head ? ` of ${head.number.toLocaleString("en")}` : "";
  if (failure)
    return (
      <Note kind="stale">
        {lines.length.toLocaleString("en")} entries were read. {failure.what} {failure.action}{" "}
        <Action onPress={again}>Read it again</Action>
      </Note>
    );
  if (reading)
    return (
      <p role="status">
        Reading older entries: {lines.length.toLocaleString("en")}
        {all}…
      </p>
    );
  if (next === null) return null;
  return (
    <Note kind="plain">
      These are the newest {lines.length.toLocaleString("en")} entries{all}; the filter looks in them alone.{" "}
      <Action onPress={older}>Read older ones</Action>
    </Note>
  );
}

const number: Column<RecordRow> = {
  id: "number",
  heading: "Entry",
  width: "5rem",
  number: true,
  cell: ({ line }) => line.number.toLocaleString("en"),
};
const when: Column<RecordRow> = { id: "when", heading: "When", width: "10rem", cell: ({ line }) => momentWords(line.at) };
const what: Column<RecordRow> = {
  id: "what",
  heading: "What",
  header: true,
  cell: ({ sentence, line }) => <Sentence sentence={sentence} line={line} />,
};
const ofCase: Column<RecordRow> = {
  id: "case",
  heading: "Case",
  width: "8rem",
  cell: ({ line }) => (line.case === null ? "" : <Link href={caseAddress(line.case)}>{line.case}</Link>),
};
const digest: Column<RecordRow> = {
  id: "digest",
  heading: "Digest",
  width: "7rem",
  cell: ({ line }) => <code title={line.digest}>{line.digest.slice(0, 8)}</code>,
};
const columnsOfAll = [number, when, what, ofCase, digest];
const columnsOfCase = [number, when, what, digest];

function Sentence({ sentence, line }: { sentence: string; line: RecordLine }) {
  const [selected, select] = useAddressPart("entry");
  const fields = line.changed.map(({ path }) => path.join("."));
  return (
    <>
      <button
        type="button"
        className="quiet-button"
        aria-pressed={selected === String(line.number)}
        onClick={() => select(String(line.number))}
      >
        {sentence}
      </button>
      {line.reason ? <div>Reason: {line.reason}</div> : null}
      {fields.length > 0 ? (
        <div>
          {fields.slice(0, 6).join(", ")}
          {fields.length > 6 ? ` and ${fields.length - 6} more` : ""}
        </div>
      ) : null}
    </>
  );
}
