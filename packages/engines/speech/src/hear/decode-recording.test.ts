import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aTone, encodeRecording, ENCODED_FORMS } from '../../testing/index.ts';
import type { AudioFormat } from '../contract.ts';
import { createEncoder } from '../sound/encoder.ts';
import { HEARING_RATE } from './contract.ts';
import { decodeRecording } from './decode-recording.ts';

const LENGTH_MS = 3_000;
const TONE_HZ = 440;
const HALF_LOUD = 0x4000;
const STORY = { silentMs: 1_000, toneMs: 1_000, restMs: 1_000, hertz: TONE_HZ };
const TONE = aTone(STORY);
let folder: string;
let path: string;
const signal = new AbortController().signal;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modu-sound-'));
  path = join(folder, 'recording');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const decode = (lengthMsMax = 60_000) => decodeRecording({ path, folder, lengthMsMax, signal });
function samplesOf(pcm: string): number[] {
  const bytes = readFileSync(pcm);
  return Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readInt16LE(at * 2));
}

const loudness = (samples: readonly number[]) =>
  Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
const crossings = (samples: readonly number[]) =>
  samples.filter((one, at) => one >= 0 && (samples[at - 1] ?? 0) < 0).length;

/** A clip as we make it ourselves, from sound of a voice's rate that comes in pieces. */
async function ownClip(format: AudioFormat, sampleRate: number): Promise<Uint8Array> {
  const { samples } = aTone({ ...STORY, sampleRate });
  const encoder = await createEncoder(format, sampleRate);
  const pieces = [await encoder.encode(samples.slice(0, 20_001)), await encoder.encode(samples.slice(20_001))];
  const { head, tail } = await encoder.finish();
  return Buffer.concat([...(head ? [head] : []), ...pieces, tail]);
}

const CLIPS = [
  ...ENCODED_FORMS.map((form) => ({ name: form, encode: () => encodeRecording(TONE, form) })),
  ...[16_000, 22_050, 44_100].map((rate) => ({ name: `our Opus of ${rate} Hz`, encode: () => ownClip('OPUS', rate) })),
  { name: 'our MP3', encode: () => ownClip('MP3', 22_050) },
];

describe('the sound of a recording', () => {
  it.each(CLIPS)('comes out of $name as it went in: its length, its silence, its tone', async ({ encode }) => {
    writeFileSync(path, await encode());

    const decoded = await decode();
    const { lengthMs } = decoded;
    const samples = samplesOf(decoded.path);

    expect(Math.abs(lengthMs - LENGTH_MS)).toBeLessThan(120);
    expect(Math.floor((samples.length / HEARING_RATE) * 1000)).toBe(lengthMs);
    const second = (from: number, to: number) => samples.slice(from * HEARING_RATE, to * HEARING_RATE);
    expect(loudness(second(0.1, 0.8))).toBeLessThan(100);
    expect(loudness(second(1.2, 1.8)) / (HALF_LOUD / Math.SQRT2)).toBeCloseTo(1, 0);
    expect(Math.abs(crossings(second(1.2, 1.8)) - TONE_HZ * 0.6)).toBeLessThan(4);
  });

  it('of long silence in a small file is refused, and fills no disk', async () => {
    const silence = new Int16Array(8_000 * 120);
    const small = await encodeRecording({ samples: silence, sampleRate: 8_000 }, 'FLAC');
    expect(small.length).toBeLessThan(silence.byteLength / 50);
    writeFileSync(path, small);

    await expect(decode(10_000)).rejects.toMatchObject({ code: 'TOO_LONG' });
    expect(statSync(join(folder, 'sound.pcm')).size).toBeLessThan(12 * 32_000);
  });

  it.each([
    ['is cut short', async () => (await encodeRecording(TONE, 'M4A')).subarray(0, 900)],
    ['is no sound', () => Promise.resolve(Buffer.from('%PDF-1.7\nnothing to hear'))],
  ])('that %s says that it is damaged', async (_, bytes) => {
    writeFileSync(path, await bytes());
    await expect(decode()).rejects.toMatchObject({ code: 'DAMAGED' });
  });
});
