import type { Rate } from "./security/rate.js";

/** What one request, one session and one address may ask of the server. */
export interface Limits {
  /** Bytes of a JSON body. */
  json: number;
  /** Bytes of an upload, all its files together. */
  upload: number;
  /** Bytes of all uploads that are received or worked on at once. */
  uploads: number;
  /** Those of one person. */
  uploadsOfOne: number;
  /** Files of an upload. */
  files: number;
  /** Characters of an address. */
  address: number;
  /** Milliseconds of a request. */
  time: number;
  /** Of one session. */
  session: Rate;
  /** Of one address that nobody is signed in from. */
  stranger: Rate;
}

export const usualLimits: Limits = {
  json: 1 << 20,
  upload: 64 << 20,
  uploads: 192 << 20,
  uploadsOfOne: 128 << 20,
  files: 2_000,
  address: 8_000,
  time: 600_000,
  session: { burst: 500, perSecond: 100 },
  stranger: { burst: 100, perSecond: 10 },
};
