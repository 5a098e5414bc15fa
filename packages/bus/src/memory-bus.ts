import type { Logger } from '@modu/logger';
import { BusError } from './bus-error.ts';
import type { Bus } from './bus.ts';
import { assertChannelName, encodeMessage } from './message.ts';
import { createSubscriptions } from './subscriptions.ts';

/**
 * A bus within one process. Messages go through JSON and arrive after `publish` returned, as they do between processes,
 * so that nothing works here that would fail there.
 */
export function createMemoryBus({ logger }: { readonly logger: Logger }): Bus {
  const subscriptions = createSubscriptions(logger);
  let closed = false;
  const assertOpen = () => {
    if (closed) throw new BusError('CLOSED', 'The bus is closed.');
  };

  return {
    publish: async (channel, message) => {
      assertOpen();
      const text = encodeMessage(channel, message);
      queueMicrotask(() => subscriptions.deliver(channel.name, text));
    },
    subscribe: async (channel, listener) => {
      assertOpen();
      assertChannelName(channel.name);
      const { remove } = subscriptions.add({ channel, listener });
      return async () => void remove();
    },
    onGap: () => () => undefined,
    close: async () => {
      closed = true;
      subscriptions.clear();
    },
  };
}
