import type { ReactNode } from "react";

/** A sentence in which what is typed stands between backticks, as the command line writes it: here it is set as code. */
export function Worded({ children }: { children: string }): ReactNode {
  // Every second part was between two backticks.
  const parts = children.split(/`([^`]+)`/);
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of a sentence have no other name, and never change places
  return parts.map((part, at) => (at % 2 === 1 ? <code key={at}>{part}</code> : part));
}
