import { useState } from "react";
import { Link } from "wouter";
import type { Fact, FactList, ShownFact, ShownQuote } from "../../src/model/index.js";
import { editFact, type NewFact, shortId, stateFact, useFact, withdraw } from "../api/evidence.js";
import { notAllowed, useMay } from "../api/session.js";
import { RestrictedItems } from "../case/restricted.js";
import { handlingWords } from "../case/words.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { Field, Form, Ticks } from "../parts/form.js";
import { Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { PlainTag } from "../parts/tag.js";
import { useAddressPart } from "../state/address.js";
import { useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import style from "./evidence.module.css";
import { supportWords } from "./words.js";

interface FactsProps {
  id: string;
  list: FactList & { withheld: number };
  quotes: readonly ShownQuote[];
}

/** The facts of a case with what each rests on; those without evidence can be shown alone. */
export function Facts({ id, list, quotes }: FactsProps) {
  const [only, setOnly] = useAddressPart("facts");
  const may = useMay()("evidence:write");
  const [form, setForm] = useAddressPart("fact");
  const [opened] = useAddressPart("opened");
  const standing = list.facts.filter(({ fact }) => fact.withdrawn === null);
  const lacking = standing.filter(({ support }) => support !== "quoted");
  const shown = only === "unsupported" ? lacking : list.facts;
  const editing = list.facts.find((one) => shortId(one.id) === form);
  return (
    <Section title="Facts" id="facts" about={`${standing.length} stated, ${lacking.length} of them without a quote that stands.`}>
      <div className={style.bar}>
        <Action pressed={only === "unsupported"} onPress={() => setOnly(only === "unsupported" ? "" : "unsupported")}>
          Only those without evidence ({lacking.length})
        </Action>
        {may ? <Action onPress={() => setForm("new")}>State a fact</Action> : <p className={style.quiet}>{notAllowed("evidence:write")}</p>}
        {list.withheld > 0 ? <p className={style.quiet}>{list.withheld} not shown: their mark is above what you see.</p> : null}
      </div>
      {may && form === "new" ? <FactForm of={id} quotes={quotes} onDone={() => setForm("")} /> : null}
      {may && editing ? <FactForm key={editing.id} of={id} quotes={quotes} fact={editing} onDone={() => setForm("")} /> : null}
      <RestrictedItems id={id} names={list.restricted} kinds={["fact"]} />
      {opened ? <OpenedFact of={id} name={opened} /> : null}
      {list.facts.length === 0 ? (
        <Empty title="No fact is stated yet." />
      ) : shown.length === 0 ? (
        <Empty title="Every fact rests on a quote that stands." />
      ) : (
        <ul className={style.facts}>
          {shown.map((one) => (
            <FactItem
              key={one.id}
              of={id}
              shown={one}
              quotes={[...list.quotes, ...quotes]}
              onEdit={may ? () => setForm(shortId(one.id)) : null}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** One restricted fact, which the list does not show. */
function OpenedFact({ of, name }: { of: string; name: string }) {
  return (
    <AnswerOf of={useFact(of, name)} what="the fact">
      {({ quotes, ...shown }) => (
        <ul className={style.facts} aria-label={`Fact ${name}`}>
          <FactItem of={of} shown={shown} quotes={quotes} onEdit={null} />
        </ul>
      )}
    </AnswerOf>
  );
}

interface FactItemProps {
  of: string;
  shown: ShownFact;
  quotes: readonly ShownQuote[];
  /** Opens the form; null where nothing may be changed here. */
  onEdit: (() => void) | null;
}

function FactItem({ of, shown: { id, fact, support, stated }, quotes, onEdit }: FactItemProps) {
  const [taking, setTaking] = useState(false);
  const cited = fact.quotes.map((one) => quotes.find((quote) => quote.id === one) ?? one);
  return (
    <li className={support === "quoted" ? undefined : style.lacking}>
      <p className={style.words}>{fact.text}</p>
      <p className={style.quiet}>
        {shortId(id)} <PlainTag word={fact.withdrawn === null ? supportWords[support] : `Withdrawn: ${fact.withdrawn}`} />{" "}
        {handlingWords[fact.handling]}, stated by {stated.by}
        {fact.note ? `. ${fact.note}` : ""}
      </p>
      {cited.length > 0 ? (
        <ul className={style.rests}>
          {cited.map((one) =>
            typeof one === "string" ? (
              <li key={one}>{shortId(one)}: not shown, its mark is above what you see</li>
            ) : (
              <li key={one.id}>
                <Link href={quoteAddress(of, one)}>{shortId(one.id)}</Link> “{one.quote.selector.exact}” ({one.title}, page{" "}
                {one.quote.place.label}
                {one.quote.checked && one.quote.checked.outcome !== "found" ? `; re-check: ${one.quote.checked.outcome}` : ""})
              </li>
            ),
          )}
        </ul>
      ) : null}
      {onEdit && fact.withdrawn === null ? (
        <p>
          <Action label={`Change ${shortId(id)}`} onPress={onEdit}>
            Change
          </Action>{" "}
          <Action label={`Withdraw ${shortId(id)}`} expanded={taking} onPress={() => setTaking(!taking)}>
            Withdraw
          </Action>
        </p>
      ) : null}
      {taking ? <Withdrawal of={of} kind="facts" id={shortId(id)} onDone={() => setTaking(false)} /> : null}
    </li>
  );
}

/** Where a quote is read: on its page, lit. */
export function quoteAddress(of: string, { id, quote }: Pick<ShownQuote, "id" | "quote">): string {
  return caseAddress(of, `/evidence/${shortId(quote.evidence)}?page=${quote.place.page}&quote=${shortId(id)}`);
}

interface WithdrawalProps {
  of: string;
  kind: "evidence" | "quotes" | "facts";
  id: string;
  onDone(): void;
}

/** Takes something back, with the reason; the record keeps it. */
export function Withdrawal({ of, kind, id, onDone }: WithdrawalProps) {
  const draft = useDraft(`withdraw ${of} ${id}`, { why: "" });
  const doing = useDoing();
  const { why } = draft.fields;
  return (
    <Form
      draft={draft}
      doing={doing}
      submit={`Withdraw ${id}`}
      meanwhile="Withdrawing it"
      refused={why.trim() ? null : "Say why: the record keeps it."}
      onSubmit={() =>
        doing.run(async (key) => {
          await withdraw(of, kind, id, why.trim(), key);
          draft.clear();
          onDone();
        }, why)
      }
      onCancel={onDone}
    >
      <Field label="Why" required kind="long" value={why} onChange={(value) => draft.change({ why: value })} />
    </Form>
  );
}

interface FactFormProps {
  of: string;
  quotes: readonly ShownQuote[];
  fact?: ShownFact;
  onDone(): void;
}

function FactForm({ of, quotes, fact, onDone }: FactFormProps) {
  const draft = useDraft(`fact ${of} ${fact ? shortId(fact.id) : "new"}`, {
    text: fact?.fact.text ?? "",
    quotes: fact?.fact.quotes.map(shortId) ?? [],
    supposed: fact?.fact.supposed ?? false,
    why: "",
    seen: fact?.version ?? 0,
  });
  const doing = useDoing();
  const { text, supposed, why } = draft.fields;
  const chosen = draft.fields.quotes;
  const refused = !text.trim()
    ? "Say what the fact is."
    : supposed && chosen.length > 0
      ? "What is supposed rests on no quote: untick one or the other."
      : null;
  const send = (given: Pick<NewFact, "text" | "quotes" | "supposed">, seen: number) =>
    doing.run(
      async (key) => {
        if (fact) await editFact(of, shortId(fact.id), { ...given, ...(why.trim() ? { why: why.trim() } : {}) }, { key, seen });
        else await stateFact(of, given, key);
        draft.clear();
        onDone();
      },
      [given, why, seen],
    );
  return (
    <Form
      draft={draft}
      doing={doing}
      submit={fact ? `Save ${shortId(fact.id)}` : "State it"}
      meanwhile="Recording it"
      refused={refused}
      onSubmit={() => send({ text: text.trim(), quotes: chosen, supposed }, draft.fields.seen)}
      onMerged={(state, seen) => {
        const merged = state as Fact;
        send({ text: merged.text, quotes: merged.quotes.map(shortId), supposed: merged.supposed }, seen);
      }}
      onCancel={onDone}
    >
      <Field
        label="Fact"
        about="One statement, as a letter would say it."
        required
        kind="long"
        value={text}
        onChange={(value) => draft.change({ text: value })}
      />
      {quotes.length > 0 ? (
        <Ticks
          label="Rests on these quotes"
          options={quotes
            .filter(({ quote }) => quote.withdrawn === null)
            .map((one) => ({ value: shortId(one.id), title: `${shortId(one.id)} “${one.quote.selector.exact}” (${one.title})` }))}
          chosen={chosen}
          onChange={(next) => draft.change({ quotes: next })}
        />
      ) : null}
      <Ticks
        label="Without evidence"
        options={[{ value: "supposed", title: "It is supposed: taken as given, and told as that" }]}
        chosen={supposed ? ["supposed"] : []}
        onChange={(next) => draft.change({ supposed: next.length > 0 })}
      />
      {fact ? <Field label="Why it changes" value={why} onChange={(value) => draft.change({ why: value })} /> : null}
    </Form>
  );
}
