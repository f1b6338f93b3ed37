import { Review } from "../../src/model/index.js";

/** Would say so in the page if anything of it ever ran, or ask for something elsewhere. */
export const planted = `<img src="https://planted.example/x" onerror="window.planted=1"><script>window.planted=1</script>{{7*7}}javascript:window.planted=1`;

/** Fields that hold text of artefacts, of the reference or of rules: whatever stands there is shown as it is. */
const texts = new Set(
  "title explanation because name citation note value message expected action reason locator path answer assumptions reasons settle leaves does who dueInWords content evidence by why services service".split(
    " ",
  ),
);

/**
 * A review with planted markup in every text, and as many findings as asked: a valid one, as an artefact, a catalogue or a rule pack of a stranger
 * could make it.
 */
export function plantedReview(review: Review, findings: number): Review {
  const many = Array.from({ length: findings }, (_, index) => {
    const one = review.findings[index % review.findings.length];
    return { ...one, id: index < review.findings.length ? one?.id : `copy-${index}` };
  });
  return Review.parse(plant({ ...review, findings: many }, null));
}

function plant(value: unknown, field: string | null): unknown {
  if (typeof value === "string")
    return field !== null && texts.has(field) && !/^(beholden|\d{4}-)/.test(value) ? `${value} ${planted}` : value;
  if (Array.isArray(value)) return value.map((one) => plant(one, field));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plant(one, key)]));
}
