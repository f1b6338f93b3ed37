import type { TemplateChange, TemplateList } from "../../model/index.js";
import { table, wrap } from "../text/layout.js";
import { headWords, restrictedLines, type Shown } from "./words.js";

/** Every template in a line of a table. */
export function templatesText({ templates, restricted, head }: TemplateList, { width }: Shown): string {
  const rows = templates.map(({ id, says, origin, version }) => [
    id,
    says,
    origin === "docket" ? `the docket's own, version ${version}` : "shipped",
  ]);
  return `${[...table(["template", "what it is for", "whose"], rows, width), ...restrictedLines(null, restricted, width), "", ...wrap(headWords(head), { width })].join("\n")}\n`;
}

export function templateChangeText({ template, did, entries, repeated, head }: TemplateChange, { width }: Shown): string {
  const what = did === "template-set" ? `Template ${template} is the docket's own now` : `Template ${template} is the shipped one again`;
  const how = repeated ? "by this request before; nothing was done now" : `recorded as entry ${entries.join(", ")}`;
  return `${[...wrap(`${what}, ${how}.`, { width }), ...wrap(headWords(head), { width })].join("\n")}\n`;
}
