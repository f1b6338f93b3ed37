import { Link } from "wouter";
import type { ShownChange } from "../../src/model/index.js";
import { changeSentence, changeStanding } from "../../src/report/reference/changes.js";
import { useChange } from "../api/changes.js";
import { PageHead, Section } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { useAddressPart } from "../state/address.js";
import { ChangeRows } from "./change-rows.js";
import { DecideWhole } from "./decide-whole.js";
import { KnockOn } from "./knock-on.js";

/** One change set: what it adds, changes and leaves out, what that does to kept reviews, and what is decided. */
export function Change({ source }: { source: string }) {
  const [knockOn, setKnockOn] = useAddressPart("knock-on");
  return (
    <AnswerOf
      of={useChange(source, knockOn === "yes")}
      what={knockOn === "yes" ? "the change; kept reviews are made again on both editions" : "the change"}
    >
      {(shown) => <Shown shown={shown} onKnockOn={() => setKnockOn("yes")} />}
    </AnswerOf>
  );
}

function Shown({ shown, onKnockOn }: { shown: ShownChange; onKnockOn(): void }) {
  const { change, counts } = shown;
  return (
    <>
      <PageHead title={change.title} about={`${changeSentence(change)}. ${changeStanding(change)}.`}>
        <p>
          Change set <code>{change.id}</code>
          {change.kind === "rule-pack" ? (
            <>
              {". "}
              <Link href={`/library/laws/${change.source.slice("rules:".length)}`}>Read the pack as it came with beholden</Link>
            </>
          ) : null}
        </p>
      </PageHead>
      <DecideWhole shown={shown} />
      <Section
        title="What it does to kept reviews"
        id="knock-on"
        about={
          change.kind === "source"
            ? "The newest kept review of each folder that is still there is made again on the edition before and on the new one."
            : "The newest kept review that this pack judged, of each folder that is still there, is made again by the edition before and by the new one."
        }
      >
        <KnockOn shown={shown} onKnockOn={onKnockOn} />
      </Section>
      <Section title="What it changes" id="rows">
        {counts === null ? (
          <Empty title="It is too large to be compared row by row, and is accepted or rejected as a whole.">
            <p>
              {change.after.parties.toLocaleString("en")} parties, before {change.before?.parties.toLocaleString("en") ?? "not kept"}.
            </p>
          </Empty>
        ) : (
          <>
            <p>
              {counts.added.toLocaleString("en")} added, {counts.changed.toLocaleString("en")} changed, {counts.gone.toLocaleString("en")}{" "}
              gone, {counts.same.toLocaleString("en")} the same.
              {counts.added + counts.changed + counts.gone > shown.rows.length
                ? ` The first ${shown.rows.length.toLocaleString("en")} are listed; beholden reference changes decides on any of them by --row.`
                : ""}
            </p>
            {change.before === null && change.kind === "rule-pack" ? null : shown.rows.length === 0 ? (
              <Empty title="Nothing was changed." />
            ) : (
              <ChangeRows shown={shown} />
            )}
          </>
        )}
      </Section>
    </>
  );
}
