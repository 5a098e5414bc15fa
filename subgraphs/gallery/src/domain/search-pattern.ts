import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';

const SEARCH_LENGTH_MAX = 200;

/** What people type is looked for as it is: signs that a LIKE pattern gives a meaning to are escaped. `undefined`: no search. */
export function parseSearch(search: string | null | undefined): string | undefined | Refusal {
  const text = search?.normalize('NFC').trim() ?? '';
  if (text === '') return undefined;
  if (text.length > SEARCH_LENGTH_MAX || text.includes('\0')) {
    return refuse('INVALID_INPUT', 'images.search', { path: ['search'], params: { max: SEARCH_LENGTH_MAX } });
  }
  return text.replace(/[\\%_]/g, '\\$&');
}
