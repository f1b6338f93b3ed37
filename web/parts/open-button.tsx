import type { ReactNode } from "react";
import style from "./open-button.module.css";

interface OpenButtonProps {
  /** Whether what it opens is open; left out where that shows elsewhere. */
  pressed?: boolean;
  onPress(): void;
  children: ReactNode;
}

/** A name in a list or table that opens what it names beside it. */
export function OpenButton({ pressed, onPress, children }: OpenButtonProps) {
  return (
    <button type="button" className={style.open} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  );
}
