import { setTimeout as sleep } from 'node:timers/promises';
import { createLogger } from '@modu/logger';
import { describe, expect, it, vi } from 'vitest';
import { createBell, keepRounds } from './index.ts';

const HOUR_MS = 3_600_000;

function listening() {
  const lines: string[] = [];
  return { lines, logger: createLogger({ destination: { write: (line: string) => void lines.push(line) } }) };
}

describe('rounds', () => {
  it('go on after one that failed, which the log names', async () => {
    const { lines, logger } = listening();
    let count = 0;
    const rounds = keepRounds(
      () => {
        count += 1;
        return count === 1 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
      },
      { name: 'emptying the trash', logger, everyMs: 1 },
    );

    await vi.waitFor(() => expect(count).toBeGreaterThan(2));
    await rounds.stop();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('emptying the trash failed');
    expect(lines[0]).toContain('the database is away');
  });

  it('follow one another without a pause while there is more, never two at once', async () => {
    let left = 20;
    let running = 0;
    let most = 0;
    const rounds = keepRounds(
      async () => {
        most = Math.max(most, (running += 1));
        await sleep(1);
        running -= 1;
        left -= 1;
        return left > 0 ? 0 : undefined;
      },
      { name: 'working', logger: listening().logger, everyMs: HOUR_MS },
    );

    await vi.waitFor(() => expect(left).toBe(0));
    await rounds.stop();
    expect(most).toBe(1);
  });

  it('come at once when the bell rings, in every loop that listens, and once more where it rang during a round', async () => {
    const bell = createBell();
    const counts = [0, 0];
    const loops = counts.map((_, loop) =>
      keepRounds(
        () => {
          counts[loop] = (counts[loop] ?? 0) + 1;
          if (counts[loop] === 2) bell.ring();
          return Promise.resolve();
        },
        { name: 'working', logger: listening().logger, everyMs: HOUR_MS, ear: bell.listen() },
      ),
    );
    await vi.waitFor(() => expect(counts).toEqual([1, 1]));

    bell.ring();
    await vi.waitFor(() => expect(Math.min(...counts)).toBeGreaterThanOrEqual(3));
    await Promise.all(loops.map((loop) => loop.stop()));
  });

  it('end in the middle of a round when they are stopped, whose breaking off is no failure', async () => {
    const { lines, logger } = listening();
    let count = 0;
    const rounds = keepRounds(
      (signal) => {
        count += 1;
        return sleep(HOUR_MS, undefined, { signal });
      },
      { name: 'working', logger, everyMs: 1 },
    );
    await vi.waitFor(() => expect(count).toBe(1));

    await rounds.stop();
    await sleep(10);
    expect(count).toBe(1);
    expect(lines).toEqual([]);
  });

  it('wait before the first one where that is asked, and do none when they are stopped before', async () => {
    let count = 0;
    const rounds = keepRounds(() => Promise.resolve(void (count += 1)), {
      name: 'working',
      logger: listening().logger,
      everyMs: 1,
      firstMs: HOUR_MS,
    });

    await rounds.stop();
    expect(count).toBe(0);
  });
});
