import { useMemo } from "react";
import { reachGrid } from "../../src/report/scene/matrix/grid.js";
import { matrixScene } from "../../src/report/scene/matrix/scene.js";
import type { OpenReview } from "../api/reviews.js";
import { Picture } from "../scene/picture.js";
import { reviewOf, strongestByField } from "./answer-views.js";
import type { Answer } from "./answers.js";

interface MatrixProps {
  open: OpenReview;
  answers: readonly Answer[];
  current: string;
  onOpen(number: string): void;
}

/** The same answers by target and government, as the report draws them; each field leads to its strongest path. */
export function Matrix({ open: { review, view }, answers, current, onOpen }: MatrixProps) {
  const { scene, strongest } = useMemo(() => {
    const asked = reviewOf(answers, review);
    return { scene: matrixScene(reachGrid(asked)), strongest: strongestByField(asked) };
  }, [answers, review]);
  const selected = [...strongest].find(([, id]) => String(view.reachNumber(id)) === current)?.[0];
  const open = (field: string) => {
    const id = strongest.get(field);
    if (id) onOpen(String(view.reachNumber(id)));
  };
  return <Picture scene={scene} name="who-can-reach-what" selected={selected} onSelect={({ id }) => open(id)} />;
}
