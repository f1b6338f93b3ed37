import { useEffect, useState } from "react";

/** Nothing is said of a wait that is shorter than this. */
export const silentFor = 300;
/** From here on the wait is named in words. */
export const namedAfter = 3_000;
/** From here on it is said that one need not wait here. */
export const longAfter = 10_000;

/** How long something goes on already, in the steps in which more is said of it. */
export function useWaited(): number {
  const [waited, setWaited] = useState(0);
  useEffect(() => {
    const timers = [silentFor, namedAfter, longAfter].map((time) => setTimeout(() => setWaited(time), time));
    return () => timers.forEach(clearTimeout);
  }, []);
  return waited;
}
