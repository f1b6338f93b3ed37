import type { Report } from "./report.js";

/** Every form of a review. Each is loaded when it is asked for, so that none slows the others. A new one is one file and one line. */
export const reports = {
  text: () => import("./text/report.js").then((room) => room.text),
  json: () => import("./json/report.js").then((room) => room.json),
  jsonl: () => import("./jsonl.js").then((room) => room.jsonl),
  sarif: () => import("./sarif/report.js").then((room) => room.sarif),
  csv: () => import("./csv.js").then((room) => room.csv),
  html: () => import("./html/report.js").then((room) => room.html),
  md: () => import("./markdown.js").then((room) => room.markdown),
} satisfies Record<string, () => Promise<Report>>;
