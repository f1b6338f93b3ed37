import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ReviewImpact, ReviewOutline, ShelvedReview } from "../../src/model/index.js";
import { cannotOpen, type SampleWorkbench, sampleWorkbench } from "./sample-workbench.js";

type Outline = ReviewOutline["review"];

describe.skipIf(cannotOpen)("the print of a review, read back (needs /usr/bin/chromium and a build)", () => {
  let bench: SampleWorkbench;
  let page: Page;
  let made: ShelvedReview;
  let review: Outline;
  const api = <Answer>(path: string) => page.evaluate(async (at) => (await (await fetch(at)).json()) as unknown, path) as Promise<Answer>;

  beforeAll(async () => {
    bench = await sampleWorkbench();
    page = await bench.opened("/");
    made = await bench.make({ example: true, asOf: "2026-11-27" }, page);
    review = (await api<ReviewOutline>(`/api/reviews/${made.id}`)).review;
  }, 150_000);
  afterAll(() => bench?.close());
  afterEach(() => expect(bench.faults.splice(0)).toEqual([]));

  /** The text of the print of a screen, once it shows what is named, without spaces and what stands on the edge of each page. */
  async function printed(path: string, shown: string): Promise<string> {
    await bench.opened(`/reviews/${made.id}${path}`, page);
    await page.locator(shown).first().waitFor({ timeout: 45_000 });
    const bytes = await page.pdf({ format: "A4" });
    const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
    const pages: string[] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      pages.push(items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? "\n" : ""}` : "")).join(""));
    }
    await pdf.destroy();
    return squashed(pages.map((text) => text.replace(/^Review of .*\nPage \d+ of \d+\s*(beholden)?$/m, "")).join("\n"));
  }

  it("tells in the overview what the API answers", async () => {
    const text = await printed("", "main section");
    const { summary } = review;
    inOrder(text, review.answer);
    expect(numbersOf(text, /(\d+)of(\d+)reachesnotended/)).toEqual([summary.residualReaches, summary.reaches]);
    expect(numbersOf(text, /([\d,]+)transactionswith([\d,]+)providers;([\d,]+)observationsin([\d,]+)files/)).toEqual([
      summary.transactions,
      summary.providers,
      summary.observations,
      summary.files,
    ]);
    expect(numbersOf(text, /Accepted(\d+);acceptanceexpired(\d+);knownfromthebaseline(\d+)/)).toEqual([
      summary.accepted,
      summary.acceptanceExpired,
      summary.inBaseline,
    ]);
  });

  it.each(["restricted", "review", "note"] as const)(
    "lists the findings that a filter leaves, counted and in the order of the API: %s",
    async (outcome) => {
      const text = await printed(`/findings?filter=outcome:${outcome}`, "main table");
      const own = review.findings.filter((one) => one.outcome === outcome);
      expect(own.length).toBe(review.summary.findings[outcome]);
      expect(numbersOf(text, /(\d+)of(\d+)findings/)).toEqual([own.length, review.findings.length]);
      const rows = text.slice(text.search(/\d+of\d+findings/));
      inOrder(
        rows,
        own.map(({ title }) => title),
      );
      for (const title of new Set(own.map((one) => one.title)))
        expect(rows.split(squashed(title)).length - 1, title).toBe(own.filter((one) => one.title === title).length);
    },
  );

  it("lists every answer of reach with its steps and confidence", async () => {
    const text = await printed("/reach?government=", "main table");
    const { reaches } = review;
    const ended = reaches.filter(({ residual }) => !residual).length;
    const [answers, all, confirmed, leads, endedToo] = numbersOf(
      text,
      /(\d+)answersof(\d+):(\d+)confirmed,(\d+)onlyleads,(\d+)endedbymeasures/,
    );
    expect([answers, all, endedToo]).toEqual([reaches.length, reaches.length, ended]);
    expect((confirmed ?? 0) + (leads ?? 0) + ended).toBe(reaches.length);
    const told = [...text.matchAll(/(\d+)steps?,(high|medium|low)confidence/g)].map(([, steps, confidence]) => `${steps} ${confidence}`);
    expect(told.sort()).toEqual(reaches.map(({ path }) => `${path.steps.length} ${path.confidence}`).sort());
  });

  it("counts what measures leave, in all and of each thing that is reached", async () => {
    const text = await printed("/measures", "main table");
    const { reaches, summary, measures = [] } = review;
    const { verified = 0, inPlace = 0, ifPromisesKept = 0 } = summary.reachesEnded ?? {};
    const left = [0, verified, verified + inPlace, verified + inPlace + ifPromisesKept].map((by) => summary.reaches - by);
    expect([...text.matchAll(/(\d+)of(\d+)reaches/g)].slice(0, 4).map(([, one, all]) => [Number(one), Number(all)])).toEqual(
      left.map((one) => [one, summary.reaches]),
    );
    const table = text.slice(text.indexOf("WhatisreachedBefore"));
    for (const id of new Set(reaches.map(({ target }) => target.id))) {
      const own = reaches.filter(({ target }) => target.id === id);
      const isVerified = own.filter(({ endedBy }) => endedBy === "verified").length;
      const isAgreed = own.filter(({ endedBy, endedIfPromisesKept }) => endedBy !== null || endedIfPromisesKept).length;
      const row = squashed(`${own[0]?.target.name}${own.length}${own.length - isAgreed}${own.length - isVerified}`);
      expect(table).toContain(row);
    }
    expect(numbersOf(table, /Measures\((\d+)\)/)).toEqual([measures.length]);
    for (const { id, name } of measures) expect(table).toContain(squashed(`${id} ${name}`));
  });

  it("tells of each scenario what stops, what it touches and how long the way out is", async () => {
    const cut = "alibaba-cloud;except:order-archive,RU";
    const text = await printed(`/impact?cut=${encodeURIComponent(cut)}`, "main table");
    const { impacts } = await api<ReviewImpact>(`/api/reviews/${made.id}/impact?block=${encodeURIComponent(cut)}`);
    expect(impacts).toHaveLength(2);
    for (const { scenario, answer, totals, systems, recovery, exit } of impacts) {
      expect(text).toContain(scenario.id);
      inOrder(
        text,
        answer.filter((one) => !/\d{4}-\d{2}-\d{2}/.test(one)),
      );
      const counts = (["stops", "cannot-be-told", "degrades", "goes-on"] as const).filter((one) => totals.systems[one] > 0);
      expect(text).toContain(counts.map((one) => `${totals.systems[one]}${squashed(one.replaceAll("-", " "))}`).join(","));
      for (const one of systems.filter(({ verdict }) => verdict !== "goes-on")) {
        const from = text.slice(text.indexOf(squashed(`${one.name}${one.criticality ?? ""}`)));
        expect(numbersOf(from, /People:([\d,]+)\./), one.name).toEqual([one.staff]);
        const check = recovery.find(({ system }) => system === one.id);
        if (check?.hours)
          expect(numbersOf(from, /Timetorecover:([\d,]+)hours.*?objectiveof([\d,]+)hours/), one.name).toEqual([
            check.hours,
            check.objectiveHours,
          ]);
      }
      if (exit.steps.length > 0) expect(text).toContain(`${exit.steps.length}${exit.steps.length === 1 ? "step" : "steps"}in`);
    }
  }, 60_000);
});

function squashed(text: string): string {
  return text.replace(/\s+/g, "");
}

/** The numbers that a pattern finds first, thousands put together. */
function numbersOf(text: string, pattern: RegExp): number[] {
  return (pattern.exec(text) ?? []).slice(1).map((digits) => Number(digits.replaceAll(",", "")));
}

/** Each of the texts stands behind the one before it; days are written in words on the screen. */
function inOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts) {
    const words = squashed(part.replace(/\d{4}-\d{2}-\d{2}/g, dayInWords));
    const at = text.indexOf(words, from);
    expect(at, part).toBeGreaterThanOrEqual(0);
    from = at + words.length;
  }
}

function dayInWords(day: string): string {
  return new Date(`${day}T00:00:00Z`)
    .toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })
    .replace("Sept", "Sep");
}
