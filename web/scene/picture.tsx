import { type ReactNode, useState } from "react";
import { Action } from "../parts/action.js";
import { Waiting } from "../parts/state.js";
import style from "./picture.module.css";
import { savePng, saveSvg } from "./save.js";
import { type SceneProps, SceneView } from "./scene.js";
import type { Drawn } from "./use-drawn.js";

interface PictureProps extends SceneProps {
  /** What a saved file is called, without its ending. */
  name: string;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** A drawing with what saves it: as SVG and as PNG, both from the data that is drawn. */
export function Picture({ name, children, ...props }: PictureProps) {
  const [failed, setFailed] = useState("");
  const save = (work: () => Promise<void> | void) => {
    setFailed("");
    Promise.resolve()
      .then(work)
      .catch((error: Error) => setFailed(`Not saved. ${error.message}`));
  };
  return (
    <div className={style.picture}>
      <SceneView {...props} />
      <div className={style.tools}>
        {children}
        <Action onPress={() => save(() => saveSvg(props.scene, name))}>Save as SVG</Action>
        <Action onPress={() => save(() => savePng(props.scene, name))}>Save as PNG</Action>
        <span role="status">{failed}</span>
      </div>
    </div>
  );
}

interface LaidOutProps extends Omit<PictureProps, "scene"> {
  drawn: Drawn;
  /** What is laid out, in words: "212 parties". */
  what: string;
}

/** A drawing that the worker lays out: the one before stays until it is there, and the wait is told in words. */
export function LaidOut({ drawn: { scene, failure, drawing }, what, ...props }: LaidOutProps) {
  if (failure !== undefined)
    return (
      <p role="alert" className={style.failed}>
        Could not lay out the chart. {failure} The table and the outline still work.
      </p>
    );
  if (!scene) return <Waiting what={`the chart: laying out ${what}`} />;
  return (
    <>
      <p role="status" className="unseen">
        {drawing ? `Laying out ${what}` : ""}
      </p>
      <Picture scene={scene} {...props} />
    </>
  );
}
