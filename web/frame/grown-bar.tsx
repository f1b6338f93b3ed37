import { useEffect, useState } from "react";
import type { DocketRecord } from "../../src/model/index.js";
import { get } from "../api/client.js";
import { RequestFailed } from "../api/problem.js";
import { headPath, useHead } from "../api/record.js";
import { useSession } from "../api/session.js";
import { refreshAnswers } from "../api/use-answer.js";
import { Action } from "../parts/action.js";
import { momentWords } from "../parts/days.js";
import style from "./connection-bar.module.css";

/** What is read of the docket, and made old by what others write. */
const ofDocket = ["/api/cases", "/api/work", "/api/record", "/api/templates", "/api/people"];

/** Says, to whoever comes back to the page, that others wrote since it was read; what is shown stays until it is asked for. */
export function GrownBar() {
  const mayRead = useSession()?.permissions.includes("record:read") ?? false;
  const { value, readAt } = useHead(mayRead);
  const [newest, setNewest] = useState(0);
  useEffect(() => {
    if (!mayRead) return;
    const look = () => {
      if (document.visibilityState !== "visible") return;
      get<DocketRecord>(headPath).then(
        ({ head }) => setNewest(head.number),
        (error: unknown) => {
          // That the server does not answer is said by the bar above.
          if (!(error instanceof RequestFailed)) throw error;
        },
      );
    };
    window.addEventListener("focus", look);
    return () => window.removeEventListener("focus", look);
  }, [mayRead]);
  const more = value ? newest - value.head.number : 0;
  return (
    <div role="status" className={more > 0 ? style.bar : undefined}>
      {more > 0 ? (
        <>
          The record has {more.toLocaleString("en")} {more === 1 ? "entry" : "entries"} more than when this page was read,{" "}
          {momentWords(readAt ?? "")}.{" "}
          <Action
            onPress={() => {
              for (const one of ofDocket) refreshAnswers(one);
            }}
          >
            Read it again
          </Action>
        </>
      ) : null}
    </div>
  );
}
