import type { Change, ComparedInput, Difference, ReviewComparison } from "../../model/index.js";

export const areaWords = { artefacts: "Artefacts", facts: "Facts", law: "Law", tool: "beholden" } satisfies Record<Change["area"], string>;

export const inputWords = {
  artefacts: "the artefacts",
  date: "the date",
  reference: "the reference",
  rules: "the rule packs",
  tool: "the version of beholden",
} satisfies Record<ComparedInput, string>;

export const kindWords = {
  determination: "Determination",
  finding: "Finding",
  government: "Government",
  provider: "Provider",
  parent: "Parent",
  party: "Party",
  transaction: "Transaction",
  counterparty: "Counterparty",
  duty: "Duty",
  criterion: "Criterion",
  reach: "Reach",
  unattributed: "Unattributed",
  problem: "Problem",
  "left-out": "Left out",
  assumption: "Assumption",
} satisfies Record<Difference["kind"], string>;

export const changeWords = { added: "New", changed: "Changed", removed: "Gone" } satisfies Record<Difference["change"], string>;

const fileWords = { added: "new", removed: "gone", changed: "other content", moved: "renamed" } satisfies Record<Change["change"], string>;

/** `SoftBank in Alibaba Group (equity): until 2023-07 (13.7 percent)`: a change and what brought it, in one line. */
export function changeSentence(change: Change, { before, after }: Pick<ReviewComparison, "before" | "after">): string {
  const { what, by } = change;
  if (change.kind === "file") return `${what}: ${fileWords[change.change]}`;
  if (change.change === "changed") return `${what}: ${change.before ?? "not said"} → ${change.after ?? "not said"}${source(by)}`;
  if (change.change === "moved") return `${what}: moved from ${change.before} to ${change.after}`;
  const said = change.after ?? change.before;
  const told = said && said !== "in force" && said !== "applied" ? ` (${said})` : "";
  if (by === "date") return `${what}: ${periodWords(change, before.asOf < after.asOf)}${told}`;
  if (change.kind === "observation") return `${what}: ${change.change === "added" ? "new in" : "gone from"} ${said}`;
  return `${what}: ${change.change === "added" ? "new" : "gone"}${told}${source(by)}`;
}

/** When it began or ended between the two days; told by the later of them, whichever comes first. */
function periodWords({ change, from, until }: Change, forward: boolean): string {
  const began = (change === "added") === forward;
  if (began && from) return `since ${from}`;
  if (!began && until) return `until ${until}`;
  return began ? "in force only on the later day" : "in force only on the earlier day";
}

function source(by: ComparedInput | null): string {
  if (by === "date") return " (with the date)";
  if (by === "reference") return " (the reference says otherwise)";
  if (by === "rules") return " (the rule packs differ)";
  return by === "tool" ? " (another version of beholden)" : "";
}

/** Where no recorded change explains a difference. */
export function untoldSentence({ explained, inputs }: Difference): string {
  if (explained === "cannot-be-told") return "cannot be told from the saved reviews";
  const named = inputs.map((one) => inputWords[one]).join(" and ");
  if (explained === "rerun")
    return named ? `reviewed again with one input changed at a time: it depends on ${named}` : "it follows from what else differs";
  return named ? `nothing but ${named} differs` : "nothing on record differs";
}

/** Longer texts are named, and stand in the JSON. */
const longest = 120;

/** `outcome review → restricted`. */
export function fieldSentence({ name, before, after }: Difference["fields"][number]): string {
  if ((before ?? "").length + (after ?? "").length > longest) return `${name} says otherwise`;
  return `${name} ${before || "none"} → ${after || "none"}`;
}
