import { useEffect, useRef } from "react";
import { read } from "../state/kept.js";
import { isCharacter, ownKeysFrom, ownKeysSetting, usualKey } from "./own-keys.js";

/** A key that does something, with the words that the sheet of keys has for it. */
export interface KeyBinding {
  /** Such as `j`, `?`, `Escape`, `g o` for one after the other. */
  keys: string;
  does: string;
  run(): void;
}

/** Bindings that hold now, the innermost last; the sheet lists them. */
const bound = new Set<{ title: string; bindings: readonly KeyBinding[] }>();
let first: string | null = null;

/** Whether single letters are shortcuts; anyone may turn them off (WCAG 2.1.4). */
export const singleKeysSetting = "single-keys";

/** Binds keys for as long as the component is shown. */
export function useKeys(title: string, bindings: readonly KeyBinding[]): void {
  const entry = useRef({ title, bindings });
  entry.current.title = title;
  entry.current.bindings = bindings;
  useEffect(() => {
    const mine = entry.current;
    bound.add(mine);
    return () => {
      bound.delete(mine);
    };
  }, []);
}

/** What is bound now, for the sheet: of several that are called the same, such as drawings beside each other, the innermost. */
export function boundKeys(): { title: string; bindings: readonly KeyBinding[] }[] {
  const held = [...bound].filter(({ bindings }) => bindings.length > 0);
  return [...new Map(held.map((one) => [one.title, one])).values()];
}

/** Listens for the whole page; called once. */
export function listenForKeys(): void {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const target = event.target as HTMLElement;
    if (event.key !== "Escape" && (takesText(target) || read(singleKeysSetting) === "off")) return;
    // A dialog has its own keys.
    if (target.closest("[role=dialog]")) return;
    // A button, link or list keeps Enter for itself.
    if (event.key === "Enter" && target !== document.body && target.closest("a, button, summary, [role=option]")) return;
    const pressed = isCharacter(event.key) ? usualKey(ownKeysFrom(read(ownKeysSetting)), event.key) : event.key;
    const keys = first === null ? pressed : `${first} ${event.key}`;
    const all = [...bound].reverse().flatMap(({ bindings }) => bindings);
    const binding = all.find((one) => one.keys === keys);
    first = null;
    if (binding) {
      event.preventDefault();
      binding.run();
    } else if (all.some((one) => one.keys.startsWith(`${pressed} `))) {
      first = pressed;
    }
  });
}

/** Whether what is typed goes into a field. */
function takesText(target: HTMLElement): boolean {
  if (target.isContentEditable) return true;
  return target.closest("input, textarea, select, [role=textbox], [role=searchbox], [role=combobox]") !== null;
}
