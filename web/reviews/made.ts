import { useEffect, useRef } from "react";
import { useLocation } from "wouter";
import type { ShelvedReview } from "../../src/model/index.js";
import { reviewAddress } from "../frame/screens.js";
import { tellDone } from "../state/toast.js";

/** Opens a review that was made; whoever went elsewhere meanwhile stays there, and is told where it is. */
export function useOpenMade(): (made: ShelvedReview) => void {
  const [, navigate] = useLocation();
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  return ({ id, subject }) => {
    if (here.current) navigate(reviewAddress(id));
    else tellDone({ text: `The review of ${subject} is made.`, open: { address: reviewAddress(id), title: "Open it" } });
  };
}
