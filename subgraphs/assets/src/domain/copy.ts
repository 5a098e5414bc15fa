import { homeOf } from './object-key.ts';

/**
 * A picture that was made of other pictures for one place of the bucket, and is made anew when they are others: a board's
 * cover, what a share link gives out. It belongs to nobody's quota.
 */
export interface Copy {
  /** Where it lies. */
  readonly key: string;
  readonly ownerId: string;
  /** The assets it was made of. */
  readonly sources: readonly string[];
  /** Names the bytes that lie there; unset while they are being made or removed. */
  readonly version?: string;
}

/** A cover shows so many pictures at most. */
export const COVER_SOURCES_MAX = 4;

export const coverKeyOf = (ownerId: string, boardId: string): string =>
  `${homeOf(ownerId)}/boards/${boardId}/cover.webp`;

/** The link's token itself is nowhere: its hash names the place. */
export const sharedKeyOf = (tokenHash: string): string => `shared/${tokenHash}/image.png`;

export const isTokenHash = (value: string): boolean => /^[0-9a-f]{64}$/.test(value);

/** Whether what lies there was made of these, in this order. */
export function isMadeOf(copy: Copy | undefined, sources: readonly string[]): boolean {
  if (copy?.version === undefined || copy.sources.length !== sources.length) return false;
  return copy.sources.every((id, at) => id === sources[at]);
}
