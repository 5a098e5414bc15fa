import type { Refusal, RefusalCode } from './refusal.ts';

export type Locale = 'en' | 'ko';

/** Sentences by `reason`, in every language of the product. Placeholders are `{name}`. */
export type MessageCatalog = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** The GraphQL shape of a refusal (`type Refusal`). */
export interface RefusalPayload {
  readonly __typename: 'Refusal';
  readonly code: RefusalCode;
  readonly message: string;
  readonly path: readonly string[] | null;
  readonly retryAfterMs: number | null;
}

/** What is said when a catalog lacks a reason: true for every refusal of that code, if less helpful. */
const FALLBACK: Readonly<Record<RefusalCode, Readonly<Record<Locale, string>>>> = {
  NOT_FOUND: { en: 'We could not find that.', ko: '찾을 수 없어요.' },
  FORBIDDEN: { en: 'You do not have access to this.', ko: '접근 권한이 없어요.' },
  INVALID_INPUT: { en: 'Check what you entered and try again.', ko: '입력한 내용을 확인하고 다시 시도해 주세요.' },
  CONFLICT: {
    en: 'This was changed elsewhere. Reload and try again.',
    ko: '다른 곳에서 바뀌었어요. 새로 고친 뒤 다시 시도해 주세요.',
  },
  RATE_LIMITED: {
    en: 'Too many requests. Wait a moment and try again.',
    ko: '요청이 너무 많아요. 잠시 뒤에 다시 시도해 주세요.',
  },
  INSUFFICIENT_CREDITS: { en: 'You do not have enough credits.', ko: '크레딧이 부족해요.' },
  QUOTA_EXCEEDED: { en: 'Your storage is full.', ko: '저장 공간이 가득 찼어요.' },
  QUEUE_FULL: {
    en: 'The queue is full. Try again shortly.',
    ko: '대기열이 가득 찼어요. 잠시 뒤에 다시 시도해 주세요.',
  },
  TIER_LIMIT: { en: 'Your plan does not include this.', ko: '지금 요금제에서는 쓸 수 없어요.' },
  UNSUPPORTED_MEDIA: { en: 'This kind of file is not supported.', ko: '지원하지 않는 파일 형식이에요.' },
  TOO_LARGE: { en: 'This is too large.', ko: '크기가 너무 커요.' },
  CHECKSUM_MISMATCH: {
    en: 'The file does not match what was announced. Upload it again.',
    ko: '파일이 알려 준 내용과 달라요. 다시 올려 주세요.',
  },
  UPLOAD_MISSING: {
    en: 'The file has not arrived yet. Upload it first.',
    ko: '파일이 아직 도착하지 않았어요. 먼저 올려 주세요.',
  },
  EXPIRED: { en: 'This has expired. Start again.', ko: '만료되었어요. 처음부터 다시 시작해 주세요.' },
  ALREADY_FINISHED: { en: 'This has already finished.', ko: '이미 끝났어요.' },
  ENGINE_UNAVAILABLE: { en: 'This engine is not available right now.', ko: '지금은 이 엔진을 쓸 수 없어요.' },
  DUPLICATE_REQUEST: { en: 'This request was already made.', ko: '이미 보낸 요청이에요.' },
};

/** The sentence for a refusal in the viewer's language. */
export function localise(refusal: Refusal, locale: Locale, catalog: MessageCatalog): string {
  const sentence = (catalog[refusal.reason] ?? FALLBACK[refusal.code])[locale];
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = refusal.params?.[name];
    return value === undefined ? whole : typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

/** Turns a refusal into the `Refusal` member of a mutation's result union. */
export function toRefusalPayload(refusal: Refusal, locale: Locale, catalog: MessageCatalog): RefusalPayload {
  return {
    __typename: 'Refusal',
    code: refusal.code,
    message: localise(refusal, locale, catalog),
    path: refusal.path ?? null,
    retryAfterMs: refusal.retryAfterMs ?? null,
  };
}
