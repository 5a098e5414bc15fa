/**
 * ENCRYPTED: needs a password · DAMAGED: broken or cut short · NO_TEXT: pictures of text only · TOO_LARGE: more than is read at
 * once, or a bomb · UNSUPPORTED: no reader for it · TIMED_OUT: took too long · CRASHED: the reader died.
 */
export const READING_CODES = [
  'ENCRYPTED',
  'DAMAGED',
  'NO_TEXT',
  'TOO_LARGE',
  'UNSUPPORTED',
  'TIMED_OUT',
  'CRASHED',
] as const;
export type ReadingCode = (typeof READING_CODES)[number];

/** The document could not be read, and at which page that was found out. */
export class ReadingError extends Error {
  readonly code: ReadingCode;
  readonly page: number | undefined;

  constructor(
    code: ReadingCode,
    message: string,
    { page, cause }: { page?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.name = 'ReadingError';
    this.code = code;
    this.page = page;
  }
}
