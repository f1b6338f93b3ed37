import { type ReactNode, useState } from "react";
import { useKeys } from "../frame/keys.js";
import { Action } from "../parts/action.js";
import { Key } from "../parts/key.js";
import { Waiting } from "../parts/state.js";
import { useAddressPart } from "../state/address.js";
import { useFitted } from "./fitted.js";
import style from "./picture.module.css";
import { savePng, saveSvg } from "./save.js";
import { type SceneProps, SceneView } from "./scene.js";
import { type AskedSize, seenWords } from "./size.js";
import type { Drawn } from "./use-drawn.js";

interface PictureProps extends SceneProps {
  /** What a saved file is called, without its ending. */
  name: string;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** A drawing in its window, with what saves it: as SVG and as PNG, both from the data that is drawn. */
export function Picture({ name, children, ...props }: PictureProps) {
  const [asked, ask] = useAddressPart("size");
  const { around, seen } = useFitted(props.scene, asked as AskedSize, props.selected || props.scene.home);
  const isWhole = seen.more.length === 0;
  useKeys(
    "The drawing",
    seen.wide ? [{ keys: "z", does: "All of it, or its actual size", run: () => ask(isWhole ? "actual" : "whole") }] : [],
  );
  const [failed, setFailed] = useState("");
  const save = (work: () => Promise<void> | void) => {
    setFailed("");
    Promise.resolve()
      .then(work)
      .catch((error: Error) => setFailed(`Not saved. ${error.message}`));
  };
  return (
    <div className={style.picture}>
      {seen.wide ? (
        <p className={style.tools}>
          <Action pressed={isWhole} onPress={() => ask("whole")}>
            All of it
          </Action>
          <Action pressed={!isWhole} onPress={() => ask("actual")}>
            Actual size
          </Action>
          <Key usual="z" />
          <span>{seenWords(seen)}</span>
        </p>
      ) : null}
      <div ref={around} className={style.window} data-more={seen.more.join(" ")}>
        <SceneView {...props} />
      </div>
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
