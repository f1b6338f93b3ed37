import type { Evidence, Path, Step } from "../../src/model/index.js";
import { opened, placeText, stepSentence, weakestSentence, weakSteps } from "../../src/report/paths.js";
import { aboutLaw, isSource, places } from "../../src/report/sources.js";
import style from "./path-cards.module.css";

/** Places and sources shown at once; the rest opens. */
const mostShown = 3;

/** How a step is known: stated by a source or read in an artefact, declared by the subject, or concluded by a rule. */
type Known = "fact" | "declared" | "inferred";

const knownWords = { fact: "fact", declared: "declared by the subject", inferred: "inferred" } satisfies Record<Known, string>;

/** A path hop by hop: what each says, why it holds, the law, the quote and the source; the weakest is marked. */
export function PathCards({ path }: { path: Path }) {
  const weak = new Set(weakSteps(path));
  return (
    <>
      <ol className={style.path}>
        {path.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps of a path have no other identity than their place
          <li key={index} className={`${style.step} ${style[knownBy(step)]}`}>
            <StepCard step={step} weakest={weak.has(step)} />
          </li>
        ))}
      </ol>
      {weak.size > 0 ? <p className={style.quiet}>{weakestSentence(path)}</p> : null}
    </>
  );
}

function StepCard({ step, weakest }: { step: Step; weakest: boolean }) {
  const known = knownBy(step);
  const laws = step.evidence.filter(({ kind }) => kind === "law");
  const sources = step.evidence.filter((one) => isSource(one) && one.kind !== "law");
  const seen = places(step.evidence);
  return (
    <>
      <p className={style.sentence}>{stepSentence(step)}</p>
      {step.because ? <p>{step.because}</p> : null}
      <p className={style.quiet}>
        {step.kind}, {knownWords[known]}, {step.confidence} confidence
        {weakest ? <strong className={style.weakest}> Weakest step</strong> : null}
      </p>
      {laws.length > 0 ? <Grounds title="Law" all={laws} /> : null}
      {sources.length > 0 ? <Grounds title="Sources" all={sources} /> : null}
      {seen.length > 0 ? <Grounds title={known === "inferred" ? "Concluded from" : "Seen"} all={seen} /> : null}
    </>
  );
}

function knownBy({ evidence }: Step): Known {
  if (evidence.length > 0 && evidence.every(({ kind }) => kind === "inference")) return "inferred";
  return evidence.length > 0 && evidence.every(({ kind }) => kind === "declaration" || kind === "inference") ? "declared" : "fact";
}

/** Pieces of evidence under a name: the first few, and the rest to open. */
export function Grounds({ title, all }: { title: string; all: readonly Evidence[] }) {
  const list = (some: readonly Evidence[], from: number) => (
    <ul className={style.grounds}>
      {some.map((one, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: evidence has no identity of its own, and never changes
        <li key={from + index}>
          <OneGround evidence={one} />
        </li>
      ))}
    </ul>
  );
  const rest = all.length - mostShown;
  return (
    <div className={style.ground}>
      <span className={style.quiet}>{title}</span>
      <div>
        {list(all.slice(0, mostShown), 0)}
        {rest > 0 ? (
          <details>
            <summary>{rest} more</summary>
            {list(all.slice(mostShown), mostShown)}
          </details>
        ) : null}
      </div>
    </div>
  );
}

function OneGround({ evidence }: { evidence: Evidence }) {
  if (!isSource(evidence)) return <code>{placeText(evidence)}</code>;
  const label = evidence.title ?? evidence.locator;
  const about = [evidence.publisher, evidence.asOf].filter(Boolean).join(", ");
  return (
    <>
      <SourceLink address={evidence.locator} label={label} />
      {about ? `, ${about}` : ""}
      {opened(evidence)}
      {aboutLaw(evidence)}
      {evidence.quote ? <blockquote className={style.quote}>{evidence.quote}</blockquote> : null}
    </>
  );
}

/** Leads to a source on the web, over TLS, only where someone follows it. */
function SourceLink({ address, label }: { address: string; label: string }) {
  if (!/^https:\/\/[^\s"'<>]+$/.test(address)) return <>{label}</>;
  return (
    <a href={address} target="_blank" rel="noreferrer noopener">
      {label}
    </a>
  );
}
