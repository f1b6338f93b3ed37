import type { Day, Reference, ScreenResult } from "../model/index.js";
// Not from the room's index, which a command loads whole: the file of decisions brings a validator that costs every start.
import { openScreening, type Screening } from "../screen/screen.js";
import { screenIndex } from "../screen/screen-index.js";

/** Names on file that a vendor's name may be another way to write, all about equally near; or what was nearest, if anything was. */
export type LikeNames = { names: { name: string; note: string }[] } | { tried: string[] };

/** Ways in which two words can differ and still be one word. A misspelling is none of them: with one letter changed it may be another company. */
const sameWord = new Set([
  "equal",
  "abbreviation",
  "translation",
  "transliteration",
  "variant",
  "joined",
  "legal form",
  "initial",
  "reordered",
]);
/** A word that one side lacks and that weighs more is another name: "Cloud", but not "Ltd". */
const mostMissing = 0.15;
/** Of two names this near to one another none is the better. */
const tooNear = 0.05;

const screenings = new WeakMap<Reference, Screening>();

/**
 * The names on file that a vendor's name is another way to write: abbreviated, in another order or script, with another legal form.
 * Asked only when no name is the same.
 */
export function likeNames(name: string, reference: Reference, asOf: Day): LikeNames {
  const { results } = screeningOf(reference, asOf).answer({ schema: "Company", properties: { name: [name] } });
  const matches = results.filter(({ match }) => match);
  const [best] = matches;
  if (!best) return { tried: nearest(name, results) };
  const same = matches.filter((one) => best.score - one.score < tooNear && partsOf(one).every(isSameWord));
  if (same.length === 0) return { tried: [`names like ${name}: ${described(best)} differs in a word: ${detailOf(best)}`] };
  return { names: same.map((one) => ({ name: one.matched.listed, note: `by likeness ${one.score.toFixed(2)}: ${detailOf(one)}` })) };
}

function isSameWord({ how, weight, score }: { how: string; weight: number; score: number }): boolean {
  // Joined words whose letters are not all the same hide a misspelling.
  if (how === "joined") return score === 1;
  return sameWord.has(how) || (how === "missing" && weight <= mostMissing);
}

function screeningOf(reference: Reference, asOf: Day): Screening {
  const known = screenings.get(reference);
  if (known) return known;
  const screening = openScreening({ reference, asOf, index: screenIndex(reference, { builtInOnly: true }), limit: 10 });
  screenings.set(reference, screening);
  return screening;
}

function nearest(name: string, results: readonly ScreenResult[]): string[] {
  const [result] = results;
  return result ? [`names like ${name}: the nearest is too far: ${described(result)}`] : [];
}

function described({ matched, score }: ScreenResult): string {
  return `${matched.listed} ${score.toFixed(2)}`;
}

function partsOf({ explanations }: ScreenResult) {
  return explanations.name_match?.parts ?? [];
}

function detailOf({ explanations }: ScreenResult): string {
  return explanations.name_match?.detail ?? "";
}
