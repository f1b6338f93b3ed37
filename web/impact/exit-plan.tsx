import type { Impact } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { dayWords } from "../parts/days.js";
import { Section } from "../parts/page.js";
import { Table } from "../parts/table.js";
import style from "./impact.module.css";

/** The order in which to leave, with the latest day for each step, and what is not known of it. */
export function ExitPlan({ impact: { exit, scenario } }: { impact: Impact }) {
  const name = scenario.block.map((one) => one.name).join(", ");
  const late =
    exit.daysLate > 0
      ? `It would be ${counted(exit.daysLate, "day")} late: begun on the day of the review it ends on ${dayWords(exit.earliestEnd)}.`
      : "It fits before the cut-off, as far as is known.";
  return (
    <Section title={`The way out of ${name}`} id={`exit-${scenario.id}`}>
      {exit.steps.length === 0 ? (
        <p>Nothing has to be moved.</p>
      ) : (
        <>
          <p>
            {counted(exit.steps.length, "step")} in {exit.atLeast ? "at least " : ""}
            {counted(exit.days, "day")}; {counted(exit.available, "day")} are there. {late}
          </p>
          <details>
            <summary>Every step with its latest days</summary>
            <Table
              caption="Steps of the exit"
              captionUnseen
              headings={["Step", "Begin by", "Done by", "After", "Days", "Because"]}
              numbers={[4]}
              rows={exit.steps.map((step) => ({
                key: String(step.number),
                cells: [
                  `${step.number}. ${step.what}`,
                  dayWords(step.start),
                  dayWords(step.end),
                  step.after.join(", ") || "at once",
                  `${step.atLeast ? "at least " : ""}${step.days}`,
                  step.because,
                ],
              }))}
            />
          </details>
        </>
      )}
      {exit.unknown.length > 0 ? (
        <details>
          <summary>{counted(exit.unknown.length, "thing")} that is not known</summary>
          <ul className={style.quiet}>
            {exit.unknown.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}
