/** Where credits came from; decides, after expiry, which are used first. */
export const GRANT_SOURCES = ['PLAN', 'GIFT', 'PURCHASE'] as const;

export type GrantSource = (typeof GRANT_SOURCES)[number];

/** One lot of credits: what it gave and what of it is neither held, spent, expired nor revoked. */
export interface Grant {
  /** The idempotency key it was made with; nobody else has it. */
  readonly key: string;
  readonly userId: string;
  readonly source: GrantSource;
  amount: number;
  remaining: number;
  /** How much of it shall be revoked in all; what is held at that moment follows when it comes back. */
  revokeTarget: number;
  revoked: number;
  readonly expiresAt: Date | null;
  /** Closed for good: whatever is left or comes back is revoked. */
  closed: boolean;
  readonly createdAt: Date;
}

/** The fixed order of use: soonest expiry first, then plan before gift before purchase, then the oldest. */
export function compareUse(a: Grant, b: Grant): number {
  return (
    (a.expiresAt?.getTime() ?? Infinity) - (b.expiresAt?.getTime() ?? Infinity) ||
    GRANT_SOURCES.indexOf(a.source) - GRANT_SOURCES.indexOf(b.source) ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.key < b.key ? -1 : 1)
  );
}
