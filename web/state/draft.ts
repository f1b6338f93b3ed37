import { useCallback, useState } from "react";
import { keep, keptNames, read } from "./kept.js";

/** What somebody typed into a form, kept in this browser until it is sent or thrown away. */
export interface Draft<Fields extends object> {
  fields: Fields;
  change(some: Partial<Fields>): void;
  /** It was sent, or is not wanted: nothing is kept of it. */
  clear(): void;
  /** What was typed into the same form in another tab and is not sent yet; null where there is nothing of that kind. */
  elsewhere: Fields | null;
  /** Goes on with what was typed in the other tab. */
  takeOver(): void;
  forgetElsewhere(): void;
}

let thisTab = tabName();

/** Who has the name before a reload gives it up within this time. */
const patience = 400;

/**
 * Makes sure that no other tab has the name of this one: a tab that was duplicated is born with that of the tab that it was made from, and would
 * write over its drafts. To be done before the first form is drawn.
 */
export async function claimTab(): Promise<void> {
  if (await claimed(thisTab)) return;
  thisTab = keepTabName(newTabName());
  await claimed(thisTab);
}

/** Whether the name is this tab's alone, for as long as the page is open. */
function claimed(name: string): Promise<boolean> {
  return new Promise((tell) => {
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), patience);
    const hold = () => {
      clearTimeout(timer);
      tell(true);
      return new Promise<never>(() => {});
    };
    // A browser without locks has tabs as before.
    if (!navigator.locks) return tell(true);
    navigator.locks.request(`beholden tab ${name}`, { signal: late.signal }, hold).catch(() => tell(false));
  });
}

/**
 * A draft of a form. Each tab has its own, so that two never overwrite each other; it outlives a lost connection, a killed server and a closed
 * page. What another tab left is offered, never taken by itself.
 *
 * @param name of the form and of what it is about, such as `move 2026-0001`
 * @param empty what the fields are before anybody typed
 * @example const draft = useDraft(`note ${id}`, { text: "" });
 */
export function useDraft<Fields extends object>(name: string, empty: Fields): Draft<Fields> {
  const own = `draft ${name} ${thisTab}`;
  const [typed, setTyped] = useState<{ own: string; fields: Fields }>(() => ({ own, fields: { ...empty, ...parsed(read(own)) } }));
  const [, redraw] = useState(0);
  // Another form, or the same one about something else: its own draft.
  const current = typed.own === own ? typed.fields : { ...empty, ...parsed(read(own)) };
  const set = (fields: Fields) => {
    setTyped({ own, fields });
    keep(own, JSON.stringify(fields) === JSON.stringify(empty) ? null : JSON.stringify(fields));
  };
  const clear = useCallback(() => {
    keep(own, null);
    setTyped({ own, fields: empty });
  }, [own, empty]);
  const other = JSON.stringify(current) === JSON.stringify(empty) ? keptNames(`draft ${name} `).find((one) => one !== own) : undefined;
  const left = other === undefined ? null : parsed(read(other));
  const forgetElsewhere = () => {
    if (other !== undefined) keep(other, null);
    redraw((count) => count + 1);
  };
  return {
    fields: current,
    change: (some) => set({ ...current, ...some }),
    clear,
    elsewhere: left && { ...empty, ...(left as Partial<Fields>) },
    takeOver: () => {
      set({ ...empty, ...(left as Partial<Fields>) });
      forgetElsewhere();
    },
    forgetElsewhere,
  };
}

function parsed(text: string | null): object | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** A name of this tab that a reload keeps. */
function tabName(): string {
  try {
    return keepTabName(sessionStorage.getItem("beholden:tab") ?? newTabName());
  } catch {
    return "only";
  }
}

function newTabName(): string {
  return crypto.randomUUID().slice(0, 8);
}

function keepTabName(name: string): string {
  sessionStorage.setItem("beholden:tab", name);
  return name;
}
