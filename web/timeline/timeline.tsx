import { useMemo } from "react";
import type { Dossier } from "../../src/model/index.js";
import { axisOfDossier, stateOn, type TimeAxis, withReviews } from "../../src/report/scene/timeline/axis.js";
import { datesOf, timelineScene } from "../../src/report/scene/timeline/scene.js";
import { counted } from "../../src/report/words.js";
import { type OpenReview, useReview, useShelf } from "../api/reviews.js";
import { useAnswer } from "../api/use-answer.js";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { Choice } from "../parts/choice.js";
import { WithInspector } from "../parts/inspector.js";
import { OpenButton } from "../parts/open-button.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { Picture } from "../scene/picture.js";
import { useAddressPart } from "../state/address.js";
import { Hits } from "./hits.js";
import style from "./timeline.module.css";

/** Lists and laws over time, our reviews as marks among them, and whether the lists name those who are used. */
export function Timeline({ id }: { id: string }) {
  return (
    <AnswerOf of={useReview(id)} what="the review">
      {(open) => <Asked open={open} />}
    </AnswerOf>
  );
}

function Asked({ open }: { open: OpenReview }) {
  const { review } = open;
  const [provider, setProvider] = useAddressPart("provider", review.providers[0]?.id ?? "");
  const answered = useAnswer<Dossier>(provider === "" ? null : pathTo(provider, open), { lasting: true });
  if (provider === "") return <Empty title="No provider was found, so that there is nobody to look for on lists." />;
  return (
    <>
      <PageHead title="Lists and laws over time" />
      <p className={style.controls}>
        <Choice
          label="Of"
          value={provider}
          options={review.providers.map(({ id: value, name }) => ({ value, title: name }))}
          onChange={setProvider}
        />
      </p>
      <AnswerOf of={answered} what="lists and laws">
        {(dossier) => <Shown open={open} dossier={dossier} />}
      </AnswerOf>
    </>
  );
}

function pathTo(provider: string, { review }: OpenReview): string {
  const query = new URLSearchParams({ asOf: review.asOf });
  for (const { id } of review.rulePacks) query.append("regime", id);
  return `/api/dossiers/${encodeURIComponent(provider)}?${query}`;
}

function Shown({ open, dossier }: { open: OpenReview; dossier: Dossier }) {
  const shelf = useShelf().value?.reviews;
  const [view, setView] = useAddressPart("view", "chart");
  const [selected, setSelected] = useAddressPart("selected");
  const axis = useMemo(() => {
    const ours = (shelf ?? [open.shelved]).filter(({ subject }) => subject === open.review.subject.name);
    const marks = ours.map(({ id, subject, asOf }) => ({
      id,
      label: `Review of ${subject}${id === open.shelved.id ? " (this one)" : ""}`,
      day: asOf,
    }));
    return withReviews(
      axisOfDossier(dossier),
      marks.sort((left, right) => (left.day < right.day ? -1 : 1)),
    );
  }, [dossier, shelf, open]);
  const scene = useMemo(() => timelineScene(axis), [axis]);
  useKeys("Lists and laws", [{ keys: "t", does: "Chart or table", run: () => setView(view === "chart" ? "table" : "chart") }]);
  const row = axis.lanes.flatMap(({ rows }) => rows).find(({ id }) => id === selected);
  return (
    <WithInspector
      title={row ? row.label : null}
      onClose={() => setSelected("")}
      inspector={row ? <Details id={row.id} label={row.label} dossier={dossier} /> : null}
    >
      <p className={style.controls}>
        {["chart", "table"].map((one) => (
          <Action key={one} pressed={view === one} onPress={() => setView(one)}>
            {one === "chart" ? "Chart" : "Table"}
          </Action>
        ))}
      </p>
      {view === "table" ? (
        <Rows axis={axis} selected={selected} onSelect={(id) => setSelected(id, { replace: false })} />
      ) : (
        <Picture
          scene={scene}
          name={`lists-and-laws-${dossier.provider.id}`}
          selected={selected}
          onSelect={({ id }) => setSelected(id, { replace: false })}
        />
      )}
      <Section
        title="Whether lists name it"
        id="hits"
        about="Every name of the provider and of those who run it, searched for on the lists of that day. What a hit is, somebody has to decide."
      >
        <Hits open={open} dossier={dossier} />
      </Section>
    </WithInspector>
  );
}

/** The rows that the chart draws, as a table. */
export function Rows({ axis, selected, onSelect }: { axis: TimeAxis; selected: string; onSelect(id: string): void }) {
  const rows = axis.lanes.flatMap(({ title, rows: ofLane }) => ofLane.map((row) => ({ title, row })));
  return (
    <>
      <p className={style.quiet}>
        {counted(rows.length, "entry", "entries")}, {rows.filter(({ row }) => stateOn(row, axis.asOf) === "in force").length} in force on{" "}
        {axis.asOf}.
      </p>
      <Table
        caption="Lists and laws"
        captionUnseen
        headings={["What", "Kind", "When"]}
        rows={rows.map(({ title, row }) => ({
          key: row.id,
          cells: [
            <OpenButton key="what" pressed={row.id === selected} onPress={() => onSelect(row.id)}>
              {row.label}
            </OpenButton>,
            title,
            datesOf(row, stateOn(row, axis.asOf)),
          ],
        }))}
      />
    </>
  );
}

/** What the dossier says of an entry, and where that stands. */
function Details({ id, label, dossier }: { id: string; label: string; dossier: Dossier }) {
  const number = Number(id.split(" ").at(-1)) - 1;
  const statement =
    (id.startsWith("listing ") ? dossier.listings[number]?.statement : undefined) ??
    (id.startsWith("action ") ? dossier.priorActions[number]?.statement : undefined) ??
    dossier.instruments.find((one) => one.id === id)?.statement ??
    dossier.powers.find((one) => one.id === id)?.statement;
  return (
    <article className={style.details}>
      <h2>{label}</h2>
      {statement ? (
        <>
          <p>{statement.text}</p>
          <p className={style.quiet}>{statement.confidence} confidence</p>
          <ul className={style.list}>
            {statement.evidence.map((one) => (
              <li key={one.locator + one.title}>
                {/^https:\/\/[^\s"'<>]+$/.test(one.locator) ? (
                  <a href={one.locator} target="_blank" rel="noreferrer noopener">
                    {one.title ?? one.locator}
                  </a>
                ) : (
                  (one.title ?? one.locator)
                )}
                {one.asOf ? `, ${one.asOf}` : ""}
                {one.quote ? <blockquote>{one.quote}</blockquote> : null}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>A review of the same subject that is kept here.</p>
      )}
    </article>
  );
}
