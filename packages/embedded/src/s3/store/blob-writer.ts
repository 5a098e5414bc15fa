import type { FileHandle } from 'node:fs/promises';

/** What is gathered before one write: the network brings 64 KB at a time, and each turn of the thread pool costs as much as copying that. */
const GATHER_SIZE_BYTES = 512 * 1024;
/** How much may wait in the page cache: the disk works while bytes still arrive, so little is left to flush at the end. */
const FLUSH_SIZE_BYTES = 8 * 1024 * 1024;

export interface BlobWriterOptions {
  readonly id: string;
  readonly file: FileHandle;
  readonly publish: () => Promise<void>;
  readonly discard: () => Promise<void>;
}

/** Writes one blob: it is on the disk before it gets its place, so a crash never leaves a part that looks whole. */
export class BlobWriter {
  readonly id: string;
  readonly #options: BlobWriterOptions;
  #gathered: Uint8Array[] = [];
  #gatheredBytes = 0;
  #unflushedBytes = 0;
  #writing: Promise<void> = Promise.resolve();
  #flushing: Promise<void> = Promise.resolve();

  constructor(options: BlobWriterOptions) {
    this.id = options.id;
    this.#options = options;
  }

  /** Takes the next bytes; returns when few enough wait to be written: the caller hashes while the disk works. */
  async write(bytes: Uint8Array): Promise<void> {
    this.#gathered.push(bytes);
    this.#gatheredBytes += bytes.length;
    if (this.#gatheredBytes >= GATHER_SIZE_BYTES) await this.#writeGathered();
  }

  /** Flushes the bytes and moves the file to its place. */
  async publish(): Promise<void> {
    await this.#writeGathered();
    await this.#writing;
    await this.#flushing;
    await this.#options.file.sync();
    await this.#options.file.close();
    await this.#options.publish();
  }

  async discard(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#flushing.catch(() => undefined);
    await this.#options.file.close().catch(() => undefined);
    await this.#options.discard();
  }

  /** Waits for the write before this one, then begins this one. */
  async #writeGathered(): Promise<void> {
    await this.#writing;
    const chunks = this.#gathered;
    this.#unflushedBytes += this.#gatheredBytes;
    this.#gathered = [];
    this.#gatheredBytes = 0;
    this.#writing = this.#writeAll(chunks);
    // Whoever calls next sees the failure; it must not count as unhandled until then.
    this.#writing.catch(() => undefined);
    if (this.#unflushedBytes >= FLUSH_SIZE_BYTES) await this.#flushBehind();
  }

  /** Begins to flush what is written so far; at most one flush is under way. */
  async #flushBehind(): Promise<void> {
    this.#unflushedBytes = 0;
    await this.#flushing;
    const written = this.#writing;
    this.#flushing = written.then(() => this.#options.file.datasync());
    this.#flushing.catch(() => undefined);
  }

  async #writeAll(chunks: readonly Uint8Array[]): Promise<void> {
    let rest = chunks;
    while (rest.length > 0) {
      const { bytesWritten } = await this.#options.file.writev(rest);
      rest = after(rest, bytesWritten);
    }
  }
}

/** What is left of the chunks once the first bytes are written. */
function after(chunks: readonly Uint8Array[], bytesWritten: number): Uint8Array[] {
  let skip = bytesWritten;
  return chunks.flatMap((chunk) => {
    const left = chunk.subarray(Math.min(skip, chunk.length));
    skip -= chunk.length - left.length;
    return left.length > 0 ? [left] : [];
  });
}
