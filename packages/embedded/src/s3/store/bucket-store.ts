import { objectKey } from './index-keys.ts';
import type { IndexDatabase } from './index-database.ts';

const BUCKET_NAME = /^(?!\d+\.\d+\.\d+\.\d+$)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/;

export function isBucketName(name: string): boolean {
  return BUCKET_NAME.test(name);
}

export class BucketStore {
  readonly #index: IndexDatabase;

  constructor(index: IndexDatabase) {
    this.#index = index;
  }

  exists(name: string): boolean {
    // A longer name would not even fit into the index.
    return isBucketName(name) && this.#index.buckets.doesExist(name);
  }

  /** False when it is there already. */
  create(name: string): Promise<boolean> {
    return this.#index.transaction(() => {
      if (this.exists(name)) return false;
      void this.#index.buckets.put(name, { createdAtMs: Date.now() });
      return true;
    });
  }

  /** False when it still holds objects. */
  remove(name: string): Promise<boolean> {
    return this.#index.transaction(() => {
      const start = objectKey({ bucket: name, key: '' });
      const end = Buffer.concat([Buffer.from(name), Buffer.from([1])]);
      for (const _ of this.#index.objects.getKeys({ start, end, limit: 1 })) return false;
      void this.#index.buckets.remove(name);
      return true;
    });
  }

  list(): { name: string; createdAtMs: number }[] {
    return [...this.#index.buckets.getRange()].map(({ key, value }) => ({ name: key, createdAtMs: value.createdAtMs }));
  }
}
