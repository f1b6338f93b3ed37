import { useOwnSessions, useOwnTokens } from "../api/people.js";
import { momentWords } from "../parts/days.js";
import { AnswerOf } from "../parts/state.js";
import { Table } from "../parts/table.js";
import style from "./settings.module.css";

/** One's own sessions and tokens. */
export function OwnAccess() {
  const [sessions, tokens] = [useOwnSessions(), useOwnTokens()];
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
      <AnswerOf of={tokens} what="your tokens">
        {({ tokens: all }) =>
          all.length === 0 ? (
            <p className={style.quiet}>You have no token. `beholden docket token add` makes one for a script.</p>
          ) : (
            <Table
              caption="Your tokens"
              headings={["Name", "Roles", "Until", "State", "Used"]}
              rows={all.map((one) => ({
                key: one.id,
                cells: [
                  one.name,
                  one.roles.join(", "),
                  momentWords(one.until),
                  one.state.replaceAll("-", " "),
                  one.used ? momentWords(one.used) : "never",
                ],
              }))}
            />
          )
        }
      </AnswerOf>
    </div>
  );
}
