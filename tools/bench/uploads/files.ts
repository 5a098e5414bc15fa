import { createHash, randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';

const BLOCK_BYTES = 8_000_000;

/** A file on disk and what its bytes are. */
export interface MadeFile {
  readonly path: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** Writes a file of noise: a block that differs in its first bytes wherever it stands, so that no part can stand for another. */
export async function makeFile(path: string, sizeBytes: number): Promise<MadeFile> {
  const block = randomBytes(Math.min(BLOCK_BYTES, sizeBytes));
  const hash = createHash('sha256');
  const file = await open(path, 'w');
  try {
    for (let written = 0, number = 0; written < sizeBytes; number++) {
      if (block.byteLength >= 4) block.writeUInt32LE(number);
      const piece = block.subarray(0, Math.min(block.byteLength, sizeBytes - written));
      hash.update(piece);
      await file.write(piece);
      written += piece.byteLength;
    }
  } finally {
    await file.close();
  }
  return { path, sizeBytes, sha256: hash.digest('hex') };
}

/** Reads what a link gives out to its end. @returns its hash. */
export async function hashOfLink(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`The bucket answered HTTP ${response.status}.`);
  const hash = createHash('sha256');
  for await (const chunk of response.body) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
