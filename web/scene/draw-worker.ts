import type { Dossier, Impact, Review, TracedParty } from "../../src/model/index.js";
import { chainsScene } from "../../src/report/scene/impact/chains.js";
import { ofImpact } from "../../src/report/scene/impact/compared.js";
import { impactScene } from "../../src/report/scene/impact/scene.js";
import { placeGrid, reachGrid } from "../../src/report/scene/matrix/grid.js";
import { matrixScene } from "../../src/report/scene/matrix/scene.js";
import type { Scene } from "../../src/report/scene/node.js";
import { ownershipScene } from "../../src/report/scene/ownership/scene.js";
import type { OwnershipOptions } from "../../src/report/scene/ownership/view.js";
import { axisOfDossier } from "../../src/report/scene/timeline/axis.js";
import { timelineScene } from "../../src/report/scene/timeline/scene.js";

/** What the page asks the worker to draw; the answer has the same number. */
export type DrawRequest = { number: number } & (
  | { draw: "ownership"; data: TracedParty; options?: OwnershipOptions }
  | { draw: "timeline"; data: Dossier }
  | { draw: "reach" | "places"; data: Review }
  | { draw: "impact" | "chains"; data: Impact }
);
export type DrawAnswer = { number: number; scene: Scene } | { number: number; error: string };

/** Draws off the main thread: a scene is plain data, so that the whole of it is handed over. */
export function drawn(request: DrawRequest): Scene {
  switch (request.draw) {
    case "ownership":
      return ownershipScene(request.data, request.options);
    case "timeline":
      return timelineScene(axisOfDossier(request.data));
    case "reach":
      return matrixScene(reachGrid(request.data));
    case "places":
      return matrixScene(placeGrid(request.data));
    case "impact":
      return impactScene(ofImpact(request.data));
    case "chains":
      return chainsScene(request.data);
  }
}

globalThis.addEventListener?.("message", ({ data }: MessageEvent<DrawRequest>) => {
  let answer: DrawAnswer;
  try {
    answer = { number: data.number, scene: drawn(data) };
  } catch (error) {
    answer = { number: data.number, error: error instanceof Error ? error.message : String(error) };
  }
  globalThis.postMessage(answer);
});
