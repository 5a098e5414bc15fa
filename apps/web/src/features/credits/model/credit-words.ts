/** Writes an amount of whole credits with the digits of the viewer's language: "1,204". */
export function formatCredits(amount: number, locale: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(amount);
}

/** The words for each kind of movement. */
export const KIND_WORDS = {
  GRANT: 'kindGrant',
  PURCHASE: 'kindPurchase',
  HOLD: 'kindHold',
  SETTLE: 'kindSettle',
  RELEASE: 'kindRelease',
  REFUND: 'kindRefund',
  EXPIRE: 'kindExpire',
  REVOKE: 'kindRevoke',
  ADJUST: 'kindAdjust',
} as const;

/** The words for where credits came from. */
export const SOURCE_WORDS = { PLAN: 'sourcePlan', GIFT: 'sourceGift', PURCHASE: 'sourcePurchase' } as const;
