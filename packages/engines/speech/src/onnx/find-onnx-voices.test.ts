import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { onnxConfig, onnxModel, putOnnxVoice } from '../../testing/index.ts';
import { findOnnxVoices } from './find-onnx-voices.ts';

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'modu-voices-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const faultOf = (config: object): string => {
  putOnnxVoice(folder, 'voice', { config: onnxConfig(config) });
  return findOnnxVoices(folder).faults[0] ?? '';
};

describe('the voices of a folder', () => {
  it('are called what they are: their language, who they learned from, and each of their people', () => {
    putOnnxVoice(folder, 'en_US-spelling-low');
    putOnnxVoice(folder, 'pt_PT-tugão-medium', {
      model: onnxModel('sid'),
      config: onnxConfig({
        espeak: { voice: 'pt' },
        language: {},
        num_speakers: 2,
        speaker_id_map: { ana: 1 },
        dataset: undefined,
      }),
    });

    const { voices, faults } = findOnnxVoices(folder);

    const kind = { engine: 'ONNX', licence: 'of the voice', hasPitch: false, tellsWords: false };
    expect(faults).toEqual([]);
    expect(voices.map(({ voice }) => voice)).toEqual([
      { id: 'onnx:en_US-spelling-low', language: 'en-US', name: 'spelling (low)', ...kind },
      { id: 'onnx:pt_PT-tugão-medium:0', language: 'pt-PT', name: 'pt_PT-tugão-medium, 0', ...kind },
      { id: 'onnx:pt_PT-tugão-medium:1', language: 'pt-PT', name: 'pt_PT-tugão-medium, ana', ...kind },
    ]);
    expect(voices[0]).toMatchObject({
      speakerId: 0,
      config: { espeakVoice: 'en-US', sampleRate: 16_000, lengthScale: 1.25 },
    });
  });

  it('are no more of one model than a list can hold; it is told how many there would be', () => {
    putOnnxVoice(folder, 'choir', { config: onnxConfig({ num_speakers: 904 }) });

    const { voices, faults } = findOnnxVoices(folder);

    expect([voices.length, faults]).toEqual([32, ['of the 904 people of choir only the first 32 are taken']]);
  });

  it('are without those that are broken off, something else, elsewhere or endless; each is named', () => {
    for (const name of ['good', 'cut', 'page', 'no graph', 'far', 'pipe', 'words']) putOnnxVoice(folder, name);
    truncateSync(join(folder, 'cut.onnx'), 700);
    writeFileSync(join(folder, 'page.onnx'), 'version https://git-lfs.github.com/spec/v1\n');
    writeFileSync(join(folder, 'words.onnx.json'), '{ "audio": ');
    writeFileSync(join(folder, 'alone.onnx'), onnxModel());
    rmSync(join(folder, 'far.onnx'));
    symlinkSync('/etc/passwd', join(folder, 'far.onnx'));
    rmSync(join(folder, 'pipe.onnx.json'));
    execFileSync('mkfifo', [join(folder, 'pipe.onnx.json')]);

    const { voices, faults } = findOnnxVoices(folder);

    expect(voices.map(({ voice }) => voice.id)).toEqual(['onnx:good']);
    expect(faults).toEqual([
      '"alone.onnx" is no voice: it needs alone.onnx.json beside it',
      '"cut.onnx" is no voice: it is not a whole ONNX model',
      '"far.onnx" is no voice: far.onnx leads out of the folder',
      '"no graph.onnx" is no voice: its name has other signs than letters, figures and . _ + -',
      '"page.onnx" is no voice: it is not a whole ONNX model',
      '"pipe.onnx" is no voice: pipe.onnx.json is no file',
      expect.stringContaining('"words.onnx" is no voice: its .json is not that of a Piper voice'),
    ]);
  });

  it('are also those whose trainer wrote its own name of espeak-ng’s phonemes, as some are published', () => {
    expect(faultOf({ phoneme_type: 'PhonemeType.ESPEAK' })).toBe('');
    expect(findOnnxVoices(folder).voices).toHaveLength(1);
  });

  it('are without those that want what is not had here, and say what', () => {
    const ids = { _: [0], '^': [1], $: [2] };

    expect(faultOf({ phoneme_type: 'text' })).toContain('only phonemes of espeak-ng');
    expect(faultOf({ espeak: { voice: 'tlh' } })).toContain('espeak-ng has no voice tlh');
    expect(faultOf({ audio: { sample_rate: 12_345 } })).toContain('12345 Hz');
    expect(faultOf({ phoneme_id_map: { a: [3] } })).toContain('lacks _ ^ $');
    expect(faultOf({ phoneme_id_map: { ...ids, ab: [3] } })).toContain('"ab"');
    expect(faultOf({ phoneme_id_map: { ...ids, a: [256] } })).toContain('256 symbols');
    expect(faultOf({ phoneme_id_map: { ...ids, a: [-1] } })).toContain('phoneme_id_map');
    expect(faultOf({ inference: { length_scale: 1e9 } })).toContain('length_scale');
    expect(faultOf({ speaker_id_map: { anna: 1 } })).toContain('1 speakers');
    expect(faultOf({})).toBe('');
  });
});
