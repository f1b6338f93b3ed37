import type { ReactNode } from "react";
import style from "./action.module.css";

interface ActionProps {
  onPress?(): void;
  /** The one thing that the page asks for; everything else is quiet. */
  main?: boolean;
  submit?: boolean;
  disabled?: boolean;
  label?: string | undefined;
  pressed?: boolean | undefined;
  controls?: string | undefined;
  /** Id of the text that says why it cannot be pressed. */
  describedBy?: string | undefined;
  expanded?: boolean | undefined;
  children: ReactNode;
}

/** A button. */
export function Action({ onPress, main, submit, disabled, label, pressed, expanded, controls, describedBy, children }: ActionProps) {
  return (
    <button
      type={submit ? "submit" : "button"}
      className={main ? `${style.action} ${style.main}` : style.action}
      onClick={onPress}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
      aria-controls={controls}
      aria-describedby={describedBy}
    >
      {children}
    </button>
  );
}
