import { describe, expect, it } from 'vitest';
import { parseCaptions, withCaption } from './captions.ts';

describe('the captions of jobs', () => {
  it('keep the words of the latest sixty jobs', () => {
    let captions = parseCaptions(null);
    for (let index = 0; index < 70; index += 1)
      captions = withCaption(captions, { jobId: `job-${index}`, caption: `words ${index}` });
    expect(Object.keys(captions)).toHaveLength(60);
    expect(captions['job-69']).toBe('words 69');
    expect(captions['job-9']).toBeUndefined();
  });

  it('leave out what is not a sentence', () => {
    expect(parseCaptions({ a: 'words', b: 7, c: null })).toEqual({ a: 'words' });
    expect(parseCaptions('broken')).toEqual({});
  });
});
