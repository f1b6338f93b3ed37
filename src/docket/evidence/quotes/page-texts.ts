import { type EvidenceItem, PageTexts } from "../../../model/index.js";
import { DocketError, type DocketView } from "../../journal/index.js";
import { type Kept, shortId } from "../case-objects.js";

/** The text of a piece of evidence that is kept, with its digest. */
export interface KeptText {
  sha256: string;
  texts: PageTexts;
}

/**
 * Reads the kept text of a piece of evidence.
 *
 * @throws DocketError `refused` where it has none
 */
export async function keptText(view: DocketView, { id, state }: Kept<EvidenceItem>): Promise<KeptText> {
  const file = state.files.find(({ role }) => role === "text");
  const content = file && (await view.file(file.sha256));
  if (!file || !content)
    throw new DocketError(
      "refused",
      `${shortId(id)} has no text (${state.format}): nothing can be found in it. Add it as a document with a text, too.`,
    );
  const read = PageTexts.safeParse(JSON.parse(new TextDecoder().decode(content)));
  if (!read.success) throw new DocketError("broken", `the text of ${shortId(id)} is not in the form that is expected.`);
  return { sha256: file.sha256, texts: read.data };
}
