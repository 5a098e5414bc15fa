import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSpeechApi } from '../../testing/index.ts';
import type { SpeechApiServer } from '../../testing/index.ts';
import { createApiEar } from './api-ear.ts';
import type { HeardSegment } from './contract.ts';

let server: SpeechApiServer;

beforeAll(async () => {
  server = await openSpeechApi();
});

afterAll(() => server.stop());

/** What is heard of ten seconds that begin a minute into a recording. */
async function hear(answer: object): Promise<readonly HeardSegment[]> {
  server.hear(answer);
  const ear = createApiEar({ baseUrl: server.baseUrl, apiKey: 'secret', model: 'whisper-1' });
  const heard: HeardSegment[] = [];
  const utterance = { startMs: 60_000, endMs: 70_000, samples: new Int16Array(160_000) };
  await ear.listen([utterance], {
    ...{ language: null, signal: new AbortController().signal },
    onHeard: (segments) => {
      heard.push(...segments);
      return Promise.resolve();
    },
  });
  return heard;
}

const wordsOf = (segments: readonly HeardSegment[]) => segments.map(({ words }) => words.map(({ text }) => text));

describe('what a service says it has heard', () => {
  it('has its words in the segments in which they begin, in whatever order they are told', async () => {
    const segments = [
      { start: 4, end: 9, text: 'and bends.' },
      { start: 0, end: 4, text: 'The light' },
    ];
    const words = [
      { word: 'bends.', start: 6, end: 7 },
      { word: ' light', start: 1, end: 3 },
      { word: 'and', start: 3.995, end: 5 },
      { word: 'The', start: 0, end: 1 },
    ];
    const heard = await hear({ text: 'The light and bends.', segments, words });

    expect(wordsOf(heard)).toEqual([['The', 'light', 'and'], ['bends.']]);
    expect(heard[0]).toMatchObject({ startMs: 60_000, endMs: 64_000, text: 'The light' });
  });

  it('has each word once, though every segment claims all of the time', async () => {
    const segments = Array.from({ length: 3_000 }, (_, n) => ({ start: 0, end: 10, text: `part ${n}` }));
    const words = Array.from({ length: 3_000 }, (_, n) => ({ word: `w${n}`, start: 1, end: 2 }));
    const heard = wordsOf(await hear({ text: '', segments, words }));

    expect(heard[0]).toHaveLength(3_000);
    // Of the others nothing but their text is known.
    expect(heard.slice(1).every((own, n) => own.join(' ') === `part ${n + 1}`)).toBe(true);
  });

  it('is refused when it is more than anybody can say in that time', async () => {
    const words = Array.from({ length: 6_001 }, () => ({ word: 'a', start: 0, end: 1 }));

    await expect(hear({ text: 'a', words })).rejects.toMatchObject({ code: 'REFUSED' });
    const segments = words.map(({ word: text, ...at }) => ({ ...at, text }));
    await expect(hear({ text: 'a', segments })).rejects.toMatchObject({ code: 'REFUSED' });
  });
});
