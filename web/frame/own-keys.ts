/** Keys that somebody gave another letter, from the usual one to their own; the rest are the usual ones. */
export type OwnKeys = Readonly<Record<string, string>>;

/** Where this browser keeps them. */
export const ownKeysSetting = "own-keys";

/** Whether a key is one character, which can be changed and turned off (WCAG 2.1.4). */
export function isCharacter(key: string): boolean {
  return [...key].length === 1 && key !== " ";
}

/** Own keys as they were kept; none where they cannot be read. */
export function ownKeysFrom(kept: string | null): OwnKeys {
  try {
    const found: unknown = JSON.parse(kept ?? "{}");
    const pairs = Object.entries(found ?? {}).filter(([usual, own]) => isCharacter(usual) && typeof own === "string" && isCharacter(own));
    const keys = Object.fromEntries(pairs) as Record<string, string>;
    // Each key does one thing: what does not pair up is none of ours.
    const same = [...Object.keys(keys)].sort().join() === [...Object.values(keys)].sort().join();
    return same ? keys : {};
  } catch {
    return {};
  }
}

/** The key to press for what a usual one does. */
export function ownKey(keys: OwnKeys, usual: string): string {
  return Object.hasOwn(keys, usual) ? (keys[usual] ?? usual) : usual;
}

/** What a pressed key usually is. */
export function usualKey(keys: OwnKeys, pressed: string): string {
  return Object.entries(keys).find(([, own]) => own === pressed)?.[0] ?? pressed;
}

/** Gives something another key. What was done by that key until now is done by the one that is free then, so that nothing is lost. */
export function withOwnKey(keys: OwnKeys, usual: string, pressed: string): OwnKeys {
  const changed = { ...keys, [usualKey(keys, pressed)]: ownKey(keys, usual), [usual]: pressed };
  return Object.fromEntries(Object.entries(changed).filter(([one, own]) => one !== own));
}
