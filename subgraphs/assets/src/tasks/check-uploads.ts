import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { AssetsDeps } from '../operations/deps.ts';
import { checkNextUpload } from '../operations/check-uploads.ts';
import type { Lane } from '../store/due-store.ts';

const LOOK_EVERY_MS = 5_000;

/** Checks uploads that wait in SCANNING, of a lane one after the other, in as many processes as run. */
export function keepChecking(deps: AssetsDeps, lane: Lane, logger: Logger): Rounds {
  return keepRounds(async () => ((await checkNextUpload(deps, lane, logger)) ? 0 : undefined), {
    name: `checking uploads, ${lane}`,
    logger,
    everyMs: LOOK_EVERY_MS,
    ear: deps.checkBell.listen(),
  });
}
