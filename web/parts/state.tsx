import type { ReactNode } from "react";
import type { RequestFailure } from "../api/problem.js";
import type { Answered } from "../api/use-answer.js";
import { Action } from "./action.js";
import { momentWords } from "./days.js";
import style from "./state.module.css";
import { longAfter, namedAfter, silentFor, useWaited } from "./waited.js";
import { Worded } from "./worded.js";

interface AnswerProps<Answer> {
  of: Answered<Answer>;
  /** What is asked for, in words: "the findings". */
  what: string;
  children(value: Answer): ReactNode;
}

/**
 * Shows an answer, or why there is none. What was shown stays while it is asked for again, and where that fails: then it says so, and from
 * when it is.
 */
export function AnswerOf<Answer>({ of, what, children }: AnswerProps<Answer>) {
  const { value, failure, asking, readAt, again } = of;
  if (value === undefined) return failure ? <Failure failure={failure} what={what} again={again} /> : <Waiting what={what} />;
  return (
    <>
      {failure ? (
        <Note kind="stale">
          This is {what} as read on {momentWords(readAt ?? "")}. {failure.what} {failure.action} <Action onPress={again}>Try again</Action>
        </Note>
      ) : null}
      {asking ? <Updating what={what} /> : null}
      {children(value)}
    </>
  );
}

/** What is shown stays while it is read again; a short wait is not told. */
function Updating({ what }: { what: string }) {
  return useWaited() < silentFor ? null : (
    <p className={style.updating} role="status">
      Reading {what} again…
    </p>
  );
}

/** A wait: silent at first, then the outline of what comes, then words, then that one need not stay. */
export function Waiting({ what }: { what: string }) {
  const waited = useWaited();
  if (waited < silentFor) return <div className={style.silent} aria-busy="true" />;
  return (
    <div className={style.waiting}>
      <p role="status" className={waited < namedAfter ? "unseen" : undefined}>
        Reading {what}…
        {waited < longAfter
          ? ""
          : " It takes long. You may look at other screens meanwhile: it goes on, and is shown here once it is there."}
      </p>
      <div className={style.lines} aria-busy="true">
        {["70%", "95%", "85%", "60%"].map((width) => (
          <span key={width} className={style.line} style={{ inlineSize: width }} aria-hidden="true" />
        ))}
      </div>
    </div>
  );
}

/** What failed, what still works, what to do, and a code to report. */
export function Failure({ failure, what, again }: { failure: RequestFailure; what: string; again?: (() => void) | undefined }) {
  const heading =
    failure.kind === "forbidden"
      ? `You may not see ${what}`
      : failure.kind === "not-found"
        ? "There is nothing at this address"
        : `Could not read ${what}`;
  return (
    <section className={style.failure} aria-label={heading} role="alert">
      <h2>{heading}</h2>
      <p>
        <Worded>{`${failure.what} ${failure.action}`}</Worded>
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
      {failure.kind === "fault" ? (
        <p>Every other screen is asked for apart and still works. What you typed is kept in this browser.</p>
      ) : null}
      <p className={style.code}>
        Code <code>{failure.code}</code> <Action onPress={() => void navigator.clipboard?.writeText(failure.code)}>Copy the code</Action>
      </p>
      {again && failure.kind !== "not-found" && failure.kind !== "forbidden" ? <Action onPress={again}>Try again</Action> : null}
    </section>
  );
}

/**
 * Nothing to show, and which of the four kinds of nothing it is: nothing is there yet, nothing matches what was asked, nothing that you may see,
 * or it was looked for and none was found.
 */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className={style.empty} aria-label={title}>
      <p className={style.title}>{title}</p>
      {children}
    </section>
  );
}

/** A remark across the page: that something is old, cannot be done, or has to be known. */
export function Note({ kind, children }: { kind: "stale" | "plain"; children: ReactNode }) {
  return (
    <p className={`${style.note} ${style[kind]}`} role={kind === "stale" ? "status" : undefined}>
      {children}
    </p>
  );
}
