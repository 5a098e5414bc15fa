import { join } from 'node:path';
import type { Database, RootDatabase } from 'lmdb';
import { open } from 'lmdb';
import type { BlobPart, BucketRecord, ObjectRecord, PartRecord, UploadRecord } from './records.ts';

/** The tables of the index. All live in one environment: a transaction spans them all. */
export class IndexDatabase {
  readonly buckets: Database<BucketRecord, string>;
  readonly objects: Database<ObjectRecord, Buffer>;
  readonly uploads: Database<UploadRecord, string>;
  readonly parts: Database<PartRecord, Buffer>;
  /** How many records refer to a blob; a blob that is not here is an orphan. */
  readonly #references: Database<number, string>;
  readonly #root: RootDatabase;

  constructor(dir: string) {
    this.#root = open({ path: join(dir, 'index'), maxDbs: 8 });
    this.buckets = this.#root.openDB<BucketRecord, string>({ name: 'buckets' });
    this.objects = this.#root.openDB<ObjectRecord, Buffer>({ name: 'objects', keyEncoding: 'binary' });
    this.uploads = this.#root.openDB<UploadRecord, string>({ name: 'uploads' });
    this.parts = this.#root.openDB<PartRecord, Buffer>({ name: 'parts', keyEncoding: 'binary' });
    this.#references = this.#root.openDB<number, string>({ name: 'references' });
  }

  /**
   * Runs `change` alone and resolves when it is committed: from then on `kill -9` cannot undo it. `change` must decide
   * before it writes (a throw does not undo writes that share the batch).
   */
  transaction<T>(change: () => T): Promise<T> {
    return this.#root.transaction(change);
  }

  /** Only within a transaction. */
  retain(parts: readonly BlobPart[]): void {
    for (const { blobId } of parts) void this.#references.put(blobId, (this.#references.get(blobId) ?? 0) + 1);
  }

  /** Only within a transaction. Returns the blobs nobody refers to any more. */
  release(parts: readonly BlobPart[]): string[] {
    const unused: string[] = [];
    for (const { blobId } of parts) {
      const left = (this.#references.get(blobId) ?? 1) - 1;
      if (left > 0) void this.#references.put(blobId, left);
      else {
        void this.#references.remove(blobId);
        unused.push(blobId);
      }
    }
    return unused;
  }

  isReferenced(blobId: string): boolean {
    return this.#references.doesExist(blobId);
  }

  close(): Promise<void> {
    return this.#root.close();
  }
}
