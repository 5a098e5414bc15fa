import type { StudioPicture } from './scene.ts';

const HISTORY_MAX = 12;

/** The prompts of the latest pictures, each once. */
export function promptsOf(pictures: readonly StudioPicture[]): readonly string[] {
  const prompts = pictures.flatMap(({ prompt }) => (prompt === null || prompt.trim() === '' ? [] : [prompt]));
  return [...new Set(prompts)].slice(0, HISTORY_MAX);
}
