import type {
  CaseList,
  ChangeList,
  DocketRecord,
  DocketWhy,
  Dossier,
  EvidenceList,
  EvidenceShown,
  FactList,
  Impact,
  LetterList,
  ReferenceStatus,
  Review,
  ShownCase,
  ShownChange,
  ShownLetter,
  ShownRun,
  TemplateList,
  TracedParty,
} from "../../src/model/index.js";
import { sampleCases } from "./sample-docket.js";

/** What the command line tells of the sample, and where the workbench has it. */
export interface Told {
  /** The JSON that a command prints; asked once. */
  cli<Answer>(...words: string[]): Promise<Answer>;
  /** The same of the sample docket. */
  docket<Answer>(...words: string[]): Promise<Answer>;
  review: Review;
  /** Id of the kept review. */
  kept: string;
  asOf: string;
}

/** A screen with numbers: its address, and what has to stand there by what the command line says; or why it has no number. */
export type ScreenNumbers =
  | { none: string }
  | {
      at(told: Told): string;
      /** Words with numbers, as the screen writes them. */
      says?(told: Told): Promise<string[]> | string[];
      /** Rows that tables have, by the name of the table. */
      rows?(told: Told): Promise<Record<string, number>> | Record<string, number>;
    };

const { model } = sampleCases;
const deadline = "response";
const grouped = (number: number) => number.toLocaleString("en");
const of = (count: number, what: string, among = count) => `${grouped(count)} of ${grouped(among)} ${what}`;
const counted = (count: number, one: string, more = `${one}s`) => `${grouped(count)} ${count === 1 ? one : more}`;
const review = (rest: string) => (told: Told) => `/reviews/${told.kept}${rest}`;
const inCase = (rest: string) => () => `/cases/${model}${rest}`;
const openOf = ({ findings }: Review) => findings.filter(({ status }) => status === "open" || status === "acceptance-expired");
const shown = (told: Told) => told.docket<ShownCase>("show", model);

/** Every address of the workbench, with the numbers that stand there. */
export const screenNumbers: Readonly<Record<string, ScreenNumbers>> = {
  // The example is no review of the folder that is served, and is named beside the doors.
  "/": { at: () => "/", says: ({ review: { subject }, asOf }) => [`is of ${subject.name}, as of ${asOf}`] },
  "/start": { none: "three doors" },
  "/new": { none: "a form" },
  "/reviews": {
    at: () => "/reviews",
    says: ({ review: { summary } }) => [
      ["prohibited", "restricted", "review", "note"]
        .flatMap((outcome) => {
          const count = summary.findings[outcome as keyof typeof summary.findings];
          return count ? [`${count} ${outcome}`] : [];
        })
        .join(", "),
    ],
    rows: () => ({ "Reviews, the newest first": 1 }),
  },
  "/reviews/:review": {
    at: review(""),
    says: ({ review: { answer, summary } }) => [
      ...answer,
      `${grouped(summary.residualReaches)} of ${counted(summary.reaches, "reach", "reaches")} not ended`,
      `${counted(summary.transactions, "transaction")} with ${counted(summary.providers, "provider")}; ${counted(summary.observations, "observation")} in ${counted(summary.files, "file")}.`,
      `Accepted ${summary.accepted}; acceptance expired ${summary.acceptanceExpired}; known from the baseline ${summary.inBaseline}.`,
    ],
  },
  "/reviews/:review/findings": {
    at: review("/findings"),
    says: (told) => [of(openOf(told.review).length, "findings", told.review.findings.length)],
    // Under the outcomes that open findings have, each a heading.
    rows: (told) => ({ Findings: openOf(told.review).length + new Set(openOf(told.review).map(({ outcome }) => outcome)).size }),
  },
  "/reviews/:review/findings/:finding": {
    at: (told) => `/reviews/${told.kept}/findings/${openOf(told.review)[0]?.id}`,
    says: ({ review: whole }) => {
      const [first] = openOf(whole);
      return first ? [first.explanation, first.citation] : [];
    },
  },
  "/reviews/:review/reach": {
    at: review("/reach?government="),
    says: ({ review: { reaches, summary } }) => [
      `${counted(reaches.length, "answer")} of ${reaches.length}:`,
      `${reaches.length - summary.residualReaches} ended by measures`,
    ],
  },
  "/reviews/:review/ownership": {
    at: review("/ownership?party=alibaba-cloud-us&view=table&ended=yes"),
    says: async (told) => {
      const { parties, owners, holdings, ended = [] } = await traced(told, "alibaba-cloud-us");
      return [`${parties.length} parties, ${owners.length + holdings.length + ended.length} interests,`];
    },
  },
  "/reviews/:review/timeline": {
    at: review("/timeline?provider=alibaba-cloud&view=table"),
    says: async (told) => {
      const asked = ["dossier", "alibaba-cloud", "--as-of", told.asOf, "--regime", "us-dsp", "--regime", "us-icts"];
      const { listings, instruments, powers, priorActions } = await told.cli<Dossier>(...asked);
      // Our own review stands among them.
      return [`${listings.length + instruments.length + powers.length + priorActions.length + 1} entries`];
    },
  },
  "/reviews/:review/where": {
    at: review("/where"),
    says: ({ review: { declared } }) =>
      (declared?.holdings ?? []).flatMap((one) => (one.usPersons ? [`${grouped(one.usPersons)} U.S. persons`] : [])),
    rows: ({ review: { declared } }) => ({ "Data by the country that it is served from": declared?.holdings.length ?? 0 }),
  },
  "/reviews/:review/measures": {
    at: review("/measures"),
    says: ({ review: { summary, measures = [] } }) => [
      `Measures (${measures.length})`,
      `${summary.reaches} of ${counted(summary.reaches, "reach", "reaches")} every reach that was found`,
      `${summary.residualReaches} of ${counted(summary.reaches, "reach", "reaches")} checked or not`,
    ],
    rows: ({ review: { measures = [] } }) => ({ Measures: measures.length }),
  },
  "/reviews/:review/impact": {
    at: review("/impact?cut=alibaba-cloud"),
    says: async (told) => (await impactOf(told)).answer,
  },
  "/reviews/:review/left-open": {
    at: review("/left-open"),
    says: ({ review: { problems, leftOut, unattributed, assumptions, files } }) => [
      `Problems in reading the input (${problems.length})`,
      `Assumed (${assumptions.length})`,
      `Left out (${counted(
        leftOut.reduce((sum, { count }) => sum + count, 0),
        "file",
      )})`,
      `Attributed to nobody (${counted(unattributed.length, "thing")})`,
      `Files read (${files.length})`,
    ],
  },
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
      const { letter } = await told.docket<ShownLetter>("letter", "show", model, "l1");
      return [letter.title];
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
    rows: async (told) => ({ People: (await told.docket<{ people: unknown[] }>("person", "list")).people.length }),
  },
};

function traced(told: Told, party: string): Promise<TracedParty> {
  return told.cli("trace", party, "--as-of", told.asOf, "--ended", "--regime", "us-dsp", "--regime", "us-icts");
}

function impactOf(told: Told): Promise<Impact> {
  return told.cli("impact", "examples/meridian-retail", "--as-of", told.asOf, "--block", "alibaba-cloud");
}
