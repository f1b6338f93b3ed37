import { useMemo, useState } from "react";
import { Link, useLocation } from "wouter";
import type { ShownEvidence, ShownFact } from "../../src/model/index.js";
import { shortId, useEvidence, useFacts } from "../api/evidence.js";
import { RestrictedItems } from "../case/restricted.js";
import { CaseStages } from "../case/stages.js";
import { handlingWords } from "../case/words.js";
import { meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { useAddressPart } from "../state/address.js";
import { AddFile } from "./add-file.js";
import style from "./evidence.module.css";
import { Facts } from "./facts.js";
import { Recheck } from "./recheck.js";
import { evidenceFields, evidenceFilterFields } from "./rows.js";
import { gradeText, languageWords } from "./words.js";

const saved = {
  screen: "evidence",
  usual: [
    { name: "All", filter: "" },
    { name: "Not graded", filter: "is:ungraded -is:withdrawn" },
    { name: "Nothing quoted from it", filter: "is:unquoted -is:withdrawn" },
    { name: "Withdrawn", filter: "is:withdrawn" },
  ],
};

/** The evidence of a case: its files, how far each can be relied on, what is quoted from it, and the facts that rest on it. */
export function EvidenceScreen({ id }: { id: string }) {
  const evidence = useEvidence(id);
  const facts = useFacts(id);
  return (
    <>
      <CaseStages id={id} />
      <PageHead
        title="Evidence"
        about="Files of the case with where they come from and how far they can be relied on, what is quoted from them, and the facts that rest on them."
      />
      <AnswerOf of={evidence} what="the evidence">
        {(list) => (
          <>
            {list.withheld > 0 ? (
              <Note kind="plain">
                {list.withheld === 1 ? "One item is" : `${list.withheld} items are`} not shown: their mark is above what you see.
              </Note>
            ) : null}
            <RestrictedItems id={id} names={list.restricted} kinds={["evidence", "quote"]} />
            <Items
              id={id}
              items={list.evidence}
              facts={facts.value?.facts ?? []}
              quotes={list.quotes.map((one) => [one.id, one.quote.evidence])}
            />
            <Recheck id={id} quotes={list.quotes} />
          </>
        )}
      </AnswerOf>
      <AnswerOf of={facts} what="the facts">
        {(list) => <Facts id={id} list={list} quotes={evidence.value?.quotes ?? []} />}
      </AnswerOf>
    </>
  );
}

interface ItemsProps {
  id: string;
  items: readonly ShownEvidence[];
  facts: readonly ShownFact[];
  /** Each quote with the evidence that it is from. */
  quotes: readonly (readonly [quote: string, evidence: string])[];
}

function Items({ id, items, facts, quotes }: ItemsProps) {
  const [text, setText] = useAddressPart("filter");
  const [, navigate] = useLocation();
  const [remarks, setRemarks] = useState<readonly string[]>([]);
  const filter = useMemo(() => parseFilter(text, evidenceFields), [text]);
  const shown = items.filter((one) => meets(filter, evidenceFilterFields(one)));
  const from = new Map(quotes);
  const usedBy = (evidence: string) =>
    facts.filter(({ fact }) => fact.withdrawn === null && fact.quotes.some((quote) => from.get(quote) === evidence)).length;
  return (
    <Section title="Files" id="files">
      {items.length > 0 ? (
        <FilterBox
          text={text}
          filter={filter}
          fields={evidenceFields}
          found={shown.length}
          all={items.length}
          what={items.length === 1 ? "file" : "files"}
          saved={saved}
          onChange={setText}
        />
      ) : null}
      {items.length === 0 ? (
        <Empty title="No evidence is here yet.">
          <p>Drop a file below, or pick one. The command line does the same: beholden docket evidence add {id} FILE</p>
        </Empty>
      ) : shown.length === 0 ? (
        <Empty title="No file matches the filter.">
          <p>
            <code>{text}</code>
          </p>
          <Action onPress={() => setText("")}>Show all {items.length}</Action>
        </Empty>
      ) : (
        <Table
          caption="Evidence of the case"
          captionUnseen
          headings={["Title", "Publisher", "Captured", "Language", "Grades", "Used by", "Handling"]}
          rows={shown.map((one) => row(id, one, usedBy(one.id)))}
        />
      )}
      {remarks.length > 0 ? <Note kind="plain">{remarks.join(" ")}</Note> : null}
      <AddFile
        of={id}
        earlier={items.filter(({ item }) => item.withdrawn === null).map((one) => ({ id: shortId(one.id), title: one.item.title }))}
        onAdded={(added, said) => {
          setRemarks(said);
          if (said.length === 0) navigate(caseAddress(id, `/evidence/${shortId(added)}`));
        }}
      />
    </Section>
  );
}

function row(of: string, { id, item, quotes }: ShownEvidence, facts: number) {
  const used = [quotes === 1 ? "1 quote" : `${quotes} quotes`, facts === 1 ? "1 fact" : `${facts} facts`].join(", ");
  return {
    key: id,
    cells: [
      <span key="title">
        <Link href={caseAddress(of, `/evidence/${shortId(id)}`)}>{item.title}</Link>{" "}
        <span className={style.quiet}>
          {shortId(id)}, {item.format}
          {item.withdrawn === null ? "" : `, withdrawn: ${item.withdrawn}`}
        </span>
      </span>,
      item.publisher ?? "not said",
      item.retrieved ? dayWords(item.retrieved) : "not said",
      languageWords(item.language),
      gradeText(item.grade),
      used,
      handlingWords[item.handling],
    ],
  };
}
