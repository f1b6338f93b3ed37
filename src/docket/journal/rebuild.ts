import type { JournalHead } from "../../model/index.js";
import { showEntries, together } from "./append.js";
import { opened } from "./chain.js";
import { inParts } from "./parts.js";
import { shownFaults } from "./shown.js";
import type { Docket } from "./store.js";

/** What became of what is shown. */
export interface Rebuilt {
  entries: number;
  objects: number;
  /** Objects that were shown otherwise than the journal says. */
  mended: string[];
  head: JournalHead;
}

/** Makes what is shown anew from the journal alone, in one step for whoever reads meanwhile. The journal itself is not touched. */
export async function rebuildShown(docket: Docket): Promise<Rebuilt> {
  return docket.write(async (connection, view) => {
    const mended = await shownFaults(connection, view, docket.projections);
    await connection.run("DELETE FROM object");
    let entries = 0;
    for await (const some of inParts(view.stored(), together)) {
      await showEntries(connection, some.map(opened));
      entries += some.length;
    }
    for (const one of docket.projections) await one.follow(connection, "all");
    const [row] = await connection.all("SELECT COUNT(*) AS objects FROM object");
    return { entries, objects: Number(row?.objects), mended, head: await view.head() };
  });
}
