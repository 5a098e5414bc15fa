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

/** The words for notes that the ledger makes by itself. */
const NOTE_WORDS = {
  plan: 'notePlan',
  'free month': 'noteFreeMonth',
  signup: 'noteSignup',
  rest: 'noteRest',
  late: 'noteLate',
  canceled: 'noteCanceled',
  failed: 'noteFailed',
  expired: 'noteExpired',
} as const;

type NoteWord = (typeof NOTE_WORDS)[keyof typeof NOTE_WORDS];

/** A note as a person reads it: in their words, as somebody wrote it, or nothing where it is a mark of ours. */
export function noteOf(note: string | null | undefined): { readonly word: NoteWord } | { readonly text: string } {
  if (!note) return { text: '' };
  if (note in NOTE_WORDS) return { word: NOTE_WORDS[note as keyof typeof NOTE_WORDS] };
  return { text: /^[\w-]+:|^pack-\d+$/.test(note) ? '' : note };
}

/** The words for where credits came from. */
export const SOURCE_WORDS = { PLAN: 'sourcePlan', GIFT: 'sourceGift', PURCHASE: 'sourcePurchase' } as const;
