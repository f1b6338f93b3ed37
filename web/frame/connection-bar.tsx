import { useEffect } from "react";
import { lookForServer } from "../api/client.js";
import { signInPage, useConnection } from "../api/connection.js";
import { Worded } from "../parts/worded.js";
import style from "./connection-bar.module.css";

const words = {
  answers: null,
  unreachable:
    "The server does not answer. What you see is what was read last; what you type is kept in this browser. Asking again by itself until it answers.",
  "signed-out": "This session is over. What you typed is kept in this browser.",
} as const;

/** As often as this it is looked for, while the page is looked at and nothing is asked. */
const lookEvery = 15_000;

/** Across the page while the server cannot be worked with, in words. */
export function ConnectionBar() {
  const connection = useConnection();
  const told = words[connection];
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") void lookForServer();
    };
    const turn = setInterval(look, lookEvery);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(turn);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return (
    <div role="status" className={told ? style.bar : undefined}>
      {told} {connection === "signed-out" ? <WayIn /> : null}
    </div>
  );
}

/** How one gets in again: by the team's page, which leads back here, or by a new link of one's own server. */
function WayIn() {
  const page = signInPage();
  const here = `${window.location.pathname}${window.location.search}`;
  if (page === null) return <Worded>Press Enter where `beholden serve` runs, and open the link that it prints.</Worded>;
  return <a href={`${page}?back=${encodeURIComponent(here)}`}>Sign in again</a>;
}
