import { useMemo } from "react";
import { Link } from "wouter";
import type { ShownPack, ShownRules } from "../../src/model/index.js";
import type { Point } from "../../src/report/rules/outline.js";
import { type Entry, packEntries, packParts } from "../../src/report/rules/words.js";
import { useAnswer } from "../api/use-answer.js";
import { dayWords } from "../parts/days.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { OutcomeTag } from "../parts/tag.js";
import { useAddressPart } from "../state/address.js";
import { LibraryFrame } from "./library.js";
import style from "./library.module.css";
import { PackTests } from "./pack-tests.js";

interface ListedPack {
  id: string;
  title: string;
  from: string | null;
  until: string | null;
  rules: { id: string; title: string }[];
}
interface PackList {
  packs: ListedPack[];
  sets: { id: string; title: string; packs: string[] }[];
}

/** The rule packs, and the one that is opened as a lawyer would read it: the same words as `beholden rules show`. */
export function Laws({ pack }: { pack: string | null }) {
  const list = useAnswer<PackList>("/api/rules", { lasting: true });
  const [text, setText] = useAddressPart("text");
  return (
    <LibraryFrame
      title="Laws"
      about="Each pack is one body of law or policy, as data that its examples test. None of this is legal advice."
    >
      <AnswerOf of={list} what="the rule packs">
        {({ packs, sets }) => (
          <div className={style.columns}>
            <nav aria-label="Rule packs">
              <p className={style.line}>
                <label>
                  Find a pack or a rule <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
                </label>
              </p>
              <PackLinks packs={packs.filter((one) => fits(one, text))} current={pack} text={text} />
              <h2>Sets</h2>
              <ul className={style.packs}>
                {sets.map((one) => (
                  <li key={one.id}>
                    <strong>{one.title}</strong> <span className={style.quiet}>({one.packs.length} packs)</span>
                  </li>
                ))}
              </ul>
            </nav>
            {pack === null ? <p className={style.quiet}>Choose a pack to read it.</p> : <PackText id={pack} />}
          </div>
        )}
      </AnswerOf>
    </LibraryFrame>
  );
}

function fits({ id, title, rules }: ListedPack, text: string): boolean {
  const all = [id, title, ...rules.flatMap((one) => [one.id, one.title])].join(" ").toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function PackLinks({ packs, current, text }: { packs: readonly ListedPack[]; current: string | null; text: string }) {
  if (packs.length === 0) return <Empty title="No pack has these words." />;
  const query = text ? `?text=${encodeURIComponent(text)}` : "";
  return (
    <ul className={style.packs}>
      {packs.map(({ id, title, from, until, rules }) => (
        <li key={id}>
          <Link href={`/library/laws/${id}${query}`} aria-current={id === current ? "page" : undefined}>
            {title}{" "}
            <span className={style.quiet}>
              ({rules.length} {rules.length === 1 ? "rule" : "rules"}
              {from ? `, from ${dayWords(from)}` : ""}
              {until ? ` until ${dayWords(until)}` : ""})
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function PackText({ id }: { id: string }) {
  const answer = useAnswer<ShownRules>(`/api/rules/${encodeURIComponent(id)}`, { lasting: true });
  return (
    <AnswerOf of={answer} what="the rule pack">
      {(shown) => (
        <div className={style.text}>
          {("packs" in shown ? shown.packs : [shown]).map((one) => (
            <Pack key={one.id} pack={one} />
          ))}
        </div>
      )}
    </AnswerOf>
  );
}

function Pack({ pack }: { pack: ShownPack }) {
  const parts = useMemo(() => packParts(pack, { cel: false }), [pack]);
  return (
    <article className={style.text} aria-label={pack.title}>
      <h2>{pack.title}</h2>
      <PackTests pack={pack.id} />
      <Entries all={packEntries(pack)} />
      {parts.map(({ id, title, entries, outcome }) => (
        <section key={id} aria-labelledby={`${pack.id}-${id}`}>
          <h3 id={`${pack.id}-${id}`}>{title}</h3>
          <p>
            {outcome ? <OutcomeTag outcome={outcome} /> : null}{" "}
            <code>
              {pack.id}:{id}
            </code>
          </p>
          <Entries all={entries} />
        </section>
      ))}
    </article>
  );
}

/** What is told of a rule or pack, label by label. */
export function Entries({ all }: { all: readonly Entry[] }) {
  return (
    <dl className={style.entries}>
      {all.map(({ label, text, points = [], cel }) => (
        <div key={label} style={{ display: "contents" }}>
          <dt>{label}</dt>
          <dd>
            {text ? cel ? <code>{text}</code> : text : null}
            {points.length > 0 ? <Points points={points} /> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Points({ points }: { points: readonly Point[] }) {
  const items = points.map(({ text, under }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a point has no other name than its place
    <li key={index}>
      {text}
      {under.length > 0 ? <Points points={under} /> : null}
    </li>
  ));
  return points.length === 1 ? <ul className={style.plain}>{items}</ul> : <ol>{items}</ol>;
}
