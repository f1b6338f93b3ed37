import { changeSetsBehind, WithoutChangeSet } from "../change-sets-behind.js";
import type { Review } from "../model/index.js";
import { RequestProblem } from "./problems.js";
import type { RouteContext } from "./route.js";

/**
 * Nothing is kept that stands on what came in by no change set.
 *
 * @throws RequestProblem 422
 */
export async function entered({ commands, at }: RouteContext, { reference, rulePacks }: Review): Promise<void> {
  try {
    await changeSetsBehind(commands.data, { imports: reference.imports ?? [], packs: rulePacks }, at.slice(0, 10));
  } catch (error) {
    throw error instanceof WithoutChangeSet ? new RequestProblem(422, "refused", error.message) : error;
  }
}
