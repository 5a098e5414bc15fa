import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { BusError, defineChannel, MESSAGE_BYTES_MAX } from '../src/index.ts';
import type { Bus } from '../src/index.ts';

const schema = z.object({ number: z.int(), text: z.string().optional() });
/** A channel nobody else uses: test files share one server. */
const newChannel = () => defineChannel(`test.${randomUUID()}`, schema);

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof BusError ? error.code : error;
}

/** What every driver must do. `makeBus` is called for two participants; they may be the same bus. */
export function describeBus(makeBuses: () => Promise<{ readonly here: Bus; readonly there: Bus }>): void {
  let here: Bus;
  let there: Bus;

  beforeAll(async () => {
    ({ here, there } = await makeBuses());
  });

  afterAll(() => Promise.all([here.close(), there.close()]));

  it('brings a message to every listener of its channel and to no other', async () => {
    const [channel, other] = [newChannel(), newChannel()];
    const heard: string[] = [];
    await there.subscribe(channel, ({ number }) => heard.push(`there ${number}`));
    await here.subscribe(channel, ({ number }) => heard.push(`here ${number}`));
    await there.subscribe(other, () => heard.push('elsewhere'));

    await here.publish(channel, { number: 7 });

    await vi.waitFor(() => expect(heard.sort()).toEqual(['here 7', 'there 7']));
  });

  it('keeps the order of a publisher, equal messages included', async () => {
    const channel = newChannel();
    const heard: number[] = [];
    await there.subscribe(channel, ({ number }) => heard.push(number));
    const sent = Array.from({ length: 1_000 }, (_, index) => Math.floor(index / 3));

    await Promise.all(sent.map((number) => here.publish(channel, { number })));

    await vi.waitFor(() => expect(heard).toEqual(sent), { timeout: 10_000 });
  });

  it('carries any text up to the limit, and refuses what is larger', async () => {
    const channel = newChannel();
    const heard: (string | undefined)[] = [];
    await there.subscribe(channel, ({ text }) => heard.push(text));
    const frame = JSON.stringify({ number: 1, text: '' }).length;
    const largest = '모두'.repeat(500).padEnd(MESSAGE_BYTES_MAX - frame - 2_000, 'x');

    await here.publish(channel, { number: 1, text: largest });
    const refused = await codeOf(here.publish(channel, { number: 1, text: `${largest}y` }));

    expect(refused).toBe('TOO_LARGE');
    await vi.waitFor(() => expect(heard).toEqual([largest]));
  });

  it('refuses a message that does not fit, and names that cannot be channels', async () => {
    const channel = newChannel();

    expect(await codeOf(here.publish(channel, { number: 'seven' } as never))).toBe('INVALID');
    expect(await codeOf(here.publish(defineChannel("x'; drop", schema), { number: 1 }))).toBe('INVALID');
    expect(await codeOf(here.subscribe(defineChannel('x'.repeat(80), schema), () => undefined))).toBe('INVALID');
  });

  it('drops what another version of us sends, and goes on after a listener that fails', async () => {
    const channel = newChannel();
    const foreign = { name: channel.name, schema: z.object({ other: z.string() }) };
    const heard: number[] = [];
    await there.subscribe(channel, () => {
      throw new Error('this listener is broken');
    });
    await there.subscribe(channel, ({ number }) => heard.push(number));

    await here.publish(foreign, { other: 'version' });
    await here.publish(channel, { number: 2 });

    await vi.waitFor(() => expect(heard).toEqual([2]));
  });

  it('is silent to who has left, and takes them back', async () => {
    const channel = newChannel();
    const heard: string[] = [];
    const leave = await there.subscribe(channel, ({ number }) => heard.push(`first ${number}`));
    await leave();
    await leave();
    await here.publish(channel, { number: 1 });
    await there.subscribe(channel, ({ number }) => heard.push(`again ${number}`));

    await here.publish(channel, { number: 2 });

    await vi.waitFor(() => expect(heard).toEqual(['again 2']));
  });
}
