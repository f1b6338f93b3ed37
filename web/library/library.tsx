import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { PageHead } from "../parts/page.js";
import style from "./library.module.css";

const shelves = [
  { path: "/library/laws", title: "Laws" },
  { path: "/library/lists", title: "Lists" },
  { path: "/library/measures", title: "Measures" },
  { path: "/library/templates", title: "Templates" },
  { path: "/library/calendars", title: "Calendars" },
] as const;

/** The frame of the library: what answers, letters and clocks are made from, to be read. */
export function LibraryFrame({ title, about, children }: { title: string; about: string; children: ReactNode }) {
  const [location] = useLocation();
  return (
    <>
      <nav className={style.shelves} aria-label="Library">
        <ul>
          {shelves.map(({ path, title: name }) => (
            <li key={path}>
              <Link href={path} aria-current={location.startsWith(path) ? "page" : undefined}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <PageHead title={title} about={about} />
      {children}
    </>
  );
}

/** What the library has, each with what it is there for. */
export function Library() {
  return (
    <LibraryFrame title="Library" about="What answers, letters and clocks are made from. All of it is data with its sources.">
      <ul className={style.doors}>
        <Door to="/library/laws" title="Laws">
          Rule packs as a lawyer would read them, with citation, version, how far the text was checked, and the examples that test each
          rule.
        </Door>
        <Door to="/library/lists" title="Lists">
          The built-in reference and every list and register that was imported: edition, age, digest, whether it is intact.
        </Door>
        <Door to="/library/measures" title="Measures">
          What each mitigation cuts, what it leaves, how it is verified, and what a breach of it means.
        </Door>
        <Door to="/library/templates" title="Templates">
          What letters are drafted from, to be read and to be changed.
        </Door>
        <Door to="/library/calendars" title="Calendars">
          The holidays and closures that clocks are counted by, each with its citation.
        </Door>
      </ul>
    </LibraryFrame>
  );
}

function Door({ to, title, children }: { to: string; title: string; children: ReactNode }) {
  return (
    <li>
      <Link href={to}>{title}</Link>
      <p>{children}</p>
    </li>
  );
}
