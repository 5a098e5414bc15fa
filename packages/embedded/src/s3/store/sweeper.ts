import type { BlobFiles } from './blob-files.ts';
import type { IndexDatabase } from './index-database.ts';
import type { UploadStore } from './upload-store.ts';

const SWEEP_EVERY_MS = 60 * 60 * 1000;

export interface SweeperOptions {
  readonly index: IndexDatabase;
  readonly blobs: BlobFiles;
  readonly uploads: UploadStore;
  readonly abandonedUploadAgeMs: number;
  readonly onError: (error: unknown) => void;
}

/** What one round removed. */
export interface Swept {
  readonly uploads: number;
  readonly blobs: number;
}

/** Removes uploads nobody finished and blobs a crash left without an object; now and every hour. */
export class Sweeper {
  readonly #options: SweeperOptions;
  #timer: NodeJS.Timeout | undefined;
  #round: Promise<unknown> = Promise.resolve();
  #stopped = false;

  constructor(options: SweeperOptions) {
    this.#options = options;
  }

  start(): void {
    const run = (): void => {
      this.#round = this.sweep().catch(this.#options.onError);
    };
    run();
    this.#timer = setInterval(run, SWEEP_EVERY_MS);
    this.#timer.unref();
  }

  async sweep(): Promise<Swept> {
    const uploads = await this.#sweepUploads();
    return { uploads, blobs: await this.#sweepBlobs() };
  }

  /** Waits for a round that is under way: the index must not be closed beneath it. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#round;
  }

  async #sweepUploads(): Promise<number> {
    const { uploads, abandonedUploadAgeMs } = this.#options;
    const oldestMs = Date.now() - abandonedUploadAgeMs;
    const abandoned = [...uploads.walk()].filter(({ upload }) => upload.startedAtMs < oldestMs);
    for (const { uploadId } of abandoned) await uploads.abort(uploadId);
    return abandoned.length;
  }

  async #sweepBlobs(): Promise<number> {
    const { index, blobs } = this.#options;
    let removed = 0;
    for await (const id of blobs.list()) {
      if (this.#stopped) break;
      // Asked in this order: a blob that settles in between is in the index by then.
      if (blobs.isPending(id) || index.isReferenced(id)) continue;
      await blobs.remove([id]);
      removed += 1;
    }
    return removed;
  }
}
