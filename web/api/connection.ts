import { useSyncExternalStore } from "react";

/** Whether the server answers, as the last request found. */
export type Connection = "answers" | "unreachable" | "signed-out";

let now: Connection = "answers";
let signInAt: string | null = null;
const listeners = new Set<() => void>();

/** Told by every request how it went. */
export function noteConnection(found: Connection): void {
  if (found === now) return;
  now = found;
  for (const told of listeners) told();
}

/** Told where one signs in anew; null where a link of the server does that. */
export function noteSignIn(address: string | null): void {
  signInAt = address;
}

/** The page at which one signs in anew; null where there is none. */
export function signInPage(): string | null {
  return signInAt;
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
