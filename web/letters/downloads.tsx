import type { ShownLetter } from "../../src/model/index.js";
import { download } from "../api/client.js";
import { draftFilePath, letterFilePath } from "../api/letters.js";
import { Action } from "../parts/action.js";
import { Told, useDoing } from "../state/doing.js";

const titles: Readonly<Record<string, string>> = { md: "Markdown", html: "HTML", docx: "Word", pdf: "PDF", json: "JSON" };

/** Saves the letter as a file: what was issued byte for byte, a draft as it is now. */
export function Downloads({ of, shown }: { of: string; shown: ShownLetter }) {
  const doing = useDoing();
  const issued = shown.issued ? shown.files.map(({ role }) => role).filter((role) => titles[role]) : null;
  const forms = issued ?? ["md", "html", "docx"];
  return (
    <>
      {Object.keys(titles)
        .filter((form) => forms.includes(form))
        .map((form) => (
          <Action
            key={form}
            disabled={doing.doing}
            label={`Save ${issued ? "it" : "the draft"} as ${titles[form]}`}
            onPress={() => doing.run(async () => void (await download((issued ? letterFilePath : draftFilePath)(of, shown.id, form))))}
          >
            {titles[form]}
          </Action>
        ))}
      <Told doing={false} failure={doing.failure} what="" />
    </>
  );
}
