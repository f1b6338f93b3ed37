import { confirmCitation } from "../api/letters.js";
import { notAllowed, useMay } from "../api/session.js";
import { Field, Form } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import style from "./letters.module.css";

interface UncheckedProps {
  of: string;
  letter: string;
  /** Provisions that are not on file, and that nobody confirmed. */
  citations: readonly string[];
  unsaved: boolean;
}

/** Provisions that somebody typed and that are not on file: a person who reviews letters confirms them by name. */
export function UncheckedCitations({ of, letter, citations, unsaved }: UncheckedProps) {
  const may = useMay()("letter:review");
  if (citations.length === 0) return null;
  return (
    <section className={style.steps} aria-label="Provisions to be confirmed">
      <p>
        {citations.length === 1 ? "One provision is" : `${citations.length} provisions are`} not on file. Cite a quote with it, or have a
        person confirm it by name.
      </p>
      {citations.map((one) =>
        !may ? (
          <p key={one}>
            {one}. {notAllowed("letter:review")}
          </p>
        ) : unsaved ? (
          <p key={one}>{one}: save what you typed first.</p>
        ) : (
          <Confirmation key={one} of={of} letter={letter} citation={one} />
        ),
      )}
    </section>
  );
}

function Confirmation({ of, letter, citation }: { of: string; letter: string; citation: string }) {
  const draft = useDraft(`citation ${of} ${letter} ${citation}`, { why: "" });
  const doing = useDoing();
  const { why } = draft.fields;
  return (
    <Form
      draft={draft}
      doing={doing}
      submit={`I confirm ${citation}`}
      meanwhile="Recording it"
      refused={why.trim() ? null : "Say where you read it: your name and this stand in the letter's sources."}
      onSubmit={() =>
        doing.run(async (key) => {
          await confirmCitation(of, letter, citation, why.trim(), key);
          draft.clear();
        }, why)
      }
    >
      <Field label={`Where you read ${citation}`} required value={why} onChange={(value) => draft.change({ why: value })} />
    </Form>
  );
}
