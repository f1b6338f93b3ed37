import type { Reply } from "./route.js";

/** Media types of the forms that reports come in. */
export const mediaTypes = {
  text: "text/plain; charset=utf-8",
  json: "application/json",
  jsonl: "application/jsonl",
  sarif: "application/sarif+json",
  csv: "text/csv; charset=utf-8",
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
} as const;
export type ReportFormat = keyof typeof mediaTypes;

/** The media types of forms other than JSON, for the document of the API. */
export function typesOf(formats: readonly ReportFormat[]): string[] {
  return formats.filter((one) => one !== "json").map((one) => mediaTypes[one].split(";", 1)[0] ?? "");
}

/** A report as a command printed it: JSON to be read, anything else as a file to keep. */
export function reportReply(content: Uint8Array, format: ReportFormat, name: string): Reply {
  const type = mediaTypes[format];
  if (format === "json") return { content, type };
  return { content, type, fileName: `${name}.${format === "text" ? "txt" : format}` };
}
