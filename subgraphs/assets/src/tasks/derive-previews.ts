import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { AssetsDeps } from '../operations/deps.ts';
import { deriveNextPreview } from '../operations/derive-previews.ts';
import type { Lane } from '../store/due-store.ts';

const LOOK_EVERY_MS = 5_000;

/** Makes previews of files that have become READY, of a lane one after the other, in as many processes as run. */
export function keepDeriving(deps: AssetsDeps, lane: Lane, logger: Logger): Rounds {
  return keepRounds(async () => ((await deriveNextPreview(deps, lane, logger)) ? 0 : undefined), {
    name: `making previews, ${lane}`,
    logger,
    everyMs: LOOK_EVERY_MS,
    ear: deps.deriveBell.listen(),
  });
}
