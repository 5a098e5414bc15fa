import type { Announcement, Rejection } from './asset.ts';

/** What the bucket tells about the bytes that arrived. */
export interface StoredObject {
  readonly sizeBytes: number;
  readonly contentType: string;
  readonly sha256: string;
}

/** Compares what arrived with what was announced; `undefined` when all agree. */
export function findMismatch(announced: Announcement, stored: StoredObject): Rejection | undefined {
  if (stored.sizeBytes !== announced.sizeBytes) return 'WRONG_LENGTH';
  if (stored.contentType.toLowerCase() !== announced.contentType) return 'WRONG_TYPE';
  return stored.sha256 === announced.sha256 ? undefined : 'WRONG_HASH';
}
