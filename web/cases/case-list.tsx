import { useDeferredValue, useMemo } from "react";
import { Link, useLocation } from "wouter";
import type { CaseList as Listed, Procedure } from "../../src/model/index.js";
import { useCases } from "../api/cases.js";
import { notAllowed, useMay } from "../api/session.js";
import { useLastingAnswers } from "../api/use-answer.js";
import { farWords } from "../case/clock.js";
import { meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { NothingMatches } from "../filter/nothing-matches.js";
import { useKeys } from "../frame/keys.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { stepIn } from "../parts/step.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import style from "./case-list.module.css";
import { NewCaseForm } from "./new-case.js";
import { type CaseRow, caseFields, caseRows, caseSortings } from "./rows.js";

const usualFilters = [
  { name: "All", filter: "" },
  { name: "Overdue", filter: "is:overdue" },
  { name: "Not settled", filter: "is:unsettled" },
  { name: "Of a provider", filter: "kind:provider-review" },
  { name: "Of one's own exposure", filter: "kind:own-exposure" },
];

const saved = { screen: "cases", usual: usualFilters };

/** Every case, the most pressing first; filtered and sorted by the address. */
export function CaseList() {
  const cases = useCases();
  const may = useMay();
  const [making, make] = useAddressPart("new");
  return (
    <>
      <PageHead title="Cases" about="Reviews of providers and of one's own exposure, with where they stand and what is due next.">
        {may("case:write") ? (
          <Action main onPress={() => make(making ? "" : "yes")} expanded={making !== ""}>
            New case
          </Action>
        ) : (
          <p className={style.quiet}>New case: {notAllowed("case:write")}</p>
        )}
        <a href="/api/calendar" download>
          All deadlines as a calendar (.ics)
        </a>
      </PageHead>
      {making && may("case:write") ? <NewCaseForm onCancel={() => make("")} /> : null}
      <AnswerOf of={cases} what="the cases">
        {(list) => <Rows list={list} />}
      </AnswerOf>
    </>
  );
}

function Rows({ list }: { list: Listed }) {
  const [, navigate] = useLocation();
  const [text, setText] = useAddressPart("filter");
  const [sorting, setSorting] = useAddressPart("sort");
  const [selected, select] = useAddressPart("selected");
  const all = caseRows(list);
  const filter = useMemo(() => parseFilter(text, caseFields), [text]);
  const shown = useMemo(() => {
    const found = all.filter((row) => meets(filter, row.fields));
    const order = caseSortings[sorting.replace(/^-/, "")];
    if (order) found.sort((left, right) => order(left, right) * (sorting.startsWith("-") ? -1 : 1));
    return found.map((row) => ({ row, key: row.line.id }));
  }, [all, filter, sorting]);
  const drawn = useDeferredValue(shown);
  const columns = useMemo(() => columnsOf(list.asOf), [list.asOf]);
  const keys = useMemo(() => shown.map(({ key }) => key), [shown]);
  const step = (by: number) => select(stepIn(keys, selected, by) ?? selected);
  useKeys("The list", [
    { keys: "j", does: "Next case", run: () => step(1) },
    { keys: "k", does: "Previous case", run: () => step(-1) },
    { keys: "Enter", does: "Open the case", run: () => selected && navigate(caseAddress(selected)) },
  ]);
  if (list.total === 0)
    return (
      <Empty title="No case is here yet.">
        <p>
          Open one with New case, or by <code>beholden docket new</code>. A case that somebody sent comes in as a bundle.
        </p>
      </Empty>
    );
  const column = sorting.replace(/^-/, "");
  return (
    <>
      <FilterBox
        text={text}
        filter={filter}
        fields={caseFields}
        found={shown.length}
        all={list.total}
        what="cases"
        saved={saved}
        onChange={setText}
      />
      {list.next ? (
        <p role="status">
          {all.length.toLocaleString("en")} of {list.total.toLocaleString("en")} are read; the rest follows.
        </p>
      ) : null}
      {shown.length > 0 ? (
        <VirtualRows
          caption={`Cases as of ${dayWords(list.asOf)}`}
          columns={columns}
          shown={drawn}
          current={selected || null}
          onCurrent={select}
          sort={column in caseSortings ? { column, descending: sorting.startsWith("-") } : null}
          onSort={(by) => setSorting(column !== by ? by : sorting.startsWith("-") ? "" : `-${by}`)}
        />
      ) : (
        <NothingMatches title="No case" filter={text} onClear={() => setText("")} />
      )}
    </>
  );
}

/** A state as its procedure calls it. */
function StateName({ procedure, state }: { procedure: string | null; state: string }) {
  const { value } = useLastingAnswers<Procedure>(procedure === null ? [] : [`/api/procedures/${procedure}`]);
  return <>{value?.[0]?.states.find((one) => one.id === state)?.title ?? state}</>;
}

function columnsOf(asOf: string): Column<CaseRow>[] {
  return [
    {
      id: "caption",
      heading: "Case",
      header: true,
      by: caseSortings.caption,
      cell: ({ line }) => (
        <Link href={caseAddress(line.id)} className={style.caption}>
          {line.caption}
        </Link>
      ),
    },
    { id: "id", heading: "Number", width: "8rem", by: caseSortings.id, cell: ({ line }) => line.id },
    {
      id: "state",
      heading: "State",
      width: "15rem",
      by: caseSortings.state,
      cell: ({ line: { procedure, state, since } }) =>
        state === null ? (
          <span className={style.quiet}>none</span>
        ) : (
          <>
            <StateName procedure={procedure} state={state} />
            {since ? <span className={style.since}>since {dayWords(since)}</span> : null}
          </>
        ),
    },
    {
      id: "due",
      heading: "Next deadline",
      width: "17rem",
      by: caseSortings.due,
      cell: ({ line: { next, overdue } }) =>
        next === null ? (
          <span className={style.quiet}>no clock runs</span>
        ) : (
          <>
            {next.title}
            {next.agency ? ` (${next.agency})` : ""}: <strong>{farWords(next, asOf)}</strong>
            <span className={style.since}>
              {dayWords(next.due)}
              {overdue > 1 ? `, ${overdue} are overdue` : ""}
            </span>
          </>
        ),
    },
  ];
}
