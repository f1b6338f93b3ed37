import { useSyncExternalStore } from "react";

/** Whether the server answers, as the last request found. */
export type Connection = "answers" | "unreachable" | "signed-out";

let now: Connection = "answers";
const listeners = new Set<() => void>();

/** Told by every request how it went. */
export function noteConnection(found: Connection): void {
  if (found === now) return;
  now = found;
  for (const told of listeners) told();
}

/** How the connection is; the component is drawn again when that changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(subscribe, () => now);
}

/** Calls back whenever the connection changes; gives the way to stop that. */
export function onConnection(told: (found: Connection) => void): () => void {
  return subscribe(() => told(now));
}

function subscribe(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}
