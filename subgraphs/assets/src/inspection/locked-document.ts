/**
 * A document with a password is no zip archive any more: Office wraps it into an OLE compound file with a stream of this name
 * ([MS-OFFCRYPTO] 2.3.4.4).
 */
const LOCKED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const COMPOUND_FILE = 'application/x-cfb';
/** [MS-CFB] 2.2: where the header says how long a sector is, as a power of two, and which one the directory begins with. */
const SECTOR_SHIFT_AT = 30;
const DIRECTORY_AT = 48;
const HEADER_BYTES = 512;
const SECTOR_SHIFTS = [9, 12];
/** The dozen streams of a locked document take three short sectors. */
const DIRECTORY_BYTES_MAX = 4_096;

interface Shown {
  readonly sniffed: string | undefined;
  readonly sample: Uint8Array;
  readonly sizeBytes: number;
  read(range: { readonly start: number; readonly end: number }): Promise<Uint8Array>;
}

/** Is it an Office document that nobody can look into without its password? */
export async function isLockedDocument({ sniffed, sample, sizeBytes, read }: Shown): Promise<boolean> {
  if (sniffed !== COMPOUND_FILE || sample.byteLength < HEADER_BYTES) return false;
  const header = Buffer.from(sample.buffer, sample.byteOffset, HEADER_BYTES);
  const shift = header.readUInt16LE(SECTOR_SHIFT_AT);
  const start = (header.readUInt32LE(DIRECTORY_AT) + 1) * 2 ** shift;
  if (!SECTOR_SHIFTS.includes(shift) || start >= sizeBytes) return false;
  const directory = await read({ start, end: Math.min(start + DIRECTORY_BYTES_MAX, sizeBytes) - 1 });
  return Buffer.from(directory).includes(LOCKED_STREAM);
}
