import { Unzip, UnzipInflate } from 'fflate';
import { ReadingError } from '../reading-error.ts';

/** Unpacked, all wanted files together; a document of a thousand pages has some 30 MB of words. */
const UNPACKED_BYTES_MAX = 300 * 1024 * 1024;
/** Words pack to a tenth or so; what packs a hundred times better than that is a bomb, once it is large. */
const RATIO_MAX = 150;
const RATIO_FROM_BYTES = 32 * 1024 * 1024;
const ENTRIES_MAX = 20_000;
const CHUNK_BYTES = 64 * 1024;

/** The files of an archive that somebody wants, by path. */
export type ZipFiles = ReadonlyMap<string, Uint8Array>;

const tooLarge = (why: string) => new ReadingError('TOO_LARGE', why);

/**
 * Unpacks what is wanted of an archive, counting as it goes: what an archive says of its sizes may be a lie.
 * @throws ReadingError TOO_LARGE for a bomb, DAMAGED for no archive, ENCRYPTED for one with a password.
 */
export function openZip(bytes: Uint8Array, isWanted: (path: string) => boolean): ZipFiles {
  assertWhole(bytes);
  const files = new Map<string, Uint8Array>();
  let unpacked = 0;
  let entries = 0;
  const unzip = new Unzip((file) => {
    entries += 1;
    if (entries > ENTRIES_MAX) throw tooLarge('The archive has too many files.');
    if (!isWanted(file.name)) return;
    const chunks: Uint8Array[] = [];
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      unpacked += chunk.length;
      const isBomb = unpacked > RATIO_FROM_BYTES && unpacked > bytes.length * RATIO_MAX;
      if (isBomb || unpacked > UNPACKED_BYTES_MAX) throw tooLarge('The archive unpacks into too much.');
      chunks.push(chunk);
      if (isLast) files.set(file.name, Buffer.concat(chunks));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES)
      unzip.push(bytes.subarray(at, at + CHUNK_BYTES), at + CHUNK_BYTES >= bytes.length);
  } catch (error) {
    if (error instanceof ReadingError) throw error;
    throw new ReadingError('DAMAGED', `The archive is broken: ${String(error)}`, { cause: error });
  }
  return files;
}

/** An archive that was cut short has no directory at its end; one with a password says so in its first entry. */
function assertWhole(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06])) < 0)
    throw new ReadingError('DAMAGED', 'The archive was cut short.');
  if (buffer.length > 8 && (buffer.readUInt16LE(6) & 1) === 1)
    throw new ReadingError('ENCRYPTED', 'The archive has a password.');
}

/** A file of the archive as text. */
export function textIn(files: ZipFiles, path: string): string | undefined {
  const bytes = files.get(path);
  if (!bytes) return undefined;
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return new TextDecoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}
