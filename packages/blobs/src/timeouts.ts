/** How long the bucket may stay silent. */
export interface BlobTimeouts {
  /** From a call to its answer's first byte, retries included. */
  readonly callTimeoutMs: number;
  /** From asking for parts to be made one until it is done, retries included: a bucket may copy them all. */
  readonly assembleTimeoutMs: number;
  /** Between two pieces of a body. */
  readonly idleTimeoutMs: number;
}

export const DEFAULT_TIMEOUTS: BlobTimeouts = {
  callTimeoutMs: 15_000,
  assembleTimeoutMs: 300_000,
  idleTimeoutMs: 30_000,
};

const SLOWEST_BYTES_PER_MS = 1_000;

/** How long an upload of this size may take: a call, and the bytes at 1 MB/s. */
export function uploadTimeoutMs({ callTimeoutMs }: BlobTimeouts, sizeBytes: number): number {
  return callTimeoutMs + Math.ceil(sizeBytes / SLOWEST_BYTES_PER_MS);
}
