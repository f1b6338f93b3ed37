import type { Impact, ReviewImpact } from "../../src/model/index.js";
import { scenariosText } from "../../src/report/impact/actions.js";
import { scenarioWords } from "../../src/report/impact/words.js";
import { counted } from "../../src/report/words.js";
import { impactPath, type OpenReview, useImpact, useReview } from "../api/reviews.js";
import { daysInWords, dayWords } from "../parts/days.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { useAddressPart } from "../state/address.js";
import { DayField } from "./day-field.js";
import { ExitPlan } from "./exit-plan.js";
import { Freeze } from "./freeze.js";
import style from "./impact.module.css";
import { Pictures } from "./pictures.js";
import { ScenarioBars } from "./scenario-bars.js";
import { Scenarios, scenariosIn } from "./scenarios.js";
import { SystemsBySide } from "./systems-by-side.js";

/** What breaks when providers or governments are cut off: up to three scenarios side by side, kept in the address. */
export function ImpactScreen({ id }: { id: string }) {
  return (
    <AnswerOf of={useReview(id)} what="the review">
      {(open) => <Asked open={open} />}
    </AnswerOf>
  );
}

function Asked({ open }: { open: OpenReview }) {
  const { shelved, review } = open;
  const [text, setText] = useAddressPart("cut");
  const [on, setOn] = useAddressPart("on");
  const scenarios = scenariosIn(text);
  const asked = { block: scenariosText(scenarios), on };
  const answered = useImpact(shelved.id, shelved.again && scenarios.length > 0 ? asked : null);
  return (
    <>
      <PageHead
        title="What a cut-off breaks"
        about="A supposition, read from the folder that was reviewed: up to three sets of actions side by side. Nothing is recorded by it, and the address keeps it."
      />
      {shelved.again ? (
        <>
          <Scenarios open={open} scenarios={scenarios} onChange={setText} />
          <DayField value={on} least={review.asOf} onChange={setOn} />
        </>
      ) : (
        <Note kind="plain">
          What breaks is told from the folder that was reviewed, and {shelved.origin.path} is none that can be read now. Review it anew to
          ask.
        </Note>
      )}
      {scenarios.length === 0 ? (
        <Empty title="Nothing is cut off yet.">
          <p>
            Choose a provider, a company with all that it owns or controls, or a government with all that it reaches; then keep it to
            regions, or leave something of it.
          </p>
        </Empty>
      ) : shelved.again ? (
        <AnswerOf of={answered} what="what breaks">
          {(value) => <Broken open={open} impact={value} path={impactPath(shelved.id, asked)} />}
        </AnswerOf>
      ) : null}
    </>
  );
}

function Broken({ open, impact: { impacts, comparison }, path }: { open: OpenReview; impact: ReviewImpact; path: string }) {
  return (
    <>
      <div className={style.answers}>
        {impacts.map((one, index) => (
          <section key={one.scenario.id} className={style.answer} aria-label={`Scenario ${index + 1}`}>
            <h2>{scenarioWords(one.scenario)}</h2>
            <p className={style.quiet}>
              on {dayWords(one.scenario.on)}; scenario <code>{one.scenario.id}</code>
            </p>
            {one.answer.map((sentence) => (
              <p key={sentence}>{daysInWords(sentence)}</p>
            ))}
            <Circles impact={one} />
            <Freeze open={open} impact={one} place={index} path={path} />
          </section>
        ))}
      </div>
      <Section
        title="Systems"
        id="systems"
        about={
          comparison
            ? `${counted(comparison.same.systems, "system")} and ${counted(comparison.same.assets, "asset")} are in the same state in all of them.`
            : undefined
        }
      >
        <ScenarioBars impacts={impacts} />
        <Pictures impacts={impacts} comparison={comparison} />
        <SystemsBySide impacts={impacts} />
      </Section>
      {impacts.map((one) => (
        <ExitPlan key={one.scenario.id} impact={one} />
      ))}
    </>
  );
}

/** Things that need each other in a circle: how that is counted, with each circle listed. */
function Circles({ impact: { cycles } }: { impact: Impact }) {
  if (cycles.length === 0) return null;
  return (
    <details>
      <summary>{counted(cycles.length, "circle")} of things that need each other</summary>
      <p className={style.quiet}>What is in a circle falls together and is left together, as one step.</p>
      <ul className={style.touched}>
        {cycles.map(({ names }) => (
          <li key={names.join()}>{[...names, names[0]].join(" → ")}</li>
        ))}
      </ul>
    </details>
  );
}
