import { useId, useState } from "react";
import { visible } from "../../src/report/visible.js";
import { useKept } from "../state/kept.js";
import { type BorderLines, readBorders } from "./border-file.js";
import style from "./where.module.css";

/** Borders that somebody brought, with whose view they say that it is. */
export interface OwnBorders {
  lines: BorderLines;
  view: string;
}

/** Takes borders from a file of this machine. Whose view they show is asked first, for it is printed below the map; the file goes nowhere. */
export function BorderFile({ onRead }: { onRead(borders: OwnBorders): void }) {
  const [view, setView] = useKept("draft view of borders");
  const [told, setTold] = useState("");
  const ids = { view: useId(), file: useId(), told: useId() };
  const take = async (file: File | undefined) => {
    if (!file) return;
    try {
      const lines = readBorders(await file.text(), file.size);
      onRead({ lines, view: `${visible(view.trim())} (${visible(file.name)})` });
      setTold(`Borders of ${visible(file.name)} are drawn. They are read on this machine and are gone with the page.`);
    } catch (error) {
      setTold(`Not drawn. ${(error as Error).message}`);
    }
  };
  return (
    <details>
      <summary>Borders from a file</summary>
      <div className={style.borders}>
        <label htmlFor={ids.view}>Whose view they show</label>
        <input id={ids.view} value={view} maxLength={200} onChange={(event) => setView(event.target.value)} autoComplete="off" />
        <label htmlFor={ids.file}>GeoJSON or TopoJSON, at most 8 MB</label>
        <input
          id={ids.file}
          type="file"
          accept=".json,.geojson,.topojson,application/json,application/geo+json"
          disabled={view.trim() === ""}
          aria-describedby={ids.told}
          onChange={(event) => {
            take(event.target.files?.[0]);
            // The same file chosen again after it was mended is another one.
            event.target.value = "";
          }}
        />
        <p id={ids.told} role="status">
          {told || "Name the view first: it stands below every map that is drawn with them."}
        </p>
      </div>
    </details>
  );
}
