import { useSyncExternalStore } from "react";

/** That something was done, with the way back where the record has one. */
export interface Toast {
  text: string;
  undo?: (() => Promise<void>) | undefined;
  /** Where what was made is looked at. */
  open?: { address: string; title: string } | undefined;
  /** Whether what one came for may be done by it: whoever came from what waits goes back there. */
  finishes?: boolean | undefined;
}

/** A way back is offered for this long. */
const shownFor = 10_000;

let now: Toast | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

/** Tells that something was done. */
export function tellDone(toast: Toast): void {
  show(toast);
  timer = setTimeout(() => show(null), shownFor);
}

/** Takes it away. */
export function closeToast(): void {
  show(null);
}

export function useToast(): Toast | null {
  return useSyncExternalStore(
    (told) => {
      listeners.add(told);
      return () => listeners.delete(told);
    },
    () => now,
  );
}

function show(toast: Toast | null): void {
  clearTimeout(timer);
  now = toast;
  for (const told of listeners) told();
}
