import type { Logger } from '@modu/logger';
import type { AssetsDeps } from '../operations/deps.ts';
import { deriveNextPreview } from '../operations/derive-previews.ts';
import { keepWorking } from './keep-working.ts';
import type { WorkLoop } from './keep-working.ts';

/** Makes previews of files that have become READY, one after the other, in as many processes as run. */
export function keepDeriving(deps: AssetsDeps, logger: Logger): WorkLoop {
  return keepWorking({
    work: () => deriveNextPreview(deps, logger),
    bell: deps.deriveBell,
    logger,
    name: 'making previews',
  });
}
