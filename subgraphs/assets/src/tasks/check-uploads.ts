import type { Logger } from '@modu/logger';
import type { AssetsDeps } from '../operations/deps.ts';
import { checkNextUpload } from '../operations/check-uploads.ts';
import type { Lane } from '../store/due-store.ts';
import { keepWorking } from './keep-working.ts';
import type { WorkLoop } from './keep-working.ts';

/** Checks uploads that wait in SCANNING, of a lane one after the other, in as many processes as run. */
export function keepChecking(deps: AssetsDeps, lane: Lane, logger: Logger): WorkLoop {
  return keepWorking({
    work: () => checkNextUpload(deps, lane, logger),
    ear: deps.checkBell.listen(),
    logger,
    name: `checking uploads, ${lane}`,
  });
}
