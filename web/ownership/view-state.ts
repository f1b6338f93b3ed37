import { useCallback, useReducer } from "react";
import { useLocation, useSearch } from "wouter";

/** What of the family is looked at, as the address holds it; each part is empty where the usual holds. */
export const viewParts = ["on", "since", "min", "ended", "kinds", "open", "folded", "country", "first"] as const;
export type ViewPart = (typeof viewParts)[number];
export type ViewState = Readonly<Record<ViewPart, string>>;

interface Steps {
  past: ViewState[];
  future: ViewState[];
}

/** What was done to the view of each family since the page was loaded: kept when one goes elsewhere and returns. */
const stepsOf = new Map<string, Steps>();

/** The state of a view that stands in the address, with undo and redo of everything that was done to it, without a limit. */
export function useViewState(family: string) {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const query = new URLSearchParams(search);
  const state = Object.fromEntries(viewParts.map((part) => [part, query.get(part) ?? ""])) as ViewState;
  const steps = stepsOf.get(family) ?? { past: [], future: [] };
  stepsOf.set(family, steps);
  const show = useCallback(
    (next: ViewState, replace: boolean) => {
      const changed = new URLSearchParams(window.location.search);
      for (const part of viewParts) {
        if (next[part] === "") changed.delete(part);
        else changed.set(part, next[part]);
      }
      const text = changed.toString();
      navigate(text ? `${path}?${text}` : path, { replace });
      drawAgain();
    },
    [path, navigate],
  );
  const turn = (from: ViewState[], to: ViewState[]) => {
    const next = from.pop();
    if (!next) return;
    to.push(state);
    show(next, true);
  };
  return {
    state,
    act: (change: Partial<ViewState>) => {
      steps.past.push(state);
      steps.future = [];
      show({ ...state, ...change }, true);
    },
    undo: () => turn(steps.past, steps.future),
    redo: () => turn(steps.future, steps.past),
    undone: steps.past.length,
    redone: steps.future.length,
  };
}

/** A part that is a list, and the same with something added to it or taken out. */
export function listed(text: string): string[] {
  return text.split(",").filter(Boolean);
}

export function toggled(text: string, one: string): string {
  const all = listed(text);
  return (all.includes(one) ? all.filter((other) => other !== one) : [...all, one]).join(",");
}
