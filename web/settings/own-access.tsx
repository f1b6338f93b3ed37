import { useOwnSessions } from "../api/people.js";
import { momentWords } from "../parts/days.js";
import { AnswerOf } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { OwnTokens } from "./own-tokens.js";
import style from "./settings.module.css";

/** One's own sessions and tokens. */
export function OwnAccess() {
  const sessions = useOwnSessions();
  return (
    <div className={style.stack}>
      <AnswerOf of={sessions} what="your sessions">
        {({ sessions: all }) => (
          <Table
            caption="Your sessions"
            headings={["Browser", "Begun", "Used", "Over by"]}
            rows={all.map((one) => ({
              key: one.id,
              cells: [
                `${one.browser}${one.own ? " (this one)" : ""}`,
                momentWords(one.begun),
                momentWords(one.used),
                momentWords(one.until),
              ],
            }))}
          />
        )}
      </AnswerOf>
      <OwnTokens />
    </div>
  );
}
