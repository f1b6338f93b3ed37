import { useState } from "react";
import { Link } from "wouter";
import { RequestFailed } from "../api/problem.js";
import { useKeys } from "../frame/keys.js";
import { closeToast, type Toast, tellDone, useToast } from "../state/toast.js";
import { Action } from "./action.js";
import { Key } from "./key.js";
import style from "./toast.module.css";

/** What was done last, and the way back for a few seconds; what cannot be undone any more is undone by withdrawing or correcting it later. */
export function DoneToast() {
  const toast = useToast();
  const [undoing, setUndoing] = useState(false);
  const undo = toast?.undo && !undoing ? () => goBack(toast, setUndoing) : undefined;
  useKeys("What was done last", undo ? [{ keys: "u", does: "Undo it", run: undo }] : []);
  return (
    <div role="status" className={toast ? style.toast : undefined}>
      {toast ? (
        <>
          <p>{toast.text}</p>
          {toast.undo ? (
            <Action disabled={undoing} onPress={() => undo?.()}>
              Undo <Key usual="u" />
            </Action>
          ) : null}
          {toast.open ? (
            <Link href={toast.open.address} onClick={closeToast}>
              {toast.open.title}
            </Link>
          ) : null}
          <Action onPress={closeToast}>Close</Action>
        </>
      ) : null}
    </div>
  );
}

function goBack({ text, undo }: Toast, setUndoing: (undoing: boolean) => void): void {
  setUndoing(true);
  undo?.()
    .then(
      () => tellDone({ text: `Undone: ${text}` }),
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        tellDone({ text: `Not undone. ${error.failure.what} ${error.failure.action}` });
      },
    )
    .finally(() => setUndoing(false));
}
