import { ownKey, ownKeysFrom, ownKeysSetting } from "../frame/own-keys.js";
import { useKept } from "../state/kept.js";

/** A key as somebody has to press it: their own, where they gave it another. */
export function Key({ usual, className }: { usual: string; className?: string | undefined }) {
  const [kept] = useKept(ownKeysSetting);
  return <kbd className={className}>{usual === "Escape" ? "Esc" : ownKey(ownKeysFrom(kept), usual)}</kbd>;
}
