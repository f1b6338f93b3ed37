import { Link, useLocation } from "wouter";
import { useKeys } from "./keys.js";
import style from "./navigation.module.css";
import { reviewAddress, reviewScreens } from "./screens.js";

interface NavigationProps {
  review: string | null;
  open: boolean;
  onGone(): void;
}

/** Where one can go: the reviews, and the screens of the one that is open. */
export function Navigation({ review, open, onGone }: NavigationProps) {
  const [, navigate] = useLocation();
  useKeys(
    "This review",
    review === null
      ? []
      : reviewScreens.map(({ path, title, key }) => ({
          keys: `g ${key}`,
          does: `Go to: ${title}`,
          run: () => navigate(reviewAddress(review, path)),
        })),
  );
  return (
    <nav id="navigation" className={open ? `${style.navigation} ${style.open}` : style.navigation} aria-label="Screens">
      <ul>
        <Entry to="/reviews" title="Reviews" onGone={onGone} />
      </ul>
      {review === null ? null : (
        <>
          <h2 className={style.heading} id="navigation-review">
            This review
          </h2>
          <ul aria-labelledby="navigation-review">
            {reviewScreens.map(({ path, title }) => (
              <Entry key={path} to={reviewAddress(review, path)} title={title} onGone={onGone} />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

function Entry({ to, title, onGone }: { to: string; title: string; onGone(): void }) {
  const [location] = useLocation();
  const exact = location === to;
  // A detail belongs to the list that it was opened from.
  const within = location.startsWith(`${to}/`) && /\/findings$/.test(to);
  return (
    <li>
      <Link href={to} className={style.entry} aria-current={exact ? "page" : within ? "true" : undefined} onClick={onGone}>
        {title}
      </Link>
    </li>
  );
}
