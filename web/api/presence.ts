import { useEffect, useState } from "react";
import { send } from "./client.js";
import { useConnection } from "./connection.js";
import { useSession } from "./session.js";

/** How often a page says that somebody is on it. */
const every = 15_000;

/**
 * Who else is on a page of a case, on a server for a team. Nobody is locked out by it: whoever saves on an older version is asked.
 *
 * @param page its address; null: none that has presence
 */
export function useOthers(page: string | null): readonly string[] {
  const session = useSession();
  const connection = useConnection();
  const [others, setOthers] = useState<readonly string[]>([]);
  const of = session?.access === "team" && session.permissions.includes("case:read") && connection === "answers" ? page : null;
  useEffect(() => {
    setOthers([]);
    if (of === null) return;
    let left = false;
    const say = () => {
      if (document.hidden) return;
      tell(of, false).then((found) => {
        if (!left) setOthers(found);
      });
    };
    say();
    const timer = setInterval(say, every);
    document.addEventListener("visibilitychange", say);
    return () => {
      left = true;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", say);
      void tell(of, true);
    };
  }, [of]);
  return others;
}

/** Who is there is worth no fault on the page: where no answer comes, nobody is named. */
async function tell(page: string, leaves: boolean): Promise<string[]> {
  try {
    const { others } = await send<{ others: string[] }>("/api/presence", leaves ? { page, leaves } : { page }, {
      key: crypto.randomUUID(),
    });
    return others;
  } catch {
    return [];
  }
}
