import { randomBytes } from 'node:crypto';
import type { Logger } from '@modu/logger';
import type { Bus } from './bus.ts';
import { assertChannelName, encodeMessage } from './message.ts';
import { createPostgresListener } from './postgres-listener.ts';
import { createPostgresPublisher } from './postgres-publisher.ts';
import { createSubscriptions } from './subscriptions.ts';

const PREFIX = 'modu_bus:';
const STAMP_SEPARATOR = ' ';

/**
 * A bus between processes over LISTEN and NOTIFY: one PostgreSQL channel per bus channel. Listeners of the publisher's own process
 * hear at once, whatever becomes of the server; what comes back to it is dropped. Each payload starts with a stamp of its sender,
 * also because PostgreSQL folds equal payloads of one transaction into one. Messages sent while a listener's connection is down are
 * not seen by it.
 */
export function createPostgresBus({ url, logger }: { readonly url: string; readonly logger: Logger }): Bus {
  const subscriptions = createSubscriptions(logger);
  const publisher = createPostgresPublisher({ url, logger });
  const sender = randomBytes(6).toString('base64url');
  let sequence = 0;
  const gaps = new Set<() => void>();
  const listener = createPostgresListener({
    url,
    logger,
    applicationName: 'modu-bus-listen',
    onNotification: (channel, payload) => {
      if (payload.startsWith(sender)) return;
      subscriptions.deliver(channel.slice(PREFIX.length), payload.slice(payload.indexOf(STAMP_SEPARATOR) + 1));
    },
    onReconnect: () => gaps.forEach((tell) => tell()),
  });

  return {
    publish: async (channel, message) => {
      const text = encodeMessage(channel, message);
      queueMicrotask(() => subscriptions.deliver(channel.name, text));
      const stamp = `${sender}${(sequence++).toString(36)}`;
      await publisher.send({ channel: PREFIX + channel.name, payload: stamp + STAMP_SEPARATOR + text });
    },
    subscribe: async (channel, listen) => {
      assertChannelName(channel.name);
      const { remove } = subscriptions.add({ channel, listener: listen });
      try {
        await listener.listen(PREFIX + channel.name);
      } catch (error) {
        remove();
        throw error;
      }
      return async () => {
        if (remove().last) await listener.unlisten(PREFIX + channel.name);
      };
    },
    onGap: (tell) => {
      gaps.add(tell);
      return () => gaps.delete(tell);
    },
    close: async () => {
      gaps.clear();
      subscriptions.clear();
      await Promise.all([publisher.close(), listener.close()]);
    },
  };
}
