import { Link, useLocation } from "wouter";
import type { ReviewShelf, ShelvedReview } from "../../src/model/index.js";
import { outcomes } from "../../src/model/order.js";
import { outcomeWords } from "../../src/report/words.js";
import { useShelf } from "../api/reviews.js";
import { handlingWords } from "../case/words.js";
import { reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords, momentWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { DeterminationTag } from "../parts/tag.js";
import style from "./review-list.module.css";

/** Every review there is, the newest first. */
export function ReviewList() {
  const shelf = useShelf();
  const [, navigate] = useLocation();
  return (
    <>
      <PageHead title="Reviews" about="Those kept in the folder of data, and saved ones that lie in the folder that is served.">
        <Action main onPress={() => navigate("/new")}>
          New review
        </Action>
      </PageHead>
      <AnswerOf of={shelf} what="the reviews">
        {(value) => <Shelf shelf={value} />}
      </AnswerOf>
    </>
  );
}

function Shelf({ shelf: { reviews, unread, folder, withheld } }: { shelf: ReviewShelf }) {
  return (
    <>
      {withheld > 0 ? (
        <Note kind="plain">
          {withheld} more {withheld === 1 ? "review bears" : "reviews bear"} a mark that is above what you see.
        </Note>
      ) : null}
      {reviews.length > 0 ? (
        <Table
          caption="Reviews, the newest first"
          captionUnseen
          headings={["Subject", "As of", "Answer", "Open findings", "From", "Mark", "Kept"]}
          rows={reviews.map((one) => ({ key: one.id, cells: cellsOf(one) }))}
        />
      ) : (
        <Empty title="No review is here yet.">
          <p>Make one of a folder, or put the JSON of `beholden review --format json` into {folder}.</p>
        </Empty>
      )}
      {unread.length > 0 ? (
        <Section title="Not read" id="unread">
          <ul>
            {unread.map((one) => (
              <li key={one.path}>
                <code>{one.path}</code>: {one.what} {one.action}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

function cellsOf(one: ShelvedReview) {
  const counts = outcomes.flatMap((outcome) => (one.open[outcome] ? [`${one.open[outcome]} ${outcomeWords[outcome].toLowerCase()}`] : []));
  return [
    <Link key="subject" href={reviewAddress(one.id)} className={style.subject}>
      {one.subject}
    </Link>,
    dayWords(one.asOf),
    <DeterminationTag key="outcome" outcome={one.outcome} />,
    counts.join(", ") || "none",
    <span key="from" className={style.from}>
      {originWords[one.origin.kind]} <code>{one.origin.path}</code>
    </span>,
    handlingWords[one.handling],
    `${momentWords(one.kept)}${one.by ? ` by ${one.by}` : ""}`,
  ];
}

const originWords = { folder: "folder", example: "worked example,", files: "files handed over,", saved: "saved file" } as const;
