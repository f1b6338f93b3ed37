import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { get } from "./client.js";
import { onConnection } from "./connection.js";
import { RequestFailed, type RequestFailure, unreachable } from "./problem.js";

/** How an answer stands: `value` may be an older one that is still shown while a new one is asked for, or because none came. */
export interface Answered<Answer> {
  value: Answer | undefined;
  failure: RequestFailure | undefined;
  asking: boolean;
  /** When `value` was read; undefined where nothing was. */
  readAt?: string | undefined;
  again(): void;
}

interface Held {
  value?: unknown;
  failure?: RequestFailure | undefined;
  asking: boolean;
  readAt?: string | undefined;
  /** Whether its texts are as they came. */
  exact?: boolean;
}

const mostHeld = 80;
const held = new Map<string, Held>();
const listeners = new Set<() => void>();

/**
 * What the server answers to a path. What was answered before is shown at once, so that Back returns to the same picture; `lasting` answers
 * can never change and are not asked for twice. However many parts of a page ask the same, it is asked once.
 *
 * @param path null: nothing is asked yet
 * @param exact see `get`
 */
export function useAnswer<Answer>(
  path: string | null,
  { lasting = false, exact = false }: { lasting?: boolean; exact?: boolean } = {},
): Answered<Answer> {
  const { value, failure, asking, readAt } = useSyncExternalStore(subscribe, () => (path === null ? nothing : (held.get(path) ?? nothing)));
  const again = useCallback(() => {
    if (path !== null) ask(path, { exact });
  }, [path, exact]);
  useEffect(() => watch(path === null ? [] : [path]), [path]);
  useEffect(() => {
    if (path !== null && !(lasting && held.get(path)?.value !== undefined)) ask(path, { exact });
  }, [path, lasting, exact]);
  useEffect(
    () =>
      onConnection((found) => {
        if (found === "answers" && path !== null && held.get(path)?.failure === unreachable) ask(path, { exact });
      }),
    [path, exact],
  );
  return { value: value as Answer | undefined, failure, asking, readAt, again };
}

/** What the server answers to each of several paths, in their order; those that are not there yet are undefined. None of them can change. */
export function useLastingAnswers<Answer>(paths: readonly string[]): Answered<(Answer | undefined)[]> {
  const key = paths.join(" ");
  const states = useSyncExternalStore(subscribe, () =>
    key
      .split(" ")
      .map((path) => stateOf(held.get(path)))
      .join(" "),
  );
  const again = useCallback(() => {
    for (const path of key.split(" ").filter(Boolean)) if (held.get(path)?.value === undefined) ask(path);
  }, [key]);
  useEffect(() => watch(key.split(" ").filter(Boolean)), [key]);
  useEffect(
    () =>
      onConnection((found) => {
        if (found === "answers") for (const path of key.split(" ")) if (held.get(path)?.failure === unreachable) ask(path);
      }),
    [key],
  );
  useEffect(() => {
    const missing = states.includes("none") ? key.split(" ").filter((path) => path && stateOf(held.get(path)) === "none") : [];
    for (const path of missing) ask(path);
  }, [key, states]);
  const all = paths.map((path) => held.get(path) ?? nothing);
  return {
    value: all.map(({ value }) => value as Answer | undefined),
    failure: all.find(({ failure }) => failure)?.failure,
    asking: all.some(({ asking }) => asking),
    readAt: all.flatMap(({ readAt }) => readAt ?? []).sort()[0],
    again,
  };
}

/** How long nothing was asked for before a page is quiet, in milliseconds: one answer often leads to the next question. */
const quietAfter = 300;

/**
 * Whether all that the page asked for at first was answered. What stands around every screen is asked for then, since who opened a page waits for
 * what is on it.
 */
export function useQuiet(): boolean {
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (quiet) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      timer = [...held.values()].some(({ asking }) => asking) ? undefined : setTimeout(() => setQuiet(true), quietAfter);
    };
    look();
    const stop = subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [quiet]);
  return quiet;
}

function stateOf(one: Held | undefined): string {
  if (one?.value === undefined) return one?.failure ? "failed" : "none";
  return one.failure ? "old" : "there";
}

/** Forgets answers that a change has made old. */
export function forgetAnswers(startingWith: string): void {
  for (const path of held.keys()) if (path.startsWith(startingWith)) held.delete(path);
  tell();
}

/**
 * Asks again for what a change has made old: what is on the page stays until the new answer is there, and what is not on it is forgotten. What was
 * asked before the change, and is answered after it, is not taken.
 */
export function refreshAnswers(startingWith: string): void {
  otherTabs?.postMessage(startingWith);
  refreshHere(startingWith);
}

/** The other tabs of this browser: what one of them changed is read again in all. */
const otherTabs = typeof window === "undefined" ? null : new BroadcastChannel("beholden");
otherTabs?.addEventListener("message", ({ data }) => refreshHere(String(data)));

function refreshHere(startingWith: string): void {
  for (const path of [...held.keys()].filter((one) => one.startsWith(startingWith))) {
    if ((watched.get(path) ?? 0) > 0) ask(path, { anew: true, exact: held.get(path)?.exact ?? false });
    else held.delete(path);
  }
  tell();
}

const nothing: Held = { asking: false };
/** How many parts of the page show what a path answers. */
const watched = new Map<string, number>();

/** Notes that a part of the page shows what paths answer; gives the way to stop that. */
function watch(paths: readonly string[]): () => void {
  for (const path of paths) watched.set(path, (watched.get(path) ?? 0) + 1);
  return () => {
    for (const path of paths) watched.set(path, (watched.get(path) ?? 1) - 1);
  };
}

/** The last request for each path: an earlier one's answer is not taken. */
const latest = new Map<string, symbol>();

function ask(path: string, { anew = false, exact = false } = {}): void {
  const { value, failure, asking, readAt } = held.get(path) ?? nothing;
  if (asking && !anew) return;
  const request = Symbol(path);
  latest.set(path, request);
  // Where nothing is shown yet, a new try is a wait again, not the old failure.
  hold(path, { value, failure: value === undefined ? undefined : failure, readAt, asking: true, exact });
  const take = (answer: Held) => {
    if (latest.get(path) !== request) return;
    latest.delete(path);
    hold(path, answer);
  };
  get(path, { exact }).then(
    (answer) => take({ value: answer, readAt: new Date().toISOString(), asking: false, exact }),
    (error) => take({ value, readAt, failure: error instanceof RequestFailed ? error.failure : faultOf(error), asking: false, exact }),
  );
}

function hold(path: string, answer: Held): void {
  held.delete(path);
  held.set(path, answer);
  for (const oldest of held.keys()) if (held.size > mostHeld) held.delete(oldest);
  tell();
}

function tell(): void {
  for (const told of listeners) told();
}

function subscribe(told: () => void): () => void {
  listeners.add(told);
  return () => listeners.delete(told);
}

function faultOf(error: unknown): RequestFailure {
  return {
    kind: "fault",
    what: "The page could not read the answer.",
    action: "Load the page again. If it stays, please report it.",
    code: error instanceof Error ? error.message : String(error),
    issues: [],
  };
}
