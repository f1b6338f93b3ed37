import type { ReferenceStatus } from "../../src/model/index.js";
import { useAnswer } from "../api/use-answer.js";
import { dayWords } from "../parts/days.js";
import { Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { LibraryFrame } from "./library.js";
import style from "./library.module.css";

/** What the answers stand on: the built-in reference and every import, as `beholden reference status` tells it. */
export function Lists() {
  return (
    <LibraryFrame
      title="Lists and registers"
      about="The built-in reference, and what was imported beside it. How old each is stands in days, never in words like recent."
    >
      <AnswerOf of={useAnswer<ReferenceStatus>("/api/reference")} what="the state of the reference">
        {(status) => <Status status={status} />}
      </AnswerOf>
    </LibraryFrame>
  );
}

function Status({ status }: { status: ReferenceStatus }) {
  const { edition, sha256, intact, counts, sources, networks, imports } = status;
  const damaged = imports.sources.filter((one) => !one.intact);
  return (
    <>
      {intact && damaged.length === 0 ? null : (
        <Note kind="stale">
          {intact ? "" : "The built-in reference is not as it was made. "}
          {damaged.map(({ id, damage }) => `${id}: ${damage}`).join(" ")}
        </Note>
      )}
      <Section title="Built in" id="built-in">
        <p>
          Edition {edition}:{" "}
          {Object.entries(counts)
            .map(([name, count]) => `${count.toLocaleString("en")} ${name}`)
            .join(", ")}
          . Its newest source is of {dayWords(sources.newest.date)} ({sources.newest.daysOld.toLocaleString("en")} days old), its oldest of{" "}
          {dayWords(sources.oldest.date)}.
        </p>
        <p className={style.quiet}>
          SHA-256 <code>{sha256}</code>. Networks: {networks.source}, edition {networks.edition}, {networks.licence}.
        </p>
      </Section>
      <Section title="Imported" id="imported">
        {imports.sources.length === 0 ? (
          <Empty title="Nothing was imported yet.">
            <p>
              <code>beholden reference update</code> fetches the official lists, <code>beholden reference import FILE…</code> reads files.
              Both run where the folder of data is: {imports.folder}
            </p>
          </Empty>
        ) : (
          <Table
            caption="Imported lists and registers"
            captionUnseen
            headings={["Source", "Edition", "Days old", "Imported", "Records", "Listings", "Intact", "Digest"]}
            numbers={[2, 4, 5]}
            rows={imports.sources.map(({ id, intact: whole, daysOld, source }) => ({
              key: id,
              cells: [
                <span key="title">
                  {source?.title ?? id} <code>{id}</code>
                </span>,
                source?.edition ?? "bears no date",
                daysOld === null ? "not known" : daysOld.toLocaleString("en"),
                source ? dayWords(source.importedOn) : "",
                source?.counts.records.toLocaleString("en") ?? "",
                source?.counts.listings.toLocaleString("en") ?? "",
                whole ? "yes" : "NO",
                <code key="digest">{source?.sha256.slice(0, 16) ?? ""}</code>,
              ],
            }))}
          />
        )}
      </Section>
    </>
  );
}
