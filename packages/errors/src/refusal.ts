/** The stable codes of the public API (`enum RefusalCode`): add, never rename. */
export const REFUSAL_CODES = [
  'NOT_FOUND',
  'FORBIDDEN',
  'INVALID_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'INSUFFICIENT_CREDITS',
  'QUOTA_EXCEEDED',
  'QUEUE_FULL',
  'TIER_LIMIT',
  'UNSUPPORTED_MEDIA',
  'TOO_LARGE',
  'CHECKSUM_MISMATCH',
  'UPLOAD_MISSING',
  'EXPIRED',
  'ALREADY_FINISHED',
  'ENGINE_UNAVAILABLE',
  'DUPLICATE_REQUEST',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/**
 * A refusal is a value that a rule returns when it says no: the caller handles it, nothing is thrown.
 * `reason` names a sentence in the domain's message catalog; `params` fill its `{placeholders}`.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: RefusalCode;
  readonly reason: string;
  readonly params?: Readonly<Record<string, string | number>>;
  /** Path of the input field that was wrong, outermost first. */
  readonly path?: readonly string[];
  readonly retryAfterMs?: number;
}

/** Makes a refusal: `refuse('TOO_LARGE', 'upload.tooLarge', { params: { maxMegabytes: 100 } })`. */
export function refuse(
  code: RefusalCode,
  reason: string,
  details: Omit<Refusal, 'refused' | 'code' | 'reason'> = {},
): Refusal {
  return { refused: true, code, reason, ...details };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && (value as { refused?: unknown }).refused === true;
}
