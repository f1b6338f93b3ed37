import { Link, useLocation, useSearch } from "wouter";
import { type OpenReview, useReview } from "../api/reviews.js";
import { useListed } from "../findings/findings.js";
import { useKeys } from "../frame/keys.js";
import { reviewAddress } from "../frame/screens.js";
import { PageHead } from "../parts/page.js";
import { AnswerOf } from "../parts/state.js";
import style from "./finding-page.module.css";
import { FindingWhy } from "./finding-why.js";

/** One finding by itself, in its place in the list that it was opened from. */
export function FindingPage({ id, finding }: { id: string; finding: string }) {
  return (
    <AnswerOf of={useReview(id)} what="the review">
      {(open) => <Page open={open} id={finding} />}
    </AnswerOf>
  );
}

function Page({ open, id }: { open: OpenReview; id: string }) {
  const search = useSearch();
  const [, navigate] = useLocation();
  const { shown } = useListed(open);
  const list = shown.flatMap((one) => ("row" in one ? [one.key] : []));
  const at = list.indexOf(id);
  const query = search ? `?${search}` : "";
  const addressAt = (place: number) => (list[place] ? `${reviewAddress(open.shelved.id, `/findings/${list[place]}`)}${query}` : null);
  const [before, after] = at < 0 ? [null, null] : [addressAt(at - 1), addressAt(at + 1)];
  useKeys("The list", [
    { keys: "[", does: "Finding before", run: () => before && navigate(before) },
    { keys: "]", does: "Next finding", run: () => after && navigate(after) },
  ]);
  const title = open.review.findings.find((one) => one.id === id)?.title ?? "Finding";
  const back = new URLSearchParams(search);
  back.set("selected", id);
  return (
    <>
      <nav className={style.walk} aria-label="The list of findings">
        <Link href={`${reviewAddress(open.shelved.id, "/findings")}?${back}`}>Findings</Link>
        {at >= 0 ? (
          <span>
            {at + 1} of {list.length}
          </span>
        ) : null}
        {before ? <Link href={before}>Before</Link> : null}
        {after ? <Link href={after}>Next</Link> : null}
      </nav>
      <PageHead title={title} />
      <FindingWhy open={open} id={id} />
    </>
  );
}
