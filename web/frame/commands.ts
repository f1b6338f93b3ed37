import type { CaseLine, ReviewShelf } from "../../src/model/index.js";
import { matrixOf } from "../../src/report/view.js";
import { outcomeWords } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { dayWords } from "../parts/days.js";
import { addressOf } from "../state/address.js";
import { caseAddress, caseScreens, globalScreens, reviewAddress, reviewScreens } from "./screens.js";

/** Something that one can go to or ask. */
export interface Command {
  id: string;
  title: string;
  about: string;
  address: string;
}

/** What there is to go to, as far as it is known. */
interface Known {
  open: OpenReview | undefined;
  shelf: ReviewShelf | undefined;
  cases: readonly CaseLine[] | undefined;
  /** The case that is open. */
  of: string | null;
}

/** What can be gone to: the screens and contents of the open review or case, what there is in all, then the other reviews and cases. */
export function commandsFor({ open, shelf, cases = [], of }: Known): Command[] {
  return [
    ...(open ? inReview(open) : []),
    ...(of === null ? [] : inCase(of)),
    ...globalScreens.map(({ path, title }) => ({ id: `global ${path}`, title, about: "of everything", address: path })),
    ...(shelf ? shelved(shelf) : []),
    ...cases.map(({ id, caption }) => ({ id: `case ${id}`, title: caption, about: `case ${id}`, address: caseAddress(id) })),
  ];
}

function inCase(id: string): Command[] {
  return caseScreens.map(({ path, title }) => ({
    id: `case screen ${path}`,
    title,
    about: `screen of case ${id}`,
    address: caseAddress(id, path),
  }));
}

/** Those that have every typed word in them, those whose title starts with it first. */
export function matching(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = ({ title, about }: Command) => {
    const text = `${title} ${about}`.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const starts = ({ title }: Command) => title.toLowerCase().startsWith(typed.trim().toLowerCase());
  const found = commands.filter(fits);
  return words.length === 0 ? found : [...found.filter(starts), ...found.filter((one) => !starts(one))];
}

function inReview({ shelved: { id }, review, view }: OpenReview): Command[] {
  const screens = reviewScreens.map(({ path, title }) => ({
    id: `screen ${path}`,
    title,
    about: `screen of the review of ${review.subject.name}`,
    address: reviewAddress(id, path),
  }));
  const targets = [...new Map(matrixOf(review).map(({ target }) => [`${target.kind}:${target.id}`, target]))];
  const questions = targets.map(([key, target]) => ({
    id: `who ${key}`,
    title: `Who can reach ${target.name}?`,
    about: "question",
    address: addressOf(reviewAddress(id, "/reach"), { target: key }),
  }));
  const providers = review.providers.map((one) => ({
    id: `provider ${one.id}`,
    title: `Findings on ${one.name}`,
    about: "provider in use",
    address: addressOf(reviewAddress(id, "/findings"), { filter: `is:open provider:${one.id}` }),
  }));
  const findings = review.findings.map((one) => ({
    id: `finding ${one.id}`,
    title: one.title,
    about: `${outcomeWords[one.outcome]} finding, ${view.providerName(one.provider)}, ${one.citation}`,
    address: reviewAddress(id, `/findings/${one.id}`),
  }));
  return [...screens, ...questions, ...providers, ...findings];
}

function shelved({ reviews }: ReviewShelf): Command[] {
  return [
    { id: "new review", title: "New review", about: "of a folder of this machine", address: "/new" },
    ...reviews.map((one) => ({
      id: `review ${one.id}`,
      title: `Review of ${one.subject}`,
      about: `as of ${dayWords(one.asOf)}`,
      address: reviewAddress(one.id),
    })),
  ];
}
