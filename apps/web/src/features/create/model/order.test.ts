import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEW_DRAFT, SEED_MAX, parseDraft, parseSeed, rollSeed } from './draft.ts';
import { placeRefusal } from './field-problems.ts';
import { checkDraft, nextOrder, orderOf, priceWish } from './order.ts';

const limits = { promptCharactersMax: 10 };
const draft = { ...NEW_DRAFT, prompt: '감나무' };
const source = (kind: 'image' | 'asset') => ({ kind, id: 's', width: 300, height: 200 });

describe('a draft', () => {
  it('comes back as it was after a reload', () => {
    const kept = {
      ...{ ...draft, steps: 31, seed: '7', isSeedLocked: true, modelId: 'sketch-1', task: 'INPAINT', factor: 4 },
      ...{ source: source('image'), dabs: [{ x: 0.5, y: 0.5, radius: 0.1, erases: false }], count: 3, strength: 10 },
    };
    expect(parseDraft(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it('survives anything that may be stored', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        expect(Object.keys(parseDraft(stored))).toEqual(Object.keys(NEW_DRAFT));
      }),
    );
  });

  it('can be sent when it says something', () => {
    expect(checkDraft(draft, limits)).toBeNull();
    expect(checkDraft({ ...draft, prompt: '  \n ' }, limits)).toMatchObject({ key: 'problemPromptEmpty' });
  });

  it('needs a picture to start from, and a part of it marked, where the task does', () => {
    const edited = { ...draft, source: source('image') };
    for (const task of ['IMAGE_TO_IMAGE', 'UPSCALE', 'INPAINT'] as const)
      expect(checkDraft({ ...draft, task }, limits)).toMatchObject({ key: 'problemSource' });
    expect(checkDraft({ ...edited, task: 'INPAINT' }, limits)).toMatchObject({ key: 'problemMask' });
    const dabs = [{ x: 0.5, y: 0.5, radius: 0.1, erases: false }];
    expect(checkDraft({ ...edited, task: 'INPAINT', prompt: '', dabs }, limits)).toBeNull();
    expect(checkDraft({ ...edited, task: 'UPSCALE', prompt: '' }, limits)).toBeNull();
  });

  it('counts characters as people do: an emoji is one', () => {
    expect(checkDraft({ ...draft, prompt: '🍊'.repeat(10) }, limits)).toBeNull();
    expect(checkDraft({ ...draft, prompt: '🍊'.repeat(13) }, limits)).toMatchObject({
      key: 'problemPromptLong',
      over: 3,
      max: 10,
    });
  });

  it('minds a seed only when it is locked', () => {
    expect(checkDraft({ ...draft, seed: 'x' }, limits)).toBeNull();
    expect(checkDraft({ ...draft, seed: 'x', isSeedLocked: true }, limits)).toMatchObject({ field: 'seed' });
  });
});

describe('a seed', () => {
  it.each([
    ['0', 0],
    [String(SEED_MAX), SEED_MAX],
    [' 42 ', 42],
    ['4294967296', null],
    ['-1', null],
    ['1.5', null],
    ['', null],
    ['1e3', null],
  ])('typed as %j is %s', (typed, seed) => {
    expect(parseSeed(typed)).toBe(seed);
  });

  it('that is rolled is in range', () => {
    for (let roll = 0; roll < 50; roll += 1) expect(parseSeed(rollSeed())).not.toBeNull();
  });
});

describe('an order', () => {
  const send = (key: string, seed: number, words = '감나무') => ({
    key,
    order: orderOf({ ...draft, prompt: words }, { seed }),
  });

  it('leaves out what is not wished', () => {
    expect(orderOf({ ...draft, prompt: ' 감나무 ', negativePrompt: ' ' }, { seed: 7 })).toEqual({
      task: 'TEXT_TO_IMAGE',
      input: { prompt: '감나무', width: 512, height: 512, steps: 20, seed: 7 },
    });
  });

  it('says what its task needs, and nothing of what it does not', () => {
    const edited = { ...draft, source: source('image'), strength: 35, count: 4, styleId: 'ink', factor: 4 as const };
    const words = { styleId: 'ink', count: 4, steps: 20, seed: 7 };
    expect(orderOf({ ...edited, task: 'IMAGE_TO_IMAGE' }, { seed: 7 }).input).toEqual({
      ...{ imageId: 's', prompt: '감나무', strength: 0.35, ...words },
    });
    expect(orderOf({ ...edited, task: 'INPAINT', prompt: '' }, { seed: 7, maskPng: 'data:' }).input).toEqual({
      ...{ imageId: 's', maskPng: 'data:', strength: 0.35, ...words },
    });
    expect(orderOf({ ...edited, task: 'UPSCALE', source: source('asset') }, { seed: 7 }).input).toEqual({
      ...{ assetId: 's', factor: 4 },
    });
  });

  it('is priced by the size it asks for, or by the picture it starts from, which the API fits as it does the job’s', () => {
    const edited = { ...draft, source: source('image'), factor: 4 as const, count: 3 };
    const from = { sourceWidth: 300, sourceHeight: 200 };
    expect(priceWish(draft)).toEqual({ task: 'TEXT_TO_IMAGE', width: 512, height: 512, steps: 20, count: 1 });
    for (const task of ['IMAGE_TO_IMAGE', 'INPAINT'] as const)
      expect(priceWish({ ...edited, task })).toEqual({ task, ...from, steps: 20, count: 3 });
    expect(priceWish({ ...edited, task: 'UPSCALE' })).toEqual({ task: 'UPSCALE', ...from, factor: 4 });
  });

  it('whose answer was lost goes out again as it was, so that nothing is paid twice', () => {
    expect(nextOrder(send('first', 1), send('second', 2), { keepsSeed: false })).toEqual(send('first', 1));
  });

  it('is a new one when the wish has changed', () => {
    expect(nextOrder(send('first', 1), send('second', 2, '등대'), { keepsSeed: false }).key).toBe('second');
    expect(nextOrder(send('first', 1), send('second', 2), { keepsSeed: true }).key).toBe('second');
    expect(nextOrder(null, send('second', 2), { keepsSeed: false }).key).toBe('second');
  });
});

describe('a refusal', () => {
  it('stands beside the field it is about, else above the button', () => {
    expect(placeRefusal({ path: ['input', 'prompt'], message: 'Too long' })).toEqual({ prompt: 'Too long' });
    expect(placeRefusal({ path: ['input', 'steps'], message: 'Too many' })).toEqual({ form: 'Too many' });
    expect(placeRefusal({ path: null, message: 'No credits' })).toEqual({ form: 'No credits' });
  });
});
