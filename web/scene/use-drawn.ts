import { useEffect, useState } from "react";
import type { Scene } from "../../src/report/scene/node.js";
import type { DrawAnswer, DrawRequest, DrawWork } from "./draw.js";

/** How a drawing stands: `scene` may be the one before, which is shown until the new one is there. */
export interface Drawn {
  scene: Scene | undefined;
  failure: string | undefined;
  drawing: boolean;
}

const nothing: Drawn = { scene: undefined, failure: undefined, drawing: false };

/**
 * Has a drawing laid out by the worker.
 *
 * @param work the same object as long as nothing of it changes; null: there is nothing to draw
 */
export function useDrawn(work: DrawWork | null): Drawn {
  const [drawn, setDrawn] = useState(nothing);
  useEffect(() => {
    if (work === null) return setDrawn(nothing);
    let wanted = true;
    setDrawn(({ scene }) => ({ scene, failure: undefined, drawing: true }));
    draw(work).then(
      (scene) => wanted && setDrawn({ scene, failure: undefined, drawing: false }),
      (error: Error) => wanted && setDrawn({ scene: undefined, failure: error.message, drawing: false }),
    );
    return () => {
      wanted = false;
    };
  }, [work]);
  return drawn;
}

interface Waiting {
  done(scene: Scene): void;
  failed(error: Error): void;
}

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let last = 0;

function draw(work: DrawWork): Promise<Scene> {
  worker ??= started();
  const request: DrawRequest = { number: ++last, work };
  return new Promise((done, failed) => {
    waiting.set(request.number, { done, failed });
    worker?.postMessage(request);
  });
}

function started(): Worker {
  const address = document.querySelector<HTMLMetaElement>("meta[name=draw-worker]")?.content ?? "";
  const fresh = new Worker(address);
  fresh.addEventListener("message", ({ data }: MessageEvent<DrawAnswer>) => {
    const asked = waiting.get(data.number);
    waiting.delete(data.number);
    if ("scene" in data) asked?.done(data.scene);
    else asked?.failed(new Error(data.error));
  });
  fresh.addEventListener("error", () => {
    worker = undefined;
    for (const { failed } of waiting.values()) failed(new Error("The drawing program of this page did not start."));
    waiting.clear();
  });
  return fresh;
}
