import type { Readable } from 'node:stream';

/** TOO_LARGE: the scanner does not take files of this size. */
export type ScanResult = 'CLEAN' | 'INFECTED' | 'TOO_LARGE';

/** Looks for what harms. A call that fails is repeated later; meanwhile the file waits, seen by nobody. */
export interface Scanner {
  scan(bytes: Readable): Promise<ScanResult>;
}
