import type { z } from 'zod';

/** A named stream of messages of one shape. Declared once, in the contracts of the domain that publishes on it. */
export interface Channel<Schema extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly schema: Schema;
}

/** Messages are JSON of at most this many bytes: PostgreSQL's NOTIFY takes less than 8 000. */
export const MESSAGE_BYTES_MAX = 7_900;

export type Unsubscribe = () => Promise<void>;

/**
 * Fire-and-forget messages between modules, in this process or across many. Order is kept per channel and publisher; a
 * message that nobody listens to is gone. What must not be lost is a task, not a message.
 */
export interface Bus {
  /**
   * @throws BusError when the message does not fit its schema or is larger than `MESSAGE_BYTES_MAX`, or when other processes could not
   * be told; listeners of this one may have heard it then.
   */
  publish<Schema extends z.ZodType>(channel: Channel<Schema>, message: z.input<Schema>): Promise<void>;
  /** Messages that do not fit the schema are dropped and logged: they come from another version of us. */
  subscribe<Schema extends z.ZodType>(
    channel: Channel<Schema>,
    listener: (message: z.output<Schema>) => void,
  ): Promise<Unsubscribe>;
  /**
   * Tells when the connection was lost and is back: what was published in between never came. Whoever must not miss anything
   * reads it anew then. Returns how to stop listening.
   */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}

export function defineChannel<Schema extends z.ZodType>(name: string, schema: Schema): Channel<Schema> {
  return { name, schema };
}
