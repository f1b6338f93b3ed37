import { type FormEvent, useId, useMemo } from "react";
import { Link } from "wouter";
import type { ChangedRecord, ShownChange } from "../../src/model/index.js";
import { changeSentence, changeStanding } from "../../src/report/reference/changes.js";
import { decideChange, useChange } from "../api/changes.js";
import { notAllowed, useMay } from "../api/session.js";
import { type FilterField, meets, parseFilter } from "../findings/filter.js";
import { FilterBox } from "../findings/filter-box.js";
import { reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords, momentWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import style from "./change.module.css";

const fields: readonly FilterField[] = [
  { id: "change", about: "what became of it", values: ["added", "changed", "gone"] },
  { id: "list", about: "that it stands on" },
  { id: "field", about: "that was changed" },
  { id: "name", about: "of the party" },
];

const saved = {
  screen: "changes",
  usual: [
    { name: "All", filter: "" },
    { name: "Added", filter: "change:added" },
    { name: "Changed", filter: "change:changed" },
    { name: "Gone", filter: "change:gone" },
  ],
};

/** One change set: what it adds, changes and leaves out, what that does to kept reviews, and what is decided. */
export function Change({ source }: { source: string }) {
  const [knockOn, setKnockOn] = useAddressPart("knock-on");
  return (
    <AnswerOf
      of={useChange(source, knockOn === "yes")}
      what={knockOn === "yes" ? "the change; kept reviews are made again on both editions" : "the change"}
    >
      {(shown) => <Shown shown={shown} onKnockOn={() => setKnockOn("yes")} />}
    </AnswerOf>
  );
}

function Shown({ shown, onKnockOn }: { shown: ShownChange; onKnockOn(): void }) {
  const { change, counts } = shown;
  return (
    <>
      <PageHead title={change.title} about={`${changeSentence(change)}. ${changeStanding(change)}.`} />
      <Decide shown={shown} />
      <Section
        title="What it does to kept reviews"
        id="knock-on"
        about="The newest kept review of each folder that is still there is made again on the edition before and on the new one."
      >
        <KnockOn shown={shown} onKnockOn={onKnockOn} />
      </Section>
      <Section title="What it changes" id="rows">
        {counts === null ? (
          <Empty title="It is too large to be compared row by row.">
            <p>
              {change.after.parties.toLocaleString("en")} parties, before {change.before?.parties.toLocaleString("en") ?? "not kept"}.
            </p>
          </Empty>
        ) : (
          <>
            <p>
              {counts.added.toLocaleString("en")} added, {counts.changed.toLocaleString("en")} changed, {counts.gone.toLocaleString("en")}{" "}
              gone, {counts.same.toLocaleString("en")} the same.
              {counts.added + counts.changed + counts.gone > shown.rows.length
                ? ` The first ${shown.rows.length.toLocaleString("en")} are listed.`
                : ""}
            </p>
            {shown.rows.length === 0 ? <Empty title="Nothing was changed." /> : <Rows rows={shown.rows} />}
          </>
        )}
      </Section>
    </>
  );
}

function Rows({ rows }: { rows: readonly ChangedRecord[] }) {
  const [text, setText] = useAddressPart("filter");
  const [row, setRow] = useAddressPart("row");
  const filter = useMemo(() => parseFilter(text, fields), [text]);
  const found = useMemo(
    () =>
      rows.filter(({ name, change, lists, fields: changed }) =>
        meets(filter, {
          text: [name, ...changed.flatMap(({ before, after }) => [before ?? "", after ?? ""])].join(" "),
          values: { change: [change], list: lists, field: changed.map(({ field }) => field), name: [name] },
        }),
      ),
    [rows, filter],
  );
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
      {found.length === 0 ? (
        <Empty title="No row matches the filter." />
      ) : (
        <VirtualRows
          caption="What is added, changed and gone"
          columns={columns}
          shown={found.map((one) => ({ row: one, key: `${one.change} ${one.party}` }))}
          current={row || null}
          onCurrent={setRow}
          sort={null}
          onSort={() => {}}
        />
      )}
    </>
  );
}

const columns: readonly Column<ChangedRecord>[] = [
  { id: "change", heading: "Change", width: "6rem", cell: ({ change }) => change },
  {
    id: "name",
    heading: "Party",
    header: true,
    cell: ({ name, party }) => (
      <>
        {name} <code>{party}</code>
      </>
    ),
  },
  { id: "lists", heading: "Lists", width: "12rem", cell: ({ lists }) => lists.join(", ") },
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
];

function KnockOn({ shown: { knockOn }, onKnockOn }: { shown: ShownChange; onKnockOn(): void }) {
  if (knockOn === null) return <Action onPress={onKnockOn}>Make kept reviews again on both editions</Action>;
  if (knockOn.length === 0) return <Empty title="No kept review has a folder that can be reviewed again." />;
  return (
    <ul className={style.reviews}>
      {knockOn.map(({ review, subject, asOf, answer, findings }) => (
        <li key={review}>
          <Link href={reviewAddress(review)}>
            {subject}, as of {dayWords(asOf)}
          </Link>
          <p>{answer.join(" ")}</p>
          <ul>
            {findings.map(({ id, title, change }) => (
              <li key={id + change}>
                {change}: {title}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}

function Decide({ shown: { change } }: { shown: ShownChange }) {
  const draft = useDraft(`change ${change.id}`, { why: "" });
  const { doing, failure, run } = useDoing();
  const may = useMay()("review:keep");
  const id = useId();
  const { why } = draft.fields;
  const decide = (state: "accepted" | "rejected") =>
    run(
      async (key) => {
        await decideChange(change.source, state, why.trim(), key);
        draft.clear();
      },
      [change.id, state, why, change.decision?.at ?? null],
    );
  const { decision } = change;
  return (
    <form className={style.decide} onSubmit={(event: FormEvent) => event.preventDefault()}>
      {decision ? (
        <p>
          <strong>{decision.state === "accepted" ? "Accepted" : "Rejected"}</strong> by {decision.by}, {momentWords(decision.at)}
          {decision.reason ? `: ${decision.reason}` : "."} It can be decided otherwise until the source is imported again.
        </p>
      ) : null}
      <label htmlFor={id}>Why (a rejection needs it; it is an entry of the record)</label>
      <textarea id={id} rows={2} value={why} onChange={(event) => draft.change({ why: event.target.value })} disabled={!may} />
      <div className={style.line}>
        <Action
          main
          disabled={!may || doing || (decision?.state === "accepted" && change.inForce === "after")}
          onPress={() => decide("accepted")}
        >
          Accept all of it
        </Action>
        <Action disabled={!may || doing || why.trim() === "" || decision?.state === "rejected"} onPress={() => decide("rejected")}>
          Reject it
        </Action>
      </div>
      <p className={style.quiet}>
        {may
          ? "An edition is taken or left as a whole, for a list that was edited row by row would be no edition of its publisher. A single wrong row is answered by a decision of screening or a table of your own."
          : notAllowed("review:keep")}
      </p>
      <Told doing={doing} failure={failure} what="Recording the decision" />
    </form>
  );
}
