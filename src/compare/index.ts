export { type CompareOptions, compareReviews, inputsVaried, type NamedReview } from "./compare.js";
export { combinations, type Rerun } from "./reruns.js";
