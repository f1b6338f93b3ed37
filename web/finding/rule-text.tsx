import { useState } from "react";
import { Link } from "wouter";
import type { Finding, ShownRules } from "../../src/model/index.js";
import { packParts } from "../../src/report/rules/words.js";
import { markWords } from "../../src/report/words.js";
import type { OpenReview } from "../api/reviews.js";
import { notAllowed, useMay } from "../api/session.js";
import { useAnswer } from "../api/use-answer.js";
import { Entries } from "../library/laws.js";
import { AnswerOf } from "../parts/state.js";

/** The rule behind a finding: its text as `beholden rules show` has it, and the version that the review was judged by. */
export function RuleText({ open: { review }, finding, Heading }: { open: OpenReview; finding: Finding; Heading: "h2" | "h3" }) {
  const [isOpen, setOpen] = useState(false);
  const pack = review.rulePacks.find(({ id }) => id === finding.pack);
  return (
    <section aria-label="The rule">
      <Heading>The rule</Heading>
      <p>
        {finding.pack}/{finding.rule} of {pack?.title ?? finding.pack}, {finding.citation}; the text was {markWords[finding.mark]}. Version:{" "}
        {pack ? <code>{pack.sha256.slice(0, 16)}</code> : "not recorded"}.
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Show the rule</summary>
        {isOpen ? <Shown pack={finding.pack} rule={finding.rule} /> : null}
      </details>
    </section>
  );
}

function Shown({ pack, rule }: { pack: string; rule: string }) {
  const may = useMay();
  const answer = useAnswer<ShownRules>(`/api/rules/${encodeURIComponent(pack)}`, { lasting: true });
  if (!may("tools:use")) return <p>{notAllowed("tools:use")}</p>;
  return (
    <AnswerOf of={answer} what="the rule">
      {(shown) => {
        const found = ("packs" in shown ? shown.packs : [shown]).find(({ id }) => id === pack);
        const part = found && packParts(found, { cel: false }).find(({ id }) => id === rule);
        return part ? (
          <>
            <Entries all={part.entries} />
            <p>
              As the pack reads that comes with this version of beholden. <Link href={`/library/laws/${pack}`}>The whole pack</Link>
            </p>
          </>
        ) : (
          <p>The pack that comes with this version of beholden has no rule of this id any more.</p>
        );
      }}
    </AnswerOf>
  );
}
