import type { IssuePreview } from "../../model/index.js";
import { pairs, wrap } from "../text/layout.js";
import { dayWords } from "./days.js";
import { cited, headWords, type Shown } from "./words.js";

/** What issuing a letter gives it: number, day, method, digest, entry, then a line for each deadline that begins with it. */
export function issueRows({ number, on, service, services, content, event, deadlines }: IssuePreview): [term: string, value: string][] {
  return [
    ["Number", number],
    ["Day", dayWords(on)],
    ["Method", service ? service.replaceAll("-", " ") : services.length > 0 ? "not chosen yet" : "it is not served"],
    ["Digest", content],
    ["Entry", event ? `${event.title}, ${dayWords(event.on)}` : "the letter alone: no event of the case"],
    ...deadlines.map((one): [string, string] => {
      const last = one.due ? dayWords(one.due) : "no day yet";
      return ["Deadline", `${one.title}: ${last}${one.unsettled ? `, not settled: ${one.unsettled}` : ""} (${cited(one)})`];
    }),
  ];
}

/** The same for a terminal, with why it cannot be issued so. Nothing was done. */
export function issuePreviewText(preview: IssuePreview, { width }: Shown): string {
  const { case: of, id, services, remarks, refused, head } = preview;
  const ways = services.map((one) => `${one.id}${one.settled ? "" : " (its day has to be confirmed)"}`).join(", ");
  const lines = [
    ...wrap(`${of} ${id}: issued so, it would have this. Nothing was done.`, { width }),
    "",
    ...pairs(issueRows(preview), width, "  "),
    ...(ways === "" ? [] : ["", ...wrap(`Ways to serve it: ${ways}.`, { width })]),
    ...remarks.flatMap((one) => wrap(one, { width })),
    ...(refused.length === 0 ? [] : ["", "It cannot be issued so:"]),
    ...refused.flatMap((one) => wrap(one, { width, first: "  - ", rest: "    " })),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}
