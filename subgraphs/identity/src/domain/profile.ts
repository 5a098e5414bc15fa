import { isRefusal, refuse } from '@modu/errors';
import type { Locale, Refusal } from '@modu/errors';
import { isPlainLine } from '@modu/plain-text';

export const LOCALES = ['en', 'ko'] as const satisfies readonly Locale[];

export const NAME_LENGTH_MAX = 80;
/** The longest address that mail can be sent to (RFC 5321, path limit). */
export const EMAIL_LENGTH_MAX = 254;
export const PASSWORD_LENGTH = { min: 10, max: 128 } as const;

/** Whether a password is as long as it must and may be; others are refused before anybody looks further. */
export function isPasswordLength({ length }: string): boolean {
  return length >= PASSWORD_LENGTH.min && length <= PASSWORD_LENGTH.max;
}

export interface ProfileChange {
  readonly displayName?: string | null;
  readonly locale?: string | null;
}

export interface CheckedProfileChange {
  readonly displayName?: string;
  readonly locale?: Locale;
}

/** A name as it is kept: without spaces around it, 1 to 80 characters as people count them, nothing invisible. */
export function parseDisplayName(value: string): string | undefined {
  const name = value.normalize('NFC').trim();
  const length = [...new Intl.Segmenter().segment(name.slice(0, NAME_LENGTH_MAX * 20))].length;
  return length >= 1 && length <= NAME_LENGTH_MAX && name.length <= NAME_LENGTH_MAX * 20 && isPlainLine(name)
    ? name
    : undefined;
}

export function parseLocaleChoice(value: string): Locale | undefined {
  return LOCALES.find((locale) => locale === value);
}

/** What of a change is given, checked; fields that are left out or null stay as they are. */
export function checkProfileChange({ displayName, locale }: ProfileChange): CheckedProfileChange | Refusal {
  const name = typeof displayName === 'string' ? checkName(displayName) : undefined;
  if (isRefusal(name)) return name;
  const language = typeof locale === 'string' ? checkLocale(locale) : undefined;
  if (isRefusal(language)) return language;
  if (name === undefined && language === undefined)
    return refuse('INVALID_INPUT', 'profile.empty', { path: ['input'] });
  return {
    ...(name === undefined ? {} : { displayName: name }),
    ...(language === undefined ? {} : { locale: language }),
  };
}

function checkName(value: string): string | Refusal {
  const params = { max: NAME_LENGTH_MAX };
  return parseDisplayName(value) ?? refuse('INVALID_INPUT', 'profile.name', { path: ['input', 'displayName'], params });
}

function checkLocale(value: string): Locale | Refusal {
  return parseLocaleChoice(value) ?? refuse('INVALID_INPUT', 'profile.locale', { path: ['input', 'locale'] });
}
