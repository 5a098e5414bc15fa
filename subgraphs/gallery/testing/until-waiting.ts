import { expect, vi } from 'vitest';
import type { RunningGallery } from './start-gallery.ts';

/**
 * Resolves when so many sessions wait for a lock. Asked outside of any transaction: within one, PostgreSQL goes on telling of
 * the sessions that there were at first.
 */
export function untilWaiting(count: number, { database }: Pick<RunningGallery, 'database'>): Promise<void> {
  return vi.waitFor(
    async () => {
      const [row] = await database.$queryRaw<{ waiting: bigint }[]>`SELECT count(*) AS waiting FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      expect(Number(row?.waiting)).toBe(count);
    },
    { timeout: 60_000, interval: 20 },
  );
}
