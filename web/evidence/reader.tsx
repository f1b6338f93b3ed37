import { useCallback, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { gradeInWords } from "../../src/model/grades.js";
import type { EvidenceShown } from "../../src/model/index.js";
import { casePath } from "../api/cases.js";
import { download } from "../api/client.js";
import { drawingPath, shortId, useEvidencePage, useFacts } from "../api/evidence.js";
import { notAllowed, useMay } from "../api/session.js";
import { handlingWords } from "../case/words.js";
import { useKeys } from "../frame/keys.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { dayWords, momentWords } from "../parts/days.js";
import { Key } from "../parts/key.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { useAddressPart } from "../state/address.js";
import { Told, useDoing } from "../state/doing.js";
import { DrawnPage } from "./drawn-page.js";
import { Withdrawal } from "./facts.js";
import { GradeForm } from "./grade-form.js";
import { type Lit, PageText } from "./page-text.js";
import { QuoteCard, type Taken } from "./quote-card.js";
import { QuoteItem } from "./quote-item.js";
import style from "./reader.module.css";
import { quoteOf, selectedIn } from "./selected.js";
import { languageWords } from "./words.js";

/** One piece of evidence: its text by page on the left, what is quoted from it on the right. It opens on the page with the quote lit. */
export function Reader({ id, item }: { id: string; item: string }) {
  const [pagePart] = useAddressPart("page");
  const asked = Number.parseInt(pagePart, 10);
  const head = useEvidencePage(id, item, null);
  const [quotePart] = useAddressPart("quote");
  const lit = head.value?.quotes.find((one) => shortId(one.id) === quotePart);
  const pages = head.value?.item.text?.pages ?? 0;
  const page = Number.isInteger(asked) && asked > 0 ? asked : (lit?.quote.place.page ?? 1);
  const withText = pages > 0 && page <= pages;
  const text = useEvidencePage(id, item, withText ? page : null);
  return (
    <AnswerOf of={head} what="the evidence">
      {(shown) => (
        <>
          <PageHead title={shown.item.title} about={`${shortId(shown.id)} of case ${id}, ${shown.item.format}`}>
            <TakeOut of={id} item={item} />
          </PageHead>
          <About shown={shown} of={id} />
          {pages > 0 && page > pages ? <Empty title={`It has ${pages} ${pages === 1 ? "page" : "pages"}, and no page ${page}.`} /> : null}
          <Reading
            of={id}
            item={item}
            shown={shown}
            page={page}
            text={withText ? text.value?.pages.find((one) => one.page === page) : undefined}
          />
          {withText && !text.value && text.failure ? (
            <AnswerOf of={text} what="the page">
              {() => null}
            </AnswerOf>
          ) : null}
        </>
      )}
    </AnswerOf>
  );
}

function TakeOut({ of, item }: { of: string; item: string }) {
  const doing = useDoing();
  return (
    <>
      <Action disabled={doing.doing} onPress={() => doing.run(async () => void (await download(casePath(of, `/evidence/${item}/file`))))}>
        Save the file
      </Action>
      <Told doing={false} failure={doing.failure} what="" />
    </>
  );
}

function About({ shown: { id, version, item, added }, of }: { shown: EvidenceShown; of: string }) {
  const may = useMay()("evidence:write");
  const [form, setForm] = useState<"grade" | "withdraw" | null>(null);
  const original = item.files.find(({ role }) => role === "original");
  const rows: [string, string][] = [
    ["Publisher", item.publisher ?? "not said"],
    ["Source", item.source ?? "not said"],
    ["Captured", item.retrieved ? dayWords(item.retrieved) : "not said"],
    ["Language", languageWords(item.language)],
    ["Grades", gradeInWords(item.grade)],
    ["Handling", handlingWords[item.handling]],
    ["Added", `by ${added.by}, ${momentWords(added.at)}${item.obtained ? `; ${item.obtained}` : ""}`],
    ["SHA-256", original?.sha256 ?? "none"],
  ];
  return (
    <>
      {item.withdrawn === null ? null : <Note kind="plain">It was withdrawn: {item.withdrawn}. Nothing can rest on it.</Note>}
      <details>
        <summary>Where it comes from, and how far it can be relied on: {gradeInWords(item.grade)}</summary>
        <dl className={style.facts}>
          {rows.map(([term, value]) => (
            <FactRow key={term} term={term} value={value} />
          ))}
        </dl>
        {item.remarks.length > 0 ? (
          <ul>
            {item.remarks.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        ) : null}
        {item.attachments.length > 0 ? <p>Attached, and not opened: {item.attachments.map(({ name }) => name).join(", ")}.</p> : null}
        {may && item.withdrawn === null ? (
          <p>
            <Action expanded={form === "grade"} onPress={() => setForm(form === "grade" ? null : "grade")}>
              Grade it
            </Action>{" "}
            <Action expanded={form === "withdraw"} onPress={() => setForm(form === "withdraw" ? null : "withdraw")}>
              Withdraw it
            </Action>
          </p>
        ) : null}
        {form === "grade" ? (
          <GradeForm of={of} item={shortId(id)} grade={item.grade} version={version} onDone={() => setForm(null)} />
        ) : null}
        {form === "withdraw" ? <Withdrawal of={of} kind="evidence" id={shortId(id)} onDone={() => setForm(null)} /> : null}
      </details>
    </>
  );
}

function FactRow({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}

interface ReadingProps {
  of: string;
  item: string;
  shown: EvidenceShown;
  page: number;
  text: EvidenceShown["pages"][number] | undefined;
}

function Reading({ of, item, shown, page, text }: ReadingProps) {
  const [view, setView] = useAddressPart("view", "text");
  const [quotePart, setQuote] = useAddressPart("quote");
  const [, navigate] = useLocation();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [selected, setSelected] = useState("");
  const may = useMay()("evidence:write");
  const facts = useFacts(of);
  const picture = ["png", "jpeg", "gif", "webp"].includes(shown.item.format);
  const canDraw = shown.item.format === "pdf";
  const pages = shown.item.text?.pages ?? 0;
  const standing = shown.quotes.filter(({ quote }) => quote.withdrawn === null);
  const lits = useMemo(
    (): Lit[] =>
      shown.quotes
        .filter(({ quote }) => quote.withdrawn === null && quote.place.page === page)
        .map((one) => ({
          id: shortId(one.id),
          start: one.quote.place.start,
          end: one.quote.place.end,
          lit: shortId(one.id) === quotePart,
        })),
    [shown.quotes, page, quotePart],
  );
  const words = text?.text ?? "";
  const span = useCallback(() => selectedIn(document.getElementById("page-text"), words), [words]);
  const noteSelected = useCallback(() => {
    const found = span();
    setSelected(found ? words.slice(found.start, found.end) : "");
  }, [span, words]);
  const take = () => {
    const found = span();
    if (found && may) setTaken({ page, ...quoteOf(words, found) });
  };
  const toPage = (next: number) => {
    if (next >= 1 && next <= pages) navigate(caseAddress(of, `/evidence/${item}?page=${next}${view === "text" ? "" : `&view=${view}`}`));
  };
  useKeys("Evidence", [
    { keys: "q", does: "Take the selected words as a quote", run: take },
    { keys: "[", does: "The page before", run: () => toPage(page - 1) },
    { keys: "]", does: "The next page", run: () => toPage(page + 1) },
    { keys: "t", does: "Text, or the page as it was laid out", run: () => canDraw && setView(view === "text" ? "drawn" : "text") },
    { keys: "s", does: "Select words with the arrow keys", run: () => document.getElementById("page-text")?.focus() },
  ]);
  return (
    <div className={style.reader}>
      <div className={style.document}>
        {pages > 0 ? (
          <div className={style.pages}>
            <Action disabled={page <= 1} label="The page before" onPress={() => toPage(page - 1)}>
              Before
            </Action>
            <label>
              <span className="unseen">Page</span>
              <select value={page} onChange={(event) => toPage(Number(event.target.value))}>
                {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
                  <option key={number} value={number}>
                    Page {number} of {pages}
                  </option>
                ))}
              </select>
            </label>
            <Action disabled={page >= pages} label="The next page" onPress={() => toPage(page + 1)}>
              Next
            </Action>
            {canDraw ? (
              <Action pressed={view === "drawn"} onPress={() => setView(view === "drawn" ? "text" : "drawn")}>
                As it was laid out <Key usual="t" />
              </Action>
            ) : null}
            {may && view === "text" ? (
              <Action disabled={selected === ""} onPress={take}>
                Quote what is selected <Key usual="q" />
              </Action>
            ) : null}
          </div>
        ) : null}
        {view === "drawn" && canDraw ? (
          <DrawnPage of={of} item={item} page={page} title={shown.item.title} quotes={lits} />
        ) : picture ? (
          <img className={style.drawn} src={drawingPath(of, item)} alt={`${shown.item.title}, as it was added`} />
        ) : text ? (
          <PageText text={text.text} label={text.label} quotes={lits} onSelected={noteSelected} />
        ) : pages === 0 ? (
          <Empty title="It has no text, so nothing can be quoted from it." />
        ) : null}
        <p className="unseen" role="status">
          {selected ? `Selected: ${selected.slice(0, 300)}` : ""}
        </p>
      </div>
      <aside className={style.beside} aria-label="Quotes">
        {taken ? (
          <section aria-labelledby="new-quote">
            <h2 id="new-quote">A new quote</h2>
            <QuoteCard
              of={of}
              item={item}
              taken={taken}
              facts={facts.value?.facts ?? []}
              onDone={(quote) => {
                setTaken(null);
                navigate(caseAddress(of, `/evidence/${item}?page=${taken.page}&quote=${quote}`));
              }}
              onCancel={() => setTaken(null)}
            />
          </section>
        ) : null}
        <section aria-labelledby="quotes">
          <h2 id="quotes">Quotes ({standing.length})</h2>
          {may ? null : <p className={style.quiet}>{notAllowed("evidence:write")}</p>}
          {standing.length === 0 ? (
            <Empty title="Nothing is quoted from it yet.">
              {may ? <p>Select words in the text, or press s and use the arrow keys, then press q.</p> : null}
            </Empty>
          ) : (
            <ul className={style.quotes}>
              {standing.map((one) => (
                <QuoteItem key={one.id} of={of} shown={one} current={shortId(one.id) === quotePart} may={may} onGone={() => setQuote("")} />
              ))}
            </ul>
          )}
        </section>
      </aside>
    </div>
  );
}
