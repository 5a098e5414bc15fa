import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Ear, HeardSegment } from './contract.ts';
import { findWhisper, WHISPER_FILES } from './whisper.ts';

const STAND_IN = fileURLToPath(new URL('../../testing/transformers', import.meta.url));
const RATE = 16_000;

let place: string;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'modu-whisper-'));
  cpSync(STAND_IN, join(place, 'runtime/node_modules/@huggingface/transformers'), { recursive: true });
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Model {
  readonly files?: readonly string[];
  readonly told?: object;
}

/** A model's folder, with empty weights. */
function put(name: string, { files = ['encoder_model_quantized.onnx'], told = {} }: Model = {}): string {
  const folder = join(place, 'models', name);
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  for (const file of WHISPER_FILES) if (file !== 'onnx') writeFileSync(join(folder, file), '{}');
  const ids = Object.fromEntries(['en', 'zh', 'ko', 'no', 'tl', 'jw'].map((code, at) => [`<|${code}|>`, 50_259 + at]));
  const generation = { is_multilingual: true, lang_to_id: ids, alignment_heads: [[0, 0]], ...told };
  writeFileSync(join(folder, 'generation_config.json'), JSON.stringify(generation));
  for (const file of files) writeFileSync(join(folder, 'onnx', file), '');
  return folder;
}

const find = (modelFolder: string) => findWhisper({ modelFolder, runtimeFolder: join(place, 'runtime') });

/** All that an ear hears, and up to where it says that it has heard. */
async function hear(ear: Ear | undefined, language: string) {
  const heard: HeardSegment[] = [];
  const upTo: number[] = [];
  const onHeard = (segments: readonly HeardSegment[], upToMs: number) => {
    heard.push(...segments);
    upTo.push(upToMs);
    return Promise.resolve();
  };
  await ear?.listen(two, { language, signal: new AbortController().signal, onHeard });
  return { heard, upTo };
}

const noise = (seconds: number) => Int16Array.from({ length: seconds * RATE }, (_, n) => (n % 7) * 100);
const two = [
  { startMs: 1_000, endMs: 4_000, samples: noise(3) },
  { startMs: 9_000, endMs: 10_000, samples: new Int16Array(RATE) },
];

describe('Whisper from a folder', () => {
  it('is told where model and runtime are, and is not there without them', () => {
    expect(find(put('whisper-base'))?.transcriber).toEqual({
      ...{ id: 'whisper:whisper-base', name: 'Whisper (whisper-base)', engine: 'WHISPER' },
      ...{ languages: null, licence: 'of the model' },
    });
    expect(find(join(place, 'models', 'none'))).toBeUndefined();
    for (const file of WHISPER_FILES) {
      const folder = put('whisper-part');
      rmSync(join(folder, file), { recursive: true });
      expect(find(folder)).toBeUndefined();
    }
    expect(findWhisper({ modelFolder: put('whisper-base'), runtimeFolder: place })).toBeUndefined();
  });

  it('says what it heard and when each word was said; of silence it says nothing', async () => {
    const { heard, upTo } = await hear(find(put('whisper-base')), 'ko-KR');

    expect(upTo).toEqual([4_000, 10_000]);
    expect(heard).toEqual([
      {
        ...{ startMs: 1_000, endMs: 4_000, text: 'heard ko q8.', language: 'ko-KR' },
        words: [
          { text: 'heard', startMs: 1_000, endMs: 2_000, confidence: null },
          { text: 'ko', startMs: 2_000, endMs: 3_000, confidence: null },
          { text: 'q8.', startMs: 3_000, endMs: 4_000, confidence: null },
        ],
      },
    ]);
  });

  it('shares the time out where a model can tell no words, and takes whole weights where there are no small ones', async () => {
    const folder = put('whisper-plain', { files: ['encoder_model.onnx'], told: { alignment_heads: null } });

    const { heard } = await hear(find(folder), 'en');

    expect(heard).toMatchObject([{ text: 'heard en fp32.', startMs: 1_000, endMs: 4_000 }]);
    expect(heard[0]?.words.map(({ text }) => text)).toEqual(['heard', 'en', 'fp32']);
  });

  it('tells of each stretch before it hears the next: a model that is slower than the run has time keeps what it heard', async () => {
    const timeIsUp = new AbortController();
    const told: number[] = [];
    const onHeard = (_: readonly HeardSegment[], upToMs: number) => {
      told.push(upToMs);
      timeIsUp.abort(new Error('The time is up.'));
      return Promise.resolve();
    };

    const listening = find(put('whisper-slow'))?.listen(two, { language: 'en', signal: timeIsUp.signal, onHeard });

    await expect(listening).rejects.toThrow('The time is up.');
    expect(told).toEqual([4_000]);
  });

  it('tells a model of one language none', async () => {
    const english = find(put('whisper-base.en', { told: { is_multilingual: false } }));

    expect(english?.transcriber.languages).toEqual(['en']);
    expect((await hear(english, 'en-GB')).heard).toMatchObject([{ text: 'heard english q8.' }]);
  });

  it.each([
    ['nb-NO', 'no'],
    ['fil', 'tl'],
    ['jv', 'jw'],
    ['yue-HK', 'zh'],
  ])('is told %s as Whisper calls it: %s', async (language, code) => {
    expect((await hear(find(put('whisper-base')), language)).heard).toMatchObject([
      { text: `heard ${code} q8.`, language },
    ]);
  });

  it('refuses a language that its model does not know, before the model is loaded', async () => {
    await expect(hear(find(put('whisper-base')), 'tlh')).rejects.toMatchObject({ code: 'UNSUPPORTED' });
  });

  it('takes a model that does not say that it knows languages for one of English, as its runtime does', async () => {
    const english = find(put('whisper-silent', { told: { is_multilingual: undefined, lang_to_id: undefined } }));

    expect(english?.transcriber.languages).toEqual(['en']);
    expect((await hear(english, 'en')).heard).toMatchObject([{ text: 'heard english q8.' }]);
  });

  it('says so when the weights are gone by the time it is asked', async () => {
    const ear = find(put('whisper-gone', { files: [] }));

    await expect(hear(ear, 'en')).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });
});
