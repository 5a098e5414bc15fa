import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import type { Hold, HoldRequest } from './hold.ts';

export type HoldDecision = 'open' | 'extend' | 'reopen' | 'unchanged';

/**
 * What a request to hold does, given what its job holds already. The same request again never takes credits twice: it
 * extends what is open, leaves alone what is settled, and sets aside anew what was released.
 */
export function decideHold(
  request: Pick<HoldRequest, 'userId' | 'amount'>,
  existing: Hold | undefined,
  available: number,
): HoldDecision | Refusal {
  if (existing && (existing.userId !== request.userId || existing.amount !== request.amount)) {
    return refuse('CONFLICT', 'hold.otherContent');
  }
  if (existing?.status === 'SETTLED') return 'unchanged';
  if (existing?.status === 'OPEN') return 'extend';
  if (available < request.amount) return insufficient({ needed: request.amount, available });
  return existing ? 'reopen' : 'open';
}

/** `spend` leaves for good and `giveBack` returns; `recharge` must first be held again, since the hold had expired. */
export type SettleDecision =
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'settle'; readonly spend: number; readonly giveBack: number }
  | { readonly kind: 'recharge'; readonly spend: number };

export function decideSettle(hold: Hold, amount: number, available: number): SettleDecision | Refusal {
  if (amount > hold.amount) return refuse('INVALID_INPUT', 'settle.aboveHold', { params: { held: hold.amount } });
  switch (hold.status) {
    case 'SETTLED':
      return hold.settledAmount === amount ? { kind: 'unchanged' } : refuse('CONFLICT', 'settle.otherAmount');
    case 'OPEN':
      return { kind: 'settle', spend: amount, giveBack: hold.amount - amount };
    case 'RELEASED':
      if (hold.givenBack) return refuse('ALREADY_FINISHED', 'settle.givenBack');
      return available < amount ? insufficient({ needed: amount, available }) : { kind: 'recharge', spend: amount };
  }
}

function insufficient(params: { needed: number; available: number }): Refusal {
  return refuse('INSUFFICIENT_CREDITS', 'hold.insufficient', { params });
}
