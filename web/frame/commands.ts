import type { ReviewShelf } from "../../src/model/index.js";
import { matrixOf } from "../../src/report/view.js";
import { outcomeWords } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { dayWords } from "../parts/days.js";
import { addressOf } from "../state/address.js";
import { reviewAddress, reviewScreens } from "./screens.js";

/** Something that one can go to or ask. */
export interface Command {
  id: string;
  title: string;
  about: string;
  address: string;
}

/** What can be gone to: the screens and contents of the open review, then the other reviews. */
export function commandsFor(open: OpenReview | undefined, shelf: ReviewShelf | undefined): Command[] {
  return [...(open ? inReview(open) : []), ...(shelf ? shelved(shelf) : [])];
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
    { id: "reviews", title: "Reviews", about: "every review there is", address: "/reviews" },
    { id: "new review", title: "New review", about: "of a folder of this machine", address: "/new" },
    ...reviews.map((one) => ({
      id: `review ${one.id}`,
      title: `Review of ${one.subject}`,
      about: `as of ${dayWords(one.asOf)}`,
      address: reviewAddress(one.id),
    })),
  ];
}
