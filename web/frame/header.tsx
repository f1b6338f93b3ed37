import { Link, useLocation } from "wouter";
import { useCase, useProcedure } from "../api/cases.js";
import { useReview } from "../api/reviews.js";
import { useSession } from "../api/session.js";
import { farWords, nextDeadline } from "../case/clock.js";
import { handlingWords } from "../case/words.js";
import { Action } from "../parts/action.js";
import { useAsOf } from "../parts/as-of.js";
import { daysAway, dayWords } from "../parts/days.js";
import { Key } from "../parts/key.js";
import { DeterminationTag, PlainTag } from "../parts/tag.js";
import style from "./header.module.css";
import { usePaper } from "./paper.js";
import { caseAddress, globalScreens, reviewAddress, type Subject } from "./screens.js";
import { type Theme, themes, useTheme } from "./theme.js";

interface HeaderProps {
  subject: Subject;
  onSearch(): void;
  onKeys(): void;
  onNavigation(): void;
  navigationOpen: boolean;
}

/** What is looked at, as of when, how it stands, what is due next; search, keys and theme. */
export function Header({ subject, onSearch, onKeys, onNavigation, navigationOpen }: HeaderProps) {
  const [theme, choose] = useTheme();
  return (
    <header className={style.header}>
      <div className={style.menu}>
        <Action onPress={onNavigation} expanded={navigationOpen} controls="navigation">
          Screens
        </Action>
      </div>
      <Link href="/" className={style.brand}>
        beholden
      </Link>
      {subject.review === null ? null : <ReviewLine id={subject.review} />}
      {subject.case === null ? null : <CaseLine id={subject.case} />}
      {subject.review === null && subject.case === null ? <GlobalMargin /> : null}
      <div className={style.tools}>
        <Action onPress={onSearch}>
          Search <kbd className={style.key}>Ctrl K</kbd>
        </Action>
        <Action onPress={onKeys}>
          Keys <Key usual="?" className={style.key} />
        </Action>
        <label className={style.theme}>
          <span className="unseen">Theme</span>
          <select value={theme} onChange={(event) => choose(event.target.value as Theme)}>
            {Object.entries(themes).map(([id, title]) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </div>
    </header>
  );
}

/** What a printed page of no single review or case says of itself: which screen, of which day, for whom, and up to which mark it may hold something. */
function GlobalMargin() {
  const [location] = useLocation();
  const session = useSession();
  const [asOf] = useAsOf();
  const screen = globalScreens.find(({ path }) => location === path || location.startsWith(`${path}/`));
  const day = asOf ? `as of ${dayWords(asOf)}` : `printed on ${dayWords(new Date().toISOString())}`;
  usePaper(
    session && `${screen?.title ?? "beholden"}, ${day}, as ${session.name} sees it`,
    session && screen?.marked
      ? session.seesUpTo === null
        ? "Nothing of a case"
        : `Up to ${handlingWords[session.seesUpTo].toLowerCase()}`
      : undefined,
  );
  return null;
}

function ReviewLine({ id }: { id: string }) {
  const { value } = useReview(id);
  usePaper(
    value && `Review of ${value.review.subject.name} as of ${dayWords(value.review.asOf)}`,
    value?.shelved.handling ? handlingWords[value.shelved.handling] : undefined,
  );
  if (!value) return null;
  const { review } = value;
  const next = (review.duties ?? []).find((one) => one.due !== null && one.due !== undefined && one.due >= review.asOf);
  return (
    <p className={style.review}>
      <Link href={reviewAddress(id)} className={style.subject}>
        {review.subject.name}
      </Link>
      <DeterminationTag outcome={review.determination.outcome} />
      <span>
        as of <strong>{dayWords(review.asOf)}</strong>
      </span>
      {next?.due ? (
        <span>
          next: {next.title.toLowerCase()}, {dayWords(next.due)} ({daysAway(next.due, review.asOf)}
          {next.certainty === "established" ? "" : ", if what is open turns out so"})
        </span>
      ) : null}
    </p>
  );
}

function CaseLine({ id }: { id: string }) {
  const { value } = useCase(id);
  const { value: procedure } = useProcedure(value?.procedure ?? null);
  usePaper(value && `${id}: ${value.caption}`, value?.handling ? handlingWords[value.handling] : undefined);
  if (!value) return null;
  const { state, asOf = "" } = value.standing ?? {};
  const next = nextDeadline(value.standing);
  return (
    <p className={style.review}>
      <Link href={caseAddress(id)} className={style.subject}>
        {value.caption}
      </Link>
      <span>{id}</span>
      {state ? <span>{procedure?.states.find((one) => one.id === state)?.title ?? state}</span> : null}
      {next ? (
        <span>
          next: {next.title.toLowerCase()}, {dayWords(next.due)} ({farWords(next, asOf)})
        </span>
      ) : null}
      {value.handling ? <PlainTag word={handlingWords[value.handling]} /> : null}
    </p>
  );
}
