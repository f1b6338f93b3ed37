import type { PartialDate } from "../../../model/index.js";
import type { ImportSink } from "../format.js";
import { filled } from "./list-identity.js";
import { ofacListsByProgramme, sdnList } from "./ofac-lists.js";

/** An entry of a file that names programmes and no lists. */
export interface OfacEntry {
  /** Of the party. */
  id: string;
  number: string;
  programmes: string[];
  from: PartialDate | undefined;
  /** Of the file, where it bears one. */
  edition?: PartialDate | undefined;
}

/** Lists an entry: the SDN file is one list, and in the consolidated file the programmes say which of its lists it is on. */
export function listOfac({ id, number, programmes, from, edition }: OfacEntry, consolidated: boolean, sink: ImportSink): void {
  const notes = [
    from ? undefined : "on the list in this edition; since when is not said",
    consolidated ? "which of the lists in the file it is on is taken from the programme" : undefined,
  ];
  for (const list of consolidated ? ofacListsByProgramme(programmes) : [sdnList])
    sink.listing(
      filled({
        party: id,
        list,
        programme: programmes.filter(Boolean).join("; "),
        from: from ?? edition,
        citation: `OFAC ${consolidated ? "Consolidated (non-SDN) List" : "SDN List"}, entry ${number}`,
        note: notes.filter(Boolean).join("; "),
        record: number,
      }),
    );
}
