import type { Impact, TracedParty } from "../../src/model/index.js";
import { chainsScene } from "../../src/report/scene/impact/chains.js";
import type { Scene } from "../../src/report/scene/node.js";
import { ownershipScene } from "../../src/report/scene/ownership/scene.js";
import type { OwnershipOptions } from "../../src/report/scene/ownership/view.js";

/** A drawing whose boxes have to be laid out, which can take a while. */
export type DrawWork =
  | { draw: "ownership"; data: TracedParty; options?: OwnershipOptions }
  | { draw: "chains"; data: Pick<Impact, "systems" | "assets" | "asOf" | "scenario"> };

/** What the page asks the worker to draw; the answer has the same number. */
export interface DrawRequest {
  number: number;
  work: DrawWork;
}
export type DrawAnswer = { number: number; scene: Scene } | { number: number; error: string };

/** A scene is plain data, so that a worker can hand over the whole of it. */
export function drawn(work: DrawWork): Scene {
  return work.draw === "ownership" ? ownershipScene(work.data, work.options) : chainsScene(work.data);
}
