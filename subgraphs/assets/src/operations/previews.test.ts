import { aTone, encodeRecording } from '@modu/engine-speech/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aPdf, aPerson, aWave, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';

const PREVIEW = `query ($id: ID!) { asset(id: $id) { preview {
  state thumbhash width height pageCount durationMs waveform small: url large: url(size: LARGE) } } }`;
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

interface Preview {
  readonly state: string;
  readonly thumbhash: string | null;
  readonly durationMs: number | null;
  readonly waveform: readonly number[] | null;
  readonly small: string | null;
  readonly large: string | null;
}

async function previewOf(person: ReturnType<typeof aPerson>, id: string): Promise<Preview> {
  const { data } = await running.ask(person, PREVIEW, { id });
  return (data?.['asset'] as { preview: Preview }).preview;
}

/** Uploads a file and waits for what becomes of its preview. */
async function derived(bytes: Uint8Array, contentType: string) {
  const person = aPerson();
  const { id } = await uploadBytes(running.ask, person, { bytes, contentType });
  const preview = await vi.waitFor(
    async () => {
      const now = await previewOf(person, id);
      expect(now.state).not.toBe('PENDING');
      return now;
    },
    { timeout: 20_000, interval: 100 },
  );
  return { person, id, preview };
}

const photo = () =>
  sharp({ create: { width: 600, height: 300, channels: 3, background: '#e8743b' } })
    .withExif({ IFD0: { Copyright: 'Somebody', Make: 'A camera' }, IFD3: { GPSLatitude: '37/1 33/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

describe('a file that is READY', () => {
  it('gets thumbnails of a picture: upright, in WebP, without what the camera wrote down', async () => {
    const { preview } = await derived(await photo(), 'image/jpeg');

    expect(preview).toMatchObject({ state: 'READY', width: 300, height: 600 });
    expect(Buffer.from(preview.thumbhash ?? '', 'base64').length).toBeGreaterThan(4);
    for (const [url, height] of [
      [preview.small, 256],
      [preview.large, 600],
    ] as const) {
      const bytes = await (await fetch(url ?? '')).arrayBuffer();
      const metadata = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ format: 'webp', height });
      expect(metadata.exif).toBeUndefined();
      expect(metadata.orientation).toBeUndefined();
    }
  });

  it('gets the first page of a PDF, and how many there are', async () => {
    const { preview } = await derived(aPdf(['Hello', 'again']), 'application/pdf');

    expect(preview).toMatchObject({ state: 'READY', width: 420, height: 595, pageCount: 2 });
    const { dominant } = await sharp(await (await fetch(preview.large ?? '')).arrayBuffer()).stats();
    expect(dominant.r).toBeGreaterThan(200);
  }, 40_000);

  it('gets the wave of a recording', async () => {
    const { preview } = await derived(aWave(Array.from({ length: 4_000 }, (_, i) => Math.sin(i))), 'audio/wav');

    expect(preview).toMatchObject({ state: 'READY', durationMs: 500, small: null });
    expect(preview.waveform).toHaveLength(200);
  });

  it.each([
    ['MP3', 'audio/mpeg'],
    ['OPUS', 'audio/ogg'],
    ['M4A', 'audio/mp4'],
    ['FLAC', 'audio/flac'],
    ['WEBM', 'audio/webm'],
  ] as const)('gets the wave of a recording as %s', async (form, contentType) => {
    const recording = await encodeRecording(aTone({ silentMs: 1_000, toneMs: 1_000 }), form);
    const { preview } = await derived(Uint8Array.from(recording), contentType);

    expect(preview).toMatchObject({ state: 'READY', small: null });
    // Packed sound begins or ends some hundredths of a second beside where it was.
    expect(Math.abs((preview.durationMs ?? 0) - 2_000)).toBeLessThan(100);
    expect(preview.waveform).toHaveLength(200);
    expect(Math.max(...(preview.waveform?.slice(0, 85) ?? [1]))).toBeLessThan(0.05);
    for (const peak of preview.waveform?.slice(115, 185) ?? []) expect(Math.abs(peak - 0.5)).toBeLessThan(0.15);
  });

  it('of another kind has none, and says so', async () => {
    const { preview } = await derived(new TextEncoder().encode('just words'), 'text/plain');

    expect(preview).toMatchObject({ state: 'NONE', thumbhash: null, small: null });
  });

  it.each([
    ['application/pdf', '%PDF-1.7\nnothing that could be drawn\n%%EOF'],
    ['audio/flac', 'fLaC and nothing that could be heard'],
  ])(
    'of %s stays whole when its preview can’t be made; the try is repeated some times, then it is FAILED',
    async (contentType, text) => {
      const person = aPerson();
      const { id } = await uploadBytes(running.ask, person, { bytes: new TextEncoder().encode(text), contentType });

      await vi.waitFor(
        async () => {
          running.advance(10 * 60_000);
          running.deps.deriveBell.ring();
          expect((await previewOf(person, id)).state).toBe('FAILED');
        },
        { timeout: 30_000, interval: 300 },
      );
      expect((await running.deps.assets.find(id))?.status).toBe('READY');
    },
    60_000,
  );

  it('takes its thumbnails along when it is deleted', async () => {
    const { person, id, preview } = await derived(await photo(), 'image/jpeg');
    await running.ask(person, 'mutation ($id: ID!) { deleteAsset(id: $id, forever: true) { __typename } }', { id });

    for (const url of [preview.small, preview.large]) expect((await fetch(url ?? '')).status).toBe(404);
    expect(await running.deps.blobs.list({ prefix: `users/${person.userId}/`, limit: 10 })).toEqual([]);
  });
});
