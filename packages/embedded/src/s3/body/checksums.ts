import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The additional checksums S3 keeps beside the ETag, by the name in `x-amz-checksum-<name>`. */
export const CHECKSUM_ALGORITHMS = ['crc32', 'crc32c', 'sha1', 'sha256'] as const;

export type ChecksumAlgorithm = (typeof CHECKSUM_ALGORITHMS)[number];

/** Base64 values by algorithm. */
export type Checksums = Partial<Record<ChecksumAlgorithm, string>>;

export interface RunningChecksum {
  update(bytes: Uint8Array): void;
  digest(): Buffer;
}

const SIZES_BYTES: Readonly<Record<ChecksumAlgorithm, number>> = { crc32: 4, crc32c: 4, sha1: 20, sha256: 32 };

export function isChecksumAlgorithm(name: string): name is ChecksumAlgorithm {
  return (CHECKSUM_ALGORITHMS as readonly string[]).includes(name);
}

export function startChecksum(algorithm: ChecksumAlgorithm): RunningChecksum {
  switch (algorithm) {
    case 'crc32':
      return startCrc(0, (bytes, value) => crc32(bytes, value));
    case 'crc32c':
      return startCrc(0, crc32c);
    case 'sha1':
    case 'sha256': {
      const hash = createHash(algorithm);
      return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest() };
    }
  }
}

/** True for canonical base64 of exactly as many bytes as the algorithm yields. */
export function isChecksumText(algorithm: ChecksumAlgorithm, text: string): boolean {
  return isBase64Of({ text, sizeBytes: SIZES_BYTES[algorithm] });
}

export function isBase64Of({ text, sizeBytes }: { readonly text: string; readonly sizeBytes: number }): boolean {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === sizeBytes && bytes.toString('base64') === text;
}

/** The checksum of a multipart object: over the parts' raw checksums, with their number (`<base64>-<n>`). */
export function compositeChecksum(algorithm: ChecksumAlgorithm, partChecksums: readonly string[]): string {
  const running = startChecksum(algorithm);
  for (const text of partChecksums) running.update(Buffer.from(text, 'base64'));
  return `${running.digest().toString('base64')}-${partChecksums.length}`;
}

function startCrc(initial: number, step: (bytes: Uint8Array, value: number) => number): RunningChecksum {
  let value = initial;
  return {
    update: (bytes) => {
      value = step(bytes, value);
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE(value >>> 0);
      return bytes;
    },
  };
}

// Castagnoli's polynomial, reflected (RFC 3720, appendix B.4); zlib only knows the other one.
const CRC32C_TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value;
});

function crc32c(bytes: Uint8Array, initial: number): number {
  let value = ~initial;
  for (const byte of bytes) value = (CRC32C_TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value;
}
