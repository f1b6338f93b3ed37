import { useState } from "react";
import { handlingMarks } from "../../src/model/order.js";
import { casePath } from "../api/cases.js";
import { download } from "../api/client.js";
import { notAllowed, useMay, useSession } from "../api/session.js";
import { Action } from "../parts/action.js";
import { useAsOf } from "../parts/as-of.js";
import { Choice } from "../parts/choice.js";
import { Section } from "../parts/page.js";
import { addressOf } from "../state/address.js";
import { Told, useDoing } from "../state/doing.js";
import { tellDone } from "../state/toast.js";
import style from "./overview.module.css";
import { handlingWords } from "./words.js";

const formats = { html: "HTML", docx: "Word", md: "Markdown", text: "Text", json: "JSON" } as const;

/** The report of the case in every form, its calendar, and the bundle that verifies elsewhere. */
export function TakeOut({ id }: { id: string }) {
  const [asOf] = useAsOf();
  const sees = useSession()?.seesUpTo ?? "restricted";
  const [upTo, setUpTo] = useState<string>(sees);
  const may = useMay();
  const { doing, failure, run } = useDoing();
  const take = (path: string, method: "GET" | "POST" = "GET") =>
    run(async () => tellDone({ text: `${await download(path, { method })} is saved where your browser saves files.` }));
  return (
    <Section
      title="Hand it over"
      id="hand-over"
      unprinted
      about="The report tells this state of the record, with the head of the journal on every page."
    >
      <Choice
        label="Report up to"
        value={upTo}
        options={handlingMarks
          .slice(0, handlingMarks.indexOf(sees) + 1)
          .map((mark) => ({ value: mark, title: `${handlingWords[mark]}${mark === "public" ? " alone" : " and what is more open"}` }))}
        onChange={setUpTo}
      />
      <p className={style.buttons}>
        {Object.entries(formats).map(([format, title]) => (
          <Action
            key={format}
            label={`Report as ${title}`}
            disabled={doing}
            onPress={() => take(addressOf(casePath(id, "/report"), { format, upTo, asOf }))}
          >
            {title}
          </Action>
        ))}
      </p>
      <p className={style.buttons}>
        <Action disabled={doing} onPress={() => take(casePath(id, "/calendar"))}>
          Deadlines as a calendar (.ics)
        </Action>
        <Action disabled={doing || !may("bundle:export")} describedBy="no-export" onPress={() => take(casePath(id, "/bundle"), "POST")}>
          Bundle that verifies elsewhere (.zip)
        </Action>
      </p>
      {may("bundle:export") ? null : (
        <p id="no-export" className={style.quiet}>
          Bundle: {notAllowed("bundle:export")}
        </p>
      )}
      <p className={style.quiet}>Taking out a bundle, and reading what is restricted, are entries of the record.</p>
      <Told doing={doing} failure={failure} what="Making the file" />
    </Section>
  );
}
