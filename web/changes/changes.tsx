import { Link } from "wouter";
import type { ChangeList, ChangeSet } from "../../src/model/index.js";
import { recordSentence } from "../../src/report/docket/record-words.js";
import { changeSentence, changeStanding } from "../../src/report/reference/changes.js";
import { useChanges, useTakenIn } from "../api/changes.js";
import { useSession } from "../api/session.js";
import { caseAddress, reviewAddress } from "../frame/screens.js";
import { dayWords, momentWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";

/** What came in: imports and updates of lists, rule packs that are otherwise, cases that were taken in. */
export function Changes() {
  return (
    <>
      <PageHead
        title="Changes"
        about="Every import, and every other edition of a rule pack, is a change against the edition before it. It is in force at once, unless an import was made with --hold; rejecting it, or a row of it, puts back what the edition before had, until the source is imported again."
      />
      <AnswerOf of={useChanges()} what="the changes">
        {(list) => <Inbox list={list} />}
      </AnswerOf>
    </>
  );
}

function Inbox({ list: { changes, packEditions, rulePacks } }: { list: ChangeList }) {
  const mayRead = useSession()?.permissions.includes("record:read") ?? false;
  return (
    <>
      <Section title="Lists and registers" id="lists">
        {changes.length === 0 ? (
          <Empty title="No import is kept as a change yet.">
            <p>
              <code>beholden reference update</code> and <code>beholden reference import FILE…</code> make them, where the folder of data
              is.
            </p>
          </Empty>
        ) : (
          <Table
            caption="Imports, the newest first"
            captionUnseen
            headings={["Source", "Imported", "What it holds", "How it stands"]}
            rows={changes.map(rowOf)}
          />
        )}
      </Section>
      <Section
        title="Rule packs"
        id="packs"
        about="They come with beholden. Another edition is a change from the one that was in force here, and counts at once; rejecting it, or a row of it, puts back what the edition before said, until beholden brings another."
      >
        {packEditions.length === 0 ? (
          <Empty title="No rule pack is noted yet." />
        ) : (
          <Table
            caption="Rule packs as change sets"
            captionUnseen
            headings={["Pack", "Noted", "What it holds", "How it stands"]}
            rows={[...packEditions].sort((left, right) => Number(right.open) - Number(left.open)).map(rowOf)}
          />
        )}
        {rulePacks.length === 0 ? null : <JudgedOtherwise rulePacks={rulePacks} />}
      </Section>
      {mayRead ? <TakenIn /> : null}
    </>
  );
}

function rowOf(change: ChangeSet) {
  return {
    key: change.id,
    cells: [
      <Link key="source" href={`/changes/${change.source}`}>
        {change.title}
      </Link>,
      dayWords(change.after.importedOn),
      changeSentence(change),
      changeStanding(change),
    ],
  };
}

/** Kept reviews that another edition of a pack judged than the one that counts now. */
function JudgedOtherwise({ rulePacks }: Pick<ChangeList, "rulePacks">) {
  return (
    <Table
      caption="Kept reviews that were judged by another edition"
      headings={["Pack", "Now", "Reviews that were judged by another one"]}
      rows={rulePacks.map(({ id, now, reviews }) => ({
        key: id,
        cells: [
          <Link key="pack" href={`/library/laws/${id}`}>
            {id}
          </Link>,
          now === null ? "none of the built-in ones" : now.slice(0, 16),
          <ul key="reviews">
            {reviews.map((one) => (
              <li key={one.id}>
                <Link href={reviewAddress(one.id)}>
                  {one.subject}, as of {dayWords(one.asOf)}
                </Link>
              </li>
            ))}
          </ul>,
        ],
      }))}
    />
  );
}

/** Cases from bundles of other dockets. */
function TakenIn() {
  return (
    <Section title="Cases taken in" id="cases" about="Each entry of them keeps who made it, when, and in which docket.">
      <AnswerOf of={useTakenIn(true)} what="the cases taken in">
        {({ lines }) =>
          lines.length === 0 ? (
            <Empty title="No case was taken in from a bundle." />
          ) : (
            <Table
              caption="Cases taken in, the newest first"
              captionUnseen
              headings={["Case", "When", "What"]}
              rows={lines.map((line) => ({
                key: String(line.number),
                cells: [
                  line.case === null ? (
                    line.object
                  ) : (
                    <Link key="case" href={caseAddress(line.case)}>
                      {line.case}
                    </Link>
                  ),
                  momentWords(line.at),
                  recordSentence(line),
                ],
              }))}
            />
          )
        }
      </AnswerOf>
    </Section>
  );
}
