import { type ReactNode, useState } from "react";
import { counted } from "../../src/report/words.js";
import { Action } from "./action.js";
import { usePrinting } from "./printing.js";

/** Shorter lists are drawn whole. */
const drawnAtOnce = 50;

/**
 * The first of a long list, for a page that would draw thousands at once: the rest when it is asked for, and in print.
 *
 * @param all in their order, what matters most first
 * @param what one of them is called, for the words under them
 * @returns what to draw, and what to say under it
 */
export function useFirstOfMany<One>(all: readonly One[], what: string): { shown: readonly One[]; under: ReactNode } {
  const [whole, setWhole] = useState(false);
  const printing = usePrinting();
  if (all.length <= drawnAtOnce) return { shown: all, under: null };
  return {
    shown: whole || printing ? all : all.slice(0, drawnAtOnce),
    under: (
      <p>
        {whole ? `All ${counted(all.length, what)}. ` : `The first ${drawnAtOnce} of ${counted(all.length, what)}. `}
        <Action pressed={whole} onPress={() => setWhole(!whole)}>
          Show all
        </Action>
      </p>
    ),
  };
}
