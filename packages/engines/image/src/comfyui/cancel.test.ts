import { describe, expect, it, vi } from 'vitest';
import { createEnginesElsewhere } from '../../testing/engines-elsewhere.ts';
import type { ImageEngine, ImageProgress, ImageRequest } from '../contract.ts';

const { openComfy } = createEnginesElsewhere();
const request: ImageRequest = { prompt: 'a lake', width: 256, height: 256, seed: 1, steps: 4, task: 'TEXT_TO_IMAGE' };

/** A run that can be canceled, and what is told of it. */
function begin(engine: ImageEngine) {
  const abort = new AbortController();
  const seen: ImageProgress[] = [];
  const options = { signal: abort.signal, onProgress: (progress: ImageProgress) => seen.push(progress) };
  return { abort, seen, run: engine.run(request, options).catch((error: unknown) => error) };
}
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

describe.each([
  ['of today', false],
  ['from before it could be asked for one job', true],
])('A ComfyUI %s', (_, old) => {
  it('makes the picture of one to its end when another, who waits behind it, cancels', async () => {
    const { server, engine } = await openComfy({ old });
    Object.assign(server.manners, { hangs: true });
    const first = begin(engine);
    await until(() => expect(server.busy()).toBe(1));
    const second = begin(engine);
    await until(() => expect(server.busy()).toBe(2));

    second.abort.abort();
    expect(await second.run).toMatchObject({ name: 'AbortError' });
    await until(() => expect(server.busy()).toBe(1));
    server.manners.hangs = false;

    expect(await first.run).toMatchObject({ width: 256, contentType: 'image/png' });
  });

  it('stops the picture that runs when that is the one canceled', async () => {
    const { server, engine } = await openComfy({ old });
    Object.assign(server.manners, { hangs: true });
    const { abort, run } = begin(engine);
    await until(() => expect(server.busy()).toBe(1));

    abort.abort();

    expect(await run).toMatchObject({ name: 'AbortError' });
    await until(() => expect(server.busy()).toBe(0));
  });

  it('tells of each step, whoever gave the prompt its id', async () => {
    const { server, engine } = await openComfy({ old });
    server.manners.stepMs = 40;
    const { seen, run } = begin(engine);

    expect(await run).toMatchObject({ width: 256 });
    expect(seen.length).toBeGreaterThan(1);
  });
});
