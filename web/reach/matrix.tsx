import type { Effect } from "../../src/model/index.js";
import { effects } from "../../src/model/order.js";
import { enders } from "../../src/report/measures-standing.js";
import { type MatrixRow, matrixOf } from "../../src/report/view.js";
import { effectNames } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { Table } from "../parts/table.js";
import { ReachTag } from "../parts/tag.js";
import type { Answer } from "./answers.js";
import style from "./reach.module.css";

interface MatrixProps {
  open: OpenReview;
  answers: readonly Answer[];
  current: string;
  onOpen(number: string): void;
}

/** The same answers by target, government and effect; each cell leads to its strongest path. */
export function Matrix({ open: { review, view }, answers, current, onOpen }: MatrixProps) {
  const rows = matrixOf({ ...review, reaches: answers.map(({ reach }) => reach) });
  const cell = (row: MatrixRow, effect: Effect) => {
    const found = row.cells[effect];
    if (!found) return <span className={style.quiet}>none found</span>;
    const { strongest, state, reaches } = found;
    const number = String(view.reachNumber(strongest.id));
    const by = state === "cut" || state === "supposed" ? `${enders(strongest)}, ` : "";
    return (
      <button type="button" className={style.cell} aria-pressed={number === current} onClick={() => onOpen(number)}>
        <ReachTag state={state} />
        <span className={style.quiet}>
          {by}
          {strongest.path.confidence} confidence{reaches > 1 ? `, ${reaches} ways` : ""}
        </span>
      </button>
    );
  };
  return (
    <Table
      caption="Holding or system by government and what it can do"
      captionUnseen
      headings={["Holding or system", "Government", ...effects.map((effect) => effectNames[effect])]}
      rows={rows.map((row) => ({
        key: `${row.target.kind} ${row.target.id} ${row.government}`,
        cells: [
          <>
            <span className={style.name}>{row.target.name}</span> <span className={style.quiet}>{row.target.kind}</span>
          </>,
          `${view.governmentName(row.government)} (${row.government})`,
          ...effects.map((effect) => cell(row, effect)),
        ],
      }))}
    />
  );
}
