import type { Refusal } from '@modu/errors';
import { charactersOf, isSeen } from '@modu/plain-text';
import type { ImageJob } from '../contracts.ts';
import { indicesOf, pictureOf } from './batch.ts';
import type { ImageTask, Model } from './model.ts';
import { invalid, needsWords } from './request.ts';
import { dressWords, findStyle } from './styles.ts';
import type { Words } from './styles.ts';

/** What decides the words that an engine is given. */
export type Wording = Pick<ImageJob, 'prompt' | 'negativePrompt' | 'styleId' | 'seed' | 'count'>;

/** The words an engine is given for one picture of a job: its reading of the prompt, in the job's style. */
export function readingOf(wording: Omit<Wording, 'count'>, index: number): Words {
  const { negativePrompt, styleId } = wording;
  return dressWords({ prompt: pictureOf(wording, index).prompt, negativePrompt }, styleId);
}

/** The same for each of its pictures. */
export const readingsOf = (wording: Wording): Words[] =>
  indicesOf(wording.count).map((index) => readingOf(wording, index));

/** What an engine would refuse once choices are made and the style is added: looked at before anything is held. */
export function refuseReadings(
  wording: Wording,
  { model, task }: { readonly model: Model; readonly task: ImageTask },
): Refusal | undefined {
  const isBare = (index: number) => !isSeen(pictureOf(wording, index).prompt);
  if (needsWords(task) && indicesOf(wording.count).some(isBare)) return invalid('prompt', 'prompt.emptyReading');
  const max = model.limits.promptCharactersMax;
  for (const words of readingsOf(wording))
    for (const field of ['prompt', 'negativePrompt'] as const)
      if (charactersOf(words[field] ?? '') > max) return tooLong(field, { max, styleId: wording.styleId });
  return undefined;
}

function tooLong(
  field: 'prompt' | 'negativePrompt',
  { max, styleId }: { readonly max: number; readonly styleId: string | null },
): Refusal {
  const style = findStyle(styleId);
  const added = field === 'prompt' ? style?.words : style?.without;
  if (!added) return invalid(field, 'prompt.tooLong', { max });
  return invalid(field, 'prompt.tooLongWithStyle', { max: max - `, ${added}`.length });
}
