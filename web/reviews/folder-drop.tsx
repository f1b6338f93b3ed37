import { type DragEvent, useRef, useState } from "react";
import type { ShelvedReview } from "../../src/model/index.js";
import { reviewFiles } from "../api/reviews.js";
import { notAllowed, useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { Told, useDoing } from "../state/doing.js";
import style from "./folder-drop.module.css";
import { megabytes, type Picked, pickedByDialog, pickedByDrop, tooMuch } from "./picked-files.js";

/** A folder that is dropped here, or picked: its files go to the server of this page, are reviewed, and are not kept. */
export function FolderDrop({ onMade }: { onMade(made: ShelvedReview): void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [unread, setUnread] = useState("");
  const { doing, failure, run } = useDoing();
  const may = useMay()("review:keep");
  const look = (found: Picked) => {
    setPicked(found);
    setUnread(tooMuch(found) ?? "");
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!may || doing) return;
    pickedByDrop(event.dataTransfer).then(look, () => setUnread("The browser could not read what was dropped. Pick the folder instead."));
  };
  const send = (found: Picked) =>
    run(
      async (key) => onMade(await reviewFiles(found.files, key)),
      found.files.map(({ path, file }) => [path, file.size, file.lastModified]),
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way, the button in it the other
    <div
      className={over ? `${style.drop} ${style.over}` : style.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>Drop a folder here, or pick one. At most 2,000 files and 64 MB.</p>
      <input
        ref={input}
        type="file"
        className={style.input}
        aria-label="Folder to review"
        tabIndex={-1}
        multiple
        webkitdirectory=""
        onChange={(event) => {
          if (event.target.files && event.target.files.length > 0) look(pickedByDialog(event.target.files));
          event.target.value = "";
        }}
      />
      <Action disabled={doing || !may} onPress={() => input.current?.click()}>
        Pick a folder…
      </Action>
      {may ? null : <p className={style.quiet}>{notAllowed("review:keep")}</p>}
      {picked && unread === "" ? (
        <div className={style.picked} role="status">
          <p>
            <strong>{picked.name}</strong>: {picked.files.length.toLocaleString("en")} {picked.files.length === 1 ? "file" : "files"},{" "}
            {megabytes(picked.bytes)} MB.{picked.left.length > 0 ? ` Left out: ${picked.left.join(", ")}.` : ""} They go to the server that
            this page came from and nowhere else, are read there, and are removed when the review is made.
          </p>
          <Action main disabled={doing} onPress={() => send(picked)}>
            Review {picked.name}
          </Action>
        </div>
      ) : null}
      {unread ? <p role="alert">{unread}</p> : null}
      <Told doing={doing} failure={failure} what="Sending the files and reviewing them" elsewhere />
    </div>
  );
}
