import { Link } from "wouter";
import { useReview } from "../api/reviews.js";
import { Action } from "../parts/action.js";
import { daysAway, dayWords } from "../parts/days.js";
import { DeterminationTag } from "../parts/tag.js";
import style from "./header.module.css";
import { reviewAddress } from "./screens.js";
import { type Theme, themes, useTheme } from "./theme.js";

interface HeaderProps {
  review: string | null;
  onSearch(): void;
  onKeys(): void;
  onNavigation(): void;
  navigationOpen: boolean;
}

/** What is looked at, as of when, how it stands, what is due next; search, keys and theme. */
export function Header({ review, onSearch, onKeys, onNavigation, navigationOpen }: HeaderProps) {
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
      {review === null ? null : <ReviewLine id={review} />}
      <div className={style.tools}>
        <Action onPress={onSearch}>
          Search <kbd className={style.key}>Ctrl K</kbd>
        </Action>
        <Action onPress={onKeys}>
          Keys <kbd className={style.key}>?</kbd>
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

function ReviewLine({ id }: { id: string }) {
  const { value } = useReview(id);
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
