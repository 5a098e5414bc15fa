import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  ONNX_RUNTIME_FOLDER,
  onnxConfig,
  onnxModel,
  putOnnxVoice,
  speakerSuite,
  spellingOf,
} from '../../testing/index.ts';
import type { Speaker, SpeakOrder } from '../contract.ts';
import { fromWav } from '../sound/wav.ts';
import { SpeechError } from '../speech-error.ts';
import { findOnnxVoices } from './find-onnx-voices.ts';
import { createOnnxSpeaker } from './onnx-speaker.ts';
import type { OnnxSpeakerOptions } from './onnx-speaker.ts';
import { findOnnxRuntime } from './runtime.ts';

// The runtime is the real one; the model is real and small, and has learned nothing: it spells what it is given.
// Each text starts a process that opens two engines of WebAssembly: a second of work, many on a machine that is busy.
vi.setConfig({ testTimeout: 240_000 });

const RATE = 16_000;
const signal = new AbortController().signal;
const place = mkdtempSync(join(tmpdir(), 'modu-onnx-'));
const runtime = findOnnxRuntime(ONNX_RUNTIME_FOLDER)!;

putOnnxVoice(place, 'en_US-spelling-low');
const speakers = { num_speakers: 2, speaker_id_map: { anna: 0, ben: 1 } };
putOnnxVoice(place, 'en_US-two-low', { model: onnxModel('sid'), config: onnxConfig(speakers) });

const open = (over: Partial<OnnxSpeakerOptions> = {}): Speaker =>
  createOnnxSpeaker({ voices: findOnnxVoices(place).voices, runtime, ...over });
const voiceOf = (id: string) => findOnnxVoices(place).voices.find(({ voice }) => voice.id === id)!.voice;
const orderOf = (over: Partial<SpeakOrder> = {}): SpeakOrder => ({
  ...{
    text: 'Hello, world.',
    language: 'en',
    voice: voiceOf('onnx:en_US-spelling-low'),
    rate: 1,
    pitch: 1,
    format: 'WAV',
  },
  ...over,
});
const soundOf = async (over: Partial<SpeakOrder> = {}) => {
  const { bytes } = await open().speak(orderOf(over), { signal });
  return fromWav(bytes)!;
};

afterAll(() => rmSync(place, { recursive: true, force: true }));

speakerSuite({ name: 'a voice of files', voice: voiceOf('onnx:en_US-spelling-low'), open });

describe('a voice of files', () => {
  it('is given the sounds of espeak-ng with the marks, as Piper numbers them, and its own scales', async () => {
    const { samples, sampleRate } = await soundOf();

    const { phonemes, ids, count, speakerId, noiseScale, noiseW } = spellingOf(samples, 1.25);
    expect(phonemes).toBe([...'^həlˈoʊ, wˈɜːld.'].map((one) => `${one}_`).join('') + '$');
    expect(count).toBe(ids.length);
    expect([sampleRate, speakerId, ids[0], ids[1], ids.at(-1)]).toEqual([RATE, 0, 1, 0, 2]);
    expect(noiseScale).toBeCloseTo(0.667, 3);
    expect(noiseW).toBeCloseTo(0.8, 3);
  });

  it('is told who of its people speaks, and how quickly', async () => {
    const [anna, ben] = [
      await soundOf({ voice: voiceOf('onnx:en_US-two-low:0') }),
      await soundOf({ voice: voiceOf('onnx:en_US-two-low:1'), rate: 1.6 }),
    ];

    const [slow, quick] = [spellingOf(anna.samples, 1.25), spellingOf(ben.samples, 1.25 / 1.6)];
    expect([slow.speakerId, quick.speakerId]).toEqual([0, 1]);
    expect(quick.phonemes).toBe(slow.phonemes);
    // 500 samples a number, 312 when it is quick; the pause after is the same.
    expect(anna.samples.length - ben.samples.length).toBe(slow.count * (500 - 312));
  });

  it('says sentence after sentence and tells of each; what has no sound it leaves out', async () => {
    const text = 'One. (…)\nTwo! Three';
    const said: number[] = [];
    const { words, durationMs } = await open().speak(orderOf({ text }), { signal, onProgress: (at) => said.push(at) });

    expect(said).toEqual(['One. '.length, 'One. (…)'.length, 'One. (…)\nTwo! '.length, text.length]);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(['One', 'Two', 'Three']);
    expect(words.at(-1)!.endMs).toBeLessThanOrEqual(durationMs);
  });
});

describe('files that are no voice after all', () => {
  const others = mkdtempSync(join(tmpdir(), 'modu-onnx-'));
  afterAll(() => rmSync(others, { recursive: true, force: true }));
  beforeAll(() => {
    putOnnxVoice(others, 'gone');
    putOnnxVoice(others, 'cut');
    putOnnxVoice(others, 'mood', { model: onnxModel('mood') });
    putOnnxVoice(others, 'one', { config: onnxConfig(speakers) });
    // A whole file of fields, of which the graph is none.
    putOnnxVoice(others, 'nonsense', { model: Uint8Array.of(8, 8, 58, 3, 255, 255, 255) });
  });

  it('fail their own job, with a word that says so', async () => {
    const { voices, faults } = findOnnxVoices(others);
    expect([voices.length, faults]).toEqual([6, []]);
    rmSync(join(others, 'gone.onnx'));
    truncateSync(join(others, 'cut.onnx'), 500);

    const codes = voices
      .filter(({ speakerId }) => speakerId === 0)
      .map(({ voice }) =>
        createOnnxSpeaker({ voices, runtime })
          .speak(orderOf({ voice }), { signal })
          .then(
            () => 'SAID',
            (error: unknown) => (error instanceof SpeechError ? error.code : String(error)),
          ),
      );

    expect(await Promise.all(codes)).toEqual(Array.from({ length: 5 }, () => 'VOICE_DAMAGED'));
    await expect(open().speak(orderOf(), { signal })).resolves.toMatchObject({ words: [{ start: 0 }, { start: 7 }] });
  });

  it('are ended when they take too long', async () => {
    await expect(open({ sentenceTimeoutMs: 1 }).speak(orderOf(), { signal })).rejects.toMatchObject({
      code: 'TIMED_OUT',
    });
  });

  it.runIf(process.platform === 'linux')('are ended when they need too much', async () => {
    const saying = open({ memoryBytesMax: 60 * 1_048_576 }).speak(orderOf(), { signal });

    await expect(saying).rejects.toMatchObject({ code: 'VOICE_DAMAGED' });
  });

  it('say so when the runtime is no runtime, and know no voice that is not there', async () => {
    const empty = { modules: others, name: 'onnxruntime-web' } as const;
    writeFileSync(join(others, 'index.js'), '');

    await expect(open({ runtime: empty }).speak(orderOf(), { signal })).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await expect(open({ voices: [] }).speak(orderOf(), { signal })).rejects.toMatchObject({ code: 'UNSUPPORTED' });
    expect(findOnnxRuntime(others)).toBeUndefined();
  });
});
