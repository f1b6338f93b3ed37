import { useRef, useState } from "react";
import { Link } from "wouter";
import { RequestFailed, type RequestFailure } from "../api/problem.js";
import { longAfter, useWaited } from "../parts/waited.js";
import style from "./doing.module.css";

/**
 * Something that is being done on the server. The same request sent again after no answer came has the same key, so that it is done once; a
 * changed one gets a new key.
 */
export function useDoing(): {
  doing: boolean;
  failure: RequestFailure | null;
  run(work: (key: string) => Promise<void>, asked?: unknown): void;
} {
  const [doing, setDoing] = useState(false);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const sent = useRef({ asked: "", key: "" });
  const run = (work: (key: string) => Promise<void>, asked: unknown = null) => {
    const text = JSON.stringify(asked);
    if (sent.current.asked !== text || sent.current.key === "") sent.current = { asked: text, key: crypto.randomUUID() };
    setDoing(true);
    setFailure(null);
    work(sent.current.key)
      .then(() => {
        sent.current.key = "";
      })
      .catch((error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        if (error.failure.kind !== "unreachable") sent.current.key = "";
        setFailure(error.failure);
      })
      .finally(() => setDoing(false));
  };
  return { doing, failure, run };
}

interface ToldProps {
  doing: boolean;
  failure: RequestFailure | null;
  what: string;
  /** Whether it goes on, and is told, where one looks at another screen meanwhile. */
  elsewhere?: boolean;
}

/** How it goes, in words: that it is being done, or why it was not. What was typed stays where it is. */
export function Told({ doing, failure, what, elsewhere = false }: ToldProps) {
  return (
    <div aria-live="polite">
      {doing ? <Meanwhile what={what} elsewhere={elsewhere} /> : null}
      {failure ? (
        <div className={style.failed}>
          <p>
            <strong>Not done.</strong> {failure.what} {failure.action}
          </p>
          {failure.issues.length > 0 ? (
            <ul>
              {failure.issues.map((one) => (
                <li key={one.where + one.message}>
                  {one.where}: {one.message}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** What is being done; after a while, that one need not stay with it. */
function Meanwhile({ what, elsewhere }: { what: string; elsewhere: boolean }) {
  const waited = useWaited();
  return (
    <p className={style.doing}>
      {what}…
      {waited < longAfter ? null : elsewhere ? (
        <>
          {" "}
          It takes long. Leave this page open; <Link href="/reviews">look at something else meanwhile</Link>, and it goes on in the
          background and says when it is done.
        </>
      ) : (
        " It takes long, and is still being done."
      )}
    </p>
  );
}
