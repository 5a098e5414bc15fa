import { describe, expect, it } from 'vitest';
import { isRefusal, localise, refuse, REFUSAL_CODES, toRefusalPayload } from './index.ts';

const catalog = {
  'prompt.tooLong': {
    en: 'Shorten the prompt to {max} characters.',
    ko: '프롬프트를 {max}자 이하로 줄여 주세요.',
  },
};

describe('a refusal', () => {
  it('speaks the language of the viewer, with its figures filled in', () => {
    const refusal = refuse('INVALID_INPUT', 'prompt.tooLong', { params: { max: 2000 }, path: ['input', 'prompt'] });

    expect(localise(refusal, 'en', catalog)).toBe('Shorten the prompt to 2,000 characters.');
    expect(localise(refusal, 'ko', catalog)).toBe('프롬프트를 2,000자 이하로 줄여 주세요.');
    expect(toRefusalPayload(refusal, 'en', catalog)).toMatchObject({
      __typename: 'Refusal',
      path: ['input', 'prompt'],
    });
  });

  it.each(REFUSAL_CODES)('has a sentence for %s even when a catalog forgot its reason', (code) => {
    const refusal = refuse(code, 'a reason nobody wrote a sentence for');

    expect(localise(refusal, 'en', {})).toMatch(/\.$/);
    expect(localise(refusal, 'ko', {})).toMatch(/[가-힣].*\.$/);
  });

  it('is told apart from results', () => {
    expect(isRefusal(refuse('NOT_FOUND', 'x'))).toBe(true);
    expect(isRefusal({ id: '1' })).toBe(false);
    expect(isRefusal(null)).toBe(false);
  });
});
