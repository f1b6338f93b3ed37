import type { Reach, Transaction } from "../../src/model/index.js";
import { byText } from "../../src/model/order.js";
import { governmentsOfConcern, type ReachState, reachState } from "../../src/report/view.js";
import type { OpenReview } from "../api/reviews.js";

/** A set of data, or what a system uses with no data declared for it. */
export interface DataRow {
  id: string;
  name: string;
  /** In words: categories, how many people, who holds the keys. */
  about: string;
  /** Uses by the country that they are served from; `unknown` where no fact tells it. */
  cells: ReadonlyMap<string, DataCell>;
}

/** The uses of one row in one country. */
export interface DataCell {
  uses: readonly Transaction[];
  /** Governments of concern and whether they can obtain the data through these uses; the answer that weighs most for each. */
  reached: readonly Reached[];
  /** What else governments of concern can do there, whether or not they can obtain the data: for each government and effect the surest. */
  besides: readonly Reached[];
}

/** What a government can do, and how sure that is. */
export interface Reached {
  government: string;
  state: ReachState;
  reach: Reach;
}

export const unknownPlace = "unknown";

const weight: readonly ReachState[] = ["confirmed", "lead", "supposed", "cut"];

/** Where data sits: what is declared first, then systems whose uses have no data declared. Countries in order, the unknown last. */
export function placesOf(open: OpenReview): { declared: DataRow[]; undeclared: DataRow[]; countries: string[] } {
  const { review, view } = open;
  const countries = [...new Set(review.transactions.map(placeOf))].sort(
    (left, right) => Number(left === unknownPlace) - Number(right === unknownPlace) || byText(left, right),
  );
  const declared = (review.declared?.holdings ?? []).map((holding): DataRow => {
    const uses = review.transactions.filter((one) => one.holdings.includes(holding.id));
    const people = [
      holding.usPersons ? `${holding.usPersons.toLocaleString("en")} U.S. persons` : "",
      holding.usDevices ? `${holding.usDevices.toLocaleString("en")} U.S. devices` : "",
    ].filter(Boolean);
    const about = [holding.categories.join(", "), people.join(", "), `keys held by the ${holding.keysHeldBy ?? "?"}`]
      .filter(Boolean)
      .join("; ");
    return {
      id: holding.id,
      name: holding.name,
      about,
      cells: cellsOf(uses, open, (reach) => reach.target.kind === "holding" && reach.target.id === holding.id),
    };
  });
  const systems = [...new Set(review.transactions.filter((one) => one.holdings.length === 0).map(({ system }) => system))];
  const undeclared = systems.map((system): DataRow => {
    const uses = review.transactions.filter((one) => one.system === system && one.holdings.length === 0);
    return {
      id: system,
      name: view.targetName(system),
      about: "no data is declared for these uses",
      cells: cellsOf(uses, open, (reach) => reach.target.kind === "system" && reach.target.id === system),
    };
  });
  return { declared, undeclared, countries };
}

function cellsOf(uses: readonly Transaction[], open: OpenReview, about: (reach: Reach) => boolean): Map<string, DataCell> {
  const places = [...new Set(uses.map(placeOf))];
  return new Map(
    places.map((place) => {
      const here = uses.filter((one) => placeOf(one) === place);
      return [place, { uses: here, ...reachedThrough(here, open, about) }];
    }),
  );
}

function reachedThrough(
  uses: readonly Transaction[],
  { review }: OpenReview,
  about: (reach: Reach) => boolean,
): Pick<DataCell, "reached" | "besides"> {
  const concern = governmentsOfConcern(review);
  const ids = new Set(uses.map(({ id }) => id));
  const strongest = new Map<string, Reached>();
  for (const reach of review.reaches) {
    const { government, effect } = reach;
    if (!ids.has(reach.transaction) || !concern.has(government) || !about(reach)) continue;
    const [state, key] = [reachState(reach), `${government} ${effect}`];
    const known = strongest.get(key);
    if (!known || weight.indexOf(state) < weight.indexOf(known.state)) strongest.set(key, { government, state, reach });
  }
  const all = [...strongest.values()];
  return {
    reached: all.filter(({ reach }) => reach.effect === "access"),
    besides: all.filter(({ reach }) => reach.effect !== "access" && reach.residual),
  };
}

function placeOf({ servedFrom }: Transaction): string {
  return servedFrom ?? unknownPlace;
}
