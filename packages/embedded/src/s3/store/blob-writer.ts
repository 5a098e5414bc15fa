import type { FileHandle } from 'node:fs/promises';

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
  #writing: Promise<void> = Promise.resolve();

  constructor(options: BlobWriterOptions) {
    this.id = options.id;
    this.#options = options;
  }

  /** Takes the next bytes and returns when those before them are written: the caller hashes while the disk works. */
  async write(bytes: Uint8Array): Promise<void> {
    await this.#writing;
    this.#writing = this.#writeAll(bytes);
    // Whoever calls next sees the failure; it must not count as unhandled until then.
    this.#writing.catch(() => undefined);
  }

  /** Flushes the bytes and moves the file to its place. */
  async publish(): Promise<void> {
    await this.#writing;
    await this.#options.file.sync();
    await this.#options.file.close();
    await this.#options.publish();
  }

  async discard(): Promise<void> {
    await this.#writing.catch(() => undefined);
    await this.#options.file.close().catch(() => undefined);
    await this.#options.discard();
  }

  async #writeAll(bytes: Uint8Array): Promise<void> {
    for (let offset = 0; offset < bytes.length;) {
      const { bytesWritten } = await this.#options.file.write(bytes, offset);
      offset += bytesWritten;
    }
  }
}
