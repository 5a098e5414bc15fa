import { lettersOf, READABLE, sniff } from '@modu/engine-reading';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';

export interface ReadInput {
  readonly assetId: string;
  readonly language?: string | null;
  /** Pages without text are read from their picture. */
  readonly recognise?: boolean | null;
  /** One that was read from the file before: only its pages without text are paid for. */
  readonly documentId?: string | null;
  readonly idempotencyKey?: string | null;
}

export const DOCUMENT_BYTES_MAX = 200 * 1024 * 1024;
const KEY_CHARS_MAX = 100;

type Field = 'assetId' | 'documentId' | 'language' | 'idempotencyKey';
const about = (field: Field, params: Record<string, string | number> = {}) => ({ path: ['input', field], params });

/** A language tag in its usual spelling; undefined when it is none. */
export function toLanguage(tag: string): string | undefined {
  if (tag.length > 35) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** What is wrong with a wish before its file is looked at. */
export function refuseReadInput({ language, idempotencyKey: key }: ReadInput): Refusal | undefined {
  if (language && !toLanguage(language)) return refuse('INVALID_INPUT', 'language.unknown', about('language'));
  return refuseKey(key);
}

/** An idempotency key is short, if there is one. */
export function refuseKey(key: string | null | undefined): Refusal | undefined {
  if (key === null || key === undefined || (key.length > 0 && key.length <= KEY_CHARS_MAX)) return undefined;
  return refuse('INVALID_INPUT', 'key.length', about('idempotencyKey', { max: KEY_CHARS_MAX }));
}

/** Whether letters have to be recognised: somebody wants it, or there is nothing else to read in a picture. */
export function mustRecognise(input: ReadInput, { filename, head }: Pick<LookedAt, 'filename' | 'head'>): boolean {
  return input.recognise === true || sniff(head, filename) === 'PICTURE';
}

interface ReadBefore {
  readonly assetId: string;
  readonly state: 'READING' | 'READY';
  readonly pageCount: number | null;
  readonly pagesWithoutText: readonly number[];
}

/** The share of a file that has to be recognised, when it was read before; what was read from another file, or wholly, is refused. */
export function shareToRecognise(input: ReadInput, before: ReadBefore | null): number | Refusal {
  if (before?.assetId !== input.assetId || before.state !== 'READY')
    return refuse('NOT_FOUND', 'document.unknown', about('documentId'));
  const pageCount = before.pageCount ?? 0;
  if (input.recognise !== true || pageCount === 0 || before.pagesWithoutText.length === 0)
    return refuse('INVALID_INPUT', 'document.nothingToRecognise', about('documentId'));
  return before.pagesWithoutText.length / pageCount;
}

/** Letters are recognised in few languages. */
export function refuseLetters({ language }: ReadInput): Refusal | undefined {
  return lettersOf(language ?? null) ? undefined : refuse('INVALID_INPUT', 'language.letters', about('language'));
}

interface LookedAt {
  readonly filename: string;
  readonly sizeBytes: number;
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
}

/** What can be told of a file by its ends: what nobody can read is refused before anything is held. */
export function refuseFile({ filename, sizeBytes, head, tail }: LookedAt): Refusal | undefined {
  const unsupported = (reason: string) => refuse('UNSUPPORTED_MEDIA', reason, about('assetId'));
  if (sizeBytes > DOCUMENT_BYTES_MAX) return refuse('TOO_LARGE', 'source.tooLarge', about('assetId'));
  const look = sniff(head, filename);
  if (look === 'EMPTY') return refuse('INVALID_INPUT', 'source.empty', about('assetId'));
  if (look === 'OLE') return unsupported('source.old');
  if (look === 'HEIC') return unsupported('source.heic');
  if (!READABLE.has(look) && look !== 'ZIP') return unsupported('source.unreadable');
  const isCutShort = look === 'PDF' && tail.length > 0 && !Buffer.from(tail).includes('%%EOF');
  return isCutShort ? unsupported('source.damaged') : undefined;
}
