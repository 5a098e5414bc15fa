import { isRefusal } from '@modu/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../../testing/test-engine.ts';
import { listEngineModels } from '../engine-models.ts';
import { pngSize } from './picture.ts';
import { parseWish, refuseByTerms, refuseModel } from './request.ts';
import type { TextToImageInput } from './request.ts';

const [model] = listEngineModels(createTestEngine());
if (!model) throw new Error('The test engine has a model.');
const parse = (input: Partial<TextToImageInput>) => parseWish({ prompt: 'a cat', ...input }, model);

describe('a wish', () => {
  it('takes what is left out from the model', () => {
    expect(parse({ prompt: '  a cat \n', negativePrompt: ' ', width: null })).toEqual({
      ...{ prompt: 'a cat', negativePrompt: null, seed: null },
      ...{ width: 512, height: 512, steps: 20 },
    });
  });

  it.each([
    [{ prompt: ' \t\n ' }, 'prompt', 'prompt.empty'],
    [{ prompt: '\u200b\u200b' }, 'prompt', 'prompt.empty'],
    [{ prompt: 'x'.repeat(2_001) }, 'prompt', 'prompt.tooLong'],
    [{ negativePrompt: 'x'.repeat(2_001) }, 'negativePrompt', 'prompt.tooLong'],
    [{ width: 513 }, 'width', 'size.step'],
    [{ height: 8 }, 'height', 'size.range'],
    [{ width: 20_000 }, 'width', 'size.range'],
    [{ steps: 0 }, 'steps', 'steps.range'],
    [{ steps: 61 }, 'steps', 'steps.range'],
    [{ seed: -1 }, 'seed', 'seed.range'],
    [{ seed: 1.5 }, 'seed', 'seed.range'],
    [{ seed: 4_294_967_296 }, 'seed', 'seed.range'],
    [{ seed: Number.NaN }, 'seed', 'seed.range'],
    [{ idempotencyKey: '' }, 'idempotencyKey', 'key.length'],
    [{ idempotencyKey: 'k'.repeat(101) }, 'idempotencyKey', 'key.length'],
  ])('is refused with %o', (input, field, reason) => {
    expect(parse(input)).toMatchObject({ code: 'INVALID_INPUT', reason, path: ['input', field] });
  });

  it('is either refused or in range, whatever the numbers', () => {
    const number = fc.oneof(fc.integer(), fc.double(), fc.constantFrom(256, 512, 1_536));
    fc.assert(
      fc.property(number, number, number, fc.string(), (width, height, steps, prompt) => {
        const wish = parse({ width, height, steps, prompt });
        if (isRefusal(wish)) return;
        expect(wish.width % 8 === 0 && wish.width >= 256 && wish.width <= 1_536).toBe(true);
        expect(wish.prompt.trim().length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a plan', () => {
  const terms = { tier: 'FREE', queuedJobsMax: 3, runningJobsMax: 1, imageSidePixelsMax: 768 } as const;

  it('bounds the sides and the models', () => {
    expect(refuseByTerms({ width: 768, height: 768, steps: 1 }, { model, terms })).toBeUndefined();
    const tall = refuseByTerms({ width: 512, height: 1_024, steps: 1 }, { model, terms });
    expect(tall).toMatchObject({ code: 'TIER_LIMIT', path: ['input', 'height'] });
    const dear = { ...model, minimumTier: 'PRO' as const };
    expect(refuseByTerms({ width: 512, height: 512, steps: 1 }, { model: dear, terms })).toMatchObject({
      code: 'TIER_LIMIT',
    });
  });
});

describe('a model', () => {
  it('must exist, know the task and be ready', () => {
    expect(refuseModel(undefined, 'TEXT_TO_IMAGE')).toMatchObject({ code: 'NOT_FOUND' });
    expect(refuseModel(model, 'UPSCALE')).toMatchObject({ code: 'INVALID_INPUT' });
    expect(refuseModel({ ...model, available: false }, 'TEXT_TO_IMAGE')).toMatchObject({ code: 'ENGINE_UNAVAILABLE' });
    expect(refuseModel(model, 'TEXT_TO_IMAGE')).toBeUndefined();
  });
});

describe('bytes', () => {
  it('are a picture only if they begin like one', async () => {
    const request = { prompt: 'x', width: 256, height: 264, seed: 1, steps: 1, task: 'TEXT_TO_IMAGE' as const };
    const { bytes } = await createTestEngine().run(request);

    expect(pngSize(bytes)).toEqual({ width: 256, height: 264 });
    expect(pngSize(bytes.slice(1))).toBeUndefined();
    expect(pngSize(bytes.slice(0, 20))).toBeUndefined();
  });
});
