import { useMemo } from "react";
import { Link } from "wouter";
import type { Effect, Reach } from "../../src/model/index.js";
import { enders } from "../../src/report/measures-standing.js";
import type { ReachState } from "../../src/report/view.js";
import { counted, listed } from "../../src/report/words.js";
import { type OpenReview, useReview } from "../api/reviews.js";
import { reviewAddress } from "../frame/screens.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { ReachTag } from "../parts/tag.js";
import { addressOf } from "../state/address.js";
import { PlaceMap } from "./map.js";
import { type DataCell, type DataRow, placesOf, type Reached, unknownPlace } from "./places.js";
import style from "./where.module.css";

/** Where data sits: sets of data by the country that they are served from, and which governments of concern can obtain them there. */
export function Where({ id }: { id: string }) {
  return (
    <AnswerOf of={useReview(id)} what="where data sits">
      {(open) => <Placed open={open} />}
    </AnswerOf>
  );
}

function Placed({ open }: { open: OpenReview }) {
  const { declared, undeclared, countries } = useMemo(() => placesOf(open), [open]);
  const rows = useMemo(() => [...declared, ...undeclared], [declared, undeclared]);
  return (
    <>
      <PageHead
        title="Where data sits"
        about="By the country that each use is served from. Where data lies does not tell who can reach it: each cell says which governments of concern can obtain it, wherever they sit, and what else they can do."
      />
      {open.review.transactions.length === 0 ? (
        <Empty title="No use of a known provider was found.">
          <p>
            Looked for in {counted(open.review.summary.files, "file")}. What was not attributed is under{" "}
            <Link href={reviewAddress(open.shelved.id, "/left-open")}>what is left open</Link>.
          </p>
        </Empty>
      ) : null}
      {declared.length > 0 ? (
        <Section title="Data that is declared" id="declared">
          <Matrix rows={declared} countries={countries} open={open} />
        </Section>
      ) : (
        <Empty title="No data is declared.">
          <p>
            <code>beholden.yaml</code> beside the artefacts says which sets of data there are, where each is stored and who holds its keys.
          </p>
        </Empty>
      )}
      {undeclared.length > 0 ? (
        <Section title="Uses without declared data" id="undeclared" about="What they hold or pass on is not known.">
          <Matrix rows={undeclared} countries={countries} open={open} />
        </Section>
      ) : null}
      {rows.length > 0 ? (
        <Section title="On the map" id="map" about="The same again, for those who know places by where they are.">
          <PlaceMap rows={rows} countries={countries} asOf={open.review.asOf} />
        </Section>
      ) : null}
    </>
  );
}

function Matrix({ rows, countries, open }: { rows: readonly DataRow[]; countries: readonly string[]; open: OpenReview }) {
  const seen = countries.filter((country) => rows.some(({ cells }) => cells.has(country)));
  return (
    <Table
      caption="Data by the country that it is served from"
      captionUnseen
      headings={["Data", ...seen.map((country) => (country === unknownPlace ? "Country not known" : `Served from ${country}`))]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          <>
            <span className={style.name}>{row.name}</span> <span className={style.about}>{row.about}</span>
          </>,
          ...seen.map((country) => {
            const cell = row.cells.get(country);
            return cell ? (
              <Uses key={country} cell={cell} open={open} />
            ) : (
              <span key={country} className={style.about}>
                none found
              </span>
            );
          }),
        ],
      }))}
    />
  );
}

function Uses({ cell: { uses, reached, besides }, open: { view, shelved } }: { cell: DataCell; open: OpenReview }) {
  const names = [...new Set(uses.map((one) => [view.providerName(one.provider), one.region].filter(Boolean).join(" ")))];
  return (
    <div className={style.cell}>
      <span>{names.join("; ")}</span>
      {reached.length === 0 ? (
        <span className={style.about}>no path found by which a government of concern can obtain it</span>
      ) : (
        reached.map(({ government, state, reach }) => (
          <Link
            key={government}
            href={addressOf(reviewAddress(shelved.id, "/reach"), { path: String(view.reachNumber(reach.id)), effect: "access" })}
          >
            <ReachTag state={state} word={`${view.governmentName(government)} ${wordsOf(state, reach)}`} />
          </Link>
        ))
      )}
      {besidesOf(besides).map(({ key, government, state, effects, reach }) => (
        <Link
          key={key}
          className={style.about}
          href={addressOf(reviewAddress(shelved.id, "/reach"), { path: String(view.reachNumber(reach.id)), government })}
        >
          {view.governmentName(government)} can {state === "lead" ? "possibly " : ""}
          {listed(effects.map((effect) => besidesWords[effect]))}
          {state === "lead" ? ": a lead" : ""}
        </Link>
      ))}
    </div>
  );
}

/** One line for each government and how sure it is, with the reach to look at first. */
function besidesOf(besides: DataCell["besides"]) {
  const lines = new Map<string, Reached & { key: string; effects: Effect[] }>();
  for (const { government, state, reach } of besides) {
    const key = `${government} ${state}`;
    const line = lines.get(key) ?? { key, government, state, reach, effects: [] };
    line.effects.push(reach.effect);
    lines.set(key, line);
  }
  return [...lines.values()];
}

/** What a government can do to a use, beside obtaining what it holds. */
const besidesWords: Readonly<Record<Effect, string>> = {
  access: "obtain it",
  disrupt: "cut it off",
  tamper: "change its software or data",
  launch: "use it against others",
};

function wordsOf(state: ReachState, reach: Reach): string {
  if (state === "confirmed") return "can obtain it";
  return state === "lead" ? "can possibly obtain it: a lead" : `cannot: ended by ${enders(reach)}`;
}
