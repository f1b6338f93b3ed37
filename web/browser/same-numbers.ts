import type {
  CaseList,
  ChangeList,
  DocketRecord,
  DocketWhy,
  EvidenceList,
  EvidenceShown,
  FactList,
  LetterList,
  ReferenceStatus,
  ShownCase,
  ShownChange,
  ShownLetter,
  ShownRun,
  TemplateList,
  TracedParty,
} from "../../src/model/index.js";
import { numbersOfReviews } from "./numbers-of-reviews.js";
import { sampleCases } from "./sample-docket.js";
import { counted, grouped, of, type ScreenNumbers, type Told } from "./told.js";

const { model } = sampleCases;
const deadline = "response";
const inCase = (rest: string) => () => `/cases/${model}${rest}`;
const shown = (told: Told) => told.docket<ShownCase>("show", model);

/** Every address of the workbench, with the numbers that stand there. */
export const screenNumbers: Readonly<Record<string, ScreenNumbers>> = {
  ...numbersOfReviews,
  "/work": {
    at: () => "/work",
    says: async (told) => {
      const { cases } = await told.docket<CaseList>("list");
      const overdue = cases.reduce((sum, one) => sum + one.overdue, 0);
      return [`Overdue (${overdue})`, `${-(cases.find((one) => one.overdue > 0)?.next?.days ?? 0)} days late`];
    },
  },
  "/cases": {
    at: () => "/cases",
    says: async (told) => {
      const { total, cases } = await told.docket<CaseList>("list");
      return [of(total, "cases"), ...cases.map(({ id }) => id)];
    },
    rows: async (told) => ({ "Cases as of": (await told.docket<CaseList>("list")).total }),
  },
  "/cases/:case": {
    at: inCase(""),
    says: async (told) => {
      const { evidence, runs, decisions } = await shown(told);
      const items = counted(evidence.items, "piece of evidence", "pieces of evidence");
      return [
        `${items}, ${counted(evidence.quotes, "quote")}, ${counted(evidence.facts, "fact")}, ${counted(runs.length, "run")}, ${counted(decisions.length, "decision")}.`,
      ];
    },
  },
  "/cases/:case/docket": {
    at: inCase("/docket"),
    says: async (told) => [of((await shown(told)).events.length, "events")],
    rows: async (told) => ({ [`Events of case ${model}`]: (await shown(told)).events.length }),
  },
  "/cases/:case/deadlines/:deadline": {
    at: inCase(`/deadlines/${deadline}`),
    rows: async (told) => {
      const { title, days } = await told.docket<DocketWhy>("why", model, deadline);
      return { [`Every day of the count of ${title}`]: days.length };
    },
  },
  "/cases/:case/runs": {
    at: inCase("/runs?run=r1"),
    says: async (told) => {
      const { findings, inputs } = await told.docket<ShownRun>("run", "show", model, "r1");
      return [`Findings (${grouped(findings.length)})`, `Files that it read (${grouped(inputs.length)})`];
    },
    rows: async (told) => ({ "Runs of the case": (await shown(told)).runs.length }),
  },
  "/cases/:case/decisions": {
    at: inCase("/decisions"),
    rows: async (told) => ({ "Decisions of the case": (await shown(told)).decisions.length }),
  },
  "/cases/:case/letters": {
    at: inCase("/letters"),
    says: async (told) => {
      const { letters } = await told.docket<LetterList>("letter", "list", model);
      return [`All (${letters.length})`, `Draft (${letters.filter(({ status }) => status === "draft").length})`];
    },
    rows: async (told) => ({ "Letters of the case": (await told.docket<LetterList>("letter", "list", model)).letters.length }),
  },
  "/cases/:case/letters/:letter": {
    at: inCase("/letters/l1"),
    says: async (told) => {
      const { letter, missing } = await told.docket<ShownLetter>("letter", "show", model, "l1");
      return [letter.title, `${counted(missing.length, "thing is", "things are")} missing`];
    },
  },
  "/cases/:case/evidence": {
    at: inCase("/evidence"),
    says: async (told) => {
      const { evidence } = await told.docket<EvidenceList>("evidence", "list", model);
      const { facts } = await told.docket<FactList>("fact", "list", model);
      const bare = facts.filter(({ fact }) => fact.quotes.length === 0).length;
      return [
        `${evidence.length} of ${counted(evidence.length, "file")}`,
        `${facts.length} stated, ${bare} of them without a quote that stands.`,
      ];
    },
    rows: async (told) => ({ "Evidence of the case": (await told.docket<EvidenceList>("evidence", "list", model)).evidence.length }),
  },
  "/cases/:case/evidence/:item": {
    at: inCase("/evidence/e1?quote=q2"),
    says: async (told) => {
      const { quotes, item } = await told.docket<EvidenceShown>("evidence", "show", model, "e1");
      const lit = quotes[1]?.quote;
      return [`${lit?.place.page} of ${item.text?.pages}`, lit?.selector.exact ?? "?"];
    },
  },
  "/record": { at: () => "/record", says: async (told) => [of((await told.docket<DocketRecord>("log")).lines.length, "entries read")] },
  "/cases/:case/record": {
    at: inCase("/record"),
    says: async (told) => [of((await told.docket<DocketRecord>("log", model)).lines.length, "entries read")],
  },
  "/parties": { at: () => "/parties", says: ({ review: { parties } }) => [of(parties.length, "parties")] },
  "/parties/:party": {
    at: () => "/parties/alibaba-group-holding",
    rows: async (told) => {
      const { owners, holdings, regimes } = await told.cli<TracedParty>("trace", "alibaba-group-holding");
      return { "Who holds it": owners.length, "What it holds": holdings.length, "How regimes see it": regimes.length };
    },
  },
  "/changes": {
    at: () => "/changes",
    rows: async (told) => ({ "Imports, the newest first": (await told.cli<ChangeList>("reference", "changes")).changes.length }),
  },
  "/changes/:source": {
    at: () => "/changes/user-suppliers",
    says: async (told) => {
      const { counts } = await told.cli<ShownChange>("reference", "changes", "user-suppliers");
      const { added, changed, gone, same } = counts ?? { added: -1, changed: -1, gone: -1, same: -1 };
      return [`${grouped(added)} added, ${grouped(changed)} changed, ${grouped(gone)} gone, ${grouped(same)} the same.`];
    },
  },
  "/library": { none: "five doors" },
  "/library/laws": {
    at: () => "/library/laws",
    says: async (told) =>
      (await told.cli<{ sets: { packs: string[] }[] }>("rules", "list")).sets.map(({ packs }) => `(${packs.length} packs)`),
  },
  "/library/laws/:pack": {
    at: () => "/library/laws/us-icts",
    says: async (told) => {
      const { packs } = await told.cli<{ packs: { id: string; rules: { title: string }[] }[] }>("rules", "list");
      return packs.find(({ id }) => id === "us-icts")?.rules.map(({ title }) => title) ?? ["no such pack"];
    },
  },
  "/library/lists": {
    at: () => "/library/lists",
    says: async (told) => {
      const { edition, counts } = await told.cli<ReferenceStatus>("reference", "status");
      return [
        `Edition ${edition}: ${Object.entries(counts)
          .map(([name, count]) => `${grouped(count)} ${name}`)
          .join(", ")}`,
      ];
    },
    rows: async (told) => ({
      "Imported lists and registers": (await told.cli<ReferenceStatus>("reference", "status")).imports.sources.length,
    }),
  },
  "/library/measures": {
    at: () => "/library/measures",
    says: async (told) => {
      const { edition, counts } = await told.cli<ReferenceStatus>("reference", "status");
      return [`${of(counts.measures ?? -1, "measures")}, reference of ${edition}`];
    },
  },
  "/library/calendars": {
    at: () => "/library/calendars",
    // No command lists calendars: a clock that was counted by one tells of its days.
    says: async (told) => {
      const { days } = await told.docket<DocketWhy>("why", model, deadline);
      const year = String(new Date().getFullYear());
      return days.flatMap(({ off, day }) => (off?.kind === "holiday" && day.startsWith(year) ? [off.name] : []));
    },
  },
  "/library/templates": {
    at: () => "/library/templates",
    rows: async (told) => ({ Templates: (await told.docket<TemplateList>("template", "list")).templates.length }),
  },
  "/library/templates/:template": { none: "the text of one template, without a number of ours" },
  "/settings": {
    at: () => "/settings",
    says: async (told) => {
      const { edition, sha256 } = await told.cli<ReferenceStatus>("reference", "status");
      return [`edition ${edition}, ${sha256.slice(0, 16)}`];
    },
    rows: async (told) => ({ People: (await told.docket<{ people: unknown[] }>("person", "list")).people.length }),
  },
};
