import { randomUUID } from 'node:crypto';
import { S3Error } from '../protocol/s3-error.ts';
import type { BlobFiles } from './blob-files.ts';
import type { IndexDatabase } from './index-database.ts';
import { objectKey, partKey, partNumberOf } from './index-keys.ts';
import type { ObjectAddress, WriteGuard } from './object-store.ts';
import type { ObjectRecord, PartRecord, UploadRecord } from './records.ts';

export interface NumberedPart extends PartRecord {
  readonly partNumber: number;
}

/** Multipart uploads and their parts. */
export class UploadStore {
  readonly #index: IndexDatabase;
  readonly #blobs: BlobFiles;

  constructor(index: IndexDatabase, blobs: BlobFiles) {
    this.#index = index;
    this.#blobs = blobs;
  }

  async start(upload: UploadRecord): Promise<string> {
    const uploadId = randomUUID();
    await this.#index.transaction(() => void this.#index.uploads.put(uploadId, upload));
    return uploadId;
  }

  find(uploadId: string, address: ObjectAddress): UploadRecord | undefined {
    const upload = this.#index.uploads.get(uploadId);
    return upload?.bucket === address.bucket && upload.key === address.key ? upload : undefined;
  }

  get(uploadId: string, address: ObjectAddress): UploadRecord {
    const upload = this.find(uploadId, address);
    if (!upload) throw new S3Error('NoSuchUpload');
    return upload;
  }

  /** Adds a part or replaces it; the blob is removed again when the upload has ended meanwhile. */
  async putPart(uploadId: string, { partNumber, ...part }: NumberedPart): Promise<void> {
    const unused = await this.#index.transaction(() => {
      if (!this.#index.uploads.doesExist(uploadId)) return undefined;
      const key = partKey(uploadId, partNumber);
      const current = this.#index.parts.get(key);
      this.#index.retain([part]);
      void this.#index.parts.put(key, part);
      return current ? this.#index.release([current]) : [];
    });
    if (!unused) {
      await this.#blobs.remove([part.blobId]);
      throw new S3Error('NoSuchUpload');
    }
    this.#blobs.settle(part.blobId);
    await this.#blobs.remove(unused);
  }

  /** Parts in the order of their numbers, after `afterNumber`. */
  parts(uploadId: string, { afterNumber = 0, limit = 10_000 } = {}): NumberedPart[] {
    const range = this.#index.parts.getRange({
      start: partKey(uploadId, afterNumber + 1),
      end: partKey(uploadId, 0xffff),
      limit,
    });
    return [...range].map(({ key, value }) => ({ ...value, partNumber: partNumberOf(key) }));
  }

  /**
   * Turns an upload into an object, in one transaction. `assemble` gets the parts as they are at that moment and throws
   * when they are not what the client listed. Parts it leaves out are removed.
   */
  async complete(
    uploadId: string,
    address: ObjectAddress,
    { assemble, guard }: { assemble: (parts: readonly NumberedPart[]) => ObjectRecord; guard: WriteGuard },
  ): Promise<ObjectRecord> {
    const { record, unused } = await this.#index.transaction(() => {
      const current = this.#index.objects.get(objectKey(address));
      if (!this.find(uploadId, address)) {
        if (current?.uploadId === uploadId) return { record: current, unused: [] };
        throw new S3Error('NoSuchUpload');
      }
      const parts = this.parts(uploadId);
      const next = assemble(parts);
      guard(current);
      this.#index.retain(next.parts);
      void this.#index.objects.put(objectKey(address), next);
      const replaced = current ? this.#index.release(current.parts) : [];
      return { record: next, unused: [...replaced, ...this.#forget(uploadId, parts)] };
    });
    await this.#blobs.remove(unused);
    return record;
  }

  /** Ends an upload and removes its parts; false when there is none. */
  async abort(uploadId: string): Promise<boolean> {
    const unused = await this.#index.transaction(() =>
      this.#index.uploads.doesExist(uploadId) ? this.#forget(uploadId, this.parts(uploadId)) : undefined,
    );
    await this.#blobs.remove(unused ?? []);
    return unused !== undefined;
  }

  *walk(): Generator<{ readonly uploadId: string; readonly upload: UploadRecord }> {
    for (const { key, value } of this.#index.uploads.getRange()) yield { uploadId: key, upload: value };
  }

  #forget(uploadId: string, parts: readonly NumberedPart[]): string[] {
    void this.#index.uploads.remove(uploadId);
    for (const { partNumber } of parts) void this.#index.parts.remove(partKey(uploadId, partNumber));
    return this.#index.release(parts);
  }
}
