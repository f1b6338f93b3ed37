import type { RenderOptions } from "../report.js";
import { screenCsv } from "./csv.js";
import { screenHtml } from "./html.js";
import { screenMarkdown } from "./markdown.js";
import { screenText } from "./text.js";
import type { Screened } from "./words.js";

/** Forms of the answer to `screen`. */
const screenFormats = ["text", "json", "jsonl", "csv", "md", "html"] as const;
export type ScreenFormat = (typeof screenFormats)[number];

/** The answer in one form, piece by piece: a large one is no single text. All forms are drawn from the same object. */
export function* renderScreened(screened: Screened, format: ScreenFormat, options: RenderOptions): Generator<string> {
  if (format === "json") yield* screenJson(screened);
  else if (format === "jsonl") yield* screenJsonLines(screened);
  else if (format === "csv") yield* screenCsv(screened);
  else if (format === "md") yield screenMarkdown(screened);
  else if (format === "html") yield screenHtml(screened);
  else yield screenText(screened, options);
}

/** As `schemas/screen.schema.json` describes it; responses in the order of the file. */
function* screenJson({ responses, ...rest }: Screened): Generator<string> {
  const { schemaVersion, asOf, limit, run, file } = rest;
  yield `{\n  "schemaVersion": ${JSON.stringify(schemaVersion)},\n  "asOf": ${JSON.stringify(asOf)},\n  "responses": {`;
  let between = "\n";
  for (const [key, response] of responses) {
    yield `${between}    ${JSON.stringify(key)}: ${indented(response, "    ")}`;
    between = ",\n";
  }
  yield `\n  },\n  "limit": ${limit},\n  "run": ${indented(run, "  ")},\n  "file": ${indented(file, "  ")}\n}\n`;
}

/** One response a line, with its key: `{"key": "line-2", "status": 200, …}`. */
function* screenJsonLines({ responses }: Screened): Generator<string> {
  for (const [key, response] of responses) yield `${JSON.stringify({ key, ...response })}\n`;
}

function indented(value: unknown, indent: string): string {
  return JSON.stringify(value, null, 2).replaceAll("\n", `\n${indent}`);
}
