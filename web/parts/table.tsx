import type { ReactNode } from "react";
import style from "./table.module.css";

interface TableProps {
  caption: string;
  /** Whether the caption is read aloud only, because a heading stands over the table. */
  captionUnseen?: boolean;
  headings: readonly string[];
  /** Each row's first cell names it. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  numbers?: readonly number[];
  /** Whether its columns are so narrow that it stays a table on a narrow screen. */
  stays?: boolean;
}

/** A table that is short enough to be drawn whole; on a narrow screen each row is a card. */
export function Table({ caption, captionUnseen, headings, rows, numbers = [], stays = false }: TableProps) {
  return (
    <div className={stays ? undefined : style.scroll}>
      {/* Where rows are laid out as cards, the roles of the elements are lost: they are said again. */}
      <table className={style.table} role="table">
        <caption className={captionUnseen ? "unseen" : style.caption}>{caption}</caption>
        <thead>
          <tr role="row">
            {headings.map((heading, index) => (
              <th key={heading} role="columnheader" scope="col" className={numbers.includes(index) ? style.number : undefined}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr key={key} role="row">
              <th role="rowheader" scope="row">
                {first}
              </th>
              {others.map((cell, index) => (
                <td
                  key={headings[index + 1]}
                  role="cell"
                  className={numbers.includes(index + 1) ? style.number : undefined}
                  data-heading={headings[index + 1]}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
