import { isRefusal } from '@modu/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../../testing/test-engine.ts';
import { listEngineModels, listModels } from '../engine-models.ts';
import { pngSize } from './picture.ts';
import { parseWish, refuseByTerms, refuseModel } from './request.ts';
import type { WishInput } from './request.ts';
import { refuseWork, toWork } from './size.ts';
import type { WorkInput } from './size.ts';

const [model] = listEngineModels(createTestEngine());
if (!model) throw new Error('The test engine has a model.');
const task = 'TEXT_TO_IMAGE';
function parse(input: WishInput & WorkInput) {
  const wish = parseWish({ prompt: 'a cat', ...input }, model!, task);
  if (isRefusal(wish)) return wish;
  const work = toWork(input, { model: model!, task });
  return refuseWork(work, model!, task) ?? { ...wish, ...work };
}

it('a model that reads nothing of what to leave out is known as such, and others as ones that do', () => {
  const flux = { ...createTestEngine().models()[0]!, ignoresNegativePrompt: true };
  const [unread] = listModels([{ model: flux, engineName: 'InvokeAI', available: true }]);
  expect([unread, model]).toMatchObject([{ ignoresNegativePrompt: true }, { ignoresNegativePrompt: false }]);
});

describe('a model that takes no steps', () => {
  const remote = createTestEngine()
    .models()
    .map((card) => ({ ...card, id: 'openai:paid', ignoresSteps: true }));
  const states = remote.map((card) => ({ model: card, engineName: 'Images API', available: true }));
  const [fixed] = listModels(states, { minimumTier: 'STARTER' });
  if (!fixed) throw new Error('There is a model.');

  it('counts as its default steps, whatever is asked for, and says that there is nothing to choose', () => {
    expect(fixed.limits).toMatchObject({ stepsMin: 20, stepsMax: 20 });
    for (const steps of [null, 1, 20, 100]) {
      const work = toWork({ width: 512, height: 512, steps }, { model: fixed, task });
      expect([work.steps, refuseWork(work, fixed, task)]).toEqual([20, undefined]);
    }
  });

  it('is for the plans that the studio pays it for; what is built in is for all', () => {
    const terms = { tier: 'FREE' as const, queuedJobsMax: 1, runningJobsMax: 1, imageSidePixelsMax: 1_024 };
    const work = toWork({}, { model: fixed, task });
    expect(refuseByTerms(work, { model: fixed, terms })).toMatchObject({ code: 'TIER_LIMIT' });
    expect(refuseByTerms(work, { model: fixed, terms: { ...terms, tier: 'STARTER' } })).toBeUndefined();
    const offer = { builtInIds: new Set(['openai:paid']), minimumTier: 'STARTER' as const };
    expect(listModels(states, offer)).toMatchObject([{ minimumTier: 'FREE' }]);
  });
});

