import type { DecisionLine, ShownDecision, StateDifference } from "../../model/index.js";
import { pairs, table, wrap } from "../text/layout.js";
import { styleFor } from "../text/style.js";
import { counted } from "../words.js";
import { findingLines } from "./runs.js";
import { headWords, type Shown } from "./words.js";

/** Differences that a list of decisions names before it counts the rest. */
const mostTold = 6;

/** The decisions of a case: a line each, and under one that was decided on an older state what is otherwise. */
export function decisionRows(decisions: readonly DecisionLine[], width: number): string[] {
  if (decisions.length === 0) return [];
  const rows = decisions.map((one) => [one.id, one.title, one.outcome.replaceAll("-", " "), one.on, statusWords(one), basisWords(one)]);
  return [...table(["no.", "", "outcome", "of", "", "on"], rows, width), ...decisions.flatMap((one) => olderLines(one, width))];
}

/** On which state a decision stands. */
export function basisWords({ standing, run }: DecisionLine): string {
  return `${run}, ${standing.current ? "the present state" : "AN OLDER STATE"}`;
}

export function statusWords({ standing, proposed, approved, returned, withdrawn, until }: DecisionLine): string {
  const carried = standing.carriedOut === null ? "" : `; carried out by event ${standing.carriedOut}`;
  if (withdrawn) return `withdrawn by ${withdrawn.by}`;
  if (approved) return `approved by ${approved.by}${until ? ` until ${until}` : ""}${carried}`;
  return returned ? `returned by ${returned.by}` : `proposed by ${proposed.by}`;
}

function olderLines({ id, standing }: DecisionLine, width: number): string[] {
  if (standing.current) return [];
  return [
    "",
    ...wrap(`${id} was decided on an older state:`, { width }),
    ...differenceLines(standing.differences.slice(0, mostTold), width),
    ...moreLine(standing.differences.length - mostTold),
  ];
}

function moreLine(more: number): string[] {
  return more > 0 ? [`  - and ${more} more`] : [];
}

/** Differences as a list, a sentence each. */
export function differenceLines(differences: readonly StateDifference[], width: number): string[] {
  return differences.flatMap(({ what }) => wrap(`${what}.`, { width, first: "  - ", rest: "    " }));
}

/** A decision: what it says and cites, who proposed and approved it, and what is otherwise since. */
export function decisionText({ case: of, decision, state, newerRun, head }: ShownDecision, { width, color }: Shown): string {
  const style = styleFor(color);
  const section = (title: string, lines: string[]) => (lines.length > 0 ? ["", style.heading(title), ...lines] : []);
  const lines = [
    ...wrap(`${of}, decision ${decision.id}: ${decision.title}`, { width }).map(style.heading),
    ...pairs(decisionFacts(decision), width, "  "),
    ...section(standingHeading(decision), standingLines(decision, width)),
    ...section("Findings cited", findingLines(decision.findings, width)),
    ...section(
      "The state that it was decided on",
      pairs(
        state.parts.map(({ part, digest, items }) => [part, `${Object.keys(items).length}, ${digest}`]),
        width,
        "  ",
      ),
    ),
    ...section(`${decision.run} against ${newerRun?.run ?? ""}`, comparisonLines(newerRun, width)),
    "",
    ...wrap(headWords(head), { width }),
  ];
  return `${lines.join("\n")}\n`;
}

/** What a decision says, label by label. */
export function decisionFacts(decision: DecisionLine): [string, string][] {
  const { approved, returned, withdrawn, proposed, grounds } = decision;
  const given = (label: string, text: string | null | undefined | false): [string, string][] => (text ? [[label, text]] : []);
  return [
    ["Outcome", decision.outcome.replaceAll("-", " ")],
    ["Of", decision.on],
    ...given("Until", decision.until),
    ...given("Answers for it", decision.owner),
    ["Rests on", `run ${decision.run}`],
    ...given("Facts", decision.facts.join(", ")),
    ...given("Evidence", decision.evidence.join(", ")),
    ...given("Measures", decision.measures.map(({ id, name }) => `${id} ${name}`).join("; ")),
    ...given("Grounds", grounds),
    ...given("Draft", decision.draft),
    ["Handling", decision.handling],
    ["Proposed", `${proposed.at} by ${proposed.by}`],
    ...given(
      "Approved",
      approved &&
        `${approved.at} by ${approved.by}${approved.moved ? ", for another state than it was proposed on" : ""}${approved.note ? `: ${approved.note}` : ""}`,
    ),
    ...given("Returned", returned && `${returned.at} by ${returned.by}: ${returned.why}`),
    ...given("Withdrawn", withdrawn && `${withdrawn.at} by ${withdrawn.by}: ${withdrawn.why}`),
    ...given("Carried out", decision.standing.carriedOut !== null && `by event ${decision.standing.carriedOut}`),
    ["State", decision.decidedOn],
  ];
}

function standingHeading({ standing }: DecisionLine): string {
  return standing.current ? "Decided on the present state" : "DECIDED ON AN OLDER STATE";
}

function standingLines({ standing }: DecisionLine, width: number): string[] {
  const { current, state, differences, reproduced } = standing;
  return [
    ...(current
      ? wrap("Nothing that it rests on is otherwise now.", { width, first: "  ", rest: "  " })
      : wrap(`The case is in state ${state} now:`, { width, first: "  ", rest: "  " })),
    ...differenceLines(differences, width),
    ...(reproduced
      ? []
      : wrap(
          "The journal does not give the state that is recorded with the decision: what is otherwise cannot be told for sure. `beholden docket verify` says more.",
          {
            width,
            first: "  ",
            rest: "  ",
          },
        )),
  ];
}

function comparisonLines(newerRun: ShownDecision["newerRun"], width: number): string[] {
  if (!newerRun) return [];
  if (!newerRun.comparison)
    return wrap("Dossiers are not compared part by part: `beholden dossier --since` tells what has changed.", {
      width,
      first: "  ",
      rest: "  ",
    });
  const { answer, differences, changes } = newerRun.comparison;
  const causes = new Map(changes.map(({ id, what }) => [id, what]));
  const told = differences.flatMap((one) => {
    const fields = one.fields.filter(({ name }) => weighty.includes(name));
    if (!["determination", "finding"].includes(one.kind) || fields.length === 0) return [];
    const words = fields.map(({ name, before, after }) => `${name} ${before ?? "none"} → ${after ?? "none"}`).join("; ");
    const because = one.causes.flatMap((id) => causes.get(id) ?? []).slice(0, 3);
    return [`${one.title}: ${words}${because.length > 0 ? ` (${because.join("; ")})` : ""}.`];
  });
  const rest = differences.length - told.length;
  const others = rest > 0 ? [`Otherwise in words, citations or paths: ${counted(rest, "difference")}; --format json has all of them.`] : [];
  return [
    ...answer.flatMap((one) => wrap(one, { width, first: "  ", rest: "  " })),
    ...told.flatMap((one) => wrap(one, { width, first: "  - ", rest: "    " })),
    ...others.flatMap((one) => wrap(one, { width, first: "  ", rest: "  " })),
  ];
}

/** Fields of a difference that a decision may hang on. */
const weighty = ["outcome", "certainty", "status"];
