import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ONNX_RUNTIME_FOLDER, putOnnxVoice } from '@modu/engine-speech/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askRoom, CLIP, openReadingRoom, QUOTE_SPEAK, someone, SPEAK_TEXT, VOICES } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clipIdOf } from './tasks/run-speak-job.ts';
import { createSpeechEngines } from './tasks/speech-engines.ts';

// A worker that is given a folder of voices; the runtime is the real one, the models are small and have learned nothing.
vi.setConfig({ testTimeout: 240_000 });

const GOOD = 'onnx:en_US-good-low';
let room: ReadingRoom;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'modu-voices-'));
  for (const name of ['en_US-good-low', 'en_US-gone-low']) putOnnxVoice(folder, name);
  writeFileSync(join(folder, 'page.onnx'), '<html>');
  room = await openReadingRoom({ speech: { ONNX_VOICE_FOLDER: folder, ONNX_RUNTIME_FOLDER } });
}, 240_000);

afterAll(async () => {
  await room.stop();
  rmSync(folder, { recursive: true, force: true });
});

const { ask, endOf } = askRoom(() => room);

describe('voices in a folder of the worker', () => {
  it('are offered as what they are, and say a text for what was quoted', async () => {
    const userId = someone();
    const offered = await ask<{ id: string }[]>(VOICES, { language: 'en-US' }, userId);
    expect(offered.filter(({ id }) => id.startsWith('onnx:'))).toEqual([
      { id: 'onnx:en_US-gone-low', language: 'en-US', engine: 'ONNX', licence: 'of the voice' },
      { id: GOOD, language: 'en-US', engine: 'ONNX', licence: 'of the voice' },
    ]);

    const text = 'The light goes straight. Then it bends.';
    const { id } = await ask(SPEAK_TEXT, { input: { text, voice: GOOD, format: 'WAV' } }, userId);
    expect(await endOf(id, userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 1 });

    const clip = await ask<{ words: { start: number; end: number }[]; asset: { id: string } }>(
      CLIP,
      { id: clipIdOf(String(id)) },
      userId,
    );
    expect(clip).toMatchObject({ state: 'READY', voice: GOOD });
    expect(clip.words.map(({ start, end }) => text.slice(start, end))).toEqual(text.match(/\w+/gu));
    expect(Buffer.from(room.assets.bytesOf(clip.asset.id)!).readUInt32LE(24)).toBe(16_000);
  });

  it('have no pitch to set and speak their own language alone', async () => {
    const refusalOf = async (input: object) =>
      (await ask<{ refusal: unknown }>(QUOTE_SPEAK, { input: { text: 'Light.', voice: GOOD, ...input } }, someone()))
        .refusal;

    expect(await refusalOf({ pitch: 1.5 })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'pitch'] });
    expect(await refusalOf({ language: 'ko' })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'voice'] });
  });

  it('whose files break fail their own job at once, which costs nothing; the other voice goes on', async () => {
    const userId = someone();
    truncateSync(join(folder, 'en_US-gone-low.onnx'), 500);
    const say = (voice: string) => ask(SPEAK_TEXT, { input: { text: 'Light.', voice } }, userId);
    const [gone, good] = [await say('onnx:en_US-gone-low'), await say(GOOD)];

    expect(await endOf(gone.id, userId)).toMatchObject({
      ...{ status: 'FAILED', attempt: 1, error: { code: 'VOICE_UNAVAILABLE' } },
    });
    expect(await endOf(good.id, userId)).toMatchObject({ status: 'COMPLETED' });
    expect([room.billing.chargesOf(String(gone.id)), room.billing.available(userId)]).toEqual([0, 99]);
  });
});

describe('a worker that is set to a folder of voices', () => {
  const settings = {
    ...{ SPEECH_API_VOICES: [], SPEECH_API_MODEL: '', SPEECH_API_LICENCE: '', TRANSCRIPTION_API_MODEL: '', PATH: '' },
  };

  it('tells those that it leaves out', () => {
    const { faults } = createSpeechEngines({ ...settings, ONNX_VOICE_FOLDER: folder, ONNX_RUNTIME_FOLDER });

    expect(faults).toContainEqual(expect.stringContaining('"page.onnx" is no voice'));
  });

  it('does not start without a voice, or without what runs one; it says what helps', () => {
    const empty = mkdtempSync(join(tmpdir(), 'modu-voices-'));
    try {
      expect(() => createSpeechEngines({ ...settings, ONNX_VOICE_FOLDER: empty })).toThrow('<voice>.onnx.json');
      putOnnxVoice(empty, 'good');
      expect(() => createSpeechEngines({ ...settings, ONNX_VOICE_FOLDER: empty })).toThrow('npm install');
    } finally {
      rmSync(empty, { recursive: true, force: true });
    }
  });
});
