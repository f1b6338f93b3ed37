import { useMemo, useState } from "react";
import { Link } from "wouter";
import type { ScreenResult, TracedParty } from "../../src/model/index.js";
import { counted } from "../../src/report/words.js";
import { Action } from "../parts/action.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { MatchCard } from "../timeline/match-card.js";
import { type Screened, useScreening } from "../timeline/screening.js";
import { isSame, standingOf } from "../timeline/verdict-words.js";

interface PossiblySameProps {
  id: string;
  own: TracedParty["parties"][number] | undefined;
  asOf: string;
}

/** Parties that may be the same one, as `beholden screen` finds them by name, each with what was decided: kept apart from what is the same. */
export function PossiblySame({ id, own, asOf }: PossiblySameProps) {
  const subject = useMemo(
    () =>
      own === undefined || own.kind === "government"
        ? null
        : {
            names: [own.name, ...(own.nativeName ? [own.nativeName] : [])],
            countries: own.jurisdiction ? [own.jurisdiction.toLowerCase()] : [],
            ...(own.kind === "individual" ? { schema: "Person" as const } : {}),
          },
    [own],
  );
  const answered = useScreening(subject, asOf);
  if (subject === null) return <Empty title="It is not compared with others by its name." />;
  return (
    <AnswerOf of={answered} what="parties with names like it">
      {(screened) => <Candidates id={id} screened={screened} again={answered.again} />}
    </AnswerOf>
  );
}

function Candidates({ id, screened: { response, run }, again }: { id: string; screened: Screened; again(): void }) {
  const [open, setOpen] = useState<string | null>(null);
  const others = response.results.filter((one) => one.id !== id);
  const current = others.find((one) => one.id === open);
  if (others.length === 0)
    return (
      <Empty title="No other party has a name like it.">
        <p>
          {counted(response.scored, "party", "parties")} compared; below a likeness of {run.cutoff} nothing is shown.
        </p>
      </Empty>
    );
  return (
    <>
      <Table
        caption="Parties that may be the same"
        captionUnseen
        headings={["Party", "Likeness of names", "How it stands", "Decide"]}
        numbers={[1]}
        rows={others.map((one) => ({
          key: one.id,
          cells: [
            <Link key="party" href={`/parties/${encodeURIComponent(one.id)}`}>
              {one.caption}
            </Link>,
            one.score.toFixed(2),
            standing(one),
            <Action key="decide" expanded={one.id === open} onPress={() => setOpen(one.id === open ? null : one.id)}>
              {isSame(one) ? `Unmerge ${one.caption}` : `Compare with ${one.caption}`}
            </Action>,
          ],
        }))}
      />
      <p>
        The nearest {others.length}. Ownership is not traced across such a link, and its screen says so: only a shared identifier makes two
        records one party.
      </p>
      {current ? <MatchCard key={current.matchId} match={current} query={response.query.properties} run={run} again={again} /> : null}
    </>
  );
}

function standing(one: ScreenResult): string {
  const { decision } = one;
  if (!decision) return "possibly the same: nobody decided";
  if (decision.reopened.length > 0) return `open again: ${decision.reopened.join(", ")} changed since it was decided by ${decision.by}`;
  return `${standingOf(one)}, decided by ${decision.by}: ${decision.why}`;
}
