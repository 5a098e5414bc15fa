import type { GalleryDeps } from './deps.ts';

const WORDS_AT_ONCE = 100;
const BATCHES_MAX = 50;

/**
 * Takes out words that no picture has any more, so many in a round; the next round goes on. Safe in many processes at once:
 * a crash leaves the notes where they were.
 */
export async function pruneWords(
  { words }: Pick<GalleryDeps, 'words'>,
  { signal }: { readonly signal: AbortSignal },
): Promise<void> {
  for (let batch = 0; batch < BATCHES_MAX && !signal.aborted; batch += 1) {
    if ((await words.prune(WORDS_AT_ONCE)) !== 'MORE') return;
  }
}
