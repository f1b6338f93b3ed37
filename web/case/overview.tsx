import { Link } from "wouter";
import { eventTitle } from "../../src/model/event-words.js";
import { eventDetails } from "../../src/report/docket/cases.js";
import { kindWords } from "../../src/report/docket/words.js";
import { counted } from "../../src/report/words.js";
import { type SeenCase, useCase, useEvidenceOf, useProcedure } from "../api/cases.js";
import { notAllowed, useMay } from "../api/session.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { AsOfField, useAsOf } from "../parts/as-of.js";
import { daysInWords, dayWords, momentWords } from "../parts/days.js";
import { useFirstOfMany } from "../parts/first-of-many.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { useAddressPart } from "../state/address.js";
import { farWords, waitingDeadlines } from "./clock.js";
import { EditCase } from "./edit-case.js";
import { missingIn } from "./missing.js";
import { NoteForm } from "./note-form.js";
import style from "./overview.module.css";
import { RestrictedItems } from "./restricted.js";
import { CaseStages } from "./stages.js";
import { TakeOut } from "./take-out.js";

/** Where a case stands, what is due, what is missing, and what happened last. */
export function CaseOverview({ id }: { id: string }) {
  const [asOf] = useAsOf();
  return (
    <AnswerOf of={useCase(id, asOf)} what="the case">
      {(shown) => <Overview shown={shown} />}
    </AnswerOf>
  );
}

function Overview({ shown }: { shown: SeenCase }) {
  const { id, caption, reference, withheld } = shown;
  const may = useMay();
  const [editing, edit] = useAddressPart("edit");
  return (
    <>
      <CaseStages id={id} />
      <PageHead title={caption} about={`Case ${id}${reference ? `, ${reference}` : ""}: ${kindWords[shown.kind]}.`}>
        <AsOfField />
        {may("case:write") ? (
          <Action onPress={() => edit(editing ? "" : "yes")} expanded={editing !== ""}>
            Change caption and parties
          </Action>
        ) : (
          <p className={style.quiet}>{notAllowed("case:write")}</p>
        )}
      </PageHead>
      {withheld > 0 ? (
        <Note kind="plain">
          {withheld} {withheld === 1 ? "thing is" : "things are"} left out here, because the mark is above what you see.
        </Note>
      ) : null}
      <RestrictedItems id={id} names={shown.restricted} />
      {editing ? <EditCase shown={shown} onDone={() => edit("")} /> : null}
      <div className={style.columns}>
        <div>
          <Standing shown={shown} />
          <Deadlines shown={shown} />
          <Latest shown={shown} />
        </div>
        <div>
          <WhatIsMissing shown={shown} />
          <Parties shown={shown} />
          <TakeOut id={id} />
        </div>
      </div>
    </>
  );
}

function Standing({ shown }: { shown: SeenCase }) {
  const { value: procedure } = useProcedure(shown.procedure);
  const { standing } = shown;
  const state = procedure?.states.find((one) => one.id === standing?.state);
  return (
    <Section title="Where it stands" id="standing">
      {standing === null ? (
        <p>It follows no procedure, so no clock runs.</p>
      ) : standing.state === null ? (
        <p>Nothing has happened yet that the procedure {standing.procedure} begins with.</p>
      ) : (
        <p>
          <strong>{state?.title ?? standing.state}</strong> since {dayWords(standing.since ?? "")}.{" "}
          {state && state.actor !== "nobody" ? `The next step is with: ${state.actor}.` : "Nobody has a next step."} As of{" "}
          {dayWords(standing.asOf)}, by the procedure {standing.procedure}
          {state ? ` (${state.citation})` : ""}.
        </p>
      )}
      <p>
        {[
          shown.evidence.items === 1 ? "1 piece of evidence" : `${shown.evidence.items} pieces of evidence`,
          counted(shown.evidence.quotes, "quote"),
          counted(shown.evidence.facts, "fact"),
          counted(shown.runs.length, "run"),
          counted(shown.decisions.length, "decision"),
        ].join(", ")}
        .
      </p>
    </Section>
  );
}

