import { useDeferredValue, useMemo } from "react";
import { Link, useLocation } from "wouter";
import type { ReviewShelf, ShelvedReview } from "../../src/model/index.js";
import { useShelf } from "../api/reviews.js";
import { handlingWords } from "../case/words.js";
import { meets, parseFilter } from "../filter/filter.js";
import { FilterBox } from "../filter/filter-box.js";
import { NothingMatches } from "../filter/nothing-matches.js";
import { useKeys } from "../frame/keys.js";
import { reviewAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords, momentWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { stepIn } from "../parts/step.js";
import { DeterminationTag } from "../parts/tag.js";
import { type Column, VirtualRows } from "../parts/virtual-rows.js";
import { useAddressPart } from "../state/address.js";
import style from "./review-list.module.css";
import { openWords, originWords, reviewFields, reviewFilterFields, reviewSortings } from "./rows.js";

const saved = {
  screen: "reviews",
  usual: [
    { name: "All", filter: "" },
    { name: "Prohibited", filter: "answer:prohibited" },
    { name: "Of folders that can be reviewed again", filter: "is:again" },
    { name: "Worked example", filter: "from:example" },
  ],
};

/** Every review there is, the newest first; filtered and sorted by the address. */
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
        <Rows reviews={reviews} />
      ) : (
        <Empty title={withheld > 0 ? "No review is here that you may see." : "No review is here yet."}>
          <p>
            Make one of a folder, or put the JSON of <code>beholden review --format json</code> into {folder}.
          </p>
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

function Rows({ reviews }: { reviews: readonly ShelvedReview[] }) {
  const [, navigate] = useLocation();
  const [text, setText] = useAddressPart("filter");
  const [sorting, setSorting] = useAddressPart("sort");
  const [selected, select] = useAddressPart("selected");
  const column = sorting.replace(/^-/, "");
  const filter = useMemo(() => parseFilter(text, reviewFields), [text]);
  const shown = useMemo(() => {
    const found = reviews.filter((one) => meets(filter, reviewFilterFields(one)));
    const order = reviewSortings[column];
    if (order) found.sort((left, right) => order(left, right) * (sorting.startsWith("-") ? -1 : 1));
    return found.map((row) => ({ row, key: row.id }));
  }, [reviews, filter, column, sorting]);
  const drawn = useDeferredValue(shown);
  const keys = useMemo(() => shown.map(({ key }) => key), [shown]);
  const step = (by: number) => select(stepIn(keys, selected, by) ?? selected);
  useKeys("The list", [
    { keys: "j", does: "Next review", run: () => step(1) },
    { keys: "k", does: "Previous review", run: () => step(-1) },
    { keys: "Enter", does: "Open the review", run: () => selected && navigate(reviewAddress(selected)) },
  ]);
  return (
    <>
      <FilterBox
        text={text}
        filter={filter}
        fields={reviewFields}
        found={shown.length}
        all={reviews.length}
        what="reviews"
        saved={saved}
        onChange={setText}
      />
      {shown.length > 0 ? (
        <VirtualRows
          caption={sorting === "" ? "Reviews, the newest first" : "Reviews"}
          columns={columns}
          shown={drawn}
          current={selected || null}
          onCurrent={select}
          sort={column in reviewSortings ? { column, descending: sorting.startsWith("-") } : null}
          onSort={(by) => setSorting(column !== by ? by : sorting.startsWith("-") ? "" : `-${by}`)}
        />
      ) : (
        <NothingMatches title="No review" filter={text} onClear={() => setText("")} />
      )}
    </>
  );
}

const columns: readonly Column<ShelvedReview>[] = [
  {
    id: "subject",
    heading: "Subject",
    header: true,
    by: reviewSortings.subject,
    cell: (one) => (
      <Link href={reviewAddress(one.id)} className={style.subject}>
        {one.subject}
      </Link>
    ),
  },
  { id: "asof", heading: "As of", width: "7rem", oneLine: true, by: reviewSortings.asof, cell: (one) => dayWords(one.asOf) },
  {
    id: "answer",
    heading: "Answer",
    width: "11rem",
    by: reviewSortings.answer,
    cell: (one) => <DeterminationTag outcome={one.outcome} />,
  },
  { id: "open", heading: "Open findings", width: "9rem", by: reviewSortings.open, cell: openWords },
  {
    id: "from",
    heading: "From",
    width: "12rem",
    cell: ({ origin }) => (
      <span className={style.from}>
        {originWords[origin.kind]} <code>{origin.path}</code>
      </span>
    ),
  },
  { id: "mark", heading: "Mark", width: "6rem", cell: (one) => handlingWords[one.handling] },
  {
    id: "kept",
    heading: "Kept",
    width: "9rem",
    by: reviewSortings.kept,
    cell: (one) => `${momentWords(one.kept)}${one.by ? ` by ${one.by}` : ""}`,
  },
];
