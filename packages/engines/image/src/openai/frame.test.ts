import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { discMask, openOpenaiServer } from '../../testing/index.ts';
import type { ImageRequest } from '../contract.ts';
import { createOpenaiEngine } from './engine.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A service that gives what it was sent, in the size that was asked for. */
async function openEcho(model: string) {
  const server = await openOpenaiServer();
  Object.assign(server.state, { models: [model], echoes: true });
  const engine = createOpenaiEngine({ baseUrl: server.url, key: 'secret' });
  closers.push(
    () => engine.close(),
    () => server.stop(),
  );
  return engine;
}

/** Each place has a colour of its own, so that what is moved is seen. */
function gradient(width: number, height: number): Promise<Uint8Array> {
  const rgb = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rgb.set([(x * 255) / width, (y * 255) / height, 90], (y * width + x) * 3);
  return sharp(rgb, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

async function farthest(one: Uint8Array, other: Uint8Array): Promise<number> {
  const pixels = (png: Uint8Array) => sharp(png).removeAlpha().raw().toBuffer();
  const [a, b] = await Promise.all([pixels(one), pixels(other)]);
  expect(a.length).toBe(b.length);
  return a.reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}

const SHAPES = [
  [1024, 768],
  [768, 1024],
  [1280, 1024],
  [1023, 517],
  [1536, 256],
  [160, 128],
] as const;

describe.each(['gpt-image-1', 'dall-e-2', 'flux-dev'])('A picture that %s works on', (model) => {
  it.each(SHAPES)('of %i × %i comes back where it was, whatever shape the model makes', async (width, height) => {
    const engine = await openEcho(model);
    const [source, mask] = await Promise.all([gradient(width, height), discMask({ width, height })]);
    const order = { prompt: 'a lake', width, height, seed: 1, steps: 1, source };
    const tasks: ImageRequest[] = [{ ...order, task: 'INPAINT', mask }];
    if (width % 8 === 0 && height % 8 === 0 && height >= 256) tasks.push({ ...order, task: 'IMAGE_TO_IMAGE' });

    for (const request of tasks) {
      const { bytes } = await engine.run(request);
      expect(await farthest(bytes, source)).toBeLessThanOrEqual(4);
    }
  });
});
