import type { ImportFormat, ImportHead } from "../format.js";
import { forEachRecord } from "../json-records.js";
import { Records } from "./bods-records.js";
import { dayOf, statementOf } from "./bods-statement.js";
import { tellRecords } from "./bods-tell.js";
import { slugOf } from "./list-identity.js";

/** The Beneficial Ownership Data Standard 0.4, and 0.2 and 0.3: one JSON array of statements, or one a line. */
export const bods: ImportFormat = {
  id: "bods",
  title: "Beneficial Ownership Data Standard 0.2 to 0.4 (JSON, JSON Lines)",
  specification: "https://standard.openownership.org/en/0.4.0/",

  recognises: ({ text }) =>
    /^\uFEFF?\s*\[?\s*\{/.test(text) &&
    /"statementI[dD]"\s*:/.test(text) &&
    /"(recordType"\s*:\s*"(entity|person|relationship)"|statementType"\s*:)/.test(text),

  async read(input, sink) {
    const source = sourceOf(input);
    sink.source({
      id: `bods-${source}`,
      title: `Beneficial ownership statements: ${publisherOf(input) ?? source}`,
      url: input.name,
      publisher: publisherOf(input),
      edition: dayOf(/"publicationDate"\s*:\s*"([^"]{4,40})"/.exec(input.text)?.[1]) || undefined,
    });
    const records = new Records();
    await forEachRecord(input, sink, "one statement", (record) => {
      const statement = statementOf(record);
      return typeof statement === "string" ? statement : records.add(statement);
    });
    tellRecords(records, source, sink);
  },
};

/** Ids of records are unique to their publisher; without one the file stands for it. */
function sourceOf(head: ImportHead): string {
  const file = (head.name.split(/[\\/]/).at(-1) ?? "").replace(/\.(json|jsonl|ndjson)$/i, "");
  return (slugOf(publisherOf(head) ?? "") || slugOf(file) || "statements").slice(0, 60).replace(/-$/, "");
}

function publisherOf({ text }: ImportHead): string | undefined {
  return /"publisher"\s*:\s*\{[^{}]{0,500}?"name"\s*:\s*"([^"\\]{1,200})"/.exec(text)?.[1];
}
