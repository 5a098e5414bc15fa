import type { z } from 'zod';
import { BusError } from './bus-error.ts';
import { MESSAGE_BYTES_MAX } from './bus.ts';
import type { Channel } from './bus.ts';

/** PostgreSQL cuts identifiers at 63 bytes without a word; with our prefix this is the longest name that stays whole. */
const CHANNEL_NAME = /^[a-z][a-z0-9.-]{0,49}$/;

export function assertChannelName(name: string): void {
  if (!CHANNEL_NAME.test(name)) throw new BusError('INVALID', `"${name}" can't name a channel.`);
}

/** The message as JSON text. @throws BusError INVALID or TOO_LARGE. */
export function encodeMessage<Schema extends z.ZodType>(channel: Channel<Schema>, message: z.input<Schema>): string {
  assertChannelName(channel.name);
  const checked = channel.schema.safeParse(message);
  if (!checked.success) {
    throw new BusError('INVALID', `The message does not fit the channel "${channel.name}".`, { cause: checked.error });
  }
  const text = JSON.stringify(message);
  const bytes = Buffer.byteLength(text);
  if (bytes <= MESSAGE_BYTES_MAX) return text;
  throw new BusError(
    'TOO_LARGE',
    `A message on "${channel.name}" has ${bytes} bytes; at most ${MESSAGE_BYTES_MAX} fit.`,
  );
}
