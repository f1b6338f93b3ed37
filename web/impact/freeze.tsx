import { useState } from "react";
import { Link } from "wouter";
import type { Impact, ReviewImpact } from "../../src/model/index.js";
import { attachRun } from "../api/cases.js";
import { getBytes } from "../api/client.js";
import { useCasesOf } from "../api/docket-of-review.js";
import type { OpenReview } from "../api/reviews.js";
import { notAllowed, useMay } from "../api/session.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { addressOf } from "../state/address.js";
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
  const of = value?.cases[0];
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
  if (!of)
    return <p className={style.quiet}>To freeze it into the record the review has to belong to a case. Nothing of it is recorded.</p>;
  if (!may("run:attach")) return <p className={style.quiet}>{notAllowed("run:attach")}</p>;
  const freeze = () =>
    doing.run(async (key) => {
      const answer = JSON.parse(await (await getBytes(path)).text()) as ReviewImpact;
      const result = new Blob([`${JSON.stringify(answer.impacts[place], null, 2)}\n`], { type: "application/json" });
      const { object } = await attachRun(of.id, result, { handling: "internal" }, key);
      tellDone({ text: `The scenario is frozen as run ${object} of case ${of.id}.` });
      setFrozen({ case: of.id, run: object });
    }, impact.scenario.id);
  return (
    <>
      <p>
        <Action disabled={doing.doing} onPress={freeze}>
          Freeze scenario {place + 1} into {of.id}
        </Action>
      </p>
      <Told doing={doing.doing} failure={doing.failure} what="Freezing it" />
    </>
  );
}
