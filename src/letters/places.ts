import { knownProcedures } from "../docket/index.js";
import type { TemplateFront } from "../model/index.js";

/** Places that stand in a sentence, by pattern; the word after the first dot is checked where it can be. */
const caseParts = ["id", "caption", "reference", "procedure", "authority"];
const eventParts = ["on", "by", "agency", "outcome", "until", "method"];
const deadlineParts = ["due", "title"];
const originalParts = ["number", "on", "title"];

/** Places that stand alone on their line, for a list, a table or paragraphs. */
export const wholePlaces = ["parties", "events", "deadlines", "facts", "findings", "original", "grounds"] as const;
export type WholePlace = (typeof wholePlaces)[number];

/** Whether a place stands for whole blocks. */
export function isWholePlace(path: string, { fields, law }: Pick<TemplateFront, "fields" | "law">): boolean {
  const [group = "", name = ""] = split(path);
  if (group === "law") return law[name] !== undefined;
  return (wholePlaces as readonly string[]).includes(path) || (group === "field" && fields[name]?.kind === "passages");
}

/** A place as its group, its name and its part: `event.review-started.on`. */
export function split(path: string): [group: string, name: string, part: string] {
  const [group = "", ...rest] = path.split(".");
  if (["case", "original", "field", "law", "letter"].includes(group)) return [group, rest.join("."), ""];
  if (group === "party") return [group, rest.join("."), ""];
  return [group, rest.slice(0, -1).join("."), rest.at(-1) ?? ""];
}

/** What is wrong with a place; undefined where nothing is. */
export function placeFault(
  path: string,
  { fields, law }: Pick<TemplateFront, "fields" | "law">,
): { message: string; expected: string } | undefined {
  const [group, name, part] = split(path);
  const oneOf = (what: string, known: readonly string[], word: string) =>
    known.includes(word)
      ? undefined
      : { message: `there is no ${what} ${word || "without a name"}`, expected: `one of ${known.join(", ")}` };
  switch (group) {
    case "case":
      return oneOf("part of a case", caseParts, name);
    case "original":
      return name === "" ? notInSentence(path) : oneOf("part of the original letter", originalParts, name);
    case "field":
      if (fields[name]?.kind === "passages") return { message: `the field ${name} holds passages`, expected: "it alone on its line" };
      return oneOf("field", Object.keys(fields), name);
    case "letter":
      return oneOf("part of a letter", ["title"], name);
    case "law":
      return law[name] === undefined ? oneOf("sentence of law", Object.keys(law), name) : notInSentence(path);
    case "party":
      return name === "" ? { message: "no role is named", expected: "a role, such as party.provider" } : undefined;
    case "event":
      return oneOf("event of a procedure", names("moves", "event"), name) ?? oneOf("part of an event", eventParts, part);
    case "deadline":
      return oneOf("deadline of a procedure", names("deadlines", "id"), name) ?? oneOf("part of a deadline", deadlineParts, part);
    case "rule":
      return oneOf("deadline of a procedure", names("deadlines", "id"), name) ?? oneOf("part of a rule", ["days"], part);
    default:
      return (wholePlaces as readonly string[]).includes(path) ? notInSentence(path) : unknown(path);
  }
}

function notInSentence(path: string): { message: string; expected: string } {
  return { message: `{{${path}}} stands for whole sentences, a list or a table`, expected: "it alone on its line" };
}

function unknown(path: string): { message: string; expected: string } {
  const groups = [
    "case.…",
    "party.ROLE",
    "event.NAME.on",
    "deadline.NAME.due",
    "rule.NAME.days",
    "field.NAME",
    "law.NAME",
    "letter.title",
    ...wholePlaces,
  ];
  return { message: `there is no place {{${path}}}`, expected: `one of ${groups.join(", ")}` };
}

function names<Part extends "moves" | "deadlines">(part: Part, key: "event" | "id"): string[] {
  const all = [...knownProcedures().values()].flatMap((one) => one[part] as unknown as Record<string, string>[]);
  return [...new Set(all.map((one) => one[key] ?? ""))];
}
