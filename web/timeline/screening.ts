import { useCallback, useEffect, useState } from "react";
import type { ScreenAnswer, ScreenResponse } from "../../src/model/index.js";
import { post } from "../api/client.js";
import { RequestFailed, type RequestFailure } from "../api/problem.js";
import type { Answered } from "../api/use-answer.js";
import { addressOf } from "../state/address.js";

/** The names and places that lists are searched for. */
export interface Subject {
  names: readonly string[];
  countries: readonly string[];
  /** Company, unless it is a person. */
  schema?: "Person";
}

export interface Screened {
  response: ScreenResponse;
  run: ScreenAnswer["run"];
}

/** The nearest so many; what is decided to be somebody else is among them, so that it can be decided otherwise. */
const mostResults = 50;

/** Searches the lists for a company, as `beholden screen` does; nothing is recorded by it. */
export function useScreening(subject: Subject | null, asOf: string): Answered<Screened> {
  const [state, setState] = useState<Omit<Answered<Screened>, "again">>({ value: undefined, failure: undefined, asking: false });
  const [turn, setTurn] = useState(0);
  const again = useCallback(() => setTurn((count) => count + 1), []);
  const key = subject === null ? "" : JSON.stringify(subject);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when somebody wants it anew
  useEffect(() => {
    if (key === "") return;
    let wanted = true;
    const { names, countries, schema = "Company" } = JSON.parse(key) as Subject;
    const query = { schema, properties: { name: names, ...(countries.length > 0 ? { country: countries } : {}) } };
    setState(({ value, readAt }) => ({ value, readAt, failure: undefined, asking: true }));
    post<ScreenAnswer>(
      addressOf("/api/screen", { asOf, limit: String(mostResults), dismissed: "true", format: "json" }),
      { queries: { subject: query } },
      crypto.randomUUID(),
    ).then(
      ({ responses: { subject: response }, run }) =>
        wanted && setState({ value: response && { response, run }, failure: undefined, asking: false, readAt: new Date().toISOString() }),
      (error: unknown) => {
        if (!(error instanceof RequestFailed)) throw error;
        const failure: RequestFailure = error.failure;
        if (wanted) setState({ value: undefined, failure, asking: false });
      },
    );
    return () => {
      wanted = false;
    };
  }, [key, asOf, turn]);
  return { ...state, again };
}
