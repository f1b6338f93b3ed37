import type { PreparedName } from "./types.js";

/** Keys of which two names over the threshold nearly always share one. */
export function blockingKeys(prepared: PreparedName): string[] {
  const telling = [...prepared.words].sort((one, other) => other.weight - one.weight || other.form.length - one.form.length).slice(0, 4);
  return [
    ...new Set([
      ...telling.map(({ skeleton, sound }) => (skeleton.length > 1 ? skeleton.slice(0, 4) : sound.slice(0, 4))),
      prepared.whole.slice(0, 8),
    ]),
  ];
}
