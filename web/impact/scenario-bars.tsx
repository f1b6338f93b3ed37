import type { Impact, ImpactVerdict } from "../../src/model/index.js";
import { verdictWords } from "../../src/report/impact/words.js";
import { counted } from "../../src/report/words.js";
import style from "./scenario-bars.module.css";

const verdicts: readonly ImpactVerdict[] = ["stops", "cannot-be-told", "degrades", "goes-on"];

/** What becomes of the systems, a bar for each scenario beside what is as it is: told by patterns and in words, never by colour alone. */
export function ScenarioBars({ impacts }: { impacts: readonly Impact[] }) {
  const [first] = impacts;
  const all = first?.systems.length ?? 0;
  if (!first || all === 0) return null;
  const asIs = { stops: 0, degrades: 0, "cannot-be-told": 0, "goes-on": all };
  const bars = [
    { name: "As it is, with nothing cut off", counts: asIs },
    ...impacts.map(({ scenario, totals }, at) => ({
      name: `${at + 1}: ${scenario.block.map(({ name }) => name).join(", ")}`,
      counts: totals.systems,
    })),
  ];
  return (
    <ul className={style.bars} aria-label={`${counted(all, "system")} by scenario`}>
      {bars.map(({ name, counts }) => (
        <li key={name}>
          <span className={style.name}>{name}</span>
          <span className={style.bar} aria-hidden="true">
            {verdicts.map((verdict) =>
              counts[verdict] > 0 ? (
                <span key={verdict} className={style[verdict]} style={{ inlineSize: `${(counts[verdict] / all) * 100}%` }} />
              ) : null,
            )}
          </span>
          <span>
            {verdicts
              .filter((verdict) => counts[verdict] > 0)
              .map((verdict) => `${counts[verdict]} ${verdictWords[verdict]}`)
              .join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
