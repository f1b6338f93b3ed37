import { assumedSentences } from "../measures-standing.js";
import type { Report } from "../report.js";
import { newSourceRegister } from "../sources.js";
import { viewOf } from "../view.js";
import type { Context, Section } from "./context.js";
import { criteriaSection } from "./criteria.js";
import { dutiesSection } from "./duties.js";
import { findingsSection } from "./findings.js";
import { narrowest, wrap } from "./layout.js";
import { reachesSection, transactionsSection } from "./reaches.js";
import {
  answeredSection,
  assumptionsSection,
  determinationSection,
  leftOutSection,
  measuresSection,
  methodSection,
  problemsSection,
  sourcesSection,
  unattributedSection,
} from "./rest.js";
import { sideBySideSection } from "./side-by-side.js";
import { styleFor } from "./style.js";

/** In the order that a reader needs it: the answer, what it stands on, then what it leaves open. */
const sections: ((context: Context) => Section)[] = [
  determinationSection,
  transactionsSection,
  reachesSection,
  findingsSection,
  dutiesSection,
  sideBySideSection,
  criteriaSection,
  measuresSection,
  answeredSection,
  unattributedSection,
  problemsSection,
  leftOutSection,
  assumptionsSection,
  sourcesSection,
  methodSection,
];

/** The review as text for a terminal: the answer in sentences first, lines no wider than asked, no colour needed. */
export const text: Report = {
  id: "text",
  title: "Text for the terminal",
  mediaType: "text/plain; charset=utf-8",
  render: (review, options) => {
    const context: Context = {
      view: viewOf(review),
      width: Math.max(narrowest, options.width),
      style: styleFor(options.color),
      sources: newSourceRegister(),
    };
    const { width, style } = context;
    const title = wrap(`Review of ${review.subject.name}, as of ${review.asOf}`, { width }).map(style.heading);
    const assumed = assumedSentences(review)
      .flatMap((sentence) => wrap(sentence, { width }))
      .map(style.heading);
    const answer = review.answer.flatMap((sentence) => wrap(sentence, { width }));
    const body = sections
      .map((section) => section(context))
      .filter((section) => section.lines.length > 0)
      .flatMap(({ heading, lines }) => ["", ...wrap(heading, { width }).map(style.heading), ...withoutLastBlank(lines)]);
    return `${[...title, "", ...(assumed.length > 0 ? [...assumed, ""] : []), ...answer, ...body].join("\n")}\n`;
  },
};

function withoutLastBlank(lines: string[]): string[] {
  return lines.at(-1) === "" ? lines.slice(0, -1) : lines;
}
