/**
 * The key that one comes to in a list, so many places on from where one is; the first where one is nowhere yet, never beyond an end.
 *
 * @param keys of what is listed, in its order
 * @param at where one is; what is not in the list is nowhere
 */
export function stepIn(keys: readonly string[], at: string, by: number): string | undefined {
  const place = keys.indexOf(at);
  return keys[Math.min(keys.length - 1, Math.max(0, place < 0 ? 0 : place + by))];
}
