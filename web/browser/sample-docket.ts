import { join } from "node:path";
import { samplePdf } from "../../src/docket/evidence/sample-files.js";
import {
  addEvidence,
  addNote,
  attachRun,
  confirmService,
  type Docket,
  dayOf,
  openCase,
  openDocket,
  proposeDecision,
  recordEvent,
  stateFact,
  takeQuote,
} from "../../src/docket/index.js";
import { finalDetermination, initialDetermination } from "../../src/docket/sample-case.js";
import { savedRun } from "../../src/docket-run.js";
import { draft } from "../../src/letters.js";
import type { CaseEntry, DocketCase, Review } from "../../src/model/index.js";
import { madeOnce } from "./made-once.js";
import { exampleResult } from "./sample-review.js";

/** Cases of the sample docket, by what they are there for. */
export const sampleCases = {
  /** A response is due in five days: evidence, quotes, facts, letters, a run and a proposed decision stand in it. */
  model: "2026-0001",
  /** Its Final Determination is ten days late. */
  overdue: "2026-0002",
  /** Its clock stands still. */
  paused: "2026-0003",
  /** It is under review, which has no clock. */
  review: "2026-0004",
  /** It was served by mail, on a day that nobody confirmed. */
  unsettled: "2026-0005",
  /** It has ended. */
  decided: "2026-0006",
  /** It follows no procedure, and its caption is markup. */
  plain: "2026-0007",
} as const;

/** What the quotes of the model case are. */
export const sampleQuotes = ["Acme keeps the keys of every customer.", "Staff in Beijing administer the storage."] as const;

/** A folder with a docket of the sample cases, to be copied. */
export function sampleDocketFolder(): Promise<string> {
  return madeOnce("docket", async (folder) => {
    const docket = await openDocket(join(folder, "docket.db"), { create: true });
    await sampleDocket(docket);
    await docket.close();
  });
}

/**
 * Fills a docket with cases in various stages, by the functions of the command line. Days are counted from today, so that what is due in five
 * days is due in five days whenever a test runs.
 */
export async function sampleDocket(docket: Docket, now = new Date()): Promise<void> {
  const at = now.toISOString();
  const ana = { by: "Ana Ruiz", at };
  const ben = { by: "Ben Okafor", at };
  const today = dayOf(at, "America/New_York");
  const ago = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  const opened = async (id: string, caption: string, more: Partial<DocketCase> & { happened?: CaseEntry[] } = {}) => {
    const { happened = [], ...rest } = more;
    await openCase(docket, { id, caption, kind: "provider-review", procedure: "us-icts", reference: null, parties: [], ...rest }, ana);
    for (const entry of happened) await recordEvent(docket, id, entry, null, ana);
  };
  /** Events up to the service of an Initial Determination so many days ago. */
  const upTo = (served: number, more: Partial<CaseEntry> = {}): CaseEntry[] => [
    { event: "review-started", on: ago(served + 60) },
    { event: "agencies-notified", on: ago(served + 50) },
    { event: "determination-proposed", on: ago(served + 30) },
    initialDetermination(ago(served), more),
  ];
  const circulated = (served: number): CaseEntry[] => [
    ...upTo(served),
    { event: "response-received", on: ago(served - 20) },
    { event: "consideration-started", on: ago(served - 22) },
    { event: "circulation-received", on: ago(served - 40), agency: "Justice", written: true },
    { event: "agency-concurred", on: ago(served - 45), agency: "Justice" },
  ];

  await opened(sampleCases.model, "Review of Acme Cloud", {
    reference: "ICTS-2026-04",
    parties: [
      { role: "provider", name: "Acme Cloud Ltd" },
      { role: "counsel", name: "Reed & Partners" },
    ],
    happened: upTo(25),
  });
  await opened(sampleCases.overdue, "Review of Borealis Hosting", {
    parties: [{ role: "provider", name: "Borealis Hosting GmbH" }],
    happened: circulated(190),
  });
  await opened(sampleCases.paused, "Own exposure of Meridian Retail", {
    ...{ kind: "own-exposure", procedure: "own-exposure" },
    happened: [
      { event: "opened", on: ago(20) },
      { event: "scope-set", on: ago(18) },
      { event: "review-attached", on: ago(15) },
      { event: "clock-paused", on: ago(5) },
    ],
  });
  await opened(sampleCases.review, "Review of Cirrus Telecom", { happened: [{ event: "review-started", on: ago(3) }] });
  await opened(sampleCases.unsettled, "Review of Delta Data", { happened: upTo(40, { method: "mail" }) });
  await opened(sampleCases.decided, "Review of Echo Systems", { happened: [...circulated(150), finalDetermination(ago(60))] });
  await opened(sampleCases.plain, '<img src="x" onerror="window.planted=1"> Notes on <b>Foxtrot</b>', { procedure: null });

  await addNote(docket, sampleCases.model, "Counsel asked for a call.", ben);
  await confirmService(docket, sampleCases.overdue, 4, undefined, "The courier's receipt.", ben);
  await filled(docket, sampleCases.model, { ana, ben, today });
}

interface Hands {
  ana: { by: string; at: string };
  ben: { by: string; at: string };
  today: string;
}

/** Evidence with quotes, facts of which one rests on nothing, a run, a decision and a letter. */
async function filled(docket: Docket, id: string, { ana, ben, today }: Hands): Promise<void> {
  const pages = ["Terms of service", `Keys\n${sampleQuotes[0]}\nThey never leave the region.`, `Staff\n${sampleQuotes[1]}`];
  const file = { name: "terms.pdf", bytes: samplePdf(pages) };
  await addEvidence(
    docket,
    id,
    { ...file, title: "Terms of service", publisher: "Acme", retrieved: today, grade: { reliability: "B", credibility: "2" } },
    ana,
  );
  for (const [index, exact] of sampleQuotes.entries()) await takeQuote(docket, id, "e1", { exact, page: index + 2 }, ana);
  await stateFact(docket, id, { text: "Acme holds the keys of its customers.", quotes: ["q1"] }, ana);
  await stateFact(docket, id, { text: "Acme's staff in Beijing have root on the storage.", quotes: [] }, ana);
  const result = await exampleResult();
  const run = savedRun("the result", result, { handling: "internal" });
  await attachRun(docket, id, run, ana);
  const worst = (JSON.parse(result.toString()) as Review).findings[0]?.id ?? "";
  await proposeDecision(
    docket,
    id,
    {
      ...{ title: "Initial Determination", handling: "internal", run: "r1", outcome: "prohibited", facts: ["f1"], evidence: ["e1"] },
      ...{
        findings: [worst],
        measures: [],
        grounds: "Staff abroad can reach what customers store.",
        draft: null,
      },
    },
    ben,
  );
  await draft(docket, id, { template: "information-demand", fields: {} }, ana);
}
