import type { HandlingMark } from "../../model/index.js";
import type { DocketView } from "../journal/index.js";

const marked = ["evidence", "quote", "fact", "run", "decision", "letter"];

/** The handling mark of each thing that stands in a case. */
export async function marksIn(view: DocketView, of: string): Promise<HandlingMark[]> {
  const rows = await view.rows(`SELECT state FROM object WHERE case_id = ? AND kind IN (${marked.map(() => "?").join(", ")})`, [
    of,
    ...marked,
  ]);
  return rows.flatMap(({ state }) => (JSON.parse(String(state)) as { handling?: HandlingMark } | null)?.handling ?? []);
}
