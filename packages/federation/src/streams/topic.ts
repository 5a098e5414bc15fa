import type { Outbox } from './outbox.ts';

/** One event of an upstream stream, as its subgraph sent it. */
export interface StreamEvent {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[] | undefined;
}

export interface TopicOptions<Event> {
  /** The event behind which the first client wants to begin, when it says so. */
  readonly after?: unknown;
  /** Opens the upstream, or opens it anew behind the last event that was seen. Throws or ends in an error when it is lost. */
  open(after: unknown, signal: AbortSignal): AsyncIterable<StreamEvent> | Promise<AsyncIterable<StreamEvent>>;
  /** The cursor of an event; `undefined` when the stream has none. */
  cursorOf(event: StreamEvent): unknown;
  /** Makes of an upstream event what clients get. */
  complete(event: StreamEvent, signal: AbortSignal): Promise<Event>;
  /** Told to clients when the upstream could not be opened again. */
  readonly lost: Event;
  onFailure?(error: unknown, failures: number): void;
  onEnd(): void;
  readonly retriesMax?: number;
  readonly pauseMs?: number;
}

/** One upstream subscription and the clients that listen to it. */
export interface Topic<Event> {
  join(outbox: Outbox<Event>): void;
  leave(outbox: Outbox<Event>): void;
}

const RETRIES_MAX = 8;
const PAUSE_MS = 50;
const PAUSE_MS_MAX = 2_000;
/** One for all: an abort without a reason makes an exception with a stack each time. */
const LEFT = new Error('The last client of the stream left.');

/**
 * Runs an upstream until it ends or its last client leaves. Events are completed one after another, so clients see them in
 * order. A lost upstream is opened again behind the last event; what it then repeats is left out.
 */
export function openTopic<Event>(options: TopicOptions<Event>): Topic<Event> {
  const outboxes = new Set<Outbox<Event>>();
  const gone = new AbortController();
  let latest: { readonly event: Event } | undefined;
  let isOver = false;

  const send = (event: Event) => {
    latest = { event };
    for (const outbox of outboxes) outbox.push(event);
  };
  void run(options, { signal: gone.signal, send }).finally(() => {
    isOver = true;
    options.onEnd();
    for (const outbox of outboxes) outbox.end();
  });

  return {
    join: (outbox) => {
      outboxes.add(outbox);
      if (latest) outbox.push(latest.event);
    },
    leave: (outbox) => {
      outboxes.delete(outbox);
      if (outboxes.size > 0) return;
      options.onEnd();
      // Its last client leaves every topic; only an upstream that still runs has anything to be told.
      if (!isOver) gone.abort(LEFT);
    },
  };
}

interface Run<Event> {
  readonly signal: AbortSignal;
  send(event: Event): void;
}

async function run<Event>(options: TopicOptions<Event>, { signal, send }: Run<Event>): Promise<void> {
  let last = options.after;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const event of await options.open(last, signal)) {
        if (signal.aborted) return;
        const cursor = options.cursorOf(event);
        if (wasSeen(cursor, last)) continue;
        const completed = await options.complete(event, signal);
        last = cursor ?? last;
        // Not before: an event that nobody can complete comes again each time its upstream is opened.
        failures = 0;
        send(completed);
      }
      return;
    } catch (error) {
      if (signal.aborted) return;
      options.onFailure?.(error, failures);
      if (failures >= (options.retriesMax ?? RETRIES_MAX)) return send(options.lost);
      const pauseMs = Math.min((options.pauseMs ?? PAUSE_MS) * 2 ** failures, PAUSE_MS_MAX);
      await pause(pauseMs * (0.5 + Math.random()), signal);
    }
  }
}

function wasSeen(cursor: unknown, last: unknown): boolean {
  if (cursor === undefined || cursor === null || last === undefined) return false;
  return cursor === last || (typeof cursor === 'number' && typeof last === 'number' && cursor < last);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
