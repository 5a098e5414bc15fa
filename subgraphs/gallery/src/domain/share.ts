import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { z } from 'zod';

/** A link that shows one picture, or one board, to whoever has it. */
export interface Share {
  readonly id: string;
  /** Either this, */
  readonly imageId: string | null;
  /** or this is what it shows. */
  readonly boardId: string | null;
  readonly ownerId: string;
  readonly passwordHash: string | null;
  readonly expiresAt: Date | null;
  readonly viewLimit: number | null;
  readonly viewCount: number;
  readonly allowDownload: boolean;
  readonly showPrompt: boolean;
  readonly revokedAt: Date | null;
  readonly createdAt: Date;
}

const TOKEN = /^[\w-]{43}$/;

/** 256 bits that nobody guesses. */
export function createToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a token. `undefined` for what can't be one. */
export function hashToken(token: string): string | undefined {
  return TOKEN.test(token) ? createHash('sha256').update(token).digest('hex') : undefined;
}

const shareInput = z.object({
  expiresAt: z.date().nullish(),
  password: z
    .string()
    .min(4)
    .max(200)
    .refine((value) => !value.includes('\0'))
    .nullish(),
  viewLimit: z.number().int().min(1).max(1_000_000).nullish(),
  allowDownload: z.boolean().nullish(),
  showPrompt: z.boolean().nullish(),
});

export interface ShareTerms {
  readonly expiresAt: Date | null;
  readonly password: string | null;
  readonly viewLimit: number | null;
  readonly allowDownload: boolean;
  readonly showPrompt: boolean;
}

/** Checks `ShareInput`; a refusal names the first field that is wrong. */
export function parseShare(input: unknown, now: Date): ShareTerms | Refusal {
  const parsed = shareInput.safeParse(input ?? {});
  const field = parsed.success ? wrongTime(parsed.data.expiresAt, now) : String(parsed.error.issues[0]?.path[0] ?? '');
  if (!parsed.success || field)
    return refuse('INVALID_INPUT', 'share.input', { path: ['input', field ?? ''], params: { field: field ?? '' } });
  const { expiresAt, password, viewLimit, allowDownload, showPrompt } = parsed.data;
  return {
    ...{ expiresAt: expiresAt ?? null, password: password?.normalize('NFC') ?? null, viewLimit: viewLimit ?? null },
    ...{ allowDownload: allowDownload ?? true, showPrompt: showPrompt ?? false },
  };
}

const wrongTime = (expiresAt: Date | null | undefined, now: Date) =>
  expiresAt && expiresAt <= now ? 'expiresAt' : undefined;

/** So many passwords may be tried within the window; then everybody waits for its end. */
export const GUESSES = { max: 8, windowMs: 15 * 60_000 } as const;

/** So long somebody who looked at a board may go on through its pages. */
export const VISIT_MS = 30 * 60_000;

/** Whether the link is over, whatever was looked at. Who looks already may go on when its last view is taken. */
export function hasEnded({ revokedAt, expiresAt }: Pick<Share, 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return revokedAt !== null || (expiresAt !== null && expiresAt <= now);
}

/** Whether the link is over, whatever the password. */
export function isOver(share: Share, now: Date): boolean {
  return hasEnded(share, now) || (share.viewLimit !== null && share.viewCount >= share.viewLimit);
}
