import { S3Error } from '../protocol/s3-error.ts';
import type { BlobFiles } from './blob-files.ts';
import type { IndexDatabase } from './index-database.ts';
import { keyBytes, objectKey } from './index-keys.ts';
import type { ObjectRecord } from './records.ts';

export interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
}

/** What must hold of the object that is there now for a write to go ahead. */
export type WriteGuard = (current: ObjectRecord | undefined) => void;

/** A record and the key it stands under. */
export interface ListedObject {
  readonly key: Buffer;
  readonly record: ObjectRecord;
}

/** Objects by address: the index entry and its blobs change together. */
export class ObjectStore {
  readonly #index: IndexDatabase;
  readonly #blobs: BlobFiles;

  constructor(index: IndexDatabase, blobs: BlobFiles) {
    this.#index = index;
    this.#blobs = blobs;
  }

  find(address: ObjectAddress): ObjectRecord | undefined {
    return this.#index.objects.get(objectKey(address));
  }

  get(address: ObjectAddress): ObjectRecord {
    const record = this.find(address);
    if (!record) throw new S3Error('NoSuchKey');
    return record;
  }

  /** Makes an object of blobs that were just received; on a refusal they are removed again. */
  async put(address: ObjectAddress, record: ObjectRecord, guard: WriteGuard): Promise<void> {
    const blobIds = record.parts.map((part) => part.blobId);
    try {
      await this.#replace(address, () => ({ next: record, guard }));
    } catch (error) {
      await this.#blobs.remove(blobIds);
      throw error;
    }
    for (const id of blobIds) this.#blobs.settle(id);
  }

  /** Makes a second object of the same blobs: no bytes are copied. `change` sees the source as it is at that moment. */
  async copy(
    { from, to }: { readonly from: ObjectAddress; readonly to: ObjectAddress },
    change: (source: ObjectRecord) => ObjectRecord,
  ): Promise<ObjectRecord> {
    return this.#replace(to, () => ({ next: change(this.get(from)) }));
  }

  /** Removes what is there of the given objects; what is not there is no fault. */
  async remove(addresses: readonly ObjectAddress[]): Promise<void> {
    const unused = await this.#index.transaction(() =>
      addresses.flatMap((address) => {
        const record = this.find(address);
        if (!record) return [];
        void this.#index.objects.remove(objectKey(address));
        return this.#index.release(record.parts);
      }),
    );
    await this.#blobs.remove(unused);
  }

  /** Objects of a bucket in the order of their keys' bytes, from `start` on. */
  *walk(bucket: string, start: Uint8Array): Generator<ListedObject> {
    const first = Buffer.concat([objectKey({ bucket, key: '' }), start]);
    const end = Buffer.concat([Buffer.from(bucket), Buffer.from([1])]);
    for (const { key, value } of this.#index.objects.getRange({ start: first, end })) {
      yield { key: keyBytes(key), record: value };
    }
  }

  async #replace(
    address: ObjectAddress,
    decide: () => { readonly next: ObjectRecord; readonly guard?: WriteGuard },
  ): Promise<ObjectRecord> {
    const { next, unused } = await this.#index.transaction(() => {
      if (!this.#index.buckets.doesExist(address.bucket)) throw new S3Error('NoSuchBucket');
      const current = this.find(address);
      const decision = decide();
      decision.guard?.(current);
      this.#index.retain(decision.next.parts);
      void this.#index.objects.put(objectKey(address), decision.next);
      return { next: decision.next, unused: current ? this.#index.release(current.parts) : [] };
    });
    await this.#blobs.remove(unused);
    return next;
  }
}
