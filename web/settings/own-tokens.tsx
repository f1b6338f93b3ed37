import { useId, useState } from "react";
import type { ListedToken, Role } from "../../src/model/index.js";
import { roles } from "../../src/model/order.js";
import { makeToken, useOwnTokens, withdrawToken } from "../api/people.js";
import { useSession } from "../api/session.js";
import { Action } from "../parts/action.js";
import { DayInput } from "../parts/day-input.js";
import { momentWords } from "../parts/days.js";
import { Form } from "../parts/form.js";
import { AnswerOf, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { Told, useDoing } from "../state/doing.js";
import { useDraft } from "../state/draft.js";
import { RoleChoice } from "./role-choice.js";
import style from "./settings.module.css";

/** One's own tokens, by which scripts act for one: made here, shown once, withdrawn here. */
export function OwnTokens() {
  return (
    <>
      <AnswerOf of={useOwnTokens()} what="your tokens">
        {({ tokens }) =>
          tokens.length === 0 ? (
            <p className={style.quiet}>You have no token. One lets a script act for you.</p>
          ) : (
            <Table
              caption="Tokens"
              headings={["Name", "Of", "Roles", "Until", "State", "Used", "Withdraw"]}
              rows={tokens.map((one) => ({
                key: one.id,
                cells: [
                  one.name,
                  one.person,
                  one.roles.join(", "),
                  momentWords(one.until),
                  one.state.replaceAll("-", " "),
                  one.used ? momentWords(one.used) : "never",
                  <Withdraw key="withdraw" token={one} />,
                ],
              }))}
            />
          )
        }
      </AnswerOf>
      <MakeToken />
    </>
  );
}

/** A second press is asked for: a script that uses it stops at once. */
function Withdraw({ token }: { token: ListedToken }) {
  const [sure, setSure] = useState(false);
  const { doing, failure, run } = useDoing();
  if (token.state === "revoked") return null;
  return (
    <>
      <Action disabled={doing} onPress={() => (sure ? run((key) => withdrawToken(token.id, key), token.id) : setSure(true))}>
        {sure ? `Withdraw ${token.name} now` : `Withdraw ${token.name}`}
      </Action>
      <Told doing={doing} failure={failure} what="Withdrawing it" />
    </>
  );
}

const noToken = { name: "", roles: "", until: "" };

function MakeToken() {
  const session = useSession();
  const draft = useDraft("make token", noToken);
  const doing = useDoing();
  const [secret, setSecret] = useState<{ name: string; secret: string | null } | null>(null);
  const ids = { name: useId(), until: useId() };
  const { name, until } = draft.fields;
  const own = roles.filter((role) => session?.roles.includes(role));
  const chosen = draft.fields.roles.split(" ").filter((one): one is Role => own.some((role) => role === one));
  const refused =
    name.trim() === ""
      ? "It has no name."
      : until === ""
        ? "It has no last day."
        : chosen.length === 0
          ? "It has none of your roles."
          : null;
  const submit = () => {
    const asked = { name: name.trim(), roles: chosen, until: `${until}T00:00:00.000Z` };
    doing.run(async (key) => {
      const made = await makeToken(asked, key);
      setSecret({ name: asked.name, secret: made.secret });
      draft.clear();
    }, asked);
  };
  return (
    <>
      {secret ? (
        <Note kind="plain">
          {secret.secret === null ? (
            `The token ${secret.name} was shown before, and is not shown again.`
          ) : (
            <>
              The token {secret.name}, shown this once: <code>{secret.secret}</code>
            </>
          )}{" "}
          <Action onPress={() => setSecret(null)}>I have it</Action>
        </Note>
      ) : null}
      <details>
        <summary>Make a token</summary>
        <Form draft={draft} doing={doing} submit="Make it" meanwhile="Making the token" refused={refused} onSubmit={submit}>
          <label htmlFor={ids.name}>What it is for</label>
          <input id={ids.name} value={name} maxLength={100} onChange={(event) => draft.change({ name: event.target.value })} />
          <label htmlFor={ids.until}>Good until the beginning of this day, UTC, within a year</label>
          <DayInput id={ids.until} value={until} onChange={(day) => draft.change({ until: day })} />
          <RoleChoice
            legend="Which of your roles it has"
            roles={own}
            chosen={chosen}
            onChange={(value) => draft.change({ roles: value })}
          />
        </Form>
      </details>
    </>
  );
}
