import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** One file that goes into an archive. Its bytes are asked for when the ones before it are written. */
export interface PackedFile {
  readonly name: string;
  readonly madeAt: Date;
  open(): Promise<Readable>;
}

export interface PackedArchive {
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** What the format itself needs for a file at most, and for the archive: headers, the name twice, the directory's end. */
const FRAME_BYTES = 256;

/** How much an archive grows by a file, at most; one without files has the size of a frame. */
export const grownBy = ({ name, sizeBytes }: { readonly name: string; readonly sizeBytes: number }): number =>
  sizeBytes + FRAME_BYTES + 2 * Buffer.byteLength(name);

/** The archive would be larger than allowed. */
export class ArchiveTooLarge extends Error {}

interface Packing {
  readonly sizeBytesMax: number;
  readonly signal: AbortSignal;
}

/**
 * Writes files into a zip on disk, one after the other, with no more of them in memory than a stream holds. Pictures are
 * packed already, so they are only stored; the same files give the same bytes.
 */
export async function packZip(
  path: string,
  files: AsyncIterable<PackedFile>,
  { sizeBytesMax, signal }: Packing,
): Promise<PackedArchive> {
  const zip = new ZipFile();
  const hash = createHash('sha256');
  let sizeBytes = 0;
  const measure = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      sizeBytes += chunk.byteLength;
      hash.update(chunk);
      done(sizeBytes > sizeBytesMax ? new ArchiveTooLarge() : null, chunk);
    },
  });
  const stopping = new AbortController();
  const stopped = AbortSignal.any([signal, stopping.signal]);
  const writing = pipeline(zip.outputStream, measure, createWriteStream(path), { signal: stopped });
  const failed = writing.then(() => undefined);
  failed.catch(() => undefined);
  try {
    for await (const file of files) await Promise.race([addFile(zip, file), failed]);
    zip.end();
    await writing;
  } catch (error) {
    stopping.abort();
    await writing.catch(() => undefined);
    throw error;
  }
  return { sizeBytes, sha256: hash.digest('hex') };
}

/** Resolves when the file's last byte has gone into the archive. */
async function addFile(zip: ZipFile, { name, madeAt, open }: PackedFile): Promise<void> {
  const bytes = await open();
  const written = new Promise<void>((resolve, reject) => {
    bytes.once('end', resolve);
    bytes.once('error', reject);
    bytes.once('close', () => reject(new Error('A picture ended before its last byte.')));
  });
  zip.addReadStream(bytes, name, { compress: false, mtime: madeAt });
  await written;
}
