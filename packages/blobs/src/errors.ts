/** There is no blob under this key. */
export class BlobNotFoundError extends Error {
  override readonly name = 'BlobNotFoundError';
  readonly key: string;

  constructor(key: string) {
    super(`There is no blob “${key}”.`);
    this.key = key;
  }
}

/** A blob is larger than the caller is ready to hold in memory. */
export class BlobTooLargeError extends Error {
  override readonly name = 'BlobTooLargeError';
  readonly key: string;
  readonly sizeBytesMax: number;

  constructor(key: string, sizeBytesMax: number) {
    super(`The blob “${key}” is larger than ${sizeBytesMax} bytes.`);
    this.key = key;
    this.sizeBytesMax = sizeBytesMax;
  }
}

/** The bucket did not answer in time. */
export class BlobTimeoutError extends Error {
  override readonly name = 'BlobTimeoutError';

  constructor(timeoutMs: number, options?: ErrorOptions) {
    super(`The bucket did not answer within ${timeoutMs} ms.`, options);
  }
}

/** True when S3 says that the object is not there (a missing bucket is another matter). */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NotFound' || error.name === 'NoSuchKey');
}
