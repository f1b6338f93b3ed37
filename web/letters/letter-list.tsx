import { useState } from "react";
import { Link, useLocation } from "wouter";
import { draftLetter, useLetters, useTemplates } from "../api/letters.js";
import { notAllowed, useMay } from "../api/session.js";
import { RestrictedItems } from "../case/restricted.js";
import { CaseStages } from "../case/stages.js";
import { handlingWords } from "../case/words.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords } from "../parts/days.js";
import { Field } from "../parts/form.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { useAddressPart } from "../state/address.js";
import { Told, useDoing } from "../state/doing.js";
import style from "./letters.module.css";
import { kindWords, statusWords } from "./words.js";

/** The letters of a case, and a new one from a template. */
export function LetterListScreen({ id }: { id: string }) {
  const [status, setStatus] = useAddressPart("status");
  return (
    <>
      <CaseStages id={id} />
      <PageHead
        title="Letters"
        about="What is written in the case: drafted from templates, approved by somebody else, and issued in one step."
      />
      <AnswerOf of={useLetters(id)} what="the letters">
        {({ letters, withheld, restricted }) => {
          const shown = letters.filter((one) => status === "" || one.status === status);
          return (
            <Section title="Drafted and issued" id="letters">
              {withheld > 0 ? <Note kind="plain">{withheld} not shown: their mark is above what you see.</Note> : null}
              <RestrictedItems id={id} names={restricted} />
              {letters.length > 0 ? (
                <p className={style.buttons}>
                  {Object.entries({ "": "All", ...statusWords }).map(([value, title]) => (
                    <Action key={value} pressed={status === value} onPress={() => setStatus(value)}>
                      {title} ({letters.filter((one) => value === "" || one.status === value).length})
                    </Action>
                  ))}
                </p>
              ) : null}
              {letters.length === 0 ? (
                <Empty title="No letter is drafted yet." />
              ) : shown.length === 0 ? (
                <Empty title="No letter is that far." />
              ) : (
                <Table
                  caption="Letters of the case"
                  captionUnseen
                  headings={["Letter", "Kind", "Status", "Number", "Of", "Handling", "Drafted by"]}
                  rows={shown.map((one) => ({
                    key: one.id,
                    cells: [
                      <Link key="title" href={caseAddress(id, `/letters/${one.id}`)}>
                        {one.releaseOf ? `${one.title} of ${one.releaseOf}` : one.title} ({one.id})
                      </Link>,
                      kindWords[one.kind],
                      statusWords[one.status],
                      one.number ?? "none yet",
                      one.on ? dayWords(one.on) : "not issued",
                      handlingWords[one.handling],
                      one.drafted.by,
                    ],
                  }))}
                />
              )}
            </Section>
          );
        }}
      </AnswerOf>
      <NewLetter of={id} />
    </>
  );
}

function NewLetter({ of }: { of: string }) {
  const templates = useTemplates();
  const may = useMay()("letter:draft");
  const [chosen, setChosen] = useState("");
  const [, navigate] = useLocation();
  const doing = useDoing();
  return (
    <Section title="A new letter" id="new-letter" about="From a template: its sentences of law come from the procedure of the case.">
      <AnswerOf of={templates} what="the templates">
        {({ templates: all }) => {
          const usable = all.filter(({ kind }) => kind !== "redacted-release");
          const template = usable.find(({ id }) => id === chosen) ?? usable[0];
          if (!may) return <p>{notAllowed("letter:draft")}</p>;
          return (
            <form
              className={style.steps}
              onSubmit={(event) => {
                event.preventDefault();
                if (!template) return;
                doing.run(async (key) => {
                  const { letter } = await draftLetter(of, template.id, key);
                  navigate(caseAddress(of, `/letters/${letter}`));
                }, template.id);
              }}
            >
              <Field
                label="Template"
                required
                about={template?.says}
                value={template?.id ?? ""}
                options={usable.map(({ id, title, origin }) => ({ value: id, title: origin === "docket" ? `${title} (your own)` : title }))}
                onChange={setChosen}
              />
              <p className={style.buttons}>
                <Action submit main disabled={doing.doing || !template}>
                  Draft it
                </Action>
                <Link href="/library/templates">Look at the templates, or change one</Link>
              </p>
              <Told doing={doing.doing} failure={doing.failure} what="Drafting it" />
            </form>
          );
        }}
      </AnswerOf>
    </Section>
  );
}
