import { type ReportFormat, reportReply } from "./report-reply.js";
import type { Reply, RouteContext } from "./route.js";

/** A command of the command line that answers a request. */
export interface Tool {
  name: string;
  format: ReportFormat;
  options?: Record<string, string | number | boolean | readonly string[] | undefined>;
  values?: readonly string[];
  folder?: string | undefined;
  long?: boolean;
  /** What a file to keep is called; the name of the command where nothing is said. */
  fileName?: string;
}

/** Answers with what a command prints, in the form that was asked for. */
export async function toolReply(
  { commands, who, signal }: RouteContext,
  { name, format, options, values, folder, long, fileName }: Tool,
): Promise<Reply> {
  const content = await commands.run({
    ...{ name, options: { format, ...options }, signal, caller: who.session },
    ...{ values: values ?? [], folder, long: long === true },
  });
  return reportReply(content, format, fileName ?? name.replace(/ /g, "-"));
}
