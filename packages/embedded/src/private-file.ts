import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

const OWNER_ONLY = 0o600;

/** Reads a JSON file; `undefined` when there is none, or when it is not JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Replaces a JSON file that only its owner may read; readers see the old one or the new one, never a part. */
export function writeJson(file: string, content: unknown): void {
  const unfinished = writeBeside(file, content);
  renameSync(unfinished, file);
}

/** Writes the file unless it is there; of several that come at once, the first one's content stays. */
export function writeJsonOnce(file: string, content: unknown): void {
  const unfinished = writeBeside(file, content);
  try {
    linkSync(unfinished, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished);
  }
}

function writeBeside(file: string, content: unknown): string {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: OWNER_ONLY, flush: true });
  } catch (error) {
    // A full disk has room for an empty file, and whoever tries again would leave one each time.
    rmSync(unfinished, { force: true });
    throw error;
  }
  return unfinished;
}
