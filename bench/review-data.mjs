// A review of a fixed size, made of copies of a small real one: each copy has uses, reaches, findings and observations of its own, with ids that
// follow from the first ones. So every copy can be looked at by hand, and the whole is the same bytes each time.
import { createHash } from "node:crypto";

/**
 * Makes a review of a size.
 *
 * @param review a review, as `beholden review --format json` writes it
 * @param size how many observations, findings and parties there are at least
 */
export function largeReview(review, { observations, findings, parties }) {
  const copies = Math.ceil(Math.max(observations / review.observations.length, findings / review.findings.length));
  const renamed = namesOf(review);
  const lists = ["transactions", "reaches", "findings", "observations", "determinations", "unattributed", "duties"];
  const all = Object.fromEntries(lists.map((name) => [name, [...review[name]]]));
  for (let copy = 1; copy < copies; copy++) {
    const name = (text) => renamed(text, copy);
    for (const list of lists) for (const one of review[list]) all[list].push(renamedIn(one, name));
  }
  for (const one of all.observations.slice(review.observations.length)) one.path = `part-${one.id.slice(0, 2)}/${one.path}`;
  const more = [];
  for (let copy = 1; review.parties.length + more.length < parties; copy++)
    for (const one of review.parties) more.push({ ...one, id: `${one.id}-${copy}`, name: `${one.name} ${copy}` });
  const summary = { ...review.summary };
  for (const [key, value] of Object.entries(summary)) if (typeof value === "number") summary[key] = value * copies;
  return { ...review, ...all, parties: [...review.parties, ...more], summary };
}

/** How ids of a review are named in a copy: a digest stays a digest, and what begins with the id of a use goes on as it did. */
function namesOf({ transactions, observations, findings }) {
  const digests = new Set([...observations, ...findings].map(({ id }) => id));
  const uses = transactions.map(({ id }) => id).sort((left, right) => right.length - left.length);
  return (text, copy) => {
    if (digests.has(text)) return createHash("sha256").update(`${text} ${copy}`).digest("hex").slice(0, text.length);
    const use = uses.find((id) => text === id || text.startsWith(`${id}:`));
    return use === undefined ? text : `${use}-${copy}${text.slice(use.length)}`;
  };
}

function renamedIn(value, name) {
  if (typeof value === "string") return name(value);
  if (Array.isArray(value)) return value.map((one) => renamedIn(one, name));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, renamedIn(one, name)]));
}