describe('a wish', () => {
  it('takes what is left out from the model', () => {
    expect(parse({ prompt: '  a cat \n', negativePrompt: ' ', width: null })).toEqual({
      ...{ prompt: 'a cat', negativePrompt: null, seed: null, styleId: null, strength: null, factor: null },
      ...{ width: 512, height: 512, steps: 20, count: 1 },
    });
  });

  it('counts characters as its writer does: an emoji is one', () => {
    const waves = '🌊'.repeat(2_000);
    expect(parse({ prompt: waves, negativePrompt: waves })).toMatchObject({ prompt: waves, negativePrompt: waves });
  });

  it.each([
    [{ prompt: ' \t\n ' }, 'prompt', 'prompt.empty'],
    [{ prompt: '\u200b\u200b' }, 'prompt', 'prompt.empty'],
    [{ prompt: '🌊'.repeat(2_001) }, 'prompt', 'prompt.tooLong'],
    [{ prompt: 'x'.repeat(2_001) }, 'prompt', 'prompt.tooLong'],
    [{ negativePrompt: 'x'.repeat(2_001) }, 'negativePrompt', 'prompt.tooLong'],
    [{ prompt: 'a cat\0' }, 'prompt', 'prompt.characters'],
    [{ prompt: 'a bell\u0007' }, 'prompt', 'prompt.characters'],
    [{ prompt: 'half of a smile \ud83d' }, 'prompt', 'prompt.characters'],
    [{ negativePrompt: '\ude00' }, 'negativePrompt', 'prompt.characters'],
    [{ width: 513 }, 'width', 'size.step'],
    [{ height: 8 }, 'height', 'size.range'],
    [{ width: 20_000 }, 'width', 'size.range'],
    [{ steps: 0 }, 'steps', 'steps.range'],
    [{ steps: 61 }, 'steps', 'steps.range'],
    [{ seed: -1 }, 'seed', 'seed.range'],
    [{ seed: 1.5 }, 'seed', 'seed.range'],
    [{ seed: 4_294_967_296 }, 'seed', 'seed.range'],
    [{ seed: Number.NaN }, 'seed', 'seed.range'],
    [{ count: 0 }, 'count', 'count.range'],
    [{ count: 9 }, 'count', 'count.range'],
    [{ styleId: 'baroque' }, 'styleId', 'style.unknown'],
    [{ idempotencyKey: '' }, 'idempotencyKey', 'key.length'],
    [{ idempotencyKey: 'k'.repeat(101) }, 'idempotencyKey', 'key.length'],
    [{ idempotencyKey: 'half \ud83d' }, 'idempotencyKey', 'key.length'],
    [{ idempotencyKey: 'turned \u202e' }, 'idempotencyKey', 'key.length'],
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

describe('work on a picture', () => {
  const sized = (
    width: number,
    height: number,
    task: 'IMAGE_TO_IMAGE' | 'UPSCALE' | 'INPAINT',
    input: WorkInput = {},
  ) => toWork(input, { model, task, source: { width, height } });

  it('is as large as the picture, as the model can make it, or so many times larger', () => {
    expect(sized(1_000, 667, 'IMAGE_TO_IMAGE')).toMatchObject({ width: 1_000, height: 664 });
    expect(sized(1_003, 90, 'IMAGE_TO_IMAGE', { width: 512 })).toMatchObject({ width: 512, height: 256 });
    expect(sized(1_003, 90, 'INPAINT', { width: 512 })).toMatchObject({ width: 1_003, height: 90 });
    expect(sized(301, 200, 'UPSCALE', { factor: 4, steps: 60 })).toEqual({
      ...{ width: 1_204, height: 800, steps: 4, count: 1 },
    });
  });

  it('keeps the shape of a picture that the model or the plan does not make so large, or so small', () => {
    const made = (width: number, height: number, sidePixelsMax?: number) => {
      const work = toWork({}, { model, task: 'IMAGE_TO_IMAGE', source: { width, height }, sidePixelsMax });
      return [work.width, work.height];
    };
    expect(made(4_032, 3_024)).toEqual([1_536, 1_152]);
    expect(made(4_032, 3_024, 768)).toEqual([768, 576]);
    expect(made(3_024, 4_032, 1_024)).toEqual([768, 1_024]);
    expect(made(100, 80)).toEqual([320, 256]);
    expect(made(9_000, 90)).toEqual([1_536, 256]);
    expect(made(400, 300, 770)).toEqual([400, 304]);
    expect(made(2_000, 2_000, 770)).toEqual([768, 768]);
  });

  it('of any picture can be done by the model, and by the plan where it allows what the model makes', () => {
    const side = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 256, max: 4_096 }), (width, height, sidePixelsMax) => {
        const task = 'IMAGE_TO_IMAGE';
        const work = toWork({}, { model, task, source: { width, height }, sidePixelsMax });
        expect(refuseWork(work, model, task)).toBeUndefined();
        expect(Math.max(work.width, work.height)).toBeLessThanOrEqual(sidePixelsMax);
      }),
    );
  });

  it('is refused when its result would be too large, or the picture is too small', () => {
    const refusal = (width: number, height: number, task: 'UPSCALE' | 'INPAINT') =>
      refuseWork(sized(width, height, task), model, task);
    expect(refusal(1_536, 1_000, 'UPSCALE')).toBeUndefined();
    expect(refusal(1_537, 1_000, 'UPSCALE')).toMatchObject({ reason: 'size.range', path: ['input', 'width'] });
    expect(refusal(1_537, 1_000, 'INPAINT')).toMatchObject({ reason: 'size.range' });
    expect(refusal(300, 15, 'INPAINT')).toMatchObject({ path: ['input', 'height'] });
  });

  it('needs no words where the task does without, and takes a strength and a factor in range only', () => {
    expect(parseWish({}, model, 'UPSCALE')).toMatchObject({ prompt: '', factor: 2, strength: null });
    expect(parseWish({}, model, 'INPAINT')).toMatchObject({ prompt: '', strength: 0.6 });
    expect(parseWish({}, model, 'IMAGE_TO_IMAGE')).toMatchObject({ reason: 'prompt.empty' });
    for (const strength of [-0.1, 1.1, Number.NaN])
      expect(parseWish({ prompt: 'x', strength }, model, 'IMAGE_TO_IMAGE')).toMatchObject({ reason: 'strength.range' });
    for (const factor of [0, 1, 3, 8])
      expect(parseWish({ factor }, model, 'UPSCALE')).toMatchObject({ reason: 'factor.choice' });
    expect(parseWish({ count: 2 }, model, 'UPSCALE')).toMatchObject({ reason: 'count.range' });
  });
});

describe('a plan', () => {
  const terms = { tier: 'FREE', queuedJobsMax: 3, runningJobsMax: 1, imageSidePixelsMax: 768 } as const;

  it('bounds the sides and the models', () => {
    expect(refuseByTerms({ width: 768, height: 768, steps: 1 }, { model, terms })).toBeUndefined();
    const tall = refuseByTerms({ width: 512, height: 1_024, steps: 1 }, { model, terms });
    expect(tall).toMatchObject({ code: 'TIER_LIMIT', path: ['input', 'height'] });
    const enlarged = { width: 1_536, height: 800, steps: 4 };
    expect(refuseByTerms(enlarged, { model, terms, task: 'UPSCALE' })).toBeUndefined();
    expect(refuseByTerms({ ...enlarged, width: 1_540 }, { model, terms, task: 'UPSCALE' })).toMatchObject({
      code: 'TIER_LIMIT',
    });
    const dear = { ...model, minimumTier: 'PRO' as const };
    expect(refuseByTerms({ width: 512, height: 512, steps: 1 }, { model: dear, terms })).toMatchObject({
      code: 'TIER_LIMIT',
    });
  });
});

describe('a model', () => {
  it('must exist, know the task and be ready', () => {
    expect(refuseModel(undefined, 'TEXT_TO_IMAGE')).toMatchObject({ code: 'NOT_FOUND' });
    expect(refuseModel({ ...model, tasks: ['TEXT_TO_IMAGE'] }, 'UPSCALE')).toMatchObject({ code: 'INVALID_INPUT' });
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
