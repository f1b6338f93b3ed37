import { useState } from "react";
import { Link } from "wouter";
import { counted } from "../../src/report/words.js";
import { useCasesOf } from "../api/docket-of-review.js";
import type { OpenReview } from "../api/reviews.js";
import { notAllowed, useMay } from "../api/session.js";
import { caseAddress } from "../frame/screens.js";
import { Action } from "../parts/action.js";
import { Choice } from "../parts/choice.js";
import { addressOf } from "../state/address.js";
import { type DecidedOn, isLocked } from "./decided.js";
import style from "./findings.module.css";
import type { FindingRow } from "./rows.js";

interface BulkBarProps {
  open: OpenReview;
  chosen: readonly FindingRow[];
  decided: DecidedOn;
  onClear(): void;
}

/**
 * What can be done with the chosen findings, named with its numbers before it is done. A review never changes: it is in a case that something is decided on
 * its findings, by a proposal that somebody else approves.
 */
export function BulkBar({ open, chosen, decided, onClear }: BulkBarProps) {
  const { value } = useCasesOf(open.shelved.id);
  const may = useMay();
  const [of, choose] = useState("");
  const cases = value?.cases ?? [];
  const target = cases.find(({ id }) => id === of) ?? cases[0];
  const free = chosen.filter(({ finding }) => !isLocked(finding, decided));
  const locked = chosen.length - free.length;
  const left = locked > 0 ? ` and leave ${locked} that ${locked === 1 ? "is" : "are"} decided` : "";
  const words = `Propose a decision on ${counted(free.length, "finding")}${left}`;
  return (
    <section className={style.bulk} aria-label="Chosen findings">
      <p role="status">{counted(chosen.length, "finding")} chosen.</p>
      {cases.length > 1 ? (
        <Choice label="Case" value={target?.id ?? ""} options={cases.map(({ id }) => ({ value: id, title: id }))} onChange={choose} />
      ) : null}
      {!may("decision:draft") ? (
        <p>{notAllowed("decision:draft")}</p>
      ) : !target ? (
        <p>
          {words}: this takes a case that the review belongs to. <Link href="/cases">Attach it to a case</Link> first.
        </p>
      ) : free.length === 0 ? (
        <p>All of them are decided already.</p>
      ) : (
        <Link
          className={style.propose}
          href={addressOf(caseAddress(target.id, "/decisions"), {
            do: "propose",
            run: target.run,
            findings: free.map(({ finding }) => finding.id).join(","),
          })}
        >
          {words} in {target.id}
        </Link>
      )}
      <Action onPress={onClear}>Choose none</Action>
    </section>
  );
}
