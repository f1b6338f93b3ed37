/** The screens of one review: their place in its address, their name, and the letter that leads there after `g`. */
export const reviewScreens = [
  { path: "", title: "Overview", key: "o" },
  { path: "/findings", title: "Findings", key: "f" },
  { path: "/reach", title: "Who can reach what", key: "r" },
  { path: "/where", title: "Where data sits", key: "w" },
  { path: "/measures", title: "Measures", key: "m" },
  { path: "/impact", title: "What a cut-off breaks", key: "i" },
  { path: "/left-open", title: "What is left open", key: "l" },
] as const;

/** The address of a screen of a review. */
export function reviewAddress(review: string, path: string = ""): string {
  return `/reviews/${review}${path}`;
}
