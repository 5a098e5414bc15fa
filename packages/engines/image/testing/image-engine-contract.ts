import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImageEngine, type ImageProgress, type ImageRequest, PREVIEW_CHARS_MAX } from '../src/contract.ts';
import { EngineError } from '../src/engine-error.ts';
import { bombPng, discMask, testPicture } from './pictures.ts';

export interface EngineUnderTest {
  engine: ImageEngine;
  /** Changes to the default request, for engines that can't do 256 × 256 in 6 steps. */
  request?: Partial<ImageRequest>;
  /** False for engines whose hardware doesn't promise equal bytes for equal seeds. */
  deterministic?: boolean;
  /** False for engines that are heard over a network, where a step or a preview may be missed. */
  everyStep?: boolean;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

async function expectPreview(preview: string): Promise<void> {
  expect(preview.length).toBeLessThanOrEqual(PREVIEW_CHARS_MAX);
  const [, base64] = /^data:image\/(?:webp|jpeg);base64,(.+)$/.exec(preview) ?? [];
  const { info } = await sharp(Buffer.from(base64 ?? '', 'base64'))
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect(Math.max(info.width, info.height)).toBeGreaterThanOrEqual(64);
}

const failure = (run: Promise<unknown>): Promise<unknown> =>
  run.then(
    () => expect.unreachable('the run should have failed'),
    (error: unknown) => error,
  );

/** What every image engine must do; each engine's tests call it with the real thing. */
export function describeImageEngine(name: string, makeEngine: () => EngineUnderTest | Promise<EngineUnderTest>): void {
  describe(`${name} keeps the image engine contract`, { timeout: 180_000 }, () => {
    let subject: EngineUnderTest;
    const ask = (changes: Partial<ImageRequest> = {}): ImageRequest => ({
      prompt: 'a red house by a lake',
      width: 256,
      height: 256,
      seed: 7,
      steps: 6,
      task: 'TEXT_TO_IMAGE',
      ...subject.request,
      ...changes,
    });
    beforeAll(async () => void (subject = await makeEngine()));
    afterAll(async () => subject.engine.close());

    describeModels(() => subject);
    describeResults(() => subject, ask);
    describeProgress(() => subject, ask);
    describeAbort(() => subject, ask);
    describeRefusals(() => subject, ask);
    describeEdits(() => subject, ask);
  });
}

type Subject = () => EngineUnderTest;
type Ask = (changes?: Partial<ImageRequest>) => ImageRequest;

function describeModels(subject: Subject): void {
  it('lists models with honest, usable limits', () => {
    const models = subject().engine.models();
    expect(models.length).toBeGreaterThan(0);
    for (const { defaults, limits, tasks, description } of models) {
      expect(tasks.length).toBeGreaterThan(0);
      expect(description.length).toBeGreaterThan(20);
      for (const side of [defaults.width, defaults.height]) {
        expect(side).toBeGreaterThanOrEqual(limits.sidePixelsMin);
        expect(side).toBeLessThanOrEqual(limits.sidePixelsMax);
        expect(side % limits.sideMultiplePixels).toBe(0);
      }
    }
  });
}

function describeResults(subject: Subject, ask: Ask): void {
  it('gives a PNG of exactly the size asked for, with metadata that survives JSON', async () => {
    const request = ask({ width: 320, height: 256 });
    const result = await subject().engine.run(request);
    expect([...result.bytes.subarray(0, 8)]).toEqual(PNG_SIGNATURE);
    const { width, height } = await sharp(result.bytes).metadata();
    expect([width, height, result.width, result.height]).toEqual([320, 256, 320, 256]);
    expect(JSON.parse(JSON.stringify(result.metadata))).toEqual(result.metadata);
    expect(result.metadata).toMatchObject({ seed: request.seed, steps: request.steps });
  });

  it('paints the same picture for the same request and another for another seed or prompt', async () => {
    if (subject().deterministic === false) return;
    const { engine } = subject();
    const [first, again, otherSeed, otherPrompt] = await Promise.all([
      engine.run(ask()),
      engine.run(ask()),
      engine.run(ask({ seed: 8 })),
      engine.run(ask({ prompt: 'a blue boat' })),
    ]);
    expect(Buffer.compare(first.bytes, again.bytes)).toBe(0);
    expect(Buffer.compare(first.bytes, otherSeed.bytes)).not.toBe(0);
    expect(Buffer.compare(first.bytes, otherPrompt.bytes)).not.toBe(0);
  });
}

function describeProgress(subject: Subject, ask: Ask): void {
  it('reports every step in order, with small valid previews and a time left that ends at nought', async () => {
    const seen: ImageProgress[] = [];
    await subject().engine.run(ask(), { onProgress: (progress) => seen.push(progress) });
    const { steps } = ask();
    const shown = seen.map((one) => one.step);
    if (subject().everyStep === false) expect(shown).toEqual([...new Set(shown)].toSorted((a, b) => a - b));
    else expect(shown).toEqual(Array.from({ length: steps }, (_, i) => i + 1));
    expect(seen.every((one) => one.stepsTotal === steps && one.etaMs >= 0)).toBe(true);
    expect(seen.map((one) => one.progress)).toEqual(seen.map((one) => one.progress).toSorted((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ progress: 1, etaMs: 0 });
    const previews = seen.flatMap((one) => (one.preview ? [one.preview] : []));
    for (const preview of previews) await expectPreview(preview);
    if (subject().everyStep === false) return;
    expect(previews.length).toBeGreaterThan(0);
    expect(new Set(previews).size).toBeGreaterThan(1);
  });

  it('does not mix runs that go on at once', async () => {
    const runs = Array.from({ length: 3 }, async (_, i) => {
      const seen: number[] = [];
      const result = await subject().engine.run(ask({ seed: 100 + i, steps: 3 + i }), {
        onProgress: ({ step, stepsTotal }) => seen.push(step, stepsTotal),
      });
      return { seen, seed: result.metadata['seed'] };
    });
    const results = await Promise.all(runs);
    for (const [i, { seen, seed }] of results.entries()) {
      expect(seed).toBe(100 + i);
      if (subject().everyStep === false) expect(new Set(seen.filter((_, n) => n % 2))).toEqual(new Set([3 + i]));
      else expect(seen).toEqual(Array.from({ length: 3 + i }, (_, step) => [step + 1, 3 + i]).flat());
    }
  });
}

function describeAbort(subject: Subject, ask: Ask): void {
  it('stops within a second when aborted under way, stays silent afterwards and takes new work', async () => {
    const { engine } = subject();
    const abort = new AbortController();
    const seen: ImageProgress[] = [];
    let abortedAt = 0;
    const stop = () => {
      abortedAt = performance.now();
      abort.abort();
    };
    const onProgress = (progress: ImageProgress) => {
      seen.push(progress);
      if (progress.step === 2 && subject().everyStep !== false) stop();
    };
    if (subject().everyStep === false) setTimeout(stop, 250);
    const limits = engine.models()[0]?.limits;
    const error = await failure(
      engine.run(ask({ width: 512, height: 512, steps: limits?.stepsMax ?? 50 }), { signal: abort.signal, onProgress }),
    );
    expect(error).toMatchObject({ name: 'AbortError' });
    expect(performance.now() - abortedAt).toBeLessThan(1000);
    const heard = seen.length;
    await engine.run(ask({ steps: 2 }));
    expect(seen.length).toBe(heard);
  });

  it('refuses at once what was aborted beforehand', async () => {
    expect(await failure(subject().engine.run(ask(), { signal: AbortSignal.abort() }))).toMatchObject({
      name: 'AbortError',
    });
  });
}

function describeRefusals(subject: Subject, ask: Ask): void {
  const bad: Record<string, Partial<ImageRequest>> = {
    'an empty prompt': { prompt: '  \n' },
    'a prompt of a megabyte': { prompt: 'sea '.repeat(262_144) },
    'a side that is no multiple of 8': { width: 257 },
    'a side over the limit': { height: 65_536 },
    'no steps': { steps: 0 },
    'a broken seed': { seed: Number.NaN },
    'a task it does not know': { task: 'PAINT_THE_FENCE' as ImageRequest['task'] },
  };
  for (const [what, changes] of Object.entries(bad)) {
    it(`refuses ${what} with a typed error`, async () => {
      const error = await failure(subject().engine.run(ask(changes)));
      expect(error).toBeInstanceOf(EngineError);
      expect(error).toMatchObject({ code: 'INVALID_REQUEST', retryable: false });
    });
  }
}

/** The tasks that work on a picture, for engines that know them. */
function describeEdits(subject: Subject, ask: Ask): void {
  const knows = (task: ImageRequest['task']) => subject().engine.models()[0]?.tasks.includes(task) === true;
  const sizeOf = async (bytes: Uint8Array) => {
    const { width, height, format } = await sharp(bytes).metadata();
    return [format, width, height];
  };

  it('makes a picture from a picture, cropped to the size asked for', async () => {
    if (!knows('IMAGE_TO_IMAGE')) return;
    const source = await testPicture({ width: 400, height: 300 });
    const request = ask({ task: 'IMAGE_TO_IMAGE', source, strength: 0.5, width: 256, height: 320 });
    expect(await sizeOf((await subject().engine.run(request)).bytes)).toEqual(['png', 256, 320]);
  });

  it.each([2, 4] as const)('enlarges a picture %i times, whatever its sides', async (factor) => {
    if (!knows('UPSCALE')) return;
    const source = await testPicture({ width: 131, height: 77 });
    const size = { width: 131 * factor, height: 77 * factor };
    const request = ask({ task: 'UPSCALE', prompt: '', source, factor, ...size, steps: 2 });
    expect(await sizeOf((await subject().engine.run(request)).bytes)).toEqual(['png', size.width, size.height]);
  });

  it('makes a part anew and leaves the rest as it was', async () => {
    if (!knows('INPAINT')) return;
    const size = { width: 160, height: 128 };
    const [source, mask] = await Promise.all([testPicture(size), discMask(size)]);
    const request = ask({ task: 'INPAINT', source, mask, ...size, steps: 3 });
    const { bytes } = await subject().engine.run(request);
    const pixels = (png: Uint8Array) => sharp(png).removeAlpha().raw().toBuffer();
    const [before, after, hole] = await Promise.all([pixels(source), pixels(bytes), pixels(mask)]);
    expect(after.length).toBe(before.length);
    let changed = 0;
    for (let i = 0; i < before.length; i++) {
      const off = Math.abs(after[i]! - before[i]!);
      if (hole[i]! < 8) expect(off).toBeLessThanOrEqual(2);
      else if (off > 2) changed++;
    }
    expect(changed).toBeGreaterThan(100);
  });

  it.each(['IMAGE_TO_IMAGE', 'UPSCALE', 'INPAINT'] as const)(
    'refuses sources for %s that are missing, damaged, no picture, or a bomb',
    async (task) => {
      if (!knows(task)) return;
      const size = { width: 256, height: 256 };
      const whole = await testPicture({ width: 128, height: 128 });
      const damaged = Uint8Array.from(await testPicture(task === 'UPSCALE' ? { width: 128, height: 128 } : size));
      damaged.fill(0x55, Math.floor(damaged.length / 2));
      const rest = { task, factor: 2, mask: await discMask(size), ...size } as const;
      const text = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>');
      for (const source of [undefined, damaged, whole.subarray(0, 40), text, bombPng(20_000)]) {
        const error = await failure(subject().engine.run(ask({ ...rest, ...(source ? { source } : {}) })));
        expect(error).toBeInstanceOf(EngineError);
        expect(error).toMatchObject({ code: 'INVALID_REQUEST', retryable: false });
      }
    },
  );

  it('refuses a mask of another size', async () => {
    if (!knows('INPAINT')) return;
    const size = { width: 256, height: 256 };
    const [source, mask] = await Promise.all([testPicture(size), discMask({ width: 256, height: 248 })]);
    const error = await failure(subject().engine.run(ask({ task: 'INPAINT', source, mask, ...size })));
    expect(error).toMatchObject({ code: 'INVALID_REQUEST', message: expect.stringContaining('mask') as string });
  });
}
