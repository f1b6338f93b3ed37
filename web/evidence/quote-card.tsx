import type { ShownFact } from "../../src/model/index.js";
import { editFact, shortId, stateFact, takeQuote } from "../api/evidence.js";
import { Field, Form } from "../parts/form.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import style from "./reader.module.css";

/** Words that are about to become a quote. */
export interface Taken {
  page: number;
  exact: string;
  prefix?: string;
  suffix?: string;
}

interface QuoteCardProps {
  of: string;
  item: string;
  taken: Taken;
  facts: readonly ShownFact[];
  onDone(quote: string): void;
  onCancel(): void;
}

/** A card for words that were selected: what they mean in English, a note, and the fact that they carry. */
export function QuoteCard({ of, item, taken, facts, onDone, onCancel }: QuoteCardProps) {
  const draft = useDraft(`quote ${of} ${item} ${taken.page} ${taken.exact.slice(0, 40)}`, {
    translation: "",
    note: "",
    fact: "",
    newFact: "",
  });
  const doing = useDoing();
  const { translation, note, fact, newFact } = draft.fields;
  const chosen = facts.find((one) => shortId(one.id) === fact);
  const take = () =>
    doing.run(
      async (key) => {
        const words = { ...(translation.trim() ? { translation: translation.trim() } : {}), ...(note.trim() ? { note: note.trim() } : {}) };
        const { id } = await takeQuote(of, item, { ...taken, ...words }, key);
        const quote = shortId(id);
        // The fact has a key of its own that the quote's gives: sent again, it is stated once.
        if (chosen)
          await editFact(of, fact, { quotes: [...chosen.fact.quotes.map(shortId), quote] }, { key: `${key}-fact`, seen: chosen.version });
        else if (fact === "new" && newFact.trim()) await stateFact(of, { text: newFact.trim(), quotes: [quote] }, `${key}-fact`);
        draft.clear();
        onDone(quote);
      },
      [taken, draft.fields],
    );
  return (
    <Form
      draft={draft}
      doing={doing}
      submit="Take the quote"
      meanwhile="Taking it"
      refused={fact === "new" && !newFact.trim() ? "Say what the fact is, or link none." : null}
      onSubmit={take}
      onCancel={onCancel}
    >
      <p className={style.quiet}>From page {taken.page}, with the words around it:</p>
      <blockquote className={style.selected}>{taken.exact}</blockquote>
      <Field label="Translation" kind="long" autoFocus value={translation} onChange={(value) => draft.change({ translation: value })} />
      <Field label="Note" kind="long" value={note} onChange={(value) => draft.change({ note: value })} />
      <Field
        label="Carries the fact"
        value={fact}
        options={[
          { value: "", title: "none yet" },
          { value: "new", title: "a new one" },
          ...facts
            .filter((one) => one.fact.withdrawn === null && !one.fact.supposed)
            .map((one) => ({ value: shortId(one.id), title: `${shortId(one.id)} ${one.fact.text.slice(0, 80)}` })),
        ]}
        onChange={(value) => draft.change({ fact: value })}
      />
      {fact === "new" ? (
        <Field label="The fact" required kind="long" value={newFact} onChange={(value) => draft.change({ newFact: value })} />
      ) : null}
    </Form>
  );
}
