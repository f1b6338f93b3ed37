import { useCallback, useSyncExternalStore } from "react";

const prefix = "beholden:";
const listeners = new Set<() => void>();
/** What could not be kept in the browser is held here, for as long as the page is open. */
const unkept = new Map<string, string>();

/**
 * A text that this browser keeps: settings, and drafts of what was typed. It outlives a lost connection, a killed server and a closed page, and
 * changes in every tab at once.
 */
export function useKept(name: string, usual = ""): [string, (value: string) => void] {
  const value = useSyncExternalStore(subscribe, () => read(name) ?? usual);
  const change = useCallback((next: string) => keep(name, next === usual ? null : next), [name, usual]);
  return [value, change];
}

/** The same outside a component. */
export function read(name: string): string | null {
  try {
    return unkept.get(name) ?? localStorage.getItem(prefix + name);
  } catch {
    return unkept.get(name) ?? null;
  }
}

/** Names of what is kept that begin with a text. */
export function keptNames(beginning: string): string[] {
  try {
    const stored = Object.keys(localStorage).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
    return [...new Set([...stored, ...unkept.keys()])].filter((name) => name.startsWith(beginning)).sort();
  } catch {
    return [...unkept.keys()].filter((name) => name.startsWith(beginning));
  }
}

/** Keeps a text, or, with null, forgets it. */
export function keep(name: string, value: string | null): void {
  unkept.delete(name);
  try {
    if (value === null) localStorage.removeItem(prefix + name);
    else localStorage.setItem(prefix + name, value);
  } catch {
    // The browser keeps nothing, or is full.
    if (value !== null) unkept.set(name, value);
  }
  for (const told of listeners) told();
}

function subscribe(told: () => void): () => void {
  listeners.add(told);
  window.addEventListener("storage", told);
  return () => {
    listeners.delete(told);
    window.removeEventListener("storage", told);
  };
}
