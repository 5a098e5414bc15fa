export type LedgerAccount = 'AVAILABLE' | 'HELD' | 'GRANTS' | 'REVENUE';

/** The movements that exist today; the schema names those that plans and purchases will add. */
export type MovementKind = 'GRANT' | 'HOLD' | 'SETTLE' | 'RELEASE';

interface Sides {
  readonly from: LedgerAccount;
  readonly to: LedgerAccount;
}

/** Where each kind of movement takes credits from and where it puts them. */
const SIDES: Readonly<Record<MovementKind, Sides>> = {
  GRANT: { from: 'GRANTS', to: 'AVAILABLE' },
  HOLD: { from: 'AVAILABLE', to: 'HELD' },
  SETTLE: { from: 'HELD', to: 'REVENUE' },
  RELEASE: { from: 'HELD', to: 'AVAILABLE' },
};

export interface Entry {
  readonly account: LedgerAccount;
  readonly amount: number;
}

export interface Movement {
  /** Two sides that add up to zero. */
  readonly entries: readonly [Entry, Entry];
  readonly availableChange: number;
  readonly heldChange: number;
}

/**
 * A movement of `amount` whole credits as the double entry that stands for it.
 * @throws RangeError when the amount is no positive whole number: a rule above has let something through.
 */
export function toMovement(kind: MovementKind, amount: number): Movement {
  if (!Number.isSafeInteger(amount) || amount <= 0) throw new RangeError(`${amount} is no amount of credits to move`);
  const { from, to } = SIDES[kind];
  const entries = [
    { account: from, amount: -amount },
    { account: to, amount },
  ] as const;
  const changeOf = (account: LedgerAccount) => entries.find((entry) => entry.account === account)?.amount ?? 0;
  return { entries, availableChange: changeOf('AVAILABLE'), heldChange: changeOf('HELD') };
}
