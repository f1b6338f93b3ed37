import type { CalendarList } from "../../src/model/index.js";
import { useAnswer } from "../api/use-answer.js";
import { Action } from "../parts/action.js";
import { capital } from "../parts/capital.js";
import { dayWords } from "../parts/days.js";
import { Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { addressOf, useAddressPart } from "../state/address.js";
import { LibraryFrame } from "./library.js";
import style from "./library.module.css";

/** The calendars, with the days of a year on which nobody works. */
export function Calendars() {
  const thisYear = String(new Date().getFullYear());
  const [year, setYear] = useAddressPart("year", thisYear);
  const asked = /^\d{4}$/.test(year) ? year : thisYear;
  const answer = useAnswer<CalendarList>(addressOf("/api/library/calendars", { year: asked }), { lasting: true });
  return (
    <LibraryFrame title="Calendars" about="A deadline is counted by the calendar that its procedure names.">
      <div className={style.line}>
        <Action onPress={() => setYear(String(Number(asked) - 1))}>{Number(asked) - 1}</Action>
        <strong>{asked}</strong>
        <Action onPress={() => setYear(String(Number(asked) + 1))}>{Number(asked) + 1}</Action>
      </div>
      <AnswerOf of={answer} what="the calendars">
        {({ calendars }) => (
          <>
            {calendars.map(({ id, title, zone, days, knows, from, weekend, notes, sources, closuresKnownUntil }) => (
              <Section
                key={id}
                id={`calendar-${id}`}
                title={title}
                about={`${id}: ${zone}; off on ${weekend.map(capital).join(" and ")}; known from ${dayWords(from)}.`}
              >
                {knows ? null : <Note kind="plain">It knows nothing of this year.</Note>}
                {days.length === 0 ? (
                  <Empty title={`No holiday and no closure in ${asked}.`} />
                ) : (
                  <Table
                    caption={`Days off in ${asked}`}
                    captionUnseen
                    headings={["Day", "Weekday", "What", "Kind", "Citation"]}
                    rows={days.map((one) => ({
                      key: one.day + one.name,
                      cells: [dayWords(one.day), capital(one.weekday), one.name, one.kind, one.citation],
                    }))}
                  />
                )}
                <p className={style.quiet}>
                  Closures were looked up until {dayWords(closuresKnownUntil)}. {notes.join(" ")} Sources:{" "}
                  {sources.map((one) => one.title).join("; ")}.
                </p>
              </Section>
            ))}
          </>
        )}
      </AnswerOf>
    </LibraryFrame>
  );
}
