import type { Procedure } from "../../src/model/index.js";
import { useCase, useProcedure } from "../api/cases.js";
import style from "./stages.module.css";

/** How far a case is: the stages of its procedure, the one that it is in marked by words, not by colour alone. */
export function CaseStages({ id }: { id: string }) {
  const { value: shown } = useCase(id);
  const { value: procedure } = useProcedure(shown?.procedure ?? null);
  if (!shown?.standing || !procedure || procedure.stages.length === 0) return null;
  const at = stageOf(procedure, shown.standing.state);
  return (
    <ol className={style.stages} aria-label="How far the case is">
      {procedure.stages.map(({ title }, index) => (
        <li
          key={title}
          className={style[index < at ? "past" : index === at ? "now" : "ahead"]}
          aria-current={index === at ? "step" : undefined}
        >
          <span className={style.dot} aria-hidden="true" />
          {title}
          <span className="unseen">{index < at ? ", before" : index === at ? ", now" : ", ahead"}</span>
        </li>
      ))}
    </ol>
  );
}

/** The place of a state's stage; -1 where the case has not begun. */
function stageOf({ stages }: Procedure, state: string | null): number {
  return state === null ? -1 : stages.findIndex(({ states }) => states.includes(state));
}
