import { Link } from "wouter";
import { useCases } from "../api/cases.js";
import { dueWords } from "../case/clock.js";
import { caseAddress } from "../frame/screens.js";
import { dayWords } from "../parts/days.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf, Empty } from "../parts/state.js";
import { Table } from "../parts/table.js";

/** Every case, the most pressing first. */
export function CaseList() {
  return (
    <>
      <PageHead title="Cases" about="Reviews of providers and of one's own exposure, with where they stand and what is due next." />
      <AnswerOf of={useCases()} what="the cases">
        {({ cases, asOf }) =>
          cases.length === 0 ? (
            <Empty title="No case is here yet." />
          ) : (
            <Table
              caption="Cases"
              captionUnseen
              headings={["Case", "Number", "State", "Next deadline"]}
              rows={cases.map(({ id, caption, state, next }) => ({
                key: id,
                cells: [
                  <Link key="caption" href={caseAddress(id)}>
                    {caption}
                  </Link>,
                  id,
                  state ?? "no clock",
                  next ? `${next.title}: ${dayWords(next.due)} (${dueWords(next.due, asOf)})` : "none",
                ],
              }))}
            />
          )
        }
      </AnswerOf>
    </>
  );
}
