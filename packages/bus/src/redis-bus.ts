import type { Logger } from '@modu/logger';
import { Redis } from 'ioredis';
import { BusError } from './bus-error.ts';
import type { Bus } from './bus.ts';
import { assertChannelName, encodeMessage } from './message.ts';
import { createSubscriptions } from './subscriptions.ts';

const PREFIX = 'modu_bus:';
const TIMEOUT_MS = 5_000;
const HEARTBEAT_MS = 10_000;
const PENDING_MAX = 10_000;

interface RedisBusOptions {
  readonly url: string;
  readonly logger: Logger;
  /** How long Redis may take to connect and to answer. */
  readonly timeoutMs?: number;
  /** How often a connection asks whether the other end is still there. */
  readonly heartbeatMs?: number;
}

/** A bus between processes over Redis; ioredis makes lost connections and their subscriptions again by itself. */
export function createRedisBus(options: RedisBusOptions): Bus {
  const subscriptions = createSubscriptions(options.logger);
  const publisher = connect(options);
  const subscriber = connect(options);
  const gaps = new Set<() => void>();
  let isBack = false;
  let pending = 0;
  let closed = false;
  subscriber.on('message', (channel: string, text: string) =>
    subscriptions.deliver(channel.slice(PREFIX.length), text),
  );
  // The first time there is nothing to have missed.
  subscriber.on('ready', () => {
    if (isBack) gaps.forEach((tell) => tell());
    isBack = true;
  });

  return {
    publish: async (channel, message) => {
      if (closed) throw new BusError('CLOSED', 'The bus is closed.');
      const text = encodeMessage(channel, message);
      if (pending >= PENDING_MAX) throw new BusError('OVERLOADED', `${PENDING_MAX} messages wait to be sent.`);
      pending += 1;
      try {
        await publisher.publish(PREFIX + channel.name, text);
      } catch (error) {
        throw new BusError('UNREACHABLE', 'Redis did not take the message.', { cause: error });
      } finally {
        pending -= 1;
      }
    },
    subscribe: async (channel, listener) => {
      if (closed) throw new BusError('CLOSED', 'The bus is closed.');
      assertChannelName(channel.name);
      const { remove } = subscriptions.add({ channel, listener });
      try {
        await subscriber.subscribe(PREFIX + channel.name);
      } catch (error) {
        remove();
        throw new BusError('UNREACHABLE', 'Redis could not be listened to.', { cause: error });
      }
      return async () => {
        if (remove().last) await subscriber.unsubscribe(PREFIX + channel.name);
      };
    },
    onGap: (tell) => {
      gaps.add(tell);
      return () => gaps.delete(tell);
    },
    close: async () => {
      closed = true;
      gaps.clear();
      subscriptions.clear();
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

function connect({ url, logger, timeoutMs = TIMEOUT_MS, heartbeatMs = HEARTBEAT_MS }: RedisBusOptions): Redis {
  const redis = new Redis(url, { connectTimeout: timeoutMs, commandTimeout: timeoutMs, maxRetriesPerRequest: 2 });
  redis.on('error', (error: Error) => logger.warn({ err: error }, 'the connection to Redis broke'));
  const heartbeat = setInterval(() => void ask(redis), heartbeatMs).unref();
  redis.once('end', () => clearInterval(heartbeat));
  return redis;
}

/** A peer that vanished without a word is only noticed by asking. */
async function ask(redis: Redis): Promise<void> {
  if (redis.status !== 'ready') return;
  try {
    await redis.ping();
  } catch {
    // Who broke off by itself meanwhile is on its way back.
    if (redis.status === 'ready') redis.disconnect(true);
  }
}
