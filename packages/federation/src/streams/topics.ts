import { createOutbox } from './outbox.ts';
import type { OutboxOptions } from './outbox.ts';
import { openTopic } from './topic.ts';
import type { Topic, TopicOptions } from './topic.ts';

export interface Listening<Event> extends Omit<TopicOptions<Event>, 'onEnd'> {
  /** Clients with equal keys share one upstream; without a key each has its own. */
  readonly key: string | undefined;
  readonly outbox: Omit<OutboxOptions<Event>, 'onClose'>;
  /** Called once when this client left, or its stream ended. */
  onClose?(): void;
}

export interface Topics<Event> {
  listen(listening: Listening<Event>): AsyncIterableIterator<Event>;
  /** How many upstreams are open. */
  count(): number;
}

/** The upstreams that are open, shared between the clients that may share them. */
export function createTopics<Event>(): Topics<Event> {
  const topics = new Map<string, Topic<Event>>();
  let unshared = 0;
  return {
    count: () => topics.size,
    listen: ({ key = `unshared ${unshared++}`, outbox: options, onClose, ...source }) => {
      const forget = () => {
        if (topics.get(key) === topic) topics.delete(key);
      };
      const topic: Topic<Event> = topics.get(key) ?? openTopic({ ...source, onEnd: forget });
      topics.set(key, topic);
      const outbox = createOutbox<Event>({
        ...options,
        onClose: () => {
          topic.leave(outbox);
          onClose?.();
        },
      });
      topic.join(outbox);
      return outbox.events;
    },
  };
}
