import { useEffect } from "react";
import { useLocation } from "wouter";
import { subjectOf } from "../frame/screens.js";
import { addressOf } from "../state/address.js";
import { openTask, takeTask } from "../state/task.js";
import { useToast } from "../state/toast.js";

/** Whoever came from what waits goes back to its row once it is done; whoever went elsewhere in between stays there. */
export function useGoingBack(): void {
  const [location, navigate] = useLocation();
  const toast = useToast();
  useEffect(() => {
    const task = openTask();
    if (task && location !== "/work" && subjectOf(location).case !== task.of) takeTask(null);
  }, [location]);
  useEffect(() => {
    const task = openTask();
    if (task && toast?.finishes) navigate(addressOf("/work", { selected: task.key }));
  }, [toast, navigate]);
}
