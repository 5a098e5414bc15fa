import { describe, expect, it, vi } from 'vitest';
import { createEnginesElsewhere } from '../../testing/engines-elsewhere.ts';
import type { ImageEngine, ImageRequest } from '../contract.ts';

const { openComfy, kinds } = createEnginesElsewhere();
/** With ours as many as InvokeAI takes. */
const OTHERS = 9_999;
const request: ImageRequest = { prompt: 'a lake', width: 256, height: 256, seed: 1, steps: 4, task: 'TEXT_TO_IMAGE' };

/** A run that waits behind all the others, and what is told of its place. */
function begin(engine: ImageEngine) {
  const places: number[] = [];
  const abort = new AbortController();
  const options = { signal: abort.signal, onWaiting: (ahead: number) => places.push(ahead) };
  const run = engine.run(request, options).catch((error: unknown) => error);
  return { places, abort, run };
}

const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 20 });

describe.each(kinds)('A queue of 10 000 at %s', (_, open) => {
  it('is not fetched to know our place in it, and our picture comes when it is our turn', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { othersWaiting: OTHERS, othersStay: true });
    const { places, run } = begin(engine);
    await until(() => expect(places).toEqual([OTHERS]));
    const before = server.traffic().paths.length;
    await until(() => expect(server.traffic().paths.length).toBeGreaterThan(before + 30));

    server.letOthersPass(9_000);
    await until(() => expect(places.at(-1)).toBe(OTHERS - 9_000));
    server.letOthersPass(OTHERS - 9_000);
    server.manners.othersStay = false;

    expect(await run).toMatchObject({ width: 256, contentType: 'image/png' });
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(places.at(-1)).toBe(0);
    expect(server.traffic().sentBytes).toBeLessThan(200_000);
  });

  it('is left at once when we do not want ours any more', async () => {
    const { server, engine } = await open();
    Object.assign(server.manners, { othersWaiting: OTHERS, othersStay: true });
    const { places, abort, run } = begin(engine);
    await until(() => expect(places).toEqual([OTHERS]));

    const left = performance.now();
    abort.abort();
    expect(await run).toMatchObject({ name: 'AbortError' });
    expect(performance.now() - left).toBeLessThan(1_000);
    await until(() => expect(server.holdsOurs()).toBe(false));
  });
});

describe('A ComfyUI that can’t be asked for one job', () => {
  it('has its queue searched now and then only, without holding it, and our picture is found', async () => {
    const { server, engine } = await openComfy({ old: true });
    Object.assign(server.manners, { othersWaiting: OTHERS, othersStay: true });
    const { places, run } = begin(engine);
    const searches = () => server.traffic().paths.filter((path) => path === '/queue').length;
    await until(() => expect(searches()).toBeGreaterThanOrEqual(2));
    expect(places).toEqual([OTHERS]);
    expect(server.traffic().paths.length).toBeGreaterThan(searches() * 4);
    // More than an answer that is kept may be.
    expect(server.traffic().sentBytes).toBeGreaterThan(64 * 1024 * 1024);

    server.letOthersPass(OTHERS);
    server.manners.othersStay = false;
    expect(await run).toMatchObject({ width: 256 });
  });

  it('that was restarted has lost our picture, which is seen at the next search', async () => {
    const { server, engine } = await openComfy({ old: true });
    Object.assign(server.manners, { hangs: true });
    const { run } = begin(engine);
    await until(() => expect(server.busy()).toBe(1));
    server.manners.hangs = false;
    await server.restart();

    expect(await run).toMatchObject({ code: 'FAILED', retryable: true });
  });
});
