import { DocketLetter, type Json, type LetterCheck, type StoredFile } from "../../model/index.js";
import { DocketError, type DocketView } from "../journal/index.js";

/** A letter as the docket has it. */
export interface KeptLetter {
  case: string;
  /** Its id in the case, such as l1. */
  id: string;
  version: number;
  state: DocketLetter;
}

/** A file that is to be kept with a letter. */
export interface NewLetterFile {
  file: StoredFile;
  content: Uint8Array;
}

export const letterKind = "letter";

/** The object of the journal that a letter is. */
export function letterObject(of: string, id: string): { kind: string; id: string } {
  return { kind: letterKind, id: `${of}/${id}` };
}

/**
 * A letter of a case.
 *
 * @throws DocketError `not-found` where there is none
 */
export async function readLetter(view: DocketView, of: string, id: string): Promise<KeptLetter> {
  const found = await view.object(letterKind, `${of}/${id}`);
  if (!found)
    throw new DocketError("not-found", `case ${of} has no letter ${id}. \`beholden docket letter list ${of}\` names those there are.`);
  return { case: of, id, version: found.version, state: stateOf(found.state, `${of}/${id}`) };
}

/** The letters of a case, in the order in which they were drafted. */
export async function keptLetters(view: DocketView, of: string): Promise<KeptLetter[]> {
  const all = (await view.objects({ kind: letterKind, case: of })).map(({ id, version, state }) => ({
    case: of,
    id: id.slice(of.length + 1),
    version,
    state: stateOf(state, id),
  }));
  return all.sort((left, right) => Number(left.id.slice(1)) - Number(right.id.slice(1)));
}

/** As what letters of the docket a file was issued, by its digest. */
export async function issuedAs(view: DocketView, sha256: string): Promise<LetterCheck["issued"]> {
  const all = await view.objects({ kind: letterKind });
  return all.flatMap(({ case: of, id, state }) => {
    const { issued, files } = stateOf(state, id);
    return files.flatMap((file) => {
      if (!issued || file.sha256 !== sha256 || !isIssuedFile(file)) return [];
      const { number, on, head } = issued;
      return [{ case: of ?? "", letter: id.slice(id.lastIndexOf("/") + 1), number, on, form: file.role, name: file.name, head }];
    });
  });
}

/** Whether a file of a letter is one of those that its issue made. */
export function isIssuedFile({ role }: StoredFile): boolean {
  return role !== "template" && role !== "approved";
}

/** A letter that was written by a newer version, or by nobody, is told and not guessed at. */
function stateOf(state: Json, id: string): DocketLetter {
  const read = DocketLetter.safeParse(state);
  if (read.success) return read.data;
  throw new DocketError(
    "broken",
    `letter ${id} is not as this version of beholden writes letters: ${read.error.issues[0]?.message}. Update beholden.`,
  );
}
