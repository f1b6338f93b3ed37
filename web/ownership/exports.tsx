import { shownFamily } from "../../src/report/scene/ownership/view.js";
import { traceBods } from "../../src/report/trace/bods.js";
import { familyCsv } from "../../src/report/trace/family-csv.js";
import { Action } from "../parts/action.js";
import { saveFile } from "../parts/save-file.js";
import type { Family } from "./families.js";

/** What a saved file of a family is called, without its ending. */
export function fileName({ traced }: Family): string {
  return `owners-${traced.party}-${traced.asOf}`;
}

/** Saves the interests that are shown as data, those of parties drawn as one among them. */
export function SaveData({ family }: { family: Family }) {
  const { traced, options } = family;
  const save = (text: string, type: string, ending: string) => saveFile(new Blob([text], { type }), `${fileName(family)}.${ending}`);
  return (
    <>
      <Action onPress={() => save(traceBods(traced, shownFamily(traced, options)), "application/json", "bods.json")}>
        Save as BODS JSON
      </Action>
      <Action onPress={() => save(familyCsv(traced, shownFamily(traced, options)), "text/csv", "csv")}>Save as CSV</Action>
    </>
  );
}
