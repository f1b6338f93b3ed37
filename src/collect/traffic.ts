import type { LeftOut, Problem, TrafficRow } from "../model/index.js";
import { problemOf } from "./collect.js";
import { FileFindings } from "./file-findings.js";
import { FileOnDisk } from "./input-file.js";
import { LeftOutLedger } from "./left-out.js";
import { formats } from "./registry.js";
import { walk } from "./walk.js";

/** One log that was gone through. */
export interface LogRead {
  path: string;
  format: string;
  rows: number;
  sha256: string;
}

export interface TrafficRead {
  logs: LogRead[];
  problems: Problem[];
  leftOut: LeftOut[];
}

/** Where a log lies: below the folder that was given, and in the file system. */
export interface LogPlace {
  path: string;
  absolute: string;
}

/**
 * Visits every row of the logs of traffic among files and folders, in the order of their paths, with the place of its log. One block of
 * a file is held at a time. Never throws for bad input: what cannot be read becomes a problem, what is no log is left out, and said.
 */
export async function readTraffic(paths: string[], visit: (row: TrafficRow, log: LogPlace) => void): Promise<TrafficRead> {
  const leftOut = new LeftOutLedger();
  const walked = walk(paths, [], leftOut);
  const read: TrafficRead = { logs: [], problems: [...walked.problems], leftOut: [] };
  for (const place of walked.files) {
    const { path, absolute } = place;
    const findings = new FileFindings(path, leftOut);
    try {
      const file = new FileOnDisk(path, absolute, (problem) => findings.problem(problem));
      const format = file.isBinary ? undefined : formats.find((one) => one.recognises(file));
      if (!format?.readTraffic) {
        leftOut.file(path, format ? `${format.title}: no log of traffic` : "no format recognises it");
        file.release();
        continue;
      }
      let rows = 0;
      await format.readTraffic(file, findings.of(format, file.size), (row) => {
        rows += 1;
        visit(row, place);
      });
      read.logs.push({ path, format: format.id, rows, sha256: await file.sha256() });
    } catch (error) {
      findings.problem(problemOf(error));
    }
    read.problems.push(...findings.problems());
  }
  return { ...read, leftOut: leftOut.list() };
}
