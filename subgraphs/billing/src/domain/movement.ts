import type { CreditEntryKind } from './credit-entry.ts';

/** The person's two sides, and the house's: where credits come from and where they end. */
export type LedgerAccount = 'AVAILABLE' | 'HELD' | 'GRANTS' | 'REVENUE' | 'EXPIRED' | 'REVOKED';

interface Sides {
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
}

/** A correction takes credits away (`ADJUST_DOWN`) or gives them; people see both as ADJUST. */
export type MovementKind = Exclude<CreditEntryKind, 'ADJUST'> | 'ADJUST_UP' | 'ADJUST_DOWN';

/** Where each kind of movement takes credits from and where it puts them. */
const SIDES: Readonly<Record<MovementKind, Sides>> = {
  GRANT: { from: 'GRANTS', to: 'AVAILABLE' },
  PURCHASE: { from: 'GRANTS', to: 'AVAILABLE' },
  ADJUST_UP: { from: 'GRANTS', to: 'AVAILABLE' },
  ADJUST_DOWN: { from: 'AVAILABLE', to: 'REVOKED' },
  HOLD: { from: 'AVAILABLE', to: 'HELD' },
  SETTLE: { from: 'HELD', to: 'REVENUE' },
  RELEASE: { from: 'HELD', to: 'AVAILABLE' },
  REFUND: { from: 'REVENUE', to: 'AVAILABLE' },
  EXPIRE: { from: 'AVAILABLE', to: 'EXPIRED' },
  REVOKE: { from: 'AVAILABLE', to: 'REVOKED' },
};

export interface Movement extends Sides {
  /** The word for it in a person's history. */
  readonly shownAs: CreditEntryKind;
  readonly availableChange: number;
  readonly heldChange: number;
}

/**
 * A movement of `amount` whole credits as the double entry that stands for it: `-amount` on one side, `amount` on the other.
 * @throws RangeError when the amount is no positive whole number: a rule above has let something through.
 */
export function toMovement(kind: MovementKind, amount: number): Movement {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new RangeError(`${amount} is no amount of credits to move`);
  const { from, to } = SIDES[kind];
  const changeOf = (account: LedgerAccount) => (to === account ? amount : 0) - (from === account ? amount : 0);
  return {
    from,
    to,
    shownAs: kind === 'ADJUST_UP' || kind === 'ADJUST_DOWN' ? 'ADJUST' : kind,
    availableChange: changeOf('AVAILABLE'),
    heldChange: changeOf('HELD'),
  };
}
