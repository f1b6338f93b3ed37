import type { ShelvedReview } from "../../src/model/index.js";
import { makeReview } from "../api/reviews.js";
import { Action } from "../parts/action.js";
import { Told, useDoing } from "../state/doing.js";

/** Reviews the worked example as of today. */
export function MakeExample({ onMade }: { onMade(made: ShelvedReview): void }) {
  const { doing, failure, run } = useDoing();
  return (
    <>
      <Action main disabled={doing} onPress={() => run(async (key) => onMade(await makeReview({ example: true }, key)))}>
        Open the example
      </Action>
      <Told doing={doing} failure={failure} what="Reviewing the example" elsewhere />
    </>
  );
}
