import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Held until released, or until the process is gone. */
export interface DirectoryLock {
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Takes the exclusive lock of a data directory, or answers `undefined` when another process has it.
 *
 * It is SQLite's lock on an empty file, that is, the kernel's own: a process that is killed cannot leave it behind, and two
 * that come at once cannot both have it. A file with a pid in it can do neither for sure.
 */
export function tryLockDirectory(dataDir: string): DirectoryLock | undefined {
  mkdirSync(dataDir, { recursive: true });
  const file = openLockFile(dataDir);
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
  return { release: () => file.close() };
}

function openLockFile(dataDir: string): DatabaseSync {
  try {
    return new DatabaseSync(path.join(dataDir, 'stack.lock'), { timeout: 0 });
  } catch (cause) {
    throw new Error(`${dataDir} cannot be locked: does it belong to another user, or is the disk full?`, { cause });
  }
}
