import { joinWords } from '@modu/engine-image';
import { refuse } from '@modu/errors';
import type { Refusal } from '@modu/errors';
import { readingsOf } from '../domain/readings.ts';
import type { Wording } from '../domain/readings.ts';
import { dressWords } from '../domain/styles.ts';
import type { Model } from '../domain/model.ts';
import type { Words } from '../domain/styles.ts';
import type { Atelier } from './atelier.ts';

/**
 * Words are looked at as the engine will get them, picture by picture, and as they were written, for so they are kept beside the
 * pictures and shown; what is to be left out, too, where the model reads it as part of the prompt. When nobody can say whether they may be used, they are not.
 */
export async function reviewWords(
  { moderator }: Pick<Atelier, 'moderator'>,
  wording: Wording,
  { joinsNegativePrompt }: Pick<Model, 'joinsNegativePrompt'>,
): Promise<Refusal | undefined> {
  const read = (words: Words) => (joinsNegativePrompt && words.negativePrompt ? joinWords(words) : words.prompt);
  const written = dressWords(wording, wording.styleId);
  const texts = new Set([written, ...readingsOf(wording)].map(read));
  texts.delete('');
  if (texts.size === 0) return undefined;
  const verdict = await moderator.review([...texts]).catch(() => 'UNKNOWN' as const);
  if (verdict === 'ALLOWED') return undefined;
  if (verdict === 'REFUSED') return refuse('FORBIDDEN', 'prompt.refused', { path: ['input', 'prompt'] });
  return refuse('ENGINE_UNAVAILABLE', 'moderation.unavailable');
}
