import { caseLines } from "./cases/index.js";
import { type Docket, type DocketOptions, openDocket as openJournal } from "./journal/index.js";

/**
 * Opens the docket at an address, with what is shown of its cases: `postgres://…` or `postgresql://…`, else the path of a file.
 *
 * @throws DocketError where it cannot be opened, or where there is none and none is to be made
 */
export function openDocket(address: string, options: Omit<DocketOptions, "projections">): Promise<Docket> {
  return openJournal(address, { ...options, projections: [caseLines] });
}
