// Tidies and reconciles without a pause, days ahead of time, until it is killed: what the product does by the minute.
import { createLogger } from '@modu/logger';
import { tidyOnce } from '../../../subgraphs/assets/src/tasks/keep-tidy.ts';
import { createBucketWalk } from '../../../subgraphs/assets/src/tasks/walk-bucket.ts';
import { HEALING_AHEAD_MS } from './heal.ts';
import { openAssets } from './open-assets.ts';
import type { AssetServers } from './open-assets.ts';

const servers = JSON.parse(process.env['ASSET_SERVERS'] ?? '{}') as AssetServers;
const clock = { aheadMs: 0 };
const logger = createLogger({ level: 'silent' });
const { deps } = await openAssets(servers, clock);
process.once('SIGTERM', () => process.exit(0));
console.log('MODU READY');
for (;;) {
  for (clock.aheadMs of HEALING_AHEAD_MS) {
    await tidyOnce(deps, logger);
    await createBucketWalk(deps, logger).step();
  }
}
