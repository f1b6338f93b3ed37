import { useLocation } from "wouter";
import type { DocketConflict, MergedField, ShownTemplate } from "../../src/model/index.js";
import { resetTemplate, setTemplate, useTemplate } from "../api/letters.js";
import { notAllowed, useMay } from "../api/session.js";
import { LibraryFrame } from "../library/library.js";
import { Action } from "../parts/action.js";
import { ConflictView } from "../parts/conflict.js";
import { AnswerOf, Note } from "../parts/state.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import style from "./letters.module.css";

/** One template as it is written, to be changed; what is wrong in it is told with line and column. */
export function TemplateScreen({ id }: { id: string }) {
  return (
    <AnswerOf of={useTemplate(id)} what="the template">
      {(shown) => (
        <LibraryFrame
          title={shown.title}
          about={`${shown.says} ${shown.origin === "docket" ? "It is the docket's own." : "It comes with beholden."}`}
        >
          <Editor key={shown.sha256} shown={shown} />
        </LibraryFrame>
      )}
    </AnswerOf>
  );
}

function Editor({ shown }: { shown: ShownTemplate }) {
  const may = useMay()("template:write");
  const draft = useDraft(`template ${shown.id}`, { text: shown.text, seen: shown.version ?? 0 });
  const saving = useDoing();
  const resetting = useDoing();
  const [, navigate] = useLocation();
  const { text, seen } = draft.fields;
  const changed = text !== shown.text;
  const save = (words: string, on: number) =>
    saving.run(
      async (key) => {
        const { template } = await setTemplate(words, on, key);
        draft.clear();
        if (template !== shown.id) navigate(`/library/templates/${template}`);
      },
      [words, on],
    );
  const conflict = saving.failure?.conflict;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changed && may) save(text, seen);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
    >
      {draft.elsewhere && draft.elsewhere.text !== shown.text ? (
        <Note kind="plain">
          This template was changed in another tab and not saved. <Action onPress={draft.takeOver}>Go on with it</Action>{" "}
          <Action onPress={draft.forgetElsewhere}>Throw it away</Action>
        </Note>
      ) : null}
      {may ? null : <p>{notAllowed("template:write")}</p>}
      <label htmlFor="template-text">The template, in Markdown with named places</label>
      <textarea
        id="template-text"
        className={style.editor}
        spellCheck={false}
        readOnly={!may}
        value={text}
        onChange={(event) => draft.change({ text: event.target.value })}
      />
      <p className={style.buttons}>
        <Action submit main disabled={!changed || !may || saving.doing}>
          Save as the docket's own <kbd>Ctrl Enter</kbd>
        </Action>
        {changed ? <Action onPress={draft.clear}>Throw away what I typed</Action> : null}
        {shown.origin === "docket" && may ? (
          <Action
            disabled={resetting.doing}
            onPress={() =>
              resetting.run(async (key) => {
                await resetTemplate(shown.id, key);
                draft.clear();
              }, shown.version)
            }
          >
            Take the docket's own away
          </Action>
        ) : null}
      </p>
      {conflict ? (
        <ConflictView
          conflict={{ ...conflict, fields: [textOf(conflict)] }}
          onSave={(state) => save((state as { text: string }).text, conflict.current)}
        />
      ) : (
        <Told doing={saving.doing} failure={saving.failure} what="Checking and saving it" />
      )}
      <Told doing={resetting.doing} failure={resetting.failure} what="Taking it away" />
    </form>
  );
}

/** Of two saves of a template its text alone is chosen: title and digest follow from it. */
function textOf({ base, mine, theirs: { state: theirs } }: DocketConflict): MergedField {
  const [was, own, other] = [base, mine, theirs].map((one) => (one as { text?: string } | null)?.text);
  return { path: ["text"], base: was, mine: own, theirs: other, merged: own, from: "clash" };
}
