import { describe, expect, it } from 'vitest';
import { createTestEngine } from '../../testing/test-engine.ts';
import { listEngineModels } from '../engine-models.ts';
import { readingsOf, refuseReadings } from './readings.ts';

const [model] = listEngineModels(createTestEngine());
if (!model) throw new Error('The test engine has a model.');
const words = { prompt: 'a cat', negativePrompt: null, styleId: null, seed: 0, count: 1 };
const refusal = (
  more: Partial<Parameters<typeof readingsOf>[0]>,
  task: 'TEXT_TO_IMAGE' | 'INPAINT' = 'TEXT_TO_IMAGE',
) => refuseReadings({ ...words, ...more }, { model, task });

describe('the words of a job', () => {
  it('are read for each of its pictures, and dressed in its style', () => {
    expect(readingsOf({ ...words, prompt: 'a {red|blue} cat', count: 2, styleId: 'photo' })).toEqual([
      { prompt: 'a red cat, photograph, natural light', negativePrompt: 'painting, drawing, illustration' },
      { prompt: 'a blue cat, photograph, natural light', negativePrompt: 'painting, drawing, illustration' },
    ]);
  });

  it('are refused when one of its pictures would have none, whatever the style adds', () => {
    const none = { code: 'INVALID_INPUT', reason: 'prompt.emptyReading', path: ['input', 'prompt'] };
    expect(refusal({ prompt: '{ |a cat}' })).toMatchObject(none);
    expect(refusal({ prompt: '{ |a cat}', styleId: 'ink' })).toMatchObject(none);
    expect(refusal({ prompt: '{a cat|}', count: 2 })).toMatchObject(none);
    expect(refusal({ prompt: '{a cat| }', count: 1 })).toBeUndefined();
    expect(refusal({ prompt: '' }, 'INPAINT')).toBeUndefined();
  });

  it('are refused when they are too long for the engine with what the style adds, and what is left is told', () => {
    const style = { styleId: 'ink' }; // ", ink wash painting" has 19 characters.
    expect(refusal({ ...style, prompt: 'x'.repeat(1_981) })).toBeUndefined();
    expect(refusal({ ...style, prompt: 'x'.repeat(1_982) })).toMatchObject({
      ...{
        code: 'INVALID_INPUT',
        reason: 'prompt.tooLongWithStyle',
        path: ['input', 'prompt'],
        params: { max: 1_981 },
      },
    });
    expect(refusal({ ...style, prompt: '🌊'.repeat(1_981) })).toBeUndefined();
    expect(refusal({ ...style, prompt: `{${'x'.repeat(900)}|${'y'.repeat(1_090)}}` })).toBeUndefined();
    expect(refusal({ styleId: 'photo', negativePrompt: 'x'.repeat(1_970) })).toMatchObject({
      ...{ reason: 'prompt.tooLongWithStyle', path: ['input', 'negativePrompt'], params: { max: 1_967 } },
    });
  });

  it('are refused when writing them in the usual form has made them too long', () => {
    const grown = '\u0958'.repeat(1_500).normalize('NFC');
    expect(grown.length).toBe(3_000);
    expect(refusal({ prompt: grown })).toMatchObject({ reason: 'prompt.tooLong', params: { max: 2_000 } });
    expect(refusal({ negativePrompt: grown })).toMatchObject({ path: ['input', 'negativePrompt'] });
  });
});
