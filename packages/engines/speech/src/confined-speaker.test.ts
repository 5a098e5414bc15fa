import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { speakerSuite } from '../testing/index.ts';
import { createConfinedSpeaker, PACKAGED_VOICES, SpeechError } from './index.ts';
import type { SpeakOrder, Voice } from './index.ts';

const voice = (id: string): Voice => PACKAGED_VOICES.find((one) => one.id === id)!;
const signal = new AbortController().signal;
const order = (over: Partial<SpeakOrder>): SpeakOrder => ({
  ...{ text: '', language: 'en', voice: voice('espeak-ng:en-US'), rate: 1, pitch: 1, format: 'WAV' },
  ...over,
});

speakerSuite({ name: 'espeak-ng', voice: voice('espeak-ng:en-US'), open: () => createConfinedSpeaker() });
speakerSuite({ name: 'flite', voice: voice('flite:kal16'), open: () => createConfinedSpeaker() });

describe('espeak-ng', () => {
  it('has exactly the voices that are listed', () => {
    const script = `const { default: init } = await import('@echogarden/espeak-ng-emscripten');
      const espeak = await new (await init()).eSpeakNGWorker();
      const own = espeak.list_voices().map(({ identifier }) => identifier.split('/').pop());
      console.log(JSON.stringify(own.map((name) => [name, espeak.set_voice(name)]))); process.exit(0);`;
    const told = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      timeout: 20_000,
    });

    const listed = PACKAGED_VOICES.filter(({ engine }) => engine === 'ESPEAK_NG').map(({ id }) => id.split(':')[1]);
    expect(JSON.parse(told)).toEqual(listed.map((name) => [name, 0]));
    const tags = PACKAGED_VOICES.flatMap(({ language }) => language ?? []);
    expect(Intl.getCanonicalLocales(tags)).toEqual([...new Set(tags)]);
    expect(() => tags.map((tag) => new Intl.DisplayNames('ko', { type: 'language' }).of(tag))).not.toThrow();
  });

  it('speaks Korean, and names each word though letters beyond the first plane stand between', async () => {
    const text = '빛은 😀 곧게 나아간다.\n그림자가 생긴다.';
    const { words } = await createConfinedSpeaker().speak(
      order({ text, language: 'ko', voice: voice('espeak-ng:ko') }),
      { signal },
    );

    const heard = words.filter(({ start, end }) => /\p{L}/u.test(text.slice(start, end)));
    expect(heard.map(({ start, end }) => text.slice(start, end))).toEqual([
      '빛은',
      '곧게',
      '나아간다',
      '그림자가',
      '생긴다',
    ]);
    expect(words.at(-2)!.endMs).toBeLessThanOrEqual(words.at(-1)!.startMs);
  });

  it('reads no markup: what looks like a tag is said, and later words keep their places', async () => {
    const text = 'Say <b>bold</b> and a < c now.';
    const { words, durationMs } = await createConfinedSpeaker().speak(order({ text }), { signal });
    const plain = await createConfinedSpeaker().speak(order({ text: 'Say and now.' }), { signal });

    expect(text.slice(words.at(-1)!.start, words.at(-1)!.end)).toBe('now');
    expect(durationMs).toBeGreaterThan(plain.durationMs + 500);
  });

  it('raises its pitch', async () => {
    const on = async (pitch: number) => {
      const { bytes } = await createConfinedSpeaker().speak(order({ text: 'Aaaah, all of it.', pitch }), { signal });
      const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset + 44, bytes.byteOffset + (bytes.length & ~1)));
      return samples.reduce((count, one, at) => count + (one >= 0 && (samples[at - 1] ?? 0) < 0 ? 1 : 0), 0);
    };

    expect(await on(1.9)).toBeGreaterThan((await on(0.6)) * 1.1);
  });
});

describe('flite', () => {
  it('says nothing of a text that it has no letters for, and calls silence no speech', async () => {
    const korean = order({ text: '빛은 곧게 나아간다.\n그림자가 생긴다.', language: 'ko', voice: voice('flite:slt') });
    await expect(createConfinedSpeaker().speak(korean, { signal })).rejects.toMatchObject({ code: 'NO_WORDS' });

    const mixed = order({ text: '빛은 곧게 나아간다.\nThen it bends.', voice: voice('flite:slt') });
    expect((await createConfinedSpeaker().speak(mixed, { signal })).words).toHaveLength(3);
  });
});

describe('a speaking process', () => {
  const text = 'One sentence more for us. '.repeat(400);
  const run = (options: object) => createConfinedSpeaker(options).speak(order({ text }), { signal });

  it('that takes too long or makes too much is ended, and says so', async () => {
    await expect(run({ pieceTimeoutMs: 1 })).rejects.toMatchObject({ code: 'TIMED_OUT' });
    await expect(run({ clipBytesMax: 100_000 })).rejects.toMatchObject({ code: 'TOO_LONG' });
  });

  it.runIf(process.platform === 'linux')('that grows too large is ended, and says so', async () => {
    await expect(run({ memoryBytesMax: 60 * 1_048_576 })).rejects.toMatchObject({ code: 'TOO_LONG' });
  });

  it('does not know a voice that is not there', async () => {
    const nobody = { ...voice('espeak-ng:ko'), id: 'espeak-ng:nobody' };

    await expect(createConfinedSpeaker().speak(order({ text: 'a', voice: nobody }), { signal })).rejects.toBeInstanceOf(
      SpeechError,
    );
  });
});
