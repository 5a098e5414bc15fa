import { createHash, randomBytes } from 'node:crypto';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isPlainLine } from '@modu/plain-text';
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

const PASSWORD_LENGTH = { min: 4, max: 200 } as const;

/** A password in its one spelling (the same one typed on two systems is the same); `undefined` when it is too long for one. */
export function readPassword(typed: string): string | undefined {
  const password = typed.normalize('NFC');
  return password.length <= PASSWORD_LENGTH.max ? password : undefined;
}

function isNewPassword(typed: string): boolean {
  const password = readPassword(typed);
  return password !== undefined && password.length >= PASSWORD_LENGTH.min && isPlainLine(password);
}

const shareInput = z.object({
  expiresAt: z.date().nullish(),
  password: z.string().refine(isNewPassword).nullish(),
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
  if (field === 'password')
    return refuse('INVALID_INPUT', 'share.passwordRule', { path: ['input', field], params: PASSWORD_LENGTH });
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

/** So long the addresses of pictures work that a link gave out. */
export const SHARED_URL_SECONDS = 300;

/** So long somebody who looked at a board may go on through its pages. */
const VISIT_MS = 30 * 60_000;

/**
 * When a look at a board is over. A link that is used up is gone: whoever took its last look goes on as long as the addresses
 * work that the look was given, and no longer.
 */
export function visitEnd(share: Pick<Share, 'viewLimit' | 'viewCount'>, lookedAt: Date): Date {
  return new Date(lookedAt.getTime() + (isUsedUp(share) ? SHARED_URL_SECONDS * 1_000 : VISIT_MS));
}

/** Whether the link was ended, by its owner or by time. */
export function hasEnded({ revokedAt, expiresAt }: Pick<Share, 'revokedAt' | 'expiresAt'>, now: Date): boolean {
  return revokedAt !== null || (expiresAt !== null && expiresAt <= now);
}

/** Whether the link is over, whatever the password. */
export function isOver(share: Share, now: Date): boolean {
  return hasEnded(share, now) || isUsedUp(share);
}

function isUsedUp({ viewLimit, viewCount }: Pick<Share, 'viewLimit' | 'viewCount'>): boolean {
  return viewLimit !== null && viewCount >= viewLimit;
}
