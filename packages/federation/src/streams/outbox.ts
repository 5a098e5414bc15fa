/** What happens when a client reads slower than its stream: keep only the newest, or end the stream and say so. */
export type OverflowPolicy = 'latest' | 'all';

/** The events that wait for one client: bounded, in order. */
export interface Outbox<Event> {
  push(event: Event): void;
  /** Nothing comes after this; what waits is still delivered. */
  end(): void;
  readonly events: AsyncIterableIterator<Event>;
}

export interface OutboxOptions<Event> {
  readonly policy: OverflowPolicy;
  readonly sizeMax: number;
  /** Made when events had to be thrown away under the policy `all`. */
  readonly lagged: Event;
  /** Called once, when the client left or everything was delivered. */
  onClose(): void;
}

export function createOutbox<Event>({ policy, sizeMax, lagged, onClose }: OutboxOptions<Event>): Outbox<Event> {
  let waiting: Event[] = [];
  let ended = false;
  let closed = false;
  let wake: (() => void) | undefined;

  const close = () => {
    if (closed) return;
    closed = true;
    ended = true;
    waiting = [];
    wake?.();
    onClose();
  };

  return {
    push: (event) => {
      if (ended) return;
      if (waiting.length >= sizeMax) {
        waiting = policy === 'latest' ? [] : [lagged];
        ended = policy === 'all';
      }
      if (!ended) waiting.push(event);
      wake?.();
    },
    end: () => {
      ended = true;
      wake?.();
    },
    events: {
      [Symbol.asyncIterator]() {
        return this;
      },
      next: async () => {
        for (;;) {
          const event = waiting.shift();
          if (event !== undefined) return { value: event, done: false };
          if (ended) {
            close();
            return { value: undefined, done: true };
          }
          await new Promise<void>((resolve) => (wake = resolve));
          wake = undefined;
        }
      },
      return: () => {
        close();
        return Promise.resolve({ value: undefined, done: true });
      },
    },
  };
}
