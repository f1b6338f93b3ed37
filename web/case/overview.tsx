import { useCase } from "../api/cases.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf } from "../parts/state.js";
import { CaseStages } from "./stages.js";

/** Where a case stands, and what is missing. */
export function CaseOverview({ id }: { id: string }) {
  return (
    <AnswerOf of={useCase(id)} what="the case">
      {(shown) => (
        <>
          <CaseStages id={id} />
          <PageHead title={shown.caption} about={`Case ${id}`} />
        </>
      )}
    </AnswerOf>
  );
}
