import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { isId } from '@modu/ids';
import { isPlainLine, isPlainText } from '@modu/plain-text';
import { z } from 'zod';

const TITLE_LENGTH_MAX = 200;
const NOTE_LENGTH_MAX = 5_000;
const TAG_LENGTH_MAX = 50;
const TAGS_MAX = 50;
export const IDS_MAX = 1_000;

const written = (lengthMax: number, isPlain: (text: string) => boolean) =>
  z
    .string()
    .transform((value) => value.normalize('NFC').trim())
    .refine((value) => value.length <= lengthMax && isPlain(value));

const emptyIsNone = (value: string | null | undefined) => (value === '' ? null : value);

const tag = written(TAG_LENGTH_MAX, isPlainLine).transform((value) => value.toLowerCase());
const tagList = z
  .array(tag)
  .transform((tags) => [...new Set(tags.filter((one) => one !== ''))])
  .refine((tags) => tags.length <= TAGS_MAX);

const changes = z.object({
  title: written(TITLE_LENGTH_MAX, isPlainLine).nullish().transform(emptyIsNone),
  note: written(NOTE_LENGTH_MAX, isPlainText).nullish().transform(emptyIsNone),
  tags: tagList.nullish().transform((tags) => (tags === null ? [] : tags)),
});

/** What is to be said of each field. */
const REASONS: Readonly<Record<string, string>> = { title: 'image.title', note: 'image.note', tags: 'image.tags' };

/** What changes in a picture; `undefined` stays as it is, `null` is emptied. */
export type ImageChanges = z.output<typeof changes>;

/** Checks `UpdateImageInput`; a refusal names the first field that is wrong. */
export function parseImageChanges(input: unknown): ImageChanges | Refusal {
  const parsed = changes.safeParse(input);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? '');
  return refuse('INVALID_INPUT', REASONS[field] ?? 'image.input', { path: ['input', field], params: { field } });
}

/** Tags to put on and take off many pictures. */
export interface TagChanges {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

/** Checks the tags of a bulk change. */
export function parseTagChanges(input: {
  add?: readonly string[] | null;
  remove?: readonly string[] | null;
}): TagChanges | Refusal {
  const add = tagList.safeParse(input.add ?? []);
  if (!add.success) return refuse('INVALID_INPUT', 'image.tags', { path: ['add'] });
  const remove = tagList.safeParse(input.remove ?? []);
  if (!remove.success) return refuse('INVALID_INPUT', 'image.tags', { path: ['remove'] });
  return { add: add.data, remove: remove.data };
}

/** Ids of a bulk change, each once: bounded, and without those that can't be ids. */
export function parseIds(ids: readonly string[], path = 'ids'): readonly string[] | Refusal {
  if (ids.length === 0 || ids.length > IDS_MAX) {
    return refuse('INVALID_INPUT', 'images.ids', { path: [path], params: { max: IDS_MAX } });
  }
  return [...new Set(ids.filter(isId).map((id) => id.toLowerCase()))];
}
