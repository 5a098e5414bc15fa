import { createHash } from 'node:crypto';
import { readBounded } from '@modu/http-calls';
import type { Logger } from '@modu/logger';

/** Whether a password is on a list of those that have leaked. */
export type IsBreached = (password: string) => Promise<boolean>;

const PREFIX_LENGTH = 5;
const DEADLINE_MS = 1_500;
/** A prefix has some hundred lines of forty characters; padding makes it up to a thousand. */
const ANSWER_BYTES_MAX = 500_000;

/**
 * Asks a list that follows the range search of Pwned Passwords (haveibeenpwned.com/API/v3#SearchingPwnedPasswordsByRange):
 * the first five characters of the SHA-1 go out, all endings with that beginning come back, so nobody learns the password.
 * Answers are padded, so that their length says nothing either; padding has a count of 0. A list that does not answer in time
 * lets the password pass: nobody is locked out for it.
 */
export function createBreachedPasswords(
  { url, logger }: { readonly url: string; readonly logger: Logger },
  deadlineMs: number = DEADLINE_MS,
): IsBreached {
  const base = url.endsWith('/') ? url : `${url}/`;
  return async (password) => {
    const hash = createHash('sha1').update(password).digest('hex').toUpperCase();
    try {
      const response = await fetch(base + hash.slice(0, PREFIX_LENGTH), {
        headers: { 'add-padding': 'true', 'user-agent': 'modu-studio' },
        signal: AbortSignal.timeout(deadlineMs),
        redirect: 'error',
      });
      if (!response.ok) throw new Error(`The list of leaked passwords answered ${response.status}.`);
      const lines = await readBounded(response, { sizeBytesMax: ANSWER_BYTES_MAX });
      return counts(lines.toString('latin1'), hash.slice(PREFIX_LENGTH));
    } catch (error) {
      logger.warn({ err: error }, 'a password was not compared with leaked ones: the list did not answer');
      return false;
    }
  };
}

function counts(text: string, ending: string): boolean {
  return text.split('\n').some((line) => {
    const [found, count] = line.trim().split(':');
    return found?.toUpperCase() === ending && Number(count) > 0;
  });
}
