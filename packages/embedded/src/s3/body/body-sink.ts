import type { FileHandle } from 'node:fs/promises';
import type { DigestName, DigestValues } from './digest-set.ts';
import { DigestSet } from './digest-set.ts';

/** Where the bytes of a body go: into a file, and through their digests. */
export interface BodySink {
  /** Takes the bytes over: the caller must not touch them again. Returns when there is room for more. */
  write(bytes: Buffer): Promise<void>;
  /** All bytes are with the system; they are not flushed yet. */
  finish(): Promise<DigestValues>;
  /** Gives the body up; nothing is written any more once it returns. */
  drop(): Promise<void>;
}

/** Keeps a small body in memory and writes it in one go: a message to a thread would cost more than the work. */
export function nearSink(file: FileHandle, names: Iterable<DigestName>): BodySink {
  const digests = new DigestSet(names);
  const pieces: Buffer[] = [];
  return {
    write: (bytes) => {
      digests.update(bytes);
      pieces.push(bytes);
      return Promise.resolve();
    },
    finish: async () => {
      await file.writeFile(Buffer.concat(pieces));
      return digests.finish();
    },
    drop: () => Promise.resolve(),
  };
}
