import { beforeAll, describe, expect, it } from 'vitest';
import type { AudioFormat, Speaker, SpeakOrder, Spoken, Voice } from '../src/contract.ts';
import { fromWav } from '../src/sound/wav.ts';

interface Suite {
  readonly name: string;
  readonly voice: Voice;
  readonly open: () => Speaker;
}

const TEXT = 'The light goes straight. In the evening it bends, and then it is gone.';
const signal = new AbortController().signal;
const HEADS: Readonly<Record<AudioFormat, string>> = { MP3: 'ff', OPUS: '4f676753', WAV: '52494646' };

/** What every speaker keeps to. */
export function speakerSuite({ name, voice, open }: Suite): void {
  const orderOf = (over: Partial<SpeakOrder> = {}): SpeakOrder => ({
    ...{ text: TEXT, language: 'en', voice, rate: 1, pitch: 1, format: 'WAV' },
    ...over,
  });

  describe(`${name} speaks`, () => {
    const said: number[] = [];
    let usual: Spoken;
    // Once for all that it is compared with: each text is a process of its own.
    beforeAll(async () => {
      usual = await open().speak(orderOf(), { signal, onProgress: (at) => said.push(at) });
    });

    it('a text, and tells when each of its words is heard', () => {
      const { bytes, durationMs, words } = usual;

      const sound = fromWav(bytes);
      expect((sound!.samples.length / sound!.sampleRate) * 1000).toBeCloseTo(durationMs, -1);
      expect(sound!.samples.some((sample) => Math.abs(sample) > 1_000)).toBe(true);
      expect(words.map(({ start, end }) => TEXT.slice(start, end))).toEqual(TEXT.match(/\w+/g));
      for (const [at, { startMs, endMs }] of words.entries()) {
        expect(endMs).toBeGreaterThanOrEqual(startMs);
        expect(startMs).toBeGreaterThanOrEqual(words[at - 1]?.endMs ?? 0);
        expect(endMs).toBeLessThanOrEqual(durationMs);
      }
      expect(said.at(-1)).toBe(TEXT.length);
    });

    it.each(['MP3', 'OPUS', 'WAV'] as const)('as %s', async (format) => {
      const { bytes } = format === 'WAV' ? usual : await open().speak(orderOf({ format }), { signal });

      expect(Buffer.from(bytes).toString('hex')).toMatch(new RegExp(`^${HEADS[format]}`));
      expect(bytes.byteLength).toBeGreaterThan(5_000);
    });

    it('more quickly when it is told to', async () => {
      const quick = await open().speak(orderOf({ rate: 1.6 }), { signal });

      expect(quick.durationMs).toBeLessThan(usual.durationMs * 0.8);
    });

    it('nothing where there are no words, and stops when it is not wanted any more', async () => {
      const stopping = new AbortController();
      const onProgress = () => stopping.abort(new Error('canceled'));

      await expect(open().speak(orderOf({ text: ' \n ' }), { signal })).rejects.toMatchObject({ code: 'NO_WORDS' });
      await expect(
        open().speak(orderOf({ text: `${TEXT}\n`.repeat(50) }), { signal: stopping.signal, onProgress }),
      ).rejects.toThrow('canceled');
    });
  });
}
