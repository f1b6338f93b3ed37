import { useMemo } from "react";
import type { CutCondition, Measure, MeasureCatalogue } from "../../src/model/index.js";
import { effectNames, markWords } from "../../src/report/words.js";
import { useAnswer } from "../api/use-answer.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { useAddressPart } from "../state/address.js";
import { LibraryFrame } from "./library.js";
import style from "./library.module.css";

const noSource = "No source on file says.";

/** The catalogue of measures. */
export function MeasureLibrary() {
  return (
    <LibraryFrame
      title="Measures"
      about="What a mitigation cuts and what it leaves. Whether one is in place is declared and verified per review."
    >
      <AnswerOf of={useAnswer<MeasureCatalogue>("/api/library/measures", { lasting: true })} what="the measures">
        {(catalogue) => <Measures catalogue={catalogue} />}
      </AnswerOf>
    </LibraryFrame>
  );
}

function Measures({ catalogue }: { catalogue: MeasureCatalogue }) {
  const [text, setText] = useAddressPart("text");
  const shown = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    const all = ({ id, name, leaves, evidence, cuts }: Measure) =>
      [id, name, leaves, evidence, ...cuts.map((one) => one.because)].join(" ").toLowerCase();
    return catalogue.measures.filter((one) => words.every((word) => all(one).includes(word)));
  }, [catalogue, text]);
  return (
    <>
      <p className={style.line}>
        <label>
          Find a measure <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
        </label>
        <span role="status">
          {shown.length} of {catalogue.measures.length} measures, reference of {catalogue.edition}
        </span>
      </p>
      {shown.length === 0 ? <Empty title="No measure has these words." /> : null}
      <div className={style.cards}>
        {shown.map((one) => (
          <Card key={one.id} measure={one} catalogue={catalogue} />
        ))}
      </div>
    </>
  );
}

function Card({ measure, catalogue: { breaches, sources } }: { measure: Measure; catalogue: MeasureCatalogue }) {
  const { id, name, cuts, leaves, evidence, verifier, frequency, breach, mark, documentedIn } = measure;
  const owed = breach.flatMap((one) => breaches.find((other) => other.id === one) ?? []);
  return (
    <article className={style.card} aria-labelledby={`measure-${id}`}>
      <h2 id={`measure-${id}`}>
        {id} {name}
      </h2>
      <dl className={style.entries}>
        <dt>Cuts</dt>
        <dd>
          {cuts.length === 0 ? "No step of a path; it bears on risk otherwise." : null}
          <ul className={cuts.length === 1 ? style.plain : undefined}>
            {cuts.map(({ effects, steps, because, condition }) => (
              <li key={because + steps.join()}>
                {effects.map((effect) => effectNames[effect]).join(", ")}, at {steps.join(", ")}
                {condition === "always" ? "" : ` (${conditionWords[condition]})`}: {because}
              </li>
            ))}
          </ul>
        </dd>
        <dt>Leaves</dt>
        <dd>{leaves}</dd>
        <dt>Verified by</dt>
        <dd>{evidence}</dd>
        <dt>Who verifies</dt>
        <dd>{verifier?.says ?? noSource}</dd>
        <dt>How often</dt>
        <dd>{frequency?.says ?? noSource}</dd>
        <dt>A breach means</dt>
        <dd>
          <ul className={owed.length === 1 ? style.plain : undefined}>
            {owed.map((one) => (
              <li key={one.id}>
                {one.under}: {one.means ?? noSource} {one.citation ? `(${one.citation})` : ""}
              </li>
            ))}
          </ul>
        </dd>
        <dt>Asked for in</dt>
        <dd>{documentedIn}</dd>
        <dt>Checked</dt>
        <dd>
          {markWords[mark]}. {measure.sources.map((source) => sources[source]?.title ?? source).join("; ")}
        </dd>
      </dl>
    </article>
  );
}

/** When a cut counts. */
const conditionWords: Readonly<Record<Exclude<CutCondition, "always">, string>> = {
  "keys-held-by-customer": "only where the customer holds the keys",
  "another-government": "only against another government than the subject's own",
  "met-in-full": "only where every requirement is met",
};
