import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { GalleryDeps } from '../operations/deps.ts';
import { doChores } from '../operations/do-chores.ts';
import { packNextArchive } from '../operations/pack-archives.ts';

const CHORES_EVERY_MS = 2_000;
const ARCHIVES_EVERY_MS = 5_000;

/** Sees to the bucket. What is broken off is claimed anew when its lease is over. */
export function keepChores(deps: GalleryDeps, { logger }: { readonly logger: Logger }): Rounds {
  return keepRounds(async (signal) => ((await doChores(deps, { logger, signal })) ? 0 : undefined), {
    name: 'seeing to the bucket',
    logger,
    everyMs: CHORES_EVERY_MS,
    ear: deps.choreBell.listen(),
  });
}

/** Packs one archive after the other. What is broken off another process, or the next start, makes anew. */
export function keepPacking(deps: GalleryDeps, { logger }: { readonly logger: Logger }): Rounds {
  return keepRounds(async (signal) => ((await packNextArchive({ deps, logger, signal })) ? 0 : undefined), {
    name: 'packing archives',
    logger,
    everyMs: ARCHIVES_EVERY_MS,
    ear: deps.archiveBell.listen(),
  });
}
