import { createHash } from "node:crypto";
import { DocketError, type DocketView, issuedAs, readLetter } from "../docket/index.js";
import type { HandlingMark, LetterCheck, StoredFile } from "../model/index.js";

/**
 * A file of a letter that was issued.
 *
 * @throws DocketError `not-found` where it was not issued in that form
 */
export async function letterFileOf(
  view: DocketView,
  of: string,
  id: string,
  form: string,
): Promise<{ file: StoredFile; content: Uint8Array; handling: HandlingMark }> {
  const { state } = await readLetter(view, of, id);
  const issued = state.issued ? state.files.filter(({ role }) => role !== "template" && role !== "approved") : [];
  const file = issued.find(({ role }) => role === form);
  const content = file && (await view.file(file.sha256));
  if (file && content) return { file, content, handling: state.handling };
  const expected = state.issued
    ? `Expected one of ${issued.map(({ role }) => role).join(", ")}.`
    : `It is not issued: \`beholden docket letter show ${of} ${id} --format ${form}\` shows the draft.`;
  throw new DocketError("not-found", `letter ${id} has no issued file of the form ${form}. ${expected}`);
}

/** Whether a file is exactly what was issued, by its digest alone. */
export async function checkLetterFile(view: DocketView, name: string, content: Uint8Array): Promise<LetterCheck> {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const issued = await issuedAs(view, sha256);
  const named =
    issued.length > 0
      ? []
      : [
          ...new Set(
            Buffer.from(content)
              .toString("latin1")
              .match(/\bL-\d{4}-\d{4,}\b/g) ?? [],
          ),
        ];
  return { schemaVersion: "1", file: name, sha256, bytes: content.length, issued, names: named.slice(0, 20), head: await view.head() };
}
