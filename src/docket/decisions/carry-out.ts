import type { CaseEntry, DocketDecision } from "../../model/index.js";
import type { DocketView } from "../journal/index.js";
import { readDecision, standingOfDecision } from "./read.js";
import { refused, toldShort } from "./rules.js";
import { countedEntries } from "./state.js";

/** Outcomes of an event that mean an outcome of a decision. */
const outcomeOfEvent: Partial<Record<DocketDecision["outcome"], string>> = {
  prohibited: "prohibited",
  "permitted-with-measures": "mitigated",
  "not-prohibited": "not-prohibited",
};

/**
 * An event that carries a decision out, with the outcome that the decision gives it where it has none.
 *
 * @throws DocketError `refused` where the decision is not approved, stands on an older state, is later than the event, or says something else
 */
export async function carriedOutBy<Event extends Pick<CaseEntry, "event" | "on" | "outcome" | "decision">>(
  view: DocketView,
  of: string,
  entry: Event,
  outcomes: readonly string[],
): Promise<Event> {
  if (entry.decision === undefined) return entry;
  const found = await readDecision(view, of, entry.decision);
  const { id, state } = found;
  const { status, current, differences, carriedOut } = await standingOfDecision(view, of, await countedEntries(view, of), found);
  if (status !== "approved") throw refused(`decision ${id} is ${status}: only an approved one is carried out.`);
  if (carriedOut !== null) throw refused(`decision ${id} was carried out by event ${carriedOut}.`);
  if (!current)
    throw refused(
      `decision ${id} was decided on an older state: ${toldShort(differences)} \`beholden docket decision renew ${of} ${id}\` proposes it on the present one.`,
    );
  if (entry.on < state.on)
    throw refused(`${entry.event} of ${entry.on} cannot carry out decision ${id} of ${state.on}: it comes before it.`);
  const means = outcomeOfEvent[state.outcome];
  // Outcomes that no decision has, such as to go on at another place of the procedure, are the event's own.
  if (!outcomes.some((one) => Object.values(outcomeOfEvent).includes(one))) return entry;
  if (means === undefined || !outcomes.includes(means))
    throw refused(`decision ${id} says ${state.outcome}, and ${entry.event} knows ${outcomes.join(", ")} only.`);
  if (entry.outcome !== undefined && entry.outcome !== means)
    throw refused(`decision ${id} says ${state.outcome}, and the event says ${entry.outcome}. Expected --outcome ${means}, or none.`);
  return { ...entry, outcome: means };
}
