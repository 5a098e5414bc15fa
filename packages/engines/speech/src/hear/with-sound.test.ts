import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeRecording, ENCODED_FORMS } from '../../testing/index.ts';
import { withSound } from '../index.ts';
import { decodeRecording } from './decode-recording.ts';

const RATE = 44_100;
const LENGTH_MS = 3_000;
const TONE_HZ = 440;
let folder: string;
let path: string;
const signal = new AbortController().signal;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'modu-sound-'));
  path = join(folder, 'recording');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A tone in the middle second, silence around it. */
function toneBetweenSilence(): Int16Array {
  return Int16Array.from({ length: (RATE * LENGTH_MS) / 1000 }, (_, at) =>
    at >= RATE && at < 2 * RATE ? Math.round(12_000 * Math.sin((2 * Math.PI * TONE_HZ * at) / RATE)) : 0,
  );
}

async function whole(lengthMsMax = 60_000) {
  return withSound({ path, lengthMsMax, signal }, async ({ sampleRate, lengthMs, samples }) => {
    const parts: number[] = [];
    for await (const some of samples()) for (const sample of some) parts.push(sample);
    return { sampleRate, lengthMs, samples: parts };
  });
}

const loudness = (samples: readonly number[]) =>
  Math.sqrt(samples.reduce((sum, one) => sum + one * one, 0) / samples.length);
const crossings = (samples: readonly number[]) =>
  samples.filter((one, at) => one >= 0 && (samples[at - 1] ?? 0) < 0).length;

describe('the sound of a recording', () => {
  it.each(ENCODED_FORMS)('comes out of %s as it went in: its length, its silence, its tone', async (form) => {
    writeFileSync(path, await encodeRecording({ samples: toneBetweenSilence(), sampleRate: RATE }, form));

    const { sampleRate, lengthMs, samples } = await whole();

    expect(Math.abs(lengthMs - LENGTH_MS)).toBeLessThan(120);
    expect(Math.floor((samples.length / sampleRate) * 1000)).toBe(lengthMs);
    const second = (from: number, to: number) => samples.slice(from * sampleRate, to * sampleRate);
    expect(loudness(second(0.1, 0.8))).toBeLessThan(100);
    expect(loudness(second(1.2, 1.8)) / (12_000 / Math.SQRT2)).toBeCloseTo(1, 0);
    expect(Math.abs(crossings(second(1.2, 1.8)) - TONE_HZ * 0.6)).toBeLessThan(4);
  });

  it('of long silence in a small file is refused, and fills no disk', async () => {
    const silence = new Int16Array(8_000 * 120);
    const small = await encodeRecording({ samples: silence, sampleRate: 8_000 }, 'FLAC');
    expect(small.length).toBeLessThan(silence.byteLength / 50);
    writeFileSync(path, small);

    const decoding = decodeRecording({ path, folder, lengthMsMax: 10_000, signal });

    await expect(decoding).rejects.toMatchObject({ code: 'TOO_LONG' });
    expect(statSync(join(folder, 'sound.pcm')).size).toBeLessThan(12 * 32_000);
  });

  it.each([
    [
      'is cut short',
      async () => (await encodeRecording({ samples: toneBetweenSilence(), sampleRate: RATE }, 'M4A')).subarray(0, 900),
    ],
    ['is no sound', () => Promise.resolve(Buffer.from('%PDF-1.7\nnothing to hear'))],
  ])('that %s says that it is damaged', async (_, bytes) => {
    writeFileSync(path, await bytes());
    await expect(whole()).rejects.toMatchObject({ code: 'DAMAGED' });
  });
});
