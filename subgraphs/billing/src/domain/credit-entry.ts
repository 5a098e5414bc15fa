export type CreditEntryKind =
  'GRANT' | 'PURCHASE' | 'HOLD' | 'SETTLE' | 'RELEASE' | 'REFUND' | 'EXPIRE' | 'REVOKE' | 'ADJUST';

/** One movement of credits as its owner sees it. */
export interface CreditEntry {
  readonly id: string;
  /** Order of a person's movements. */
  readonly seq: bigint;
  readonly kind: CreditEntryKind;
  /** Change of the available balance. */
  readonly amount: number;
  readonly balanceAfter: number;
  readonly jobId: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
}
