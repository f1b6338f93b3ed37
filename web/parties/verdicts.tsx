import { Link } from "wouter";
import type { ScreenDecisions } from "../../src/model/index.js";
import { useAnswer } from "../api/use-answer.js";
import { dayWords } from "../parts/days.js";
import { AnswerOf, Empty, Note } from "../parts/state.js";
import { Table } from "../parts/table.js";
import { addressOf } from "../state/address.js";

const words = { same: "the same", different: "a different one", unsure: "not clear yet" } as const;

/** Every verdict on a hit of this party, the latest first, with those that a later one replaced. */
export function Verdicts({ id }: { id: string }) {
  return (
    <AnswerOf of={useAnswer<ScreenDecisions>(addressOf("/api/screen/decisions", { party: id }))} what="the verdicts on it">
      {({ decisions }) =>
        decisions.length === 0 ? (
          <Empty title="Nobody decided on a hit of it yet." />
        ) : (
          <Table
            caption="Verdicts on hits"
            captionUnseen
            headings={["Name that was screened", "Verdict", "Why", "By", "On", "Edition of the lists"]}
            rows={decisions.map((one, at) => ({
              key: `${one.on} ${at}`,
              cells: [
                one.screened ?? "not noted",
                `${words[one.decision]}${one.replaced ? ", replaced by a later one" : ""}`,
                one.why,
                one.by,
                dayWords(one.on),
                one.editions?.reference ? dayWords(one.editions.reference) : "not recorded",
              ],
            }))}
          />
        )
      }
    </AnswerOf>
  );
}

interface DecidedSameProps {
  id: string;
  name: string;
}

/**
 * Says on the ownership screen which records somebody decided to be the same as the party, and that ownership does not follow that: it is traced
 * over records, and two are one only where they share an identifier.
 */
export function DecidedSame({ id, name }: DecidedSameProps) {
  const { value } = useAnswer<ScreenDecisions>(addressOf("/api/screen/decisions", { name }));
  const same = (value?.decisions ?? []).filter((one) => one.party !== id && one.decision === "same" && !one.replaced);
  return same.map((one) => (
    <Note key={one.party} kind="plain">
      {name} was decided to be the same as <Link href={`/parties/${encodeURIComponent(one.party)}`}>{one.party}</Link> by {one.by} on{" "}
      {dayWords(one.on)}: {one.why} Who owns that record is not drawn here: a verdict can be taken back, so ownership is traced from one
      record to another only where they share an identifier, such as an LEI.
    </Note>
  ));
}
