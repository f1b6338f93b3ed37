import type { ImportFormat, ImportHead } from "../format.js";
import { forEachElement } from "../json.js";
import { forEachLine } from "../lines.js";
import { Records } from "./bods-records.js";
import { dayOf, statementOf } from "./bods-statement.js";
import { tellRecords } from "./bods-tell.js";
import { slugOf } from "./list-identity.js";

const maxLineBytes = 16 * 1024 * 1024;

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
    const take = (value: unknown, line: number): void => {
      sink.record();
      const statement = statementOf(value);
      const fault = typeof statement === "string" ? statement : records.add(statement);
      if (fault) sink.refuse({ line }, fault);
    };
    const unreadable = (line: number, reason: string): void => {
      sink.record();
      sink.refuse({ line }, reason);
    };
    if (/^\uFEFF?\s*\[/.test(input.text)) {
      await forEachElement(
        input.bytes(),
        {},
        (element, { line }) => take(element, line),
        ({ line }, reason) => unreadable(line, reason),
      );
    } else {
      await forEachLine(
        input.bytes(),
        maxLineBytes,
        (text, line) => {
          if (text.trim() === "") return;
          const { value, fault } = parsed(text);
          if (fault) unreadable(line, fault);
          else take(value, line);
        },
        (line) => unreadable(line, `the line is longer than ${maxLineBytes} bytes. Expected one statement.`),
      );
    }
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

function parsed(text: string): { value?: unknown; fault?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return {
      fault: `the line is no JSON: ${(error instanceof Error ? error.message : String(error)).slice(0, 200)}. Expected one statement.`,
    };
  }
}
