import { useDeferredValue, useEffect, useMemo } from "react";
import { Link, useLocation } from "wouter";
import type { WorkList } from "../../src/model/index.js";
import { useWork } from "../api/cases.js";
import { useSession } from "../api/session.js";
import { dueWords } from "../case/clock.js";
import { meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { NothingMatches } from "../filter/nothing-matches.js";
import { useKeys } from "../frame/keys.js";
import { caseAddress } from "../frame/screens.js";
import { dayWords, momentWords } from "../parts/days.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { stepIn } from "../parts/step.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import { openTask, takeTask } from "../state/task.js";
import { byClock, type WorkRow, workAddress, workFields, workRows } from "./rows.js";
import style from "./work.module.css";

const saved = {
  screen: "work",
  usual: [
    { name: "All", filter: "" },
    { name: "Overdue", filter: "clock:overdue" },
    { name: "Due in 5 business days", filter: "clock:soon" },
    { name: "Decisions and letters", filter: "about:decision,letter" },
  ],
};

/** What waits, by its clock. */
export function Work() {
  return (
    <>
      <PageHead
        title="My work"
        about="What waits in every case, the most pressing first. Last days are computed from the record, in the calendar of the office."
      />
      <AnswerOf of={useWork()} what="what waits">
        {(list) => <Waits list={list} />}
      </AnswerOf>
    </>
  );
}

function Waits({ list }: { list: WorkList }) {
  const [, navigate] = useLocation();
  const [text, setText] = useAddressPart("filter");
  const [selected, select] = useAddressPart("selected");
  const all = workRows(list);
  const filter = useMemo(() => parseFilter(text, workFields), [text]);
  const rows = useMemo(() => all.filter((row) => meets(filter, row.fields)), [all, filter]);
  const shown = useMemo(() => byClock(rows), [rows]);
  const drawn = useDeferredValue(shown);
  const order = useMemo(() => shown.flatMap((one) => ("row" in one ? [one.row] : [])), [shown]);
  const at = order.findIndex(({ key }) => key === selected);
  const keys = useMemo(() => order.map(({ key }) => key), [order]);
  const step = (by: number) => select(stepIn(keys, selected, by) ?? selected);
  const open = (row: WorkRow | undefined) => {
    if (!row) return;
    // The address keeps the row, so that Back returns to it.
    select(row.key);
    takeTask({ key: row.key, place: order.indexOf(row), of: row.item.case });
    navigate(workAddress(row.item));
  };
  // Back from something that is done and waits no more: the one that took its place is the next.
  useEffect(() => {
    const task = openTask();
    if (task?.key !== selected) return;
    const there = order[Math.min(task.place, order.length - 1)];
    if (at < 0 && there) select(there.key);
    if (at >= 0 || there) takeTask(null);
  }, [selected, at, order, select]);
  useKeys("My work", [
    { keys: "j", does: "Next row", run: () => step(1) },
    { keys: "k", does: "Previous row", run: () => step(-1) },
    { keys: "Enter", does: "Go where it is done", run: () => open(order[at]) },
    { keys: "n", does: "Open the next one", run: () => open(order[at < 0 ? 0 : at + 1]) },
  ]);
  const columns = useMemo(() => columnsOf(list.asOf), [list.asOf]);
  if (all.length === 0) return <NothingWaits list={list} />;
  return (
    <>
      <FilterBox
        text={text}
        filter={filter}
        fields={workFields}
        found={rows.length}
        all={all.length}
        what="things that wait"
        saved={saved}
        onChange={setText}
      />
      {list.withheld > 0 ? <p className={style.withheld}>{hiddenWords(list.withheld)}</p> : null}
      {rows.length > 0 ? (
        <VirtualRows
          caption={`What waits as of ${dayWords(list.asOf)}`}
          columns={columns}
          shown={drawn}
          current={selected || null}
          onCurrent={select}
          sort={null}
          onSort={() => {}}
        />
      ) : (
        <NothingMatches title="Nothing that waits" filter={text} onClear={() => setText("")} />
      )}
    </>
  );
}

function NothingWaits({ list: { cases, withheld, asOf } }: { list: WorkList }) {
  const session = useSession();
  if (cases === 0)
    return (
      <Empty title="No case is here yet.">
        <p>
          Open the first one under <Link href="/cases?new=yes">Cases</Link>, or by `beholden docket new`.
        </p>
      </Empty>
    );
  if (withheld > 0 || session?.seesUpTo === null)
    return (
      <Empty title="Nothing waits that you may see.">
        <p>{hiddenWords(withheld)} Ask an administrator for a role that sees it.</p>
      </Empty>
    );
  return (
    <Empty title="Nothing is waiting for you.">
      <p>
        All {cases.toLocaleString("en")} cases were looked at as of {dayWords(asOf)}: no deadline runs, and nothing waits to be decided.
      </p>
    </Empty>
  );
}

function hiddenWords(withheld: number): string {
  return `${withheld.toLocaleString("en")} ${withheld === 1 ? "thing is" : "things are"} left out, because the mark is above what you see.`;
}

function columnsOf(asOf: string): Column<WorkRow>[] {
  return [
    {
      id: "ask",
      heading: "What is asked",
      header: true,
      cell: ({ item }) => (
        <Link href={workAddress(item)} className={style.ask}>
          {item.ask}
        </Link>
      ),
    },
    {
      id: "case",
      heading: "Case",
      width: "15rem",
      cell: ({ item }) => (
        <>
          <Link href={caseAddress(item.case)} className={style.case}>
            {item.caption}
          </Link>
          <span className={style.under}>{item.case}</span>
        </>
      ),
    },
    {
      id: "due",
      heading: "Due",
      width: "10rem",
      cell: ({ item: { due, group } }) =>
        due === null ? (
          <span className={style.none}>no day</span>
        ) : (
          <>
            <strong className={group === "overdue" ? style.late : undefined}>
              {group === "no-clock" ? "not settled" : dueWords(due, asOf)}
            </strong>
            <span className={style.under}>
              {group === "no-clock" ? "else " : ""}
              {dayWords(due)}
            </span>
          </>
        ),
    },
    { id: "owner", heading: "Whose step", width: "9rem", cell: ({ item }) => item.owner },
    {
      id: "changed",
      heading: "Last change",
      width: "11rem",
      cell: ({ item: { changed } }) => (
        <>
          {changed.by}
          <span className={style.under}>{momentWords(changed.at)}</span>
        </>
      ),
    },
  ];
}
