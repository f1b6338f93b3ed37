/** A value of a column. */
export type Cell = string | number | Uint8Array | null;
export type Row = Record<string, Cell>;

/** What runs SQL inside one transaction. Parameters stand as `?`, and a question mark stands nowhere else. */
export interface Connection {
  all(sql: string, parameters?: readonly Cell[]): Promise<Row[]>;
  run(sql: string, parameters?: readonly Cell[]): Promise<void>;
}

/**
 * A database that can hold a docket. Both kinds keep the same tables; what differs between them stays behind this.
 * Every error of it is a DocketError.
 */
export interface Database {
  /** For people: where it is, without a password. */
  readonly name: string;
  readonly dialect: "libsql" | "postgres";
  /** What is amiss with its settings, in sentences. */
  readonly remarks: readonly string[];
  /** Reads one state of it, whatever is written meanwhile. */
  read<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /**
   * Writes alone among all processes and machines. What it gives is on disk once it has been given; where it throws, nothing was written,
   * except with code `unknown`.
   */
  write<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result>;
  /** Whether a write waits for answers of a server, which this process should not keep it from reading. */
  isWriting(): boolean;
  /** Whether there is a table of a name. */
  hasTable(connection: Connection, name: string): Promise<boolean>;
  close(): Promise<void>;
}
