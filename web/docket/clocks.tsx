import { memo, useMemo } from "react";
import { Link } from "wouter";
import type { RunningDeadline } from "../../src/model/index.js";
import { cited } from "../../src/report/docket/words.js";
import { casePath, type SeenCase, useProcedure } from "../api/cases.js";
import { farWords, pressingFirst } from "../case/clock.js";
import { clockWords } from "../case/words.js";
import { caseAddress } from "../frame/screens.js";
import { dayWords } from "../parts/days.js";
import { useFirstOfMany } from "../parts/first-of-many.js";
import { Section } from "../parts/page.js";
import { PlainTag } from "../parts/tag.js";
import style from "./docket.module.css";
import { inWords } from "./event-names.js";

/**
 * The deadlines of a case, each with what it is counted from; the count day by day is one press away. They stand as they are while the events beside
 * them are filtered.
 */
export const Clocks = memo(function Clocks({ shown }: { shown: SeenCase }) {
  const { standing, id } = shown;
  const { value: procedure } = useProcedure(shown.procedure);
  const all = standing?.deadlines ?? [];
  const first = useFirstOfMany(
    useMemo(() => pressingFirst(standing), [standing]),
    "deadline",
  );
  return (
    <Section title="Deadlines" id="clocks">
      {all.length === 0 ? <p>None runs: a deadline begins with its event.</p> : null}
      <ul className={style.clocks}>
        {first.shown.map((one) => (
          <li key={one.key}>
            <p>
              <Link href={caseAddress(id, `/deadlines/${encodeURIComponent(one.key)}`)}>
                {one.title}
                {one.agency ? ` (${one.agency})` : ""}
              </Link>{" "}
              <PlainTag word={clockWords[one.status]} />
            </p>
            <p>{whenWords(one, standing?.asOf ?? "")}</p>
            <p className={style.quiet}>
              {inWords(one.count, procedure)}. {cited(one)}
            </p>
            {one.unsettled === null ? null : <p className={style.quiet}>{inWords(one.unsettled, procedure)}</p>}
          </li>
        ))}
      </ul>
      {first.under}
      {(standing?.dates ?? []).length > 0 ? (
        <dl className={style.dates}>
          {standing?.dates.map(({ id: name, title, on, note, ...rule }) => (
            <div key={name}>
              <dt>{title}</dt>
              <dd>
                {dayWords(on)}, {cited(rule)}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {all.length > 0 ? (
        <p>
          <a href={casePath(id, "/calendar")} download>
            As a calendar (.ics)
          </a>
        </p>
      ) : null}
    </Section>
  );
});

/** When a deadline ends and how far that is, or what became of it. */
export function whenWords({ due, status, metOn, extendedFrom }: RunningDeadline, asOf: string): string {
  const extended = extendedFrom === null ? "" : `, extended from ${dayWords(extendedFrom)}`;
  if (metOn !== null)
    return `${clockWords[status]} on ${dayWords(metOn)}${due === null ? "" : `; the last day was ${dayWords(due)}`}${extended}`;
  if (due === null) return "The clock stands still, with no end that is known.";
  if (status === "closed") return `It closed after ${dayWords(due)}${extended}`;
  return `${dayWords(due)}: ${farWords({ due, status }, asOf)}${extended}`;
}
