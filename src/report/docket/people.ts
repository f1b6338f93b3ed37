import type {
  PeopleList,
  PersonChange,
  refusalReasons,
  SessionList,
  SessionsEnded,
  ShownPerson,
  SignInRefusals,
  TokenChange,
  TokenList,
} from "../../model/index.js";
import { pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted } from "../words.js";
import { headWords, type Shown } from "./words.js";

const none = "-";

/** Why somebody was not let in, in words. */
export const refusalWords = {
  "not-listed": "is not in the list of people",
  retired: "retired",
  domain: "has an e-mail address of another domain",
  "email-not-verified": "has an e-mail address that the issuer did not verify",
  "other-subject": "has the address of a person who is known by another subject",
  "answer-not-valid": "brought an answer that does not hold",
  "no-roles": "has no role",
} satisfies Record<(typeof refusalReasons)[number], string>;

/** Everybody in the list of people. */
export function peopleText({ people, head }: PeopleList, { width, color }: Shown): string {
  const rows = people.map(({ id, name, roles, email, subject, retired }) => [
    id,
    name,
    retired ? "retired" : roles.join(", ") || "no role",
    subject === null ? (email === null ? "tokens alone" : `${email}, at first sign-in`) : `subject ${subject}`,
  ]);
  const lines =
    rows.length > 0
      ? [
          styleFor(color).heading(counted(people.length, "person", "people")),
          "",
          ...table(["user", "name", "roles", "known by"], rows, width),
        ]
      : wrap("Nobody is in the list of people. `beholden docket person add USER --role administrator` begins it.", { width });
  return text([...lines, "", ...wrap(headWords(head), { width })]);
}

/** A person, and every entry about them. */
export function personText({ person, entries, head }: ShownPerson, { width, color }: Shown): string {
  const { id, name, subject, email, roles, retired, version } = person;
  const facts: [string, string][] = [
    ["Name", name],
    ["Subject", subject ?? "not known yet"],
    ["E-mail", email ?? none],
    ["Roles", roles.join(", ") || "none"],
    ["Let in", retired ? "no: retired" : subject === null && email === null ? "by tokens alone" : "yes"],
    ["Version", String(version)],
  ];
  const rows = entries.map(({ number, at, by, act, roles: after, reason }) => [
    String(number),
    at.slice(0, 16).replace("T", " "),
    by,
    act.replaceAll("-", " "),
    after.join(", ") || "none",
    reason ?? none,
  ]);
  return text([
    styleFor(color).heading(id),
    ...pairs(facts, width, "  "),
    "",
    ...table(["entry", "at (UTC)", "by", "what", "roles then", "why"], rows, width),
    "",
    ...wrap(headWords(head), { width }),
  ]);
}

export function personChangeText({ person, did, repeated, ended, head }: PersonChange, { width }: Shown): string {
  const { id, roles, retired } = person;
  const what = repeated ? "was done by this request before; nothing was done now" : did.replaceAll("-", " ");
  const now = retired ? "Nobody is let in as them." : `Roles: ${roles.join(", ") || "none"}.`;
  return text([
    ...wrap(`${id}: ${what}. ${now}${ended > 0 ? ` ${counted(ended, "session")} ended.` : ""}`, { width }),
    ...wrap(headWords(head), { width }),
  ]);
}

export function tokensText({ tokens, head }: TokenList, { width }: Shown): string {
  const journal = ["", ...wrap(headWords(head), { width })];
  if (tokens.length === 0)
    return text([...wrap("No tokens. `beholden docket token add USER --name … --role …` makes one.", { width }), ...journal]);
  const rows = tokens.map(({ id, person, name, roles, until, used, state }) => [
    id,
    person,
    name,
    roles.join(", "),
    state === "good" ? `until ${until.slice(0, 10)}` : state.replaceAll("-", " "),
    used?.slice(0, 10) ?? "never",
  ]);
  return text(table(["token", "acts for", "what for", "roles", "", "used last"], rows, width).concat(journal));
}

/** What was done about a token; the token itself stands in a line of its own, never broken. */
export function tokenChangeText({ token, secret, repeated, head }: TokenChange, { width }: Shown): string {
  const { id, person, name, roles, until } = token;
  const made = `Token ${id} (${name}) acts for ${person} as ${roles.join(", ")} until ${until.slice(0, 10)}.`;
  const shown = repeated
    ? "It was made by this request before, and its secret was shown then."
    : "This is its secret. It is kept nowhere and not shown again:";
  const lines = token.revoked
    ? wrap(`Token ${id} (${name}) is revoked.`, { width })
    : [...wrap(made, { width }), ...wrap(shown, { width })];
  return text([...lines, ...(secret === null ? [] : ["", secret, ""]), ...wrap(headWords(head), { width })]);
}

export function sessionsText({ sessions }: SessionList, { width }: Shown): string {
  if (sessions.length === 0) return text(wrap("Nobody is signed in.", { width }));
  const rows = sessions.map(({ id, person, begun, used, until, browser }) => [
    id,
    person,
    ...[begun, used, until].map((one) => one.slice(0, 16).replace("T", " ")),
    browser || none,
  ]);
  return text(table(["session", "person", "begun (UTC)", "used last", "over at", "browser"], rows, width));
}

export function endedText({ ended }: SessionsEnded, { width }: Shown): string {
  return text(wrap(ended === 0 ? "There was no session to end." : `${counted(ended, "session")} ended.`, { width }));
}

export function refusalsText({ refusals }: SignInRefusals, { width }: Shown): string {
  if (refusals.length === 0) return text(wrap("No sign-in was refused.", { width }));
  const rows = refusals.map(({ who, reason, times, first, last }) => [
    who || "nobody that the issuer vouched for",
    refusalWords[reason],
    String(times),
    ...[first, last].map((one) => one.slice(0, 16).replace("T", " ")),
  ]);
  return text(table(["who", "why not", "times", "first (UTC)", "last"], rows, width));
}

function text(lines: string[]): string {
  return `${lines.join("\n")}\n`;
}
