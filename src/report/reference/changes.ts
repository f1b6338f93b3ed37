import type { ChangeList, ChangeSet, ShownChange } from "../../model/index.js";
import { table, wrap } from "../text/layout.js";
import { counted, grouped } from "../words.js";

/** How a change set stands, in words. */
export function changeStanding({
  decision,
  inForce,
  held,
  open,
  kind,
  before,
  decidedRows: { accepted, rejected },
}: Pick<ChangeSet, "decision" | "inForce" | "held" | "open" | "kind" | "before" | "decidedRows">): string {
  const force = {
    after: "in force",
    part: "in force but for some rows",
    before: "the edition before is in force",
    neither: "nothing of the source is in force",
  }[inForce];
  const undecided =
    kind === "rule-pack" && before === null
      ? "the first edition that this folder of data knows"
      : held
        ? "held, not decided"
        : open || accepted + rejected > 0
          ? "not decided"
          : "nothing to decide: only remarks differ";
  const whole = decision ? `${decision.state} by ${decision.by}` : undecided;
  const rows = accepted + rejected > 0 ? `; row by row ${grouped(accepted)} accepted, ${grouped(rejected)} rejected` : "";
  return `${whole}${rows}; ${force}`;
}

/** What a change set comes to, in a sentence. */
export function changeSentence({ kind, before, after }: Pick<ChangeSet, "kind" | "before" | "after">): string {
  if (kind === "rule-pack") {
    const held = `${grouped(after.records)} ${after.records === 1 ? "rule or definition" : "rules and definitions"}`;
    return before ? `${held}, before ${grouped(before.records)}` : held;
  }
  const now = `${grouped(after.records)} records of ${after.date ?? "no date"}`;
  return before ? `${now}, before ${grouped(before.records)} of ${before.date ?? "no date"}` : `${now}; nothing is kept of before`;
}

/** Every change set. */
export function changeListText({ changes, packEditions, rulePacks }: ChangeList, width: number): string {
  const rows = changes.map((one) => [one.source, one.after.importedOn, changeSentence(one), changeStanding(one)]);
  const editions = packEditions.map((one) => [one.source, one.after.importedOn, changeSentence(one), changeStanding(one)]);
  const packs = rulePacks.map(
    ({ id, now, reviews }) =>
      `${id} is ${now === null ? "none of the built-in ones" : "otherwise"} since ${counted(reviews.length, "kept review")} were made: ${reviews.map(({ id: review }) => review).join(", ")}.`,
  );
  return `${[
    ...(rows.length > 0 ? table(["source", "imported", "what it holds", "stands"], rows, width) : ["No import is kept as a change."]),
    ...(editions.length > 0 ? ["", ...table(["rule pack", "noted", "what it holds", "stands"], editions, width)] : []),
    ...(packs.length > 0 ? ["", ...packs.flatMap((one) => wrap(one, { width }))] : []),
    ...(rows.length + editions.length > 0
      ? ["", "Next: beholden reference changes SOURCE, then --accept or --reject --why REASON, of the whole or of each --row ID"]
      : []),
  ].join("\n")}\n`;
}

/** One change set with its rows. */
export function shownChangeText({ change, counts, rows, knockOn }: ShownChange, width: number): string {
  const cells = rows
    .slice(0, 200)
    .map(({ change: kind, name, party, lists, fields, decision }) => [
      kind,
      name,
      party,
      lists.join(", "),
      fields.map(({ field }) => field).join(", "),
      decision ? `${decision.state} by ${decision.by}` : "",
    ]);
  return `${[
    `${change.title} (${change.id})`,
    ...wrap(`${changeSentence(change)}. ${changeStanding(change)}.`, { width }),
    counts
      ? `${grouped(counts.added)} added, ${grouped(counts.changed)} changed, ${grouped(counts.gone)} gone, ${grouped(counts.same)} the same.`
      : "It is too large to be compared row by row.",
    ...(cells.length > 0 ? ["", ...table(["change", "name", "row", "lists", "fields", "decided"], cells, width)] : []),
    ...(rows.length > cells.length
      ? [
          `And ${grouped((counts ? counts.added + counts.changed + counts.gone : rows.length) - cells.length)} more: --format json has up to a thousand.`,
        ]
      : []),
    ...(knockOn === null
      ? []
      : [
          "",
          knockOn.length === 0 ? "No kept review has a folder that can be reviewed again." : "Kept reviews, made again on both editions:",
          ...knockOn.flatMap(({ subject, review, answer, findings }) => [
            ...wrap(`${subject} (${review}): ${answer.join(" ")}`, { width }),
            ...findings.slice(0, 20).map(({ change: kind, title }) => `  ${kind}: ${title}`),
          ]),
        ]),
  ].join("\n")}\n`;
}
