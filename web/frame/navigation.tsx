import { Link, useLocation } from "wouter";
import { useMay } from "../api/session.js";
import { useKeys } from "./keys.js";
import style from "./navigation.module.css";
import { caseAddress, caseScreens, globalScreens, reviewAddress, reviewScreens, type Subject } from "./screens.js";

interface NavigationProps {
  subject: Subject;
  open: boolean;
  onGone(): void;
}

/** Where one can go: what there is in all, and the screens of the review or the case that is open. */
export function Navigation({ subject, open, onGone }: NavigationProps) {
  const [, navigate] = useLocation();
  const may = useMay();
  const going = (title: string, key: string, address: string) => ({
    keys: `g ${key}`,
    does: `Go to: ${title}`,
    run: () => navigate(address),
  });
  const inside = insideOf(subject);
  useKeys(
    "Everywhere",
    globalScreens.filter(({ needs }) => needs === null || may(needs)).map(({ path, title, key }) => going(title, key, path)),
  );
  useKeys(inside?.title ?? "", inside?.screens.map(({ address, title, key }) => going(title, key, address)) ?? []);
  return (
    <nav id="navigation" className={open ? `${style.navigation} ${style.open}` : style.navigation} aria-label="Screens">
      <ul>
        {globalScreens.map(({ path, title, needs }) =>
          needs === null || may(needs) ? (
            <Entry key={path} to={path} title={title} onGone={onGone} />
          ) : (
            <li key={path} className={style.closed}>
              {title} <span>(not for your roles)</span>
            </li>
          ),
        )}
      </ul>
      {inside === null ? null : (
        <>
          <h2 className={style.heading} id="navigation-inside">
            {inside.title}
          </h2>
          <ul aria-labelledby="navigation-inside">
            {inside.screens.map(({ address, title }) => (
              <Entry key={address} to={address} title={title} onGone={onGone} />
            ))}
          </ul>
        </>
      )}
    </nav>
  );
}

interface Inside {
  title: string;
  screens: readonly { address: string; title: string; key: string }[];
}

function insideOf({ review, case: of }: Subject): Inside | null {
  if (of !== null) return { title: "This case", screens: caseScreens.map((one) => ({ ...one, address: caseAddress(of, one.path) })) };
  if (review !== null)
    return { title: "This review", screens: reviewScreens.map((one) => ({ ...one, address: reviewAddress(review, one.path) })) };
  return null;
}

function Entry({ to, title, onGone }: { to: string; title: string; onGone(): void }) {
  const [location] = useLocation();
  const exact = location === to;
  // A detail belongs to the list that it was opened from.
  const within = location.startsWith(`${to}/`) && /^\/(?:reviews|cases)\/[^/]+\/[^/]+$|^\/(?!reviews$|cases$)[^/]+$/.test(to);
  return (
    <li>
      <Link href={to} className={style.entry} aria-current={exact ? "page" : within ? "true" : undefined} onClick={onGone}>
        {title}
      </Link>
    </li>
  );
}
