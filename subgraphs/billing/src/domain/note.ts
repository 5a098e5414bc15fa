import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isPlainText } from '@modu/plain-text';

const NOTE_CHARACTERS_MAX = 200;

/** A note for the receipt, cut between characters to what fits; nothing when there is none. */
export function noteOf(note: string | null | undefined): { readonly note?: string } {
  return note ? { note: [...note].slice(0, NOTE_CHARACTERS_MAX).join('') } : {};
}

/** Refuses a note that cannot be kept and shown as it is. */
export function checkNote(note: string | null | undefined, path: readonly string[]): Refusal | undefined {
  return isPlainText(note ?? '') ? undefined : refuse('INVALID_INPUT', 'text.plain', { path });
}
