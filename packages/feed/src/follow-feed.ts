import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus, Channel } from '@modu/bus';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';

/** What a domain says in its contracts of a feed: how to read on and how to confirm, as operations of its subgraph. */
export interface FeedContract<Item extends { readonly sequence: number }> {
  readonly subgraph: string;
  /** Says that there is something new, and no more. */
  readonly channel: Channel;
  /**
   * What comes after `$after` (an `Int`), or what the asking service has not confirmed when that is not given: the oldest
   * first, a page at a time; empty when there is no more.
   */
  readonly readQuery: string;
  items(data: unknown): readonly Item[];
  /** `$through`: everything up to this sequence is dealt with. */
  readonly confirmMutation: string;
}

export interface FollowedFeed {
  /** Ends after the item that is being dealt with. */
  stop(): Promise<void>;
}

interface Options<Item extends { readonly sequence: number }> {
  readonly feed: FeedContract<Item>;
  readonly caller: ServiceCaller;
  readonly bus: Bus;
  readonly logger: Logger;
  /** Deals with one item; may be called again for the same. */
  deal(item: Item, signal: AbortSignal): Promise<void>;
  readonly everyMs?: number;
}

const EVERY_MS = 300_000;
/** After a round in which something failed. */
const AGAIN_MS = 15_000;
const CALL_TIMEOUT_MS = 10_000;
/** How many items past one that is stuck are remembered as dealt with; more are dealt with again. */
const REMEMBERED_MAX = 10_000;

/** Follows a feed until it is stopped. Safe in several processes at once: then an item may be dealt with twice. */
export async function followFeed<Item extends { readonly sequence: number }>(
  options: Options<Item>,
): Promise<FollowedFeed> {
  const { feed, bus, logger, everyMs = EVERY_MS } = options;
  const closing = new AbortController();
  const { signal } = closing;
  let woken = new AbortController();
  const wake = () => woken.abort();
  const unsubscribe = await bus.subscribe(feed.channel, wake);
  const stopHearing = bus.onGap(wake);

  const dealtWith = new Set<number>();
  const follow = async () => {
    while (!signal.aborted) {
      woken = new AbortController();
      const isDone = await readOn(options, dealtWith, signal).catch((error: unknown) => {
        logger.debug({ err: error, subgraph: feed.subgraph }, 'a feed could not be read; it is tried again');
        return false;
      });
      const waitMs = isDone ? everyMs : Math.min(AGAIN_MS, everyMs);
      await sleep(waitMs, undefined, { signal: AbortSignal.any([signal, woken.signal]) }).catch(() => undefined);
    }
  };
  const following = follow();
  return {
    stop: async () => {
      closing.abort();
      stopHearing();
      await unsubscribe();
      await following;
    },
  };
}

/**
 * Reads page after page, past what fails as well: one that is stuck keeps nobody else waiting, and those after it are not dealt
 * with again each time it is tried (`dealtWith`). @returns false when something failed.
 */
async function readOn<Item extends { readonly sequence: number }>(
  { feed, caller, logger, deal }: Options<Item>,
  dealtWith: Set<number>,
  signal: AbortSignal,
): Promise<boolean> {
  const { subgraph, readQuery, confirmMutation } = feed;
  let hasFailed = false;
  let after: number | undefined;
  for (;;) {
    const variables = after === undefined ? {} : { after };
    const read = { subgraph, query: readQuery, variables, signal, timeoutMs: CALL_TIMEOUT_MS };
    const items = feed.items(await caller.call(read)).filter(({ sequence }) => sequence > (after ?? -Infinity));
    let through: number | undefined;
    for (const item of items) {
      if (signal.aborted) break;
      try {
        if (!dealtWith.has(item.sequence)) await deal(item, signal);
        if (!hasFailed) through = item.sequence;
        else if (dealtWith.size < REMEMBERED_MAX) dealtWith.add(item.sequence);
      } catch (error) {
        hasFailed = true;
        if (!signal.aborted) logger.warn({ err: error, sequence: item.sequence }, 'an item of a feed is tried again');
      }
    }
    if (through !== undefined) {
      await caller.call({ subgraph, query: confirmMutation, variables: { through }, timeoutMs: CALL_TIMEOUT_MS });
      for (const sequence of dealtWith) if (sequence <= through) dealtWith.delete(sequence);
    }
    if (signal.aborted) return false;
    if (items.length === 0) return !hasFailed;
    after = items.at(-1)?.sequence;
  }
}
