import { randomUUID } from 'node:crypto';
import type { ReadStream } from 'node:fs';
import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const READ_SIZE_BYTES = 256 * 1024;

/** A blob that is being written: it is on the disk before it gets its place, so a crash never leaves a part that looks whole. */
export interface IncomingBlob {
  readonly id: string;
  readonly file: FileHandle;
  /** Flushes the bytes and moves the file to its place. */
  publish(): Promise<void>;
  discard(): Promise<void>;
}

/**
 * The bytes of objects, as files with random names: no name a client chooses ever reaches the file system.
 * `incoming/` holds what is still being written, `blobs/<2 hex>/` what is whole.
 */
export class BlobFiles {
  readonly #incoming: string;
  readonly #whole: string;
  /** Blobs not yet part of an object: the sweep must not take them for orphans. */
  readonly #pending = new Set<string>();
  readonly #readers = new Map<string, number>();
  readonly #doomed = new Set<string>();
  readonly #onError: (error: unknown) => void;

  /** `onError` is told of files that could not be removed. */
  constructor(dir: string, onError: (error: unknown) => void) {
    this.#incoming = join(dir, 'incoming');
    this.#whole = join(dir, 'blobs');
    this.#onError = onError;
  }

  /** Clears what a crash left half written. */
  async prepare(): Promise<void> {
    await rm(this.#incoming, { recursive: true, force: true });
    await mkdir(this.#incoming, { recursive: true });
    await mkdir(this.#whole, { recursive: true });
  }

  /** Starts a new blob; it stays pending until `settle` or `discard`. */
  async create(): Promise<IncomingBlob> {
    const id = randomUUID().replaceAll('-', '');
    const temporaryPath = join(this.#incoming, id);
    const file = await open(temporaryPath, 'wx');
    this.#pending.add(id);
    return {
      id,
      file,
      publish: async () => {
        await file.sync();
        await file.close();
        await mkdir(join(this.#whole, id.slice(0, 2)), { recursive: true });
        await rename(temporaryPath, this.#path(id));
      },
      discard: async () => {
        await file.close().catch(() => undefined);
        await rm(temporaryPath, { force: true });
        this.#pending.delete(id);
      },
    };
  }

  /** The index now knows this blob. */
  settle(id: string): void {
    this.#pending.delete(id);
  }

  /**
   * Removes blobs the index no longer knows; one that is being read goes when its last reader is done. What cannot be removed
   * is left to the sweep: it must never make a committed write look like a failed one.
   */
  async remove(ids: readonly string[]): Promise<void> {
    const free = ids.filter((id) => !this.#readers.has(id));
    for (const id of ids) if (this.#readers.has(id)) this.#doomed.add(id);
    for (const id of free) {
      this.#pending.delete(id);
      await rm(this.#path(id), { force: true }).catch(this.#onError);
    }
  }

  /** Keeps blobs readable until the returned function is called. */
  lease(ids: readonly string[]): () => Promise<void> {
    for (const id of ids) this.#readers.set(id, (this.#readers.get(id) ?? 0) + 1);
    return async () => {
      const last = ids.filter((id) => this.#release(id));
      await this.remove(last.filter((id) => this.#doomed.delete(id)));
    };
  }

  /** Streams the bytes `start`…`end`, both included. */
  read(id: string, { start, end }: { readonly start: number; readonly end: number }): ReadStream {
    return createReadStream(this.#path(id), { start, end, highWaterMark: READ_SIZE_BYTES });
  }

  isPending(id: string): boolean {
    return this.#pending.has(id);
  }

  /** Every whole blob, folder by folder. */
  async *list(): AsyncGenerator<string> {
    for (const folder of await readdir(this.#whole)) yield* await readdir(join(this.#whole, folder));
  }

  #release(id: string): boolean {
    const left = (this.#readers.get(id) ?? 1) - 1;
    if (left > 0) this.#readers.set(id, left);
    else this.#readers.delete(id);
    return left <= 0;
  }

  #path(id: string): string {
    return join(this.#whole, id.slice(0, 2), id);
  }
}
