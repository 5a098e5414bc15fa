import type { Preview } from './preview.ts';
import type { Multipart } from './multipart.ts';

export const ASSET_STATUSES = ['AWAITING_UPLOAD', 'SCANNING', 'READY', 'REJECTED', 'DELETED'] as const;
export type AssetStatus = (typeof ASSET_STATUSES)[number];

export const ASSET_PURPOSES = ['FILE', 'IMAGE_ORIGINAL', 'IMAGE_THUMBNAIL', 'ARCHIVE'] as const;
export type AssetPurpose = (typeof ASSET_PURPOSES)[number];

/** Why an upload came to nothing. */
export const REJECTIONS = [
  'EXPIRED',
  'ABORTED',
  'WRONG_LENGTH',
  'WRONG_TYPE',
  'WRONG_HASH',
  'WRONG_CONTENT',
  'ENCRYPTED',
  'UNREADABLE',
  'TOO_MANY_PIXELS',
  'SCRIPTED',
  'TWO_FORMATS',
  'UNSAFE_PATHS',
  'BOMB',
  'UNSUPPORTED_ARCHIVE',
  'INFECTED',
  'UNCHECKED',
] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** What was said about a file before its bytes were put. Two requests with one key must agree on all of it. */
export interface Announcement {
  readonly filename: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly purpose: AssetPurpose;
  readonly imageId?: string;
}

export interface Asset extends Announcement {
  readonly id: string;
  readonly ownerId: string;
  readonly status: AssetStatus;
  /** Where the bytes lie in the bucket. No other asset ever has the same. */
  readonly objectKey: string;
  /** Present when the bytes come in parts. */
  readonly multipart?: Multipart;
  /** Names this upload's reservation in the owner's storage account; a new try has a new one. */
  readonly reservation: string;
  /** Names the departure that gave the bytes back, once the asset is DELETED. */
  readonly departure?: string;
  readonly rejection?: Rejection;
  /** Rejected or deleted, and its bytes removed for good. */
  readonly isSwept?: boolean;
  readonly preview?: Preview;
  /** In the trash since then: kept and counted, but out of sight. */
  readonly trashedAt?: Date;
  /** When an archive, once READY, is removed. */
  readonly endsAt?: Date;
  readonly createdAt: Date;
  /** The ticket's end, while AWAITING_UPLOAD. */
  readonly expiresAt: Date;
}

/** A PUT that began in time may end after its ticket; it can still be completed for this long. */
export const COMPLETION_GRACE_MS = 15 * 60_000;

/** How long the trash keeps a file. */
export const TRASH_MS = 30 * 86_400_000;

/** How long an archive is kept. */
export const ARCHIVE_MS = 24 * 3_600_000;

/** What an asset takes of its owner's space: archives are copies for a day and take none. */
export function countedBytes({ purpose, sizeBytes }: Pick<Asset, 'purpose' | 'sizeBytes'>): number {
  return purpose === 'ARCHIVE' ? 0 : sizeBytes;
}

export function canStillComplete(asset: Pick<Asset, 'expiresAt'>, now: Date): boolean {
  return now.getTime() <= asset.expiresAt.getTime() + COMPLETION_GRACE_MS;
}

/** Does a repeated request announce the very same file? */
export function sameAnnouncement(left: Announcement, right: Announcement): boolean {
  return (
    left.filename === right.filename &&
    left.contentType === right.contentType &&
    left.sizeBytes === right.sizeBytes &&
    left.sha256 === right.sha256 &&
    left.purpose === right.purpose &&
    left.imageId === right.imageId
  );
}
