import { Link } from "wouter";
import { eventTitle } from "../../src/model/event-words.js";
import type { DocketWhy, Procedure } from "../../src/model/index.js";
import { countFacts, countRows, namedDays } from "../../src/report/docket/why.js";
import { casePath, type SeenCase, useCase, useCount, useProcedure } from "../api/cases.js";
import { notAllowed, useMay } from "../api/session.js";
import { CaseStages } from "../case/stages.js";
import { caseAddress } from "../frame/screens.js";
import { AsOfField, useAsOf } from "../parts/as-of.js";
import { dayWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { addressOf } from "../state/address.js";
import { whenWords } from "./clocks.js";
import style from "./docket.module.css";
import { inWords } from "./event-names.js";

/** One deadline: its last day, what it is counted from, and every day of the count. */
export function DeadlinePage({ id, deadline }: { id: string; deadline: string }) {
  const [asOf] = useAsOf();
  const shown = useCase(id, asOf);
  return (
    <>
      <CaseStages id={id} />
      <AnswerOf of={useCount(id, deadline, asOf)} what="the count of the deadline">
        {(count) => <Count id={id} count={count} shown={shown.value} />}
      </AnswerOf>
    </>
  );
}

function Count({ id, count, shown }: { id: string; count: DocketWhy; shown: SeenCase | undefined }) {
  const { value: procedure } = useProcedure(shown?.procedure ?? null);
  const running = shown?.standing?.deadlines.find(({ key }) => key === count.key);
  const named = namedDays(count.days);
  return (
    <>
      <PageHead
        title={`${count.title}: ${count.due === null ? "the clock stands still" : dayWords(count.due)}`}
        about={
          <>
            Computed, never typed. Of case <Link href={caseAddress(id)}>{shown?.caption ?? id}</Link>.
          </>
        }
      >
        <AsOfField />
        <a href={casePath(id, "/calendar")} download>
          As a calendar (.ics)
        </a>
      </PageHead>
      {running ? <p className={style.when}>{whenWords(running, shown?.standing?.asOf ?? "")}</p> : null}
      {count.remarks.length > 0 ? (
        <div className={style.when}>
          {count.remarks.map((one) => (
            <Note key={one} kind="plain">
              {inWords(one, procedure)}
            </Note>
          ))}
        </div>
      ) : null}
      <Section title="Counted from" id="counted-from">
        <dl className={style.facts}>
          {countFacts(count, procedure ? eventTitle(procedure, count.trigger.event) : undefined).map(([name, what]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{inWords(what, procedure)}</dd>
            </div>
          ))}
        </dl>
        <WaysToMove id={id} count={count} procedure={procedure} rule={running?.id} />
      </Section>
      <Section title="The count, day by day" id="count">
        <Table
          caption={`Every day of the count of ${count.title}`}
          captionUnseen
          headings={["Date", "Day", "Weekday", "Why"]}
          stays
          rows={countRows(count).map(([number = "", date = "", weekday = "", why = ""]) => ({
            key: date,
            cells: [
              <span key="day" className={style.day}>
                {dayWords(date)}
              </span>,
              number,
              weekday,
              why,
            ],
          }))}
        />
        {named.length > 0 ? (
          <>
            <h3>Holidays and closings in it</h3>
            <dl className={style.facts}>
              {named.map(([day, words]) => (
                <div key={day}>
                  <dt>{dayWords(day)}</dt>
                  <dd>{inWords(words, procedure)}</dd>
                </div>
              ))}
            </dl>
          </>
        ) : null}
      </Section>
    </>
  );
}

interface WaysProps {
  id: string;
  count: DocketWhy;
  procedure: Procedure | undefined;
  /** The rule of the procedure that it runs by. */
  rule: string | undefined;
}

/** What can move a deadline: its trigger corrected, an extension, a pause; each is an event of its own. */
function WaysToMove({ id, count, procedure, rule }: WaysProps) {
  const may = useMay();
  const { extendedBy, paused, lengthened } = procedure?.deadlines.find((one) => one.id === rule) ?? {};
  const docket = (parts: Record<string, string>) => addressOf(caseAddress(id, "/docket"), parts);
  const moves = [
    ...(extendedBy ? [{ event: extendedBy, words: "Grant an extension" }] : []),
    ...(lengthened ? [{ event: lengthened.by, words: `Add ${lengthened.days} days` }] : []),
    ...(paused
      ? [
          { event: paused.by, words: "Pause the clock" },
          { event: paused.until, words: "Let the clock run again" },
        ]
      : []),
  ];
  if (!may("case:write")) return <p className={style.quiet}>{notAllowed("case:write")}</p>;
  return (
    <p className={style.buttons}>
      {count.trigger.entry === null ? null : (
        <Link href={docket({ do: "correct", entry: count.trigger.entry })}>
          Correct what it is counted from (event {count.trigger.entry})
        </Link>
      )}
      {moves.map(({ event, words }) => (
        <Link key={event} href={docket({ do: "move", event })}>
          {words}
        </Link>
      ))}
    </p>
  );
}
