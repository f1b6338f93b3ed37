import { useMemo } from "react";
import type { Review, TracedParty } from "../../src/model/index.js";
import { comparedFamilies, mergedFamilies } from "../../src/report/scene/ownership/merged.js";
import { mostVisible, type OwnershipOptions, ownershipView } from "../../src/report/scene/ownership/view.js";
import { type Answered, useLastingAnswers } from "../api/use-answer.js";
import { listed, type ViewState } from "./view-state.js";

/** A family as it is looked at: who is in it, what is shown of it, and how it is drawn. */
export interface Family {
  traced: TracedParty;
  options: OwnershipOptions;
  view: ReturnType<typeof ownershipView>;
}

interface Asked {
  party: string;
  /** Rule packs whose regimes are asked; empty: every one that comes with beholden. */
  regimes: readonly string[];
  asOf: string;
}

/** The family of a party on a day, with the families of those that were opened, compared with an earlier day where one is named. */
export function useFamily({ party, regimes, asOf }: Asked, { state }: { state: ViewState }): Answered<Family | undefined> {
  const opened = listed(state.open);
  const parties = [party, ...opened.filter((one) => one !== party)];
  const on = state.on || asOf;
  const paths = [
    ...parties.map((one) => pathTo(one, regimes, on, opened.includes(one))),
    ...(state.since ? parties.map((one) => pathTo(one, regimes, state.since, opened.includes(one))) : []),
  ];
  const answered = useLastingAnswers<TracedParty>(paths);
  const all = answered.value ?? [];
  // What was opened and has no family on the earlier day is looked at without it.
  const [now, before] = [all.slice(0, parties.length), all.slice(parties.length)];
  const there = [...now, ...before].map((one) => (one ? "1" : "0")).join("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: lasting answers never change, so which are there says all
  const value = useMemo(
    () => familyOf(now, before, state),
    [paths.join(" "), there, state.min, state.kinds, state.ended, state.folded, state.country, state.first],
  );
  return { ...answered, value };
}

function familyOf(now: (TracedParty | undefined)[], before: (TracedParty | undefined)[], state: ViewState): Family | undefined {
  const [first, ...opened] = now;
  const [earlier, ...openedEarlier] = before;
  if (!first || (state.since && !earlier)) return undefined;
  const whole = mergedFamilies(
    first,
    opened.filter((one) => one !== undefined),
  );
  const compared = earlier
    ? comparedFamilies(
        mergedFamilies(
          earlier,
          openedEarlier.filter((one) => one !== undefined),
        ),
        whole,
      )
    : null;
  const minimumShare = Number(state.min);
  const kinds = kindNames.filter((kind) => !listed(state.kinds).includes(kind));
  const options: OwnershipOptions = {
    ...(minimumShare > 0 && minimumShare <= 100 ? { minimumShare } : {}),
    ...(kinds.length < kindNames.length ? { kinds } : {}),
    ended: state.ended === "yes",
    folded: listed(state.folded),
    byCountry: state.country === "yes",
    opened: listed(state.first),
    ...(compared ? { compared: { since: compared.since, changes: compared.changes } } : {}),
  };
  const traced = compared?.traced ?? whole;
  return { traced, options, view: ownershipView(traced, options) };
}

/** Kinds of interest that can be hidden. */
export const kindNames = ["equity", "votes", "control"] as const;

/** Of a party that was expanded, as many are asked for as can be drawn. */
function pathTo(party: string, regimes: readonly string[], asOf: string, expanded: boolean): string {
  const query = new URLSearchParams({ party, asOf, ended: "true", ...(expanded ? { most: String(mostVisible) } : {}) });
  for (const regime of regimes) query.append("regime", regime);
  return `/api/trace?${query}`;
}

/** Whose owners a review is about: those who run what is used, and the counterparties that rules were asked about. */
export function partiesOf(review: Review, nameOf: (id: string) => string): { id: string; name: string }[] {
  const ids = [...review.providers.map(({ operator }) => operator), ...review.counterparties.map(({ party }) => party)];
  return [...new Set(ids)].map((id) => ({ id, name: nameOf(id) })).sort((left, right) => (left.name < right.name ? -1 : 1));
}
