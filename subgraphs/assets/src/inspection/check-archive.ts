import type { Readable } from 'node:stream';
import { PassThrough } from 'node:stream';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import type { Rejection } from '../domain/asset.ts';
import { ARCHIVE_ENTRIES_MAX, isBomb } from '../domain/content-limits.ts';
import type { Content } from './content.ts';

const STORED = 0;
const DEFLATED = 8;

interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads an archive's directory, then unpacks every entry into nothing: sizes are proven, not believed. Names that leave
 * the folder, entries that lie over each other (as in bombs of one kernel) and anything before the first entry are refused.
 */
export async function checkArchive(content: Content): Promise<Rejection | undefined> {
  const reader = content.held ? undefined : new BlobReader(content.open);
  let archive: ZipFile | undefined;
  try {
    archive = await openArchive(content, reader);
    const entries: Entry[] = [];
    const found = await readDirectory(archive, { entries, packedBytes: content.sizeBytes });
    return found ?? (await unpackAll(archive, { entries, sizeBytes: content.sizeBytes }));
  } catch (error) {
    // Bytes that could not be reached say nothing about the archive.
    if (reader?.failure) throw reader.failure;
    return isPathError(error) ? 'UNSAFE_PATHS' : 'UNREADABLE';
  } finally {
    archive?.close();
  }
}

/** Backslashes in names, as some programs and old encodings write them, are read as slashes, and then looked at. */
const OPTIONS = { lazyEntries: true, autoClose: false, validateEntrySizes: true, strictFileNames: false } as const;

function openArchive({ held, sizeBytes }: Content, reader: BlobReader | undefined): Promise<ZipFile> {
  if (reader) return yauzl.fromRandomAccessReaderPromise(reader, sizeBytes, OPTIONS);
  return yauzl.fromBufferPromise(Buffer.from(held ?? []), OPTIONS);
}

/** Reads an archive where it lies, range by range. */
class BlobReader extends yauzl.RandomAccessReader {
  failure: Error | undefined;
  readonly #open: Content['open'];

  constructor(open: Content['open']) {
    super();
    this.#open = open;
  }

  override _readStreamForRange(start: number, endExclusive: number): Readable {
    const through = new PassThrough();
    const fail = (error: Error) => {
      this.failure = error;
      through.destroy(error);
    };
    this.#open({ start, end: endExclusive - 1 }).then((body) => {
      through.once('close', () => body.destroy());
      body.once('error', fail);
      body.pipe(through);
    }, fail);
    return through;
  }
}

async function readDirectory(
  archive: ZipFile,
  { entries, packedBytes }: { readonly entries: Entry[]; readonly packedBytes: number },
): Promise<Rejection | undefined> {
  if (archive.entryCount > ARCHIVE_ENTRIES_MAX) return 'BOMB';
  let unpackedBytes = 0;
  for await (const entry of archive.eachEntry()) {
    entries.push(entry);
    unpackedBytes += entry.uncompressedSize;
    if (entries.length > ARCHIVE_ENTRIES_MAX || isBomb({ packedBytes, unpackedBytes })) return 'BOMB';
  }
  if (overlap(entries)) return 'BOMB';
  const first = Math.min(...entries.map(({ relativeOffsetOfLocalHeader }) => relativeOffsetOfLocalHeader));
  return entries.length > 0 && first > 0 ? 'TWO_FORMATS' : undefined;
}

function overlap(entries: readonly Entry[]): boolean {
  const spans = entries
    .map(({ relativeOffsetOfLocalHeader: start, compressedSize }): Span => ({ start, end: start + compressedSize }))
    .sort((a, b) => a.start - b.start);
  return spans.some(({ start }, i) => i > 0 && start < (spans[i - 1]?.end ?? 0));
}

/** A stream that yields more than its entry declares ends in an error (`validateEntrySizes`), so this is bounded. */
async function unpackAll(
  archive: ZipFile,
  { entries, sizeBytes }: { readonly entries: readonly Entry[]; readonly sizeBytes: number },
): Promise<Rejection | undefined> {
  let unpackedBytes = 0;
  for (const entry of entries) {
    const isKnown = entry.compressionMethod === STORED || entry.compressionMethod === DEFLATED;
    if (!isKnown || entry.isEncrypted() || entry.uncompressedSize === 0) continue;
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      unpackedBytes += (chunk as Uint8Array).byteLength;
    }
    if (isBomb({ packedBytes: sizeBytes, unpackedBytes })) return 'BOMB';
  }
  return undefined;
}

/** What yauzl says of names that are absolute or climb, with either slash. */
function isPathError(error: unknown): boolean {
  return error instanceof Error && /absolute path|invalid relative path/.test(error.message);
}
