import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useKept } from "../state/kept.js";
import { Action } from "./action.js";
import { usePrinting } from "./printing.js";
import style from "./table.module.css";

export interface Column<Row> {
  id: string;
  heading: string;
  /** Share of the width, such as `12rem` or `1fr`'s number in percent. */
  width?: string;
  /** The one that names the row. */
  header?: boolean;
  number?: boolean;
  /** Whether what stands in it stays on one line, such as a day. */
  oneLine?: boolean;
  cell(row: Row): ReactNode;
  /** How to sort by it; none: it cannot be sorted by. */
  by?(left: Row, right: Row): number;
}

/** A row of the table, or a heading over those that follow. */
export type Shown<Row> = { heading: string; key: string; count: number } | { row: Row; key: string };

interface VirtualRowsProps<Row> {
  caption: string;
  columns: readonly Column<Row>[];
  shown: readonly Shown<Row>[];
  /** Key of the row that is looked at. */
  current: string | null;
  onCurrent(key: string): void;
  sort: { column: string; descending: boolean } | null;
  onSort(column: string): void;
}

/** Fewer rows than this are all drawn. */
const drawnWhole = 60;

/**
 * A table of any length: rows that are not near the window are not drawn, and it still says how many there are. Whoever needs every row on the
 * page, to search in it or to read on, can have them.
 */
export function VirtualRows<Row>({ caption, columns, shown, current, onCurrent, sort, onSort }: VirtualRowsProps<Row>) {
  const [showAll, setShowAll] = useKept("all-rows", "no");
  const whole = shown.length <= drawnWhole || showAll === "yes";
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const printing = usePrinting();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table moves when what stands above it changes
  useLayoutEffect(() => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [shown.length]);
  const rows = useWindowVirtualizer({
    count: shown.length,
    estimateSize: (index) => ("heading" in (shown[index] ?? {}) ? 40 : 56),
    overscan: 12,
    scrollMargin: top,
    getItemKey: (index) => shown[index]?.key ?? index,
  });
  const at = current === null ? -1 : shown.findIndex((one) => one.key === current);
  const kept = useRef(current);
  useEffect(() => {
    if (at < 0 || kept.current === current) return;
    kept.current = current;
    if (whole) body.current?.querySelector(`[aria-rowindex="${at + 2}"]`)?.scrollIntoView({ block: "nearest" });
    else rows.scrollToIndex(at, { align: "auto" });
  }, [at, current, whole, rows]);

  const all = whole || printing;
  const items = all ? shown.map((_, index) => ({ index, start: 0, end: 0 })) : rows.getVirtualItems();
  const before = all ? 0 : (items[0]?.start ?? top) - top;
  const after = all ? 0 : rows.getTotalSize() - ((items.at(-1)?.end ?? top) - top);
  return (
    <div className={style.scroll}>
      {/* Where rows are laid out as cards, the roles of the elements are lost: they are said again. */}
      <table className={style.table} role="table" aria-rowcount={shown.length + 1} aria-colcount={columns.length}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr role="row" aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {before > 0 ? <Space height={before} columns={columns.length} /> : null}
          {items.map(({ index }) => {
            const one = shown[index];
            if (!one) return null;
            const measure = all ? undefined : rows.measureElement;
            const place = { "aria-rowindex": index + 2, "data-index": index, ref: measure } as const;
            if ("heading" in one) {
              return (
                <tr key={one.key} role="row" className={style.group} {...place}>
                  <th role="cell" colSpan={columns.length} scope="rowgroup">
                    {one.heading} ({one.count.toLocaleString("en")})
                  </th>
                </tr>
              );
            }
            return (
              <tr
                key={one.key}
                role="row"
                className={one.key === current ? style.current : undefined}
                aria-current={one.key === current || undefined}
                onClick={(event) => !(event.target as HTMLElement).closest("a, button, input, label") && onCurrent(one.key)}
                {...place}
              >
                {columns.map((column) => (
                  <Cell key={column.id} column={column} row={one.row} />
                ))}
              </tr>
            );
          })}
          {after > 0 ? <Space height={after} columns={columns.length} /> : null}
        </tbody>
      </table>
      {shown.length > drawnWhole ? (
        <p className={style.foot}>
          <Action pressed={showAll === "yes"} onPress={() => setShowAll(showAll === "yes" ? "no" : "yes")}>
            Keep all {shown.length.toLocaleString("en")} rows on the page
          </Action>{" "}
          for the browser's own search
        </p>
      ) : null}
    </div>
  );
}

function Heading<Row>({ column, sort, onSort }: { column: Column<Row> } & Pick<VirtualRowsProps<Row>, "sort" | "onSort">) {
  const sorted = sort?.column === column.id ? (sort.descending ? "descending" : "ascending") : undefined;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={sorted}
      className={column.number ? style.number : undefined}
      style={column.width ? ({ "--width": column.width } as CSSProperties) : undefined}
    >
      {column.by ? (
        <button type="button" className={style.sort} onClick={() => onSort(column.id)}>
          {column.heading}
          <span aria-hidden="true">{sorted ? (sorted === "ascending" ? " ↑" : " ↓") : ""}</span>
        </button>
      ) : (
        column.heading
      )}
    </th>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const content = column.cell(row);
  const look = column.number ? style.number : column.oneLine ? style.nowrap : undefined;
  return column.header ? (
    <th role="rowheader" scope="row" className={look}>
      {content}
    </th>
  ) : (
    <td role="cell" className={look} data-heading={column.heading}>
      {content}
    </td>
  );
}

function Space({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden="true" className={style.space}>
      <td colSpan={columns} style={{ blockSize: height }} />
    </tr>
  );
}
