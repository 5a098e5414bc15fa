import type { GrantSource } from './ledger/grant.ts';

export type CreditEntryKind =
  'GRANT' | 'PURCHASE' | 'HOLD' | 'SETTLE' | 'RELEASE' | 'REFUND' | 'EXPIRE' | 'REVOKE' | 'ADJUST';

/** What moved on one day, UTC. */
export interface CreditDay {
  readonly day: string;
  readonly received: number;
  readonly spent: number;
  readonly lost: number;
}

/** A grant of which something is left. */
export interface UsableGrant {
  readonly source: GrantSource;
  readonly amount: number;
  readonly remaining: number;
  readonly expiresAt: Date | null;
}

/** One movement of credits as its owner sees it. */
export interface CreditEntry {
  readonly id: string;
  /** Order of a person's movements. */
  readonly seq: bigint;
  readonly kind: CreditEntryKind;
  /** Change of the available balance. */
  readonly amount: number;
  /** How many credits moved. */
  readonly credits: number;
  readonly balanceAfter: number;
  readonly jobId: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
}
