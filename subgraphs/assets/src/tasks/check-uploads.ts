import type { Logger } from '@modu/logger';
import type { AssetsDeps } from '../operations/deps.ts';
import { checkNextUpload } from '../operations/check-uploads.ts';
import { keepWorking } from './keep-working.ts';
import type { WorkLoop } from './keep-working.ts';

/** Checks uploads that wait in SCANNING, one after the other, in as many processes as run. */
export function keepChecking(deps: AssetsDeps, logger: Logger): WorkLoop {
  return keepWorking({
    work: () => checkNextUpload(deps, logger),
    bell: deps.checkBell,
    logger,
    name: 'checking uploads',
  });
}
