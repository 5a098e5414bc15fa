import { describe, expect, it } from 'vitest';
import { pictureOf } from '../testing/picture-of.ts';
import { promptsOf } from './earlier-prompts.ts';
import { batchOf, draftOf, parentOf } from './recall.ts';

const made = (settings: unknown) => ({
  ...pictureOf({ width: 640, height: 480 }),
  ...{ negativePrompt: 'people', seed: 42, model: { id: 'sketch-1' }, settings },
});

describe('what a picture was made with', () => {
  it('is put back on the desk whole, so that the same comes out', () => {
    expect(draftOf(made({ task: 'TEXT_TO_IMAGE', steps: 33, styleId: 'ink' }))).toMatchObject({
      ...{ prompt: 'A persimmon tree', negativePrompt: 'people', styleId: 'ink', modelId: 'sketch-1' },
      ...{ width: 640, height: 480, steps: 33, seed: '42', isSeedLocked: true, count: 1 },
    });
  });

  it('is its mode and its source too, when it was made from another picture', () => {
    const base = { steps: 12, source: { imageId: 'p', assetId: 'x' } };
    expect(draftOf(made({ ...base, task: 'IMAGE_TO_IMAGE', strength: 0.35, width: 640, height: 480 }))).toMatchObject({
      ...{ task: 'IMAGE_TO_IMAGE', strength: 35, steps: 12, seed: '42' },
      source: { kind: 'image', id: 'p', width: 640, height: 480 },
    });
    expect(draftOf(made({ ...base, task: 'UPSCALE', factor: 4, width: 2560, height: 1920 }))).toMatchObject({
      ...{ task: 'UPSCALE', factor: 4 },
      source: { kind: 'image', id: 'p', width: 640, height: 480 },
    });
    const fromFile = { task: 'INPAINT', strength: 1, width: 512, height: 512, source: { assetId: 'x' } };
    expect(draftOf(made(fromFile))).toMatchObject({
      ...{ task: 'INPAINT', strength: 100, dabs: [] },
      source: { kind: 'asset', id: 'x', width: 512, height: 512 },
    });
  });

  it('gives its words alone when what it was made from is not known', () => {
    expect(draftOf(made({ task: 'UPSCALE', steps: 4 }))).toMatchObject({ width: 512, height: 512, steps: 20 });
  });

  it.each([null, 'x', [], { batch: 3 }, { steps: 'many', source: 1 }])('may be anything: %j', (settings) => {
    expect(draftOf(made(settings)).steps).toBe(20);
    expect([batchOf(made(settings)), parentOf(made(settings))]).toEqual([[], null]);
  });

  it('names the others of its batch, and what it came from', () => {
    expect(batchOf(made({ batch: { imageIds: ['a', 'b'] } }))).toEqual(['a', 'b']);
    expect(parentOf(made({ source: { imageId: 'p', assetId: 'x' } }))).toBe('p');
  });
});

describe('earlier prompts', () => {
  it('come each once, the latest first, without the wordless', () => {
    const pictures = ['b', null, 'a', 'b', ' '].map((prompt, n) => pictureOf({ id: String(n), prompt }));
    expect(promptsOf(pictures)).toEqual(['b', 'a']);
  });
});
