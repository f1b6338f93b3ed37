import { useId, useMemo, useRef } from "react";
import type { ChangedRecord, ChangeSet, ShownChange } from "../../src/model/index.js";
import { decideChange } from "../api/changes.js";
import { notAllowed, useMay } from "../api/session.js";
import { type FilterField, meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { NothingMatches } from "../filter/nothing-matches.js";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { TypedElsewhere } from "../parts/form.js";
import { stepIn } from "../parts/step.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { tellDone } from "../state/toast.js";
import style from "./change.module.css";

type Kind = ChangeSet["kind"];

function fieldsFor(kind: Kind): readonly FilterField[] {
  const standing: FilterField =
    kind === "source"
      ? { id: "list", about: "that it stands on" }
      : { id: "kind", about: "what it is", values: ["rule", "criterion", "term", "duty", "part"] };
  return [
    { id: "change", about: "what became of it", values: ["added", "changed", "gone"] },
    { id: "is", about: "whether it was decided alone", values: ["open", "accepted", "rejected"] },
    standing,
    { id: "field", about: "that was changed" },
    { id: "name", about: kind === "source" ? "of the party" : "of the rule, term or part" },
    { id: "by", about: "who decided" },
  ];
}

const saved = {
  screen: "changes",
  usual: [
    { name: "All", filter: "" },
    { name: "Not decided", filter: "is:open" },
    { name: "Added", filter: "change:added" },
    { name: "Changed", filter: "change:changed" },
    { name: "Gone", filter: "change:gone" },
  ],
};

type Verdict = "accepted" | "rejected" | "reopened";

/** What a change set adds, changes and leaves out, row by row; each can be accepted or rejected alone, or all that a filter shows. */
export function ChangeRows({ shown: { change, rows } }: { shown: ShownChange }) {
  const [text, setText] = useAddressPart("filter");
  const [row, setRow] = useAddressPart("row");
  const { kind } = change;
  const fields = useMemo(() => fieldsFor(kind), [kind]);
  const columns = useMemo(() => columnsFor(kind), [kind]);
  const filter = useMemo(() => parseFilter(text, fields), [text, fields]);
  const found = useMemo(() => rows.filter((one) => meets(filter, fieldsOf(one, change.decision?.state))), [rows, filter, change]);
  const keys = useMemo(() => found.map(({ party }) => party), [found]);
  const current = found.find(({ party }) => party === row);
  const step = (by: number) => setRow(stepIn(keys, row, by) ?? row);
  return (
    <>
      <FilterBox
        text={text}
        filter={filter}
        fields={fields}
        found={found.length}
        all={rows.length}
        what="rows"
        saved={saved}
        onChange={setText}
      />
      <DecideRows change={change} current={current} shown={text === "" ? [] : found} step={step} />
      {found.length === 0 ? (
        <NothingMatches title="No row" filter={text} onClear={() => setText("")} />
      ) : (
        <VirtualRows
          caption="What is added, changed and gone"
          columns={columns}
          shown={found.map((one) => ({ row: one, key: one.party }))}
          current={row || null}
          onCurrent={setRow}
          sort={null}
          onSort={() => {}}
        />
      )}
    </>
  );
}

interface DecideRowsProps {
  change: ShownChange["change"];
  /** The row that is looked at. */
  current: ChangedRecord | undefined;
  /** What a filter left; none where there is no filter. */
  shown: readonly ChangedRecord[];
  step(by: number): void;
}

/** Decides on the row that is looked at, or on all that the filter shows; each button names what it will change. */
function DecideRows({ change, current, shown, step }: DecideRowsProps) {
  const draft = useDraft(`rows of ${change.id}`, { why: "" });
  const { doing, failure, run } = useDoing();
  const may = useMay()("review:keep");
  const id = useId();
  const reason = useRef<HTMLInputElement>(null);
  const { why } = draft.fields;
  const decide = (state: Verdict, rows: readonly ChangedRecord[]) => {
    if (state === "rejected" && why.trim() === "") return reason.current?.focus();
    const parties = rows.map(({ party }) => party);
    const what = rows.length === 1 && rows[0] ? rows[0].name : `${rows.length.toLocaleString("en")} rows`;
    // What they were before: one kind of decision is taken back at once, several are not.
    const before = new Set(rows.map(({ decision }) => decision?.state ?? "reopened"));
    const [back] = before;
    run(
      async (key) => {
        await decideChange(change.source, { state, rows: parties, why: why.trim() }, key);
        draft.clear();
        // The keys of the page go on from here.
        reason.current?.blur();
        tellDone({
          text: `${what}: ${state}.`,
          undo:
            before.size === 1 && back
              ? () => decideChange(change.source, { state: back, rows: parties, why: "Undone" }, crypto.randomUUID())
              : undefined,
        });
      },
      [change.id, state, parties, why, rows.map(({ decision }) => decision?.at ?? null)],
    );
  };
  useKeys("The rows", [
    { keys: "j", does: "Next row", run: () => step(1) },
    { keys: "k", does: "Previous row", run: () => step(-1) },
    ...(may
      ? [
          { keys: "a", does: "Accept the row", run: () => current && decide("accepted", [current]) },
          {
            keys: "r",
            does: "Reject the row; without a reason, go to where it is typed",
            run: () => current && decide("rejected", [current]),
          },
        ]
      : []),
  ]);
  if (!may) return <p className={style.quiet}>To decide on rows: {notAllowed("review:keep")}</p>;
  return (
    <section className={style.decide} aria-label="Decide on rows">
      <TypedElsewhere draft={draft} />
      <label htmlFor={id}>Why, for rows (a rejection needs it)</label>
      <input
        id={id}
        ref={reason}
        value={why}
        onChange={(event) => draft.change({ why: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === "Enter" && current && why.trim() !== "") decide("rejected", [current]);
        }}
      />
      <div className={style.line}>
        {current ? (
          <>
            <Action disabled={doing || current.decision?.state === "accepted"} onPress={() => decide("accepted", [current])}>
              Accept {current.name} <kbd>a</kbd>
            </Action>
            <Action disabled={doing || current.decision?.state === "rejected"} onPress={() => decide("rejected", [current])}>
              Reject {current.name} <kbd>r</kbd>
            </Action>
            {current.decision ? (
              <Action disabled={doing} onPress={() => decide("reopened", [current])}>
                Leave it open again
              </Action>
            ) : null}
          </>
        ) : (
          <p className={style.quiet}>
            Choose a row with <kbd>j</kbd> and <kbd>k</kbd> or by pressing on it to decide on it alone.
          </p>
        )}
        {shown.length > 1 ? (
          <>
            <Action disabled={doing} onPress={() => decide("accepted", shown)}>
              Accept the {shown.length.toLocaleString("en")} rows shown
            </Action>
            <Action disabled={doing} onPress={() => decide("rejected", shown)}>
              Reject the {shown.length.toLocaleString("en")} rows shown
            </Action>
          </>
        ) : null}
      </div>
      <Told doing={doing} failure={failure} what="Recording the decision" />
    </section>
  );
}

function fieldsOf({ name, party, change, lists, fields: changed, decision }: ChangedRecord, whole: "accepted" | "rejected" | undefined) {
  return {
    text: [name, party, ...changed.flatMap(({ before, after }) => [before ?? "", after ?? ""])].join(" "),
    values: {
      change: [change],
      is: [decision?.state ?? whole ?? "open"],
      list: lists,
      kind: lists,
      field: changed.map(({ field }) => field),
      name: [name],
      by: decision ? [decision.by] : [],
    },
  };
}

function columnsFor(kind: Kind): readonly Column<ChangedRecord>[] {
  return [
    { id: "change", heading: "Change", width: "6rem", cell: ({ change }) => change },
    {
      id: "name",
      heading: kind === "source" ? "Party" : "Rule, term or part",
      header: true,
      cell: ({ name, party }) => (
        <>
          {name} <code>{party}</code>
        </>
      ),
    },
    {
      id: "lists",
      heading: kind === "source" ? "Lists" : "Kind",
      width: kind === "source" ? "12rem" : "6rem",
      cell: ({ lists }) => lists.join(", "),
    },
    ...decidedColumns,
  ];
}

const decidedColumns: readonly Column<ChangedRecord>[] = [
  {
    id: "fields",
    heading: "Before and after",
    cell: ({ fields: changed }) =>
      changed.map(({ field, before, after }) => (
        <div key={field}>
          {field}: <del>{before ?? "nothing"}</del> <span aria-hidden="true">→</span> <ins>{after ?? "nothing"}</ins>
        </div>
      )),
  },
  {
    id: "decided",
    heading: "Decided alone",
    width: "11rem",
    cell: ({ decision }) =>
      decision ? (
        <>
          <strong>{decision.state}</strong> by {decision.by}
          {decision.reason ? `: ${decision.reason}` : ""}
        </>
      ) : (
        <span className={style.quiet}>no</span>
      ),
  },
];
