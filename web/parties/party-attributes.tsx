import type { StatedAttribute } from "../../src/model/index.js";
import { capital } from "../parts/capital.js";
import { dayWords } from "../parts/days.js";
import { useFirstOfMany } from "../parts/first-of-many.js";
import { Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";

/** Codes that are written in capitals. */
const codes = new Set(["lei", "cik", "isin", "bic"]);

/** Names, spellings, numbers and places, each with every source that states it and the day of that; where sources differ, each has its own line. */
export function Attributes({ attributes }: { attributes: readonly StatedAttribute[] }) {
  const { shown, under } = useFirstOfMany(attributes, "statement");
  if (attributes.length === 0) return <Empty title="Only interests or lists name it: no source says anything else of it." />;
  return (
    <>
      <Table
        caption="Names, numbers and places"
        captionUnseen
        headings={["What", "Value", "Who says so"]}
        rows={shown.map(({ attribute, value, evidence }) => ({
          key: `${attribute} ${value}`,
          cells: [
            codes.has(attribute) ? attribute.toUpperCase() : capital(attribute),
            value,
            evidence.length === 0 ? "no source is on file" : <Sources key="sources" evidence={evidence} />,
          ],
        }))}
      />
      {under}
    </>
  );
}

function Sources({ evidence }: { evidence: StatedAttribute["evidence"] }) {
  return evidence.map((one, at) => (
    <span key={`${one.locator} ${one.title ?? ""}`}>
      {at > 0 ? "; " : ""}
      {/^https:\/\/[^\s"'<>]+$/.test(one.locator) ? (
        <a href={one.locator} target="_blank" rel="noreferrer noopener">
          {one.title ?? one.locator}
        </a>
      ) : (
        (one.title ?? one.locator)
      )}
      {one.publisher ? `, ${one.publisher}` : ""}, {datesOf(one)}
    </span>
  ));
}

function datesOf({ asOf, retrieved }: StatedAttribute["evidence"][number]): string {
  const opened = retrieved ? `opened on ${dayWords(retrieved)}` : "cited, not opened";
  return asOf ? `as of ${dayWords(asOf)}, ${opened}` : `without a date of its own, ${opened}`;
}
