import { Link } from "wouter";
import { useTemplates } from "../api/letters.js";
import { LibraryFrame } from "../library/library.js";
import { AnswerOf } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { kindWords } from "./words.js";

/** Every template that letters can be drafted from. */
export function Templates() {
  return (
    <LibraryFrame
      title="Templates"
      about="What letters are drafted from. One that you change is the docket's own; letters keep the one that they were drafted with."
    >
      <AnswerOf of={useTemplates()} what="the templates">
        {({ templates }) => (
          <Table
            caption="Templates"
            captionUnseen
            headings={["Template", "Kind", "What it is for", "Whose"]}
            rows={templates.map(({ id, title, kind, says, origin }) => ({
              key: id,
              cells: [
                <Link key="title" href={`/library/templates/${id}`}>
                  {title}
                </Link>,
                kindWords[kind],
                says,
                origin === "docket" ? "the docket's own" : "comes with beholden",
              ],
            }))}
          />
        )}
      </AnswerOf>
    </LibraryFrame>
  );
}
