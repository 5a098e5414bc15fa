import { createKeptValue, OWN_PREFIX } from '../../../lib/keep/kept-value.ts';
import { NEW_DRAFT, parseDraft } from './draft.ts';
import type { Draft } from './draft.ts';

/** The draft of this browser. Nothing typed is lost on a reload or when a session ends. */
export const keptDraft = createKeptValue<Draft>({ key: `${OWN_PREFIX}draft`, parse: parseDraft });

/** Puts the settings of a picture on the desk, its seed locked, so that the next one starts from it. */
export function draftFromPicture(picture: Partial<Draft>): void {
  keptDraft.set({ ...NEW_DRAFT, ...picture, isSeedLocked: picture.seed !== undefined && picture.seed !== '' });
}
