import { useConnection } from "../api/connection.js";
import style from "./connection-bar.module.css";

const words = {
  answers: null,
  unreachable:
    "The server does not answer. What you see is what was read last; what you type is kept in this browser. Asking again by itself until it answers.",
  "signed-out":
    "This session is over. What you typed is kept in this browser. Press Enter where `beholden serve` runs, and open the link that it prints.",
} as const;

/** Across the page while the server cannot be worked with, in words. */
export function ConnectionBar() {
  const told = words[useConnection()];
  return (
    <div role="status" className={told ? style.bar : undefined}>
      {told}
    </div>
  );
}
