/** What is known of the token that a request brought. */
export interface PresentedToken {
  readonly confirmedAt: Date | null;
  readonly rotatedAt: Date | null;
  readonly createdAt: Date;
  readonly supersededAt: Date | null;
}

export type Judgement =
  /** The token that counts. */
  | 'current'
  /** The one before, from a request that was under way or a browser that never got the new one. */
  | 'recent'
  /** An old one: somebody kept a copy. */
  | 'replayed';

/** How long requests that left with the token before may take to arrive once the new one is in use. */
export const GRACE_MS = 30_000;

/**
 * Judges a token that a session has or had. The token before the current one is good until the current one has been used
 * and a grace has passed: so an answer that got lost signs nobody out, and N tabs may ask at once. Every older one is a copy.
 */
export function judgeToken({ confirmedAt, rotatedAt, supersededAt }: PresentedToken, now: Date): Judgement {
  if (!supersededAt) return 'current';
  const isLatest = rotatedAt !== null && supersededAt.getTime() >= rotatedAt.getTime();
  if (!isLatest) return 'replayed';
  if (confirmedAt === null) return 'recent';
  return now.getTime() - confirmedAt.getTime() <= GRACE_MS ? 'recent' : 'replayed';
}

/** True when the current token has been in use long enough to be replaced. */
export function isDueForRotation(
  { rotatedAt, createdAt, supersededAt }: PresentedToken,
  { now, afterMs }: { readonly now: Date; readonly afterMs: number },
): boolean {
  return supersededAt === null && now.getTime() - (rotatedAt ?? createdAt).getTime() >= afterMs;
}