function Deadlines({ shown: { id, standing } }: { shown: SeenCase }) {
  const waiting = waitingDeadlines(standing);
  const still = (standing?.deadlines ?? []).filter(({ status }) => status === "paused");
  const first = useFirstOfMany([...waiting, ...still], "deadline");
  return (
    <Section title="Next deadlines" id="deadlines">
      {first.shown.length === 0 ? (
        <p>No clock runs.</p>
      ) : (
        <Table
          caption="Deadlines that are not kept yet"
          captionUnseen
          headings={["Deadline", "Last day", "How far"]}
          stays
          rows={first.shown.map((one) => ({
            key: one.key,
            cells: [
              <Link key="title" href={caseAddress(id, `/deadlines/${encodeURIComponent(one.key)}`)}>
                {one.title}
                {one.agency ? ` (${one.agency})` : ""}
              </Link>,
              one.due === null ? "the clock stands still" : dayWords(one.due),
              one.due === null ? "" : farWords({ due: one.due, status: one.status }, standing?.asOf ?? ""),
            ],
          }))}
        />
      )}
      {first.under}
    </Section>
  );
}

function WhatIsMissing({ shown }: { shown: SeenCase }) {
  const { value: evidence } = useEvidenceOf(shown.id);
  const missing = missingIn(shown, evidence);
  return (
    <Section title={`What is missing (${missing.length})`} id="missing">
      {missing.length === 0 ? (
        <Empty title="Nothing was found missing.">
          <p>Facts, quotes, confirmations and decisions were looked at as of {dayWords(shown.standing?.asOf ?? shown.opened.at)}.</p>
        </Empty>
      ) : (
        <ul className={style.missing}>
          {missing.map(({ what, address }) => (
            <li key={what}>
              <Link href={address}>{what}</Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Parties({ shown: { parties, opened } }: { shown: SeenCase }) {
  return (
    <Section title="Parties" id="parties">
      {parties.length === 0 ? (
        <p>None is named yet.</p>
      ) : (
        <dl className={style.pairs}>
          {parties.map(({ role, name }) => (
            <div key={`${role} ${name}`}>
              <dt>{role}</dt>
              <dd>
                <bdi>{name}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <p className={style.quiet}>
        Opened {momentWords(opened.at)} by {opened.by}.
      </p>
    </Section>
  );
}

/** As many of the last events and notes as one takes in at a glance. */
const latestShown = 6;

function Latest({ shown }: { shown: SeenCase }) {
  const { value: procedure } = useProcedure(shown.procedure);
  const events = shown.events.map(({ number, entry, recorded }) => ({
    key: `event ${number}`,
    at: recorded.at,
    by: recorded.by,
    what: `${number}. ${eventTitle(procedure, entry.event)}, ${dayWords(entry.on)}`,
    more: daysInWords(eventDetails(entry).join("; ")),
  }));
  const notes = shown.notes.map(({ text, by, at }, index) => ({ key: `note ${index}`, at, by, what: "Note", more: text }));
  const latest = [...events, ...notes].sort((left, right) => (left.at < right.at ? 1 : -1)).slice(0, latestShown);
  return (
    <Section title="Latest on the docket" id="latest">
      {latest.length === 0 ? <p>Nothing has been recorded yet.</p> : null}
      <ul className={style.latest}>
        {latest.map(({ key, what, more, by, at }) => (
          <li key={key}>
            {what}
            {more ? `: ${more}` : ""}
            <span className={style.quiet}>
              {" "}
              {by}, {momentWords(at)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link href={caseAddress(shown.id, "/docket")}>The whole docket</Link>
      </p>
      <NoteForm id={shown.id} />
    </Section>
  );
}
