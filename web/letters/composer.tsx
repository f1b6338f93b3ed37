import { useEffect, useMemo, useRef, useState } from "react";
import type { LetterPreview, ShownLetter } from "../../src/model/index.js";
import { previewLetter, saveFields } from "../api/letters.js";
import { RequestFailed, type RequestFailure } from "../api/problem.js";
import { notAllowed, useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { ConflictView } from "../parts/conflict.js";
import { Note } from "../parts/state.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { Approval } from "./approval.js";
import { IssueStep } from "./issue-step.js";
import { LetterField } from "./letter-field.js";
import { LetterPage } from "./letter-page.js";
import style from "./letters.module.css";
import { UncheckedCitations } from "./unchecked.js";

type Fields = Record<string, string>;
interface Typed {
  /** Fields that differ from what is saved. */
  fields: Fields;
  /** The version that they were typed on; 0: none were. */
  seen: number;
}

const nothing: Typed = { fields: {}, seen: 0 };
/** So long nothing may be typed before the page is made anew. */
const pause = 350;

/** Fields on the left, the page that they make on the right. What is typed stays in this browser until it is saved. */
export function Composer({ of, shown }: { of: string; shown: ShownLetter }) {
  const may = useMay()("letter:draft");
  const draft = useDraft<Typed>(`letter ${of} ${shown.id}`, nothing);
  const doing = useDoing();
  const typed = draft.fields.fields;
  const changed = Object.keys(typed).length > 0;
  const { preview, failure } = usePreview(of, shown, typed);
  const seen = draft.fields.seen || shown.version;
  const values: Fields = { ...shown.fields, ...typed };
  const change = (id: string, text: string) => {
    const { [id]: _, ...rest } = typed;
    const fields = text === (shown.fields[id] ?? "") ? rest : { ...rest, [id]: text };
    draft.change(Object.keys(fields).length > 0 ? { fields, seen } : nothing);
  };
  const save = (fields: Fields, on: number) =>
    doing.run(
      async (key) => {
        await saveFields(of, shown.id, fields, on, key);
        draft.clear();
      },
      [fields, on],
    );
  const conflict = doing.failure?.conflict;
  const asks = preview?.asks ?? shown.asks;
  const missing = preview?.missing ?? shown.missing;
  return (
    <>
      {failure ? (
        <Note kind="stale">
          The page is as last made. {failure.what} {failure.action}
        </Note>
      ) : null}
      {draft.elsewhere && Object.keys(draft.elsewhere.fields).length > 0 ? (
        <Note kind="plain">
          Something typed here in another tab was not saved. <Action onPress={draft.takeOver}>Go on with it</Action>{" "}
          <Action onPress={draft.forgetElsewhere}>Throw it away</Action>
        </Note>
      ) : null}
      {shown.version !== seen && changed ? (
        <Note kind="stale">Somebody saved this letter after you began to type. Saving shows mine, theirs and merged.</Note>
      ) : null}
      <Missing missing={missing} />
      <UncheckedCitations of={of} letter={shown.id} citations={preview?.unchecked ?? shown.unchecked} unsaved={changed} />
      <Steps of={of} shown={shown} changed={changed} missing={missing} />
      <div className={style.composer}>
        <form
          className={style.fields}
          aria-label="Fields of the letter"
          onSubmit={(event) => {
            event.preventDefault();
            if (changed && may) save(typed, seen);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.currentTarget.requestSubmit();
          }}
        >
          <h2 className="unseen">Fields</h2>
          {may ? null : <p>{notAllowed("letter:draft")}</p>}
          {Object.entries(asks).map(([id, ask]) => (
            <LetterField
              key={id}
              id={id}
              ask={ask}
              value={values[id] ?? ""}
              unsaved={typed[id] !== undefined}
              fault={preview?.faults[id]}
              sentences={preview?.sources[id] ?? []}
              disabled={!may}
              onChange={(text) => change(id, text)}
            />
          ))}
          {conflict ? (
            <ConflictView
              conflict={conflict}
              onSave={(state) => {
                const merged = (state as { fields?: Fields } | null)?.fields ?? {};
                save(
                  Object.fromEntries(Object.entries(merged).filter(([id, text]) => asks[id] !== undefined && text !== shown.fields[id])),
                  conflict.current,
                );
              }}
            />
          ) : (
            <Told doing={doing.doing} failure={doing.failure} what="Saving" />
          )}
          <p className={style.buttons}>
            <Action submit main disabled={!changed || !may || doing.doing}>
              Save {changed ? `${Object.keys(typed).length} changed` : ""} <kbd>Ctrl Enter</kbd>
            </Action>
            {changed ? (
              <Action onPress={draft.clear}>Throw away what I typed</Action>
            ) : (
              <span className={style.quiet}>Everything is saved.</span>
            )}
          </p>
        </form>
        <LetterPage letter={preview?.letter ?? shown.letter} />
      </div>
    </>
  );
}

function Missing({ missing }: { missing: readonly string[] }) {
  return (
    <div role="status">
      {missing.length > 0 ? (
        <div className={style.missing}>
          <p>
            <strong>
              {missing.length === 1 ? "One thing is" : `${missing.length} things are`} missing: it cannot be approved or issued before.
            </strong>
          </p>
          <details>
            <summary>What is missing</summary>
            <ul>
              {[...new Set(missing)].map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </details>
        </div>
      ) : null}
    </div>
  );
}

function Steps({ of, shown, changed, missing }: { of: string; shown: ShownLetter; changed: boolean; missing: readonly string[] }) {
  if (changed) return <p className={style.quiet}>Approval and issue are of what is saved: save what you typed first.</p>;
  if (missing.length > 0) return null;
  return (
    <div className={style.steps}>
      <Approval of={of} shown={shown} />
      <IssueStep of={of} shown={shown} />
    </div>
  );
}

/** The letter as it would be with what is typed, made anew when typing stops for a moment. */
function usePreview(
  of: string,
  { id, version }: ShownLetter,
  typed: Fields,
): { preview: LetterPreview | null; failure: RequestFailure | null } {
  const [preview, setPreview] = useState<LetterPreview | null>(null);
  const [failure, setFailure] = useState<RequestFailure | null>(null);
  const latest = useRef(0);
  const text = useMemo(() => JSON.stringify([typed, version]), [typed, version]);
  useEffect(() => {
    const [fields] = JSON.parse(text) as [Fields, number];
    const timer = setTimeout(
      () => {
        latest.current += 1;
        const mine = latest.current;
        previewLetter(of, id, fields).then(
          (made) => {
            if (mine !== latest.current) return;
            setPreview(made);
            setFailure(null);
          },
          (error: unknown) => {
            if (mine === latest.current && error instanceof RequestFailed) setFailure(error.failure);
          },
        );
      },
      Object.keys(fields).length > 0 ? pause : 0,
    );
    return () => clearTimeout(timer);
  }, [of, id, text]);
  return { preview, failure };
}
