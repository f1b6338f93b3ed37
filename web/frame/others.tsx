import { useLocation } from "wouter";
import { useOthers } from "../api/presence.js";
import style from "./others.module.css";
import { subjectOf } from "./screens.js";

/** Who else is on this page of a case, in words; empty where nobody is. */
export function Others() {
  const [location] = useLocation();
  const others = useOthers(subjectOf(location).case === null ? null : location);
  return (
    <div role="status" className={others.length > 0 ? style.others : undefined}>
      {others.length === 0
        ? ""
        : `${others.slice(0, 5).join(", ")}${others.length > 5 ? ` and ${others.length - 5} more` : ""} ${others.length === 1 ? "is" : "are"} on this page.`}
    </div>
  );
}
