import { useMemo } from "react";
import type { Measure, MeasureCatalogue } from "../../src/model/index.js";
import { effectNames, listed } from "../../src/report/words.js";
import { useMay } from "../api/session.js";
import { useAnswer } from "../api/use-answer.js";
import style from "./measures.module.css";
import type { MeasureRow } from "./standing.js";

/** The catalogue's entries by id; empty until they are there, or where one may not read it. */
export function useEntries(): ReadonlyMap<string, Measure> {
  const may = useMay();
  const { value } = useAnswer<MeasureCatalogue>(may("tools:use") ? "/api/library/measures" : null, { lasting: true });
  return useMemo(() => new Map((value?.measures ?? []).map((one) => [one.id, one])), [value]);
}

/** What the catalogue says of a measure; what no source on file says, and what a subject alone can know, is said to be that. */
export function Entry({ row, entry }: { row: MeasureRow; entry: Measure | undefined }) {
  const cuts = entry?.cuts.map(
    ({ effects, steps, because }) => `${listed(effects.map((one) => effectNames[one]))} at ${listed(steps)}: ${because}`,
  );
  const facts: [string, string][] = [
    ["Cuts", cuts === undefined ? "not read" : cuts.join(" ") || "nothing by itself"],
    ["Leaves", row.leaves],
    ["Clause", entry ? `as asked for or agreed in ${entry.documentedIn}; no wording of one is on file` : "not read"],
    ["Verified by", entry ? [entry.evidence, entry.verifier?.says ?? "who does it no source on file says"].join("; ") : "not read"],
    ["Cost", "no band is on file; beholden.yaml may say what it costs, for `beholden measures`"],
  ];
  return (
    <dl className={style.entry}>
      {facts.map(([term, said]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{said}</dd>
        </div>
      ))}
    </dl>
  );
}
