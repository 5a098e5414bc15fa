import type { Logger } from '@modu/logger';
import type { AssetsDeps } from '../operations/deps.ts';
import { deriveNextPreview } from '../operations/derive-previews.ts';
import type { Lane } from '../store/due-store.ts';
import { keepWorking } from './keep-working.ts';
import type { WorkLoop } from './keep-working.ts';

/** Makes previews of files that have become READY, of a lane one after the other, in as many processes as run. */
export function keepDeriving(deps: AssetsDeps, lane: Lane, logger: Logger): WorkLoop {
  return keepWorking({
    work: () => deriveNextPreview(deps, lane, logger),
    ear: deps.deriveBell.listen(),
    logger,
    name: `making previews, ${lane}`,
  });
}
