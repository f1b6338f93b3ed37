import type { Review } from "../../src/model/index.js";
import { effects } from "../../src/model/order.js";
import { fieldId } from "../../src/report/scene/matrix/scene.js";
import type { ReachState } from "../../src/report/view.js";
import { matrixOf, reachState } from "../../src/report/view.js";
import { type Answer, answerStates } from "./answers.js";

/** The review as if it had these answers only: what the matrix is drawn from. */
export function reviewOf(answers: readonly Answer[], review: Review): Review {
  const reaches = answers.map(({ reach }) => reach);
  const residualReaches = reaches.filter(({ residual }) => residual).length;
  return { ...review, reaches, summary: { ...review.summary, reaches: reaches.length, residualReaches } };
}

/** Of each field of the matrix the answer that weighs most, by the id that the field is drawn with. */
export function strongestByField(review: Review): Map<string, string> {
  return new Map(
    matrixOf(review).flatMap(({ target, government, cells }) => {
      const all = effects.flatMap((effect) => cells[effect]?.strongest ?? []);
      const [strongest] = all.sort((left, right) => answerStates.indexOf(reachState(left)) - answerStates.indexOf(reachState(right)));
      return strongest ? [[fieldId(`${target.kind} ${target.id}`, government), strongest.id] as const] : [];
    }),
  );
}

/** The answers as an outline: by how they stand, then by what is reached. */
export function outlineOf(
  answers: readonly Answer[],
): { state: ReachState; count: number; targets: { name: string; answers: Answer[] }[] }[] {
  return answerStates.flatMap((state) => {
    const some = answers.filter((one) => one.state === state);
    const targets = new Map<string, { name: string; answers: Answer[] }>();
    for (const one of some) {
      const { kind, id, name } = one.reach.target;
      const target = targets.get(`${kind} ${id}`) ?? { name, answers: [] };
      target.answers.push(one);
      targets.set(`${kind} ${id}`, target);
    }
    return some.length > 0 ? [{ state, count: some.length, targets: [...targets.values()] }] : [];
  });
}
