import { useCallback, useDeferredValue, useId, useMemo } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { type OpenReview, useReview } from "../api/reviews.js";
import { meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { NothingMatches } from "../filter/nothing-matches.js";
import { FindingWhy } from "../finding/finding-why.js";
import { useKeys } from "../frame/keys.js";
import { reviewAddress } from "../frame/screens.js";
import { WithInspector } from "../parts/inspector.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { stepIn } from "../parts/step.js";
import { OutcomeTag } from "../parts/tag.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { addressOf, useAddressPart } from "../state/address.js";
import { BulkBar } from "./bulk-bar.js";
import style from "./findings.module.css";
import { type FindingRow, findingFields, type Grouping, grouped, groupings, rowsOf, sortings, sureWords } from "./rows.js";
import { useDecided } from "./use-decided.js";

/** What the list shows where the address says nothing else. */
export const usualFilter = "is:open";

const saved = {
  screen: "findings",
  without: usualFilter,
  usual: [
    { name: "Open", filter: usualFilter },
    { name: "All", filter: "" },
    { name: "Prohibited or restricted", filter: "is:open outcome:prohibited,restricted" },
    { name: "Cannot be excluded", filter: "is:open certainty:cannot-be-excluded" },
    { name: "Accepted", filter: "status:accepted,acceptance-expired" },
  ],
};

/** The findings: filtered, grouped and sorted by the address, with the reasons of the selected one beside them. */
export function Findings({ id }: { id: string }) {
  return (
    <AnswerOf of={useReview(id)} what="the findings">
      {(open) => <Listed open={open} />}
    </AnswerOf>
  );
}

/** The findings as the address has them filtered and sorted; the page of one finding walks the same list. */
export function useListed(open: OpenReview) {
  const [text, setText] = useAddressPart("filter", usualFilter);
  const [grouping, setGrouping] = useAddressPart("group", "outcome");
  const [sorting, setSorting] = useAddressPart("sort");
  const by: Grouping = grouping in groupings ? (grouping as Grouping) : "outcome";
  const decided = useDecided(open);
  const all = rowsOf(open, decided);
  const filter = useMemo(() => parseFilter(text, findingFields), [text]);
  const sort = useMemo(() => sortOf(sorting), [sorting]);
  const rows = useMemo(() => {
    const found = all.filter((row) => meets(filter, row.fields));
    const order = sort && sortings[sort.column];
    if (order) found.sort((left, right) => order(left, right) * (sort.descending ? -1 : 1));
    return found;
  }, [all, filter, sort]);
  const shown = useMemo(() => grouped(rows, by), [rows, by]);
  return { text, setText, by, setGrouping, sort, setSorting, filter, all, rows, shown, decided };
}

function Listed({ open }: { open: OpenReview }) {
  const [location, navigate] = useLocation();
  const { text, setText, by, setGrouping, sort, setSorting, filter, all, rows, shown, decided } = useListed(open);
  const [selected, select] = useAddressPart("selected");
  const [inspected, inspect] = useAddressPart("details");
  const drawn = useDeferredValue(shown);
  const groupId = useId();
  const search = useSearch();
  const addressOfFinding = useCallback(
    (finding: string) => {
      const { selected: _, details: __, chosen: ___, ...list } = Object.fromEntries(new URLSearchParams(search));
      return addressOf(`${location}/${finding}`, list);
    },
    [location, search],
  );
  const [chosenText, setChosen] = useAddressPart("chosen");
  const chosen = useMemo(() => new Set(chosenText.split(",").filter(Boolean)), [chosenText]);
  const choose = useCallback(
    (id: string) => setChosen([...(chosen.has(id) ? [...chosen].filter((one) => one !== id) : [...chosen, id])].join(",")),
    [chosen, setChosen],
  );
  const keys = shown.flatMap((one) => ("row" in one ? [one.key] : []));
  const step = (by: number) => select(stepIn(keys, selected, by) ?? selected);
  useKeys("The list", [
    { keys: "j", does: "Next row", run: () => step(1) },
    { keys: "k", does: "Previous row", run: () => step(-1) },
    { keys: "x", does: "Choose the row, or no longer", run: () => selected && choose(selected) },
    { keys: "Enter", does: "Details of the row beside the list", run: () => selected && inspect("yes") },
    { keys: "y", does: "Why? The page of the finding", run: () => selected && navigate(addressOfFinding(selected)) },
  ]);
  const columns = useMemo(() => [chosenColumn(chosen, choose), ...columnsOf(addressOfFinding)], [addressOfFinding, chosen, choose]);
  const looked = inspected ? rows.find((row) => row.finding.id === selected) : undefined;
  return (
    <WithInspector
      title={looked?.finding.title ?? null}
      onClose={() => inspect("")}
      inspector={looked ? <FindingWhy open={open} id={looked.finding.id} address={addressOfFinding(looked.finding.id)} /> : null}
    >
      <PageHead title="Findings" about="Each is a rule applied to a use and to what governments can reach through it.">
        <p className={style.grouping}>
          <label htmlFor={groupId}>Group by</label>
          <select id={groupId} value={by} onChange={(event) => setGrouping(event.target.value)}>
            {Object.entries(groupings).map(([id, { title }]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </p>
      </PageHead>
      <FilterBox
        text={text}
        filter={filter}
        fields={findingFields}
        found={rows.length}
        all={all.length}
        what="findings"
        saved={saved}
        onChange={setText}
      />
      {chosen.size > 0 ? (
        <BulkBar open={open} chosen={all.filter(({ finding }) => chosen.has(finding.id))} decided={decided} onClear={() => setChosen("")} />
      ) : null}
      {rows.length > 0 ? (
        <VirtualRows
          caption="Findings"
          columns={columns}
          shown={drawn}
          current={selected || null}
          onCurrent={(key) => {
            select(key);
            inspect("yes");
          }}
          sort={sort}
          onSort={(column) => setSorting(nextSort(sort, column))}
        />
      ) : all.length === 0 ? (
        <Empty title="The rules were asked and found nothing.">
          <p>
            Every rule of {open.review.rulePacks.map(({ title }) => title).join(" and ")} was applied as of {open.review.asOf}. What could
            not be read is under <Link href={reviewAddress(open.shelved.id, "/left-open")}>what is left open</Link>.
          </p>
        </Empty>
      ) : (
        <NothingMatches title="No finding" filter={text} onClear={() => setText("")} />
      )}
    </WithInspector>
  );
}

function chosenColumn(chosen: ReadonlySet<string>, choose: (id: string) => void): Column<FindingRow> {
  return {
    id: "chosen",
    heading: "Chosen",
    width: "4.5rem",
    cell: ({ finding }) => (
      <label className={style.choose}>
        <input type="checkbox" checked={chosen.has(finding.id)} onChange={() => choose(finding.id)} />
        <span className="unseen">Choose {finding.title}</span>
      </label>
    ),
  };
}

function columnsOf(addressOfFinding: (id: string) => string): Column<FindingRow>[] {
  return [
    {
      id: "outcome",
      heading: "Outcome",
      width: "7.5rem",
      by: sortings.outcome,
      cell: ({ finding }) => <OutcomeTag outcome={finding.outcome} />,
    },
    {
      id: "title",
      heading: "Finding",
      header: true,
      by: sortings.title,
      cell: ({ finding }) => (
        <>
          <Link href={addressOfFinding(finding.id)} className={style.title}>
            {finding.title}
          </Link>
          <span className={style.citation}>{finding.citation}</span>
        </>
      ),
    },
    { id: "provider", heading: "Provider", width: "7.5rem", by: sortings.provider, cell: ({ provider }) => provider },
    { id: "system", heading: "System", width: "8.5rem", by: sortings.system, cell: ({ system }) => system },
    { id: "certainty", heading: "How sure", width: "9rem", by: sortings.certainty, cell: ({ finding }) => sureWords(finding) },
    { id: "status", heading: "State", width: "6rem", by: sortings.status, cell: ({ state }) => state },
  ];
}

function sortOf(text: string): { column: string; descending: boolean } | null {
  const column = text.replace(/^-/, "");
  return column in sortings ? { column, descending: text.startsWith("-") } : null;
}

/** Up, then down, then as the review has it. */
function nextSort(sort: ReturnType<typeof sortOf>, column: string): string {
  if (sort?.column !== column) return column;
  return sort.descending ? "" : `-${column}`;
}
