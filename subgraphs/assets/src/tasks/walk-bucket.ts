import type { Logger } from '@modu/logger';
import type { AssetsDeps } from '../operations/deps.ts';
import { compareBucket, findOpenOrphans, removeOrphans } from '../operations/reconcile-objects.ts';

/**
 * One page of the bucket in each round; a million objects are walked in less than a day. The place is kept in the database: a
 * process that begins goes on where another stopped, and several share the way.
 */
export function createBucketWalk(deps: AssetsDeps, logger: Logger): { step(): Promise<void> } {
  return {
    step: async () => {
      const place = await deps.walks.find();
      const { next, orphans, lost, foreign } = await compareBucket(place.after, deps);
      const open = place.after === undefined ? await findOpenOrphans(deps) : [];
      await deps.orphans.note([...orphans, ...open], deps.now());
      await deps.walks.moveOn(place, next);
      if (lost.length > 0) logger.error({ assetIds: lost }, 'files are READY whose bytes are not in the bucket');
      if (orphans.length + open.length > 0) {
        const keys = [...orphans, ...open].slice(0, 20).map(({ key }) => key);
        logger.warn(
          { orphans: orphans.length, uploads: open.length, foreign, keys },
          'objects without a record were found',
        );
      }
      const removed = await removeOrphans(deps);
      if (removed.length > 0)
        logger.warn({ removed: removed.length, keys: removed.slice(0, 20) }, 'orphans were removed');
    },
  };
}
