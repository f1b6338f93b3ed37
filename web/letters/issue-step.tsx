import { useState } from "react";
import type { IssuePreview, ShownLetter } from "../../src/model/index.js";
import { issueRows } from "../../src/report/docket/issue-preview.js";
import { issueLetter, useIssuePreview } from "../api/letters.js";
import { notAllowed, useMay } from "../api/session.js";
import { Action } from "../parts/action.js";
import { daysInWords } from "../parts/days.js";
import { Field } from "../parts/form.js";
import { AnswerOf } from "../parts/state.js";
import { Told, useDoing } from "../state/doing.js";
import { tellDone } from "../state/toast.js";
import style from "./letters.module.css";

/** Issues the letter in one step, after showing what that gives it: number, day, method, digest, entry and deadlines. */
export function IssueStep({ of, shown }: { of: string; shown: ShownLetter }) {
  const may = useMay()("letter:issue");
  const [on, setOn] = useState("");
  const [service, setService] = useState("");
  const doing = useDoing();
  const ready = shown.status === "approved" && may;
  const asked = { ...(on ? { on } : {}), ...(service ? { service } : {}) };
  const preview = useIssuePreview(of, ready ? shown.id : null, asked);
  return (
    <section aria-labelledby="issue">
      <h2 id="issue">Issue</h2>
      {!may ? (
        <p className={style.quiet}>{notAllowed("letter:issue")}</p>
      ) : shown.status !== "approved" ? (
        <p className={style.quiet}>It is issued once it is approved.</p>
      ) : (
        <AnswerOf of={preview} what="what issuing gives it">
          {(would) => (
            <>
              <Field
                label="Day of the letter"
                about="Today where the office is, where nothing is chosen."
                kind="date"
                value={on}
                onChange={setOn}
              />
              {would.services.length > 0 ? (
                <Field
                  label="How it is served"
                  required
                  value={service}
                  options={[
                    { value: "", title: "choose" },
                    ...would.services.map((one) => ({
                      value: one.id,
                      title: one.settled ? one.title : `${one.title} (its day has to be confirmed)`,
                    })),
                  ]}
                  onChange={setService}
                />
              ) : null}
              <Would would={would} />
              <p className={style.buttons}>
                <Action
                  main
                  disabled={doing.doing || would.refused.length > 0}
                  onPress={() =>
                    doing.run(async (key) => {
                      await issueLetter(of, shown.id, asked, key);
                      tellDone({ text: `Letter ${shown.id} is issued as ${would.number}.`, finishes: true });
                    }, asked)
                  }
                >
                  Issue {would.number}
                </Action>
              </p>
              <Told doing={doing.doing} failure={doing.failure} what="Issuing it: its files are made and recorded" />
            </>
          )}
        </AnswerOf>
      )}
    </section>
  );
}

function Would({ would }: { would: IssuePreview }) {
  return (
    <>
      <dl aria-label="What issuing gives it">
        {issueRows(would).map(([term, value]) => (
          <Row key={term + value} term={term} value={daysInWords(value)} />
        ))}
      </dl>
      {would.remarks.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {would.refused.length > 0 ? (
        <div role="status">
          <p>
            <strong>It cannot be issued so:</strong>
          </p>
          <ul>
            {would.refused.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function Row({ term, value }: { term: string; value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}
