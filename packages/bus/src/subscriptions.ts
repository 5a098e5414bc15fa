import type { Logger } from '@modu/logger';
import type { z } from 'zod';
import type { Channel } from './bus.ts';

interface Subscription {
  readonly channel: Channel;
  readonly listener: (message: unknown) => void;
}

/** Who listens to what in this process; every driver hands incoming text to `deliver`. */
export interface Subscriptions {
  add<Schema extends z.ZodType>(subscription: {
    channel: Channel<Schema>;
    listener: (message: z.output<Schema>) => void;
  }): { /** `last`: nobody here listens to the channel any more. */ remove(): { readonly last: boolean } };
  deliver(name: string, text: string): void;
  clear(): void;
}

export function createSubscriptions(logger: Logger): Subscriptions {
  const byName = new Map<string, Set<Subscription>>();

  return {
    add: ({ channel, listener }) => {
      const subscription = { channel, listener: listener as (message: unknown) => void };
      const set = byName.get(channel.name) ?? new Set();
      set.add(subscription);
      byName.set(channel.name, set);
      return {
        remove: () => {
          const removed = set.delete(subscription);
          const last = removed && set.size === 0 && byName.get(channel.name) === set;
          if (last) byName.delete(channel.name);
          return { last };
        },
      };
    },
    deliver: (name, text) => {
      for (const subscription of [...(byName.get(name) ?? [])]) hand(subscription, text, logger);
    },
    clear: () => byName.clear(),
  };
}

/** A message from another version of us, or a listener that fails, must not take the others down. */
function hand({ channel, listener }: Subscription, text: string, logger: Logger): void {
  try {
    const parsed = channel.schema.safeParse(JSON.parse(text));
    if (parsed.success) listener(parsed.data);
    else
      logger.warn(
        { channel: channel.name, issues: parsed.error.issues.slice(0, 3) },
        'a message was dropped: not its shape',
      );
  } catch (error) {
    logger.error({ channel: channel.name, err: error }, 'a listener of the bus failed');
  }
}
