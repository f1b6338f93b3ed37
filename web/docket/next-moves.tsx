import type { Procedure } from "../../src/model/index.js";
import { cited } from "../../src/report/docket/words.js";
import type { SeenCase } from "../api/cases.js";
import { notAllowed, useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { Section } from "../parts/page.js";
import style from "./docket.module.css";
import { choosable } from "./event-names.js";

/** What may happen next, and what the law forbids in this state, with the section. */
export function NextMoves({
  shown,
  procedure,
  onMove,
}: {
  shown: SeenCase;
  procedure: Procedure | undefined;
  onMove(event: string): void;
}) {
  const may = useMay();
  const next = shown.standing?.next ?? [];
  const forbidden = choosable(procedure, shown.standing).flatMap((one) => (one.forbidden === null ? [] : [{ ...one, why: one.forbidden }]));
  if (shown.standing === null)
    return (
      <Section title="What may come next" id="next">
        <p>It follows no procedure: whatever happens is recorded under Notes.</p>
      </Section>
    );
  return (
    <Section title="What may come next" id="next">
      {may("case:write") ? null : <p className={style.quiet}>{notAllowed("case:write")}</p>}
      {next.length === 0 ? <p>Nothing: the case has ended.</p> : null}
      <ul className={style.moves}>
        {next.map(({ event, title, actor, ...rule }) => (
          <li key={event}>
            <span>
              {title}
              <span className={style.quiet}>
                {" "}
                by {actor}, {cited(rule)}
              </span>
            </span>
            {may("case:write") ? (
              <Action label={`Record: ${title}`} onPress={() => onMove(event)}>
                Record
              </Action>
            ) : null}
          </li>
        ))}
      </ul>
      {forbidden.length > 0 ? (
        <details>
          <summary>What the law does not allow now ({forbidden.length})</summary>
          <ul className={style.forbidden}>
            {forbidden.map(({ event, title, why }) => (
              <li key={event}>
                {title}: {why}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </Section>
  );
}
