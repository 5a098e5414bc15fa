import { createKeptValue, OWN_PREFIX } from '../keep/kept-value.ts';
import type { KeptValue } from '../keep/kept-value.ts';

/** What is remembered of a large upload that is under way, so that a reload does not lose it. */
export interface KeptUpload {
  /** Finds the same ticket again. */
  readonly key: string;
  readonly assetId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly lastModified: number;
  readonly sha256: string;
  readonly sentBytes: number;
}

const KEPT_MAX = 50;
const SHAPE = {
  key: 'string',
  assetId: 'string',
  name: 'string',
  sizeBytes: 'number',
  lastModified: 'number',
  sha256: 'string',
  sentBytes: 'number',
} as const satisfies Record<keyof KeptUpload, string>;

function isKept(value: unknown): value is KeptUpload {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(SHAPE).every(([field, type]) => typeof (value as Record<string, unknown>)[field] === type);
}

/** The uploads of this browser that were begun and not ended; they are forgotten at sign-out. */
export function openKeptUploads(): KeptValue<readonly KeptUpload[]> {
  return createKeptValue<readonly KeptUpload[]>({
    key: `${OWN_PREFIX}uploads`,
    parse: (stored) => (Array.isArray(stored) ? stored.filter(isKept).slice(-KEPT_MAX) : []),
  });
}

/** Is this the file that was being uploaded? Its hash proves it before a byte is sent. */
export function isSameFile(file: Pick<File, 'name' | 'size' | 'lastModified'>, kept: KeptUpload): boolean {
  return file.name === kept.name && file.size === kept.sizeBytes && file.lastModified === kept.lastModified;
}

export function withKept(list: readonly KeptUpload[], upload: KeptUpload): readonly KeptUpload[] {
  return [...list.filter(({ key }) => key !== upload.key), upload].slice(-KEPT_MAX);
}

export function withoutKept(list: readonly KeptUpload[], key: string): readonly KeptUpload[] {
  return list.some((kept) => kept.key === key) ? list.filter((kept) => kept.key !== key) : list;
}
