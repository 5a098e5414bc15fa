import type { Logger } from '@modu/logger';
import { keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { AssetsDeps } from '../operations/deps.ts';
import { deriveNextPreview, makeUpForNextPreview } from '../operations/derive-previews.ts';
import { LANES } from '../store/due-store.ts';

const LOOK_EVERY_MS = 5_000;

/**
 * Makes previews of files that have become READY, of a lane one after the other, and where no new picture waits what older ones lack;
 * in as many processes as run.
 */
export function keepDeriving(deps: AssetsDeps, logger: Logger): Rounds[] {
  const keep = (name: string, next: () => Promise<boolean>) =>
    keepRounds(async () => ((await next()) ? 0 : undefined), {
      ...{ name: `making previews, ${name}`, logger, everyMs: LOOK_EVERY_MS, ear: deps.deriveBell.listen() },
    });
  const lanes = LANES.map((lane) => keep(lane, () => deriveNextPreview(deps, lane, logger)));
  // After one that was let through beside new ones comes a pause, or another new file.
  return [...lanes, keep('OLDER', async () => (await makeUpForNextPreview(deps, logger)) === 'MADE')];
}
