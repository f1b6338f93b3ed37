import { useState } from "react";
import type { Reach } from "../../src/model/index.js";
import { drawnReach, pathScene } from "../../src/report/scene/path/scene.js";
import type { View } from "../../src/report/view.js";
import { Picture } from "./picture.js";

/** The strongest path of a reach, drawn as the report draws it. */
export function PathPicture({ view, reach, asOf }: { view: View; reach: Reach; asOf: string }) {
  const [step, setStep] = useState<string>();
  const scene = pathScene(drawnReach(reach, view, asOf));
  return <Picture scene={scene} name={`path-${view.reachNumber(reach.id)}`} selected={step} onSelect={({ id }) => setStep(id)} />;
}
