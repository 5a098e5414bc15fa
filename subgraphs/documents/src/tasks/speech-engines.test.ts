import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSpeechEngines } from './speech-engines.ts';

const settings = {
  ...{ SPEECH_API_VOICES: [], SPEECH_API_MODEL: '', SPEECH_API_LICENCE: '', TRANSCRIPTION_API_MODEL: '', PATH: '' },
};
const MODEL = 'onnx-community/whisper-base_timestamped';
let runtime: string;

beforeAll(() => {
  runtime = mkdtempSync(join(tmpdir(), 'modu-runtime-'));
  mkdirSync(join(runtime, 'node_modules/@huggingface/transformers'), { recursive: true });
  writeFileSync(join(runtime, 'node_modules/@huggingface/transformers/package.json'), '{}');
});

afterAll(() => rmSync(runtime, { recursive: true, force: true }));

const ears = (own: object) =>
  createSpeechEngines({ ...settings, ...own }).ears.map(({ transcriber }) => transcriber.id);

describe('a worker that may hear with a model of the hub', () => {
  it('has one only where its model is named', () => {
    expect(ears({ WHISPER_RUNTIME_FOLDER: runtime })).toEqual([]);
    expect(ears({ WHISPER_RUNTIME_FOLDER: runtime, WHISPER_HUB_MODEL: MODEL })).toEqual([
      'whisper:whisper-base_timestamped',
    ]);
  });

  it('does not start without what runs it, or for what is no name of a model; it says what helps', () => {
    expect(() => ears({ WHISPER_HUB_MODEL: MODEL })).toThrow('npm install');
    expect(() => ears({ WHISPER_RUNTIME_FOLDER: runtime, WHISPER_HUB_MODEL: '../model' })).toThrow('owner/name');
  });
});
