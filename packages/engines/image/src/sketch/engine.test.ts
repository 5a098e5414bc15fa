import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { describeImageEngine } from '../../testing/index.ts';
import type { ImageRequest } from '../contract.ts';
import { createSketchEngine } from './engine.ts';

const ask = (changes: Partial<ImageRequest> = {}): ImageRequest => ({
  prompt: 'three trees',
  width: 256,
  height: 256,
  seed: 1,
  steps: 4,
  task: 'TEXT_TO_IMAGE',
  ...changes,
});

describeImageEngine('Sketch', () => ({ engine: createSketchEngine({ threads: 2 }) }));

describe('Sketch', () => {
  const engine = createSketchEngine({ threads: 1, queueMax: 2 });
  afterAll(() => engine.close());

  it('says in its model entry and in every file that it is no neural model', async () => {
    const [model] = engine.models();
    expect(model).toMatchObject({ id: 'sketch-1', neural: false });
    expect(model?.description).toContain('No neural network');
    const { bytes, metadata } = await engine.run(ask());
    expect(metadata).toMatchObject({ neural: false, software: 'Modu Sketch (not a neural model)' });
    expect((await sharp(bytes).metadata()).exif?.toString('latin1')).toContain('Modu Sketch (not a neural model)');
  });

  it('writes nothing of the request into the file, which may be shared without its prompt', async () => {
    const request = ask({ prompt: 'a lighthouse', seed: 987_654_321 });
    const { bytes } = await engine.run(request);
    const file = Buffer.from(bytes).toString('latin1');
    for (const secret of [String(request.seed), 'lighthouse', 'seed', 'steps']) expect(file).not.toContain(secret);
    const { exif } = await sharp(bytes).metadata();
    // The tag ImageDescription, in either order of bytes.
    for (const tag of ['010e0002', '0e010200']) expect(exif?.toString('hex')).not.toContain(tag);
  });

  it('tells which words it understood and which it did not', async () => {
    const { metadata } = await engine.run(
      ask({ prompt: 'two cats and a flumph by the sea, watercolor', negativePrompt: 'clouds' }),
    );
    expect(metadata['understood']).toEqual(
      expect.arrayContaining([
        { word: 'cats', as: 'thing: cat' },
        { word: 'sea', as: 'place: sea' },
      ]),
    );
    expect(metadata).toMatchObject({ unknownWords: ['flumph'], leftOut: ['clouds'], style: 'watercolour' });
  });

  it('keeps the serving thread free while it paints', async () => {
    let longestMs = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
    }, 5);
    const run = engine.run(ask({ width: 512, height: 512 }));
    last = performance.now();
    const { metadata } = await run;
    clearInterval(beat);
    expect(longestMs).toBeLessThan(Number(metadata['elapsedMs']));
  });

  /** Lets runs go that were let in: what is asked of them is that they were. */
  const letIn = async (count: number) => {
    const abort = new AbortController();
    const runs = Array.from({ length: count }, (_, seed) => engine.run(ask({ seed }), { signal: abort.signal }));
    const ends = Promise.allSettled(runs);
    await expect(engine.run(ask())).rejects.toMatchObject({ code: 'BUSY', retryable: true });
    abort.abort();
    return (await ends).map((end) => (end.status === 'rejected' ? (end.reason as Error).name : 'painted'));
  };

  it('turns work away when its queue is full, and says that it may be tried again', async () => {
    expect(await letIn(3)).toEqual(['AbortError', 'AbortError', 'AbortError']);
    await vi.waitFor(async () => expect(await engine.run(ask())).toMatchObject({ width: 256 }));
  });

  it('gives up the place of a waiting run that is aborted', async () => {
    const abort = new AbortController();
    const first = engine.run(ask());
    const waiting = engine.run(ask({ seed: 2 }), { signal: abort.signal });
    abort.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await first;
    expect(await letIn(3)).toEqual(['AbortError', 'AbortError', 'AbortError']);
  });
});

describe('Sketch at its end', () => {
  it('stops a run that passes its deadline', async () => {
    const engine = createSketchEngine({ threads: 1, runTimeoutMs: 60 });
    await expect(engine.run(ask({ width: 768, height: 768, steps: 100 }))).rejects.toMatchObject({
      code: 'TIMED_OUT',
      retryable: true,
    });
    await engine.close();
  });

  it('lets nothing in after it was closed, and stops what is under way', async () => {
    const engine = createSketchEngine({ threads: 1 });
    const running = engine.run(ask({ width: 1024, height: 1024, steps: 100 })).catch((error: unknown) => error);
    await sleep(200);
    await engine.close();
    expect(await running).toMatchObject({ code: 'CLOSED' });
    await expect(engine.run(ask())).rejects.toMatchObject({ code: 'CLOSED', retryable: false });
  });
});
