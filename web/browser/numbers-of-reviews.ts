import type { Dossier, Impact, Review, TracedParty } from "../../src/model/index.js";
import { counted, grouped, of, type ScreenNumbers, type Told } from "./told.js";

const review = (rest: string) => (told: Told) => `/reviews/${told.kept}${rest}`;
const openOf = ({ findings }: Review) => findings.filter(({ status }) => status === "open" || status === "acceptance-expired");

/** The screens of reviews, with the numbers that stand there. */
export const numbersOfReviews: Readonly<Record<string, ScreenNumbers>> = {
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
};

function traced(told: Told, party: string): Promise<TracedParty> {
  return told.cli("trace", party, "--as-of", told.asOf, "--ended", "--regime", "us-dsp", "--regime", "us-icts");
}

function impactOf(told: Told): Promise<Impact> {
  return told.cli("impact", "examples/meridian-retail", "--as-of", told.asOf, "--block", "alibaba-cloud");
}
