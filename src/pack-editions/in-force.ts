import { type RulePackFile, readRulePackFile } from "../judge/files.js";
import { RulePackError } from "../judge/load.js";
import { editionPath, readPackNote } from "./pack-note.js";

/**
 * The edition of a built-in pack by which reviews on a folder of data are judged, where that is another than the one that came with beholden: its
 * update was rejected there, or rows of it were. Null where what came counts, as it does at once when beholden brings a new one.
 *
 * @param came SHA-256 of the text that came with beholden
 * @throws RulePackError where the text is gone, or is not what was noted
 */
export async function packInForce(data: string, pack: string, came: string): Promise<RulePackFile | null> {
  const note = await readPackNote(data, pack);
  if (!note || note.after.sha256 !== came || note.inForce === came) return null;
  return readEdition(data, pack, note.inForce);
}

/**
 * An edition that a folder of data keeps.
 *
 * @throws RulePackError where the text is gone, or is not what was noted
 */
export async function readEdition(data: string, pack: string, sha256: string): Promise<RulePackFile> {
  const path = editionPath(data, pack, sha256);
  const read = await readRulePackFile(path);
  if (read.sha256 === sha256) return read;
  throw new RulePackError([
    {
      ...{ path, line: null, column: null, severity: "error", code: "rules-edition" },
      message: `this edition of ${pack} was changed since it was noted`,
      expected: `a text of the SHA-256 ${sha256}`,
      action: `Accept the edition that came with beholden: \`beholden reference changes rules:${pack} --accept\`.`,
    },
  ]);
}
