import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useLocation } from "wouter";
import { useMay } from "../api/session.js";
import { DoneToast } from "../parts/toast.js";
import { useGoingBack } from "../work/going-back.js";
import { ConnectionBar } from "./connection-bar.js";
import { Footer } from "./footer.js";
import style from "./frame.module.css";
import { GrownBar } from "./grown-bar.js";
import { Header } from "./header.js";
import { useKeys } from "./keys.js";
import { Navigation } from "./navigation.js";
import { OpenChangesBar } from "./open-changes-bar.js";
import { Others } from "./others.js";
import type { Subject } from "./screens.js";

const CommandSearch = lazy(() => import("./command-search.js").then((part) => ({ default: part.CommandSearch })));
const KeySheet = lazy(() => import("./key-sheet.js").then((part) => ({ default: part.KeySheet })));

type Open = "search" | "keys" | null;

/** What stands around every screen: header, navigation, footer, and what opens over them. */
export function Frame({ subject, children }: { subject: Subject; children: ReactNode }) {
  const [open, setOpen] = useState<Open>(null);
  const [navigationOpen, setNavigationOpen] = useState(false);
  const close = () => setOpen(null);
  const [location, navigate] = useLocation();
  const mayRead = useMay()("case:read");
  useGoingBack();
  useKeys(
    "What waits",
    mayRead
      ? [
          {
            keys: "n",
            does: "Open the next thing that waits",
            run: () => void import("../work/open-next.js").then(({ openNext }) => openNext(location, navigate)),
          },
        ]
      : [],
  );
  useKeys("Help", [{ keys: "?", does: "This sheet of keys", run: () => setOpen("keys") }]);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen("search");
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <div className={style.frame}>
      <a className={style.skip} href="#main">
        Skip to the content
      </a>
      <Header
        subject={subject}
        onSearch={() => setOpen("search")}
        onKeys={() => setOpen("keys")}
        onNavigation={() => setNavigationOpen(!navigationOpen)}
        navigationOpen={navigationOpen}
      />
      <div>
        <ConnectionBar />
        <OpenChangesBar />
        <GrownBar />
        <Others />
      </div>
      <Navigation subject={subject} open={navigationOpen} onGone={() => setNavigationOpen(false)} />
      <main id="main" className={style.main} tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <DoneToast />
      <Suspense>
        {open === "search" ? <CommandSearch subject={subject} onClose={close} /> : null}
        {open === "keys" ? <KeySheet onClose={close} /> : null}
      </Suspense>
    </div>
  );
}
