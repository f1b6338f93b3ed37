import { useState } from "react";
import { Link } from "wouter";
import type { Impact, ReviewImpact } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { attachRun } from "../api/cases.js";
import { getBytes } from "../api/client.js";
import { useCasesOf } from "../api/docket-of-review.js";
import type { OpenReview } from "../api/reviews.js";
import { notAllowed, useMay } from "../api/session.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { Choice } from "../parts/choice.js";
import { addressOf, useAddressPart } from "../state/address.js";
import { Told, useDoing } from "../state/doing.js";
import { tellDone } from "../state/toast.js";
import style from "./impact.module.css";

interface FreezeProps {
  open: OpenReview;
  impact: Impact;
  place: number;
  /** Where the scenarios are answered as they came. */
  path: string;
}

/** Freezes a scenario into the record: its result, byte for byte as the command line prints it, becomes a run of the review's case, to be cited by its name. */
export function Freeze({ open, impact, place, path }: FreezeProps) {
  const { value } = useCasesOf(open.shelved.id);
  const may = useMay();
  const doing = useDoing();
  const [frozen, setFrozen] = useState<{ case: string; run: string } | null>(null);
  const [chosen, choose] = useAddressPart("case");
  const cases = value?.cases ?? [];
  // One case needs no question, and is named on the button; of several, nobody is taken for granted.
  const of = cases.length === 1 ? cases[0] : cases.find(({ id }) => id === chosen);
  if (frozen)
    return (
      <p role="status">
        Frozen as{" "}
        <Link href={addressOf(caseAddress(frozen.case, "/runs"), { run: frozen.run })}>
          {frozen.case}/{frozen.run}
        </Link>
        , to be cited by that name.
      </p>
    );
  if (cases.length === 0)
    return <p className={style.quiet}>To freeze it into the record the review has to belong to a case. Nothing of it is recorded.</p>;
  if (!may("run:attach")) return <p className={style.quiet}>{notAllowed("run:attach")}</p>;
  const freeze = (into: string) =>
    doing.run(
      async (key) => {
        const answer = JSON.parse(await (await getBytes(path)).text()) as ReviewImpact;
        const result = new Blob([`${JSON.stringify(answer.impacts[place], null, 2)}\n`], { type: "application/json" });
        const { object } = await attachRun(into, result, { handling: "internal" }, key);
        tellDone({ text: `The scenario is frozen as run ${object} of case ${into}.` });
        setFrozen({ case: into, run: object });
      },
      [impact.scenario.id, into],
    );
  return (
    <>
      <div className={style.scenario}>
        {cases.length > 1 ? (
          <Choice
            label="Case"
            value={of?.id ?? ""}
            options={[
              { value: "", title: "choose the case" },
              ...cases.map(({ id, caption }) => ({ value: id, title: `${id}: ${caption}` })),
            ]}
            onChange={choose}
          />
        ) : null}
        <Action disabled={doing.doing || !of} onPress={() => of && freeze(of.id)}>
          {of ? `Freeze scenario ${place + 1} into ${of.id}` : `Freeze scenario ${place + 1} into the case`}
        </Action>
      </div>
      {of ? null : (
        <p className={style.quiet}>The review belongs to {counted(cases.length, "case")}. Choose the one that it is to be cited in.</p>
      )}
      <Told doing={doing.doing} failure={doing.failure} what="Freezing it" />
    </>
  );
}
