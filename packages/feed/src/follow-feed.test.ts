import { createMemoryBus, defineChannel } from '@modu/bus';
import type { Bus } from '@modu/bus';
import { createLogger } from '@modu/logger';
import type { GraphCall, ServiceCaller } from '@modu/network';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { followFeed } from './index.ts';
import type { FeedContract, FollowedFeed } from './index.ts';

const logger = createLogger({ level: 'silent' });
const channel = defineChannel('test.told', z.object({}));

interface Departure {
  readonly sequence: number;
  readonly userId: string;
}

const feed: FeedContract<Departure> = {
  subgraph: 'identity',
  channel,
  readQuery: 'READ',
  items: (data) => data as Departure[],
  confirmMutation: 'CONFIRM',
};

/** A domain that keeps a feed and where its one reader is, two items a page. */
function keeper() {
  const kept: Departure[] = [];
  const state = { through: 0, isDown: false };
  const caller: ServiceCaller = {
    call: async <Data>({ query, variables }: GraphCall) => {
      if (state.isDown) throw new Error('nobody answers');
      if (query === 'CONFIRM') state.through = Math.max(state.through, Number(variables?.['through']));
      const after = Number(variables?.['after'] ?? state.through);
      return kept.filter(({ sequence }) => sequence > after).slice(0, 2) as Data;
    },
  };
  const add = (...userIds: string[]) => {
    for (const userId of userIds) kept.push({ sequence: kept.length + 1, userId });
  };
  return { caller, state, add };
}

let followed: FollowedFeed | undefined;
const buses: Bus[] = [];
afterEach(async () => {
  await followed?.stop();
  await Promise.all(buses.splice(0).map((bus) => bus.close()));
});

const memoryBus = () => {
  const bus = createMemoryBus({ logger });
  buses.push(bus);
  return bus;
};

describe('a service that follows a feed', () => {
  it('catches up at the start, page by page, and goes on when it is woken', async () => {
    const { caller, state, add } = keeper();
    const [bus, seen]: [Bus, string[]] = [memoryBus(), []];
    add('ada', 'bob', 'cem');
    followed = await followFeed({ feed, caller, bus, logger, deal: async ({ userId }) => void seen.push(userId) });
    await vi.waitFor(() => expect(seen).toEqual(['ada', 'bob', 'cem']));
    await vi.waitFor(() => expect(state.through).toBe(3));

    add('dia');
    await bus.publish(channel, {});
    await vi.waitFor(() => expect(seen).toEqual(['ada', 'bob', 'cem', 'dia']));
  });

  it('tries again what failed, confirms nothing past it, and deals with the others meanwhile, once', async () => {
    const { caller, state, add } = keeper();
    const seen: string[] = [];
    let isStuck = true;
    let tries = 0;
    add('ada', 'bob', 'cem', 'dia', 'eda');
    const deal = async ({ userId }: Departure) => {
      if (userId === 'ada') tries += 1;
      if (userId === 'ada' && isStuck) throw new Error('not yet');
      seen.push(userId);
    };
    followed = await followFeed({ feed, caller, bus: memoryBus(), logger, deal, everyMs: 20 });
    await vi.waitFor(() => expect(tries).toBeGreaterThan(2), { timeout: 20_000 });
    expect(seen).toEqual(['bob', 'cem', 'dia', 'eda']);
    expect(state.through).toBe(0);
    isStuck = false;

    await vi.waitFor(() => expect(state.through).toBe(5), { timeout: 20_000 });
    expect(seen).toEqual(['bob', 'cem', 'dia', 'eda', 'ada']);
  });

  it('waits for a domain that is down, and reads when it is back', async () => {
    const { caller, state, add } = keeper();
    const seen: string[] = [];
    add('ada');
    state.isDown = true;
    const deal = async ({ userId }: Departure) => void seen.push(userId);
    followed = await followFeed({ feed, caller, bus: memoryBus(), logger, deal, everyMs: 20 });
    state.isDown = false;

    await vi.waitFor(() => expect(seen).toEqual(['ada']));
  });
});
