import type { WorkList } from "../../src/model/index.js";
import { get } from "../api/client.js";
import { RequestFailed } from "../api/problem.js";
import { openTask, takeTask } from "../state/task.js";
import { tellDone } from "../state/toast.js";
import { nextRow, workAddress, workRows } from "./rows.js";

/**
 * Opens what waits next, from wherever one is: the one after the one that is open.
 *
 * @param location where one is
 */
export async function openNext(location: string, navigate: (address: string) => void): Promise<void> {
  try {
    const list = await get<WorkList>("/api/work");
    const next = nextRow(list, openTask()?.key ?? location);
    if (!next) return tellDone({ text: "Nothing else waits that is yours to do." });
    navigate(workAddress(next.item));
    takeTask({ key: next.key, place: workRows(list).indexOf(next), of: next.item.case });
    tellDone({ text: `${next.item.ask}. ${next.item.caption}, case ${next.item.case}.` });
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    tellDone({ text: `${error.failure.what} ${error.failure.action}` });
  }
}
