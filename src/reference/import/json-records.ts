import type { ImportInput, ImportSink } from "./format.js";
import { forEachElement } from "./json.js";
import { forEachLine } from "./lines.js";

const maxLineBytes = 16 * 1024 * 1024;

/**
 * Reads records that lie in one JSON array, or one a line. `take` gives what is wrong with a record, nothing where it was told. Every record
 * is counted; what is no JSON, or wrong, is refused with its line.
 * @param expected what a line should hold, such as "one entity"
 */
export async function forEachRecord(
  input: ImportInput,
  sink: ImportSink,
  expected: string,
  take: (record: unknown) => string | undefined,
): Promise<void> {
  const refuse = (line: number, reason: string): void => {
    sink.record();
    sink.refuse({ line }, reason);
  };
  const tell = (record: unknown, line: number): void => {
    sink.record();
    const fault = take(record);
    if (fault) sink.refuse({ line }, fault);
  };
  if (/^\uFEFF?\s*\[/.test(input.text)) {
    await forEachElement(
      input.bytes(),
      {},
      (element, { line }) => tell(element, line),
      ({ line }, reason) => refuse(line, reason),
    );
    return;
  }
  await forEachLine(
    input.bytes(),
    maxLineBytes,
    (text, line) => {
      if (text.trim() === "") return;
      const { value, fault } = parsed(text, expected);
      if (fault) refuse(line, fault);
      else tell(value, line);
    },
    (line) => refuse(line, `the line is longer than ${maxLineBytes} bytes. Expected ${expected}.`),
  );
}

function parsed(text: string, expected: string): { value?: unknown; fault?: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200);
    return { fault: `the line is no JSON: ${reason}. Expected ${expected}.` };
  }
}
