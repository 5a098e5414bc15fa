import { describe, expect, it, vi } from 'vitest';
import { createEnginesElsewhere } from '../../testing/engines-elsewhere.ts';
import type { ImageProgress, ImageRequest } from '../contract.ts';

const { kinds } = createEnginesElsewhere();
const request: ImageRequest = { prompt: 'a lake', width: 256, height: 256, seed: 1, steps: 6, task: 'TEXT_TO_IMAGE' };
/** What a socket is closed with when it brings more than it may. */
const TOO_BIG = 1009;

describe.each(kinds)('Previews of %s', (_, open) => {
  it('that trickle and never end delay neither the picture nor the next one', async () => {
    const { server, engine } = await open();
    server.manners.previews = 'trickling';
    const seen: ImageProgress[] = [];

    const result = await engine.run(request, { onProgress: (progress) => seen.push(progress) });

    expect(result).toMatchObject({ width: 256 });
    expect(seen).toMatchObject([{ step: 6, progress: 1 }]);
    expect(await engine.run(request)).toMatchObject({ width: 256 });
  });

  it('that trickle do not delay a cancel', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { previews: 'trickling', stepMs: 200 });
    const abort = new AbortController();
    const run = engine.run({ ...request, steps: 60 }, { signal: abort.signal }).catch((error: unknown) => error);
    await vi.waitFor(() => expect(server.busy()).toBe(1), { timeout: 10_000 });
    await vi.waitFor(() => expect(server.trickles()).toBe(true), { timeout: 10_000 });

    const canceled = performance.now();
    abort.abort();
    expect(await run).toMatchObject({ name: 'AbortError' });
    expect(performance.now() - canceled).toBeLessThan(1_000);
    await vi.waitFor(() => expect(server.busy()).toBe(0));
  });

  it('that are huge are cut off before they are held, and the picture comes without them', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { previews: 'huge', stepMs: 60 });
    const seen: ImageProgress[] = [];

    const result = await engine.run(request, { onProgress: (progress) => seen.push(progress) });

    expect(result).toMatchObject({ width: 256 });
    expect(seen.at(-1)).toMatchObject({ step: 6, progress: 1 });
    for (const { preview = '' } of seen) expect(preview.length).toBeLessThanOrEqual(6 * 1024);
    await vi.waitFor(() => expect(server.cutOff).toContain(TOO_BIG));
  });
});
