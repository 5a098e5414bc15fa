import { createId } from '@modu/ids';
import { createLogger } from '@modu/logger';
import sharp from 'sharp';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aPerson, aService, aWave, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import type { AssetDocument } from '../store/collections.ts';
import { previewMetrics } from '../tasks/preview-metrics.ts';
import { deriveNextPreview, makeUpForNextPreview } from './derive-previews.ts';

const LINKS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Image { url large: thumbnailUrl(size: LARGE) } } }`;
const MINUTE = { limit: 100, withinMs: 50_000 } as const;
const logger = createLogger({ level: 'silent' });
let running: RunningAssets;
let painting: Uint8Array;

beforeAll(async () => {
  const colours = { width: 1_600, height: 1_200, channels: 3, background: '#2f6f8f' } as const;
  painting = new Uint8Array(await sharp({ create: colours }).png().toBuffer());
});
beforeEach(async () => {
  running = await startAssets({ isWorking: false });
});
afterEach(() => running.stop());

const records = () => running.db.collection<AssetDocument>('assets');
const findRecord = (id: string) => records().findOne({ _id: id });
const deriveNew = () => deriveNextPreview(running.deps, 'QUICK', logger);
const makeUp = async () => (await makeUpForNextPreview(running.deps, logger)) !== 'NONE';
const dueMissing = (bounds: { limit: number; withinMs: number } = MINUTE) =>
  running.deps.previews.dueMissing({ purpose: 'IMAGE_ORIGINAL', now: running.deps.now(), ...bounds });

/** The original of a picture, stored before anything was made of such. */
async function anOlderPicture(person = aPerson()) {
  const imageId = createId();
  const file = { bytes: painting, contentType: 'image/png', filename: 'original.png' };
  const { id } = await uploadBytes(running.ask, aService(person.userId), {
    ...{ ...file, imageId, purpose: 'IMAGE_ORIGINAL', idempotencyKey: imageId },
  });
  await records().updateOne({ _id: id }, { $unset: { preview: '', deriveAt: '' } });
  return { id, imageId, person };
}

const SIZED = { state: 'READY', hasThumbnail: false, width: 1_600, height: 1_200 } as const;
/** One of which an older version found out no more than its size. */
async function anUnshownPicture() {
  const picture = await anOlderPicture();
  await records().updateOne({ _id: picture.id }, { $set: { preview: SIZED } });
  return picture;
}

/** How many seconds what is due first has waited, as `/metrics` shows it. */
async function waitsOf({ deps }: RunningAssets): Promise<Record<string, number>> {
  const shown = (await previewMetrics(deps).metrics()).matchAll(/\{line="(\w+)"\} (\S+)/g);
  return Object.fromEntries([...shown].map(([, line = '', seconds]) => [line, Number(seconds)]));
}

type Picture = Awaited<ReturnType<typeof anOlderPicture>>;

async function linksOf({ id, imageId, person }: Picture) {
  const of = [{ __typename: 'Image', id: imageId, asset: { id }, thumbnail: { id } }];
  const { data } = await running.ask(person, LINKS, { of });
  const [image] = data?.['_entities'] as { url: string; large: string }[];
  if (!image) throw new Error('There is no picture.');
  return image;
}

async function expectLarge(picture: Picture): Promise<void> {
  const { url, large } = await linksOf(picture);
  expect(large).not.toBe(url);
  const shown = await sharp(await (await fetch(large)).arrayBuffer()).metadata();
  expect(shown).toMatchObject({ format: 'webp', width: 1_024, height: 768 });
}

describe('a picture from before there were large previews', () => {
  it('is shown by itself, then by what the tidying has had made', async () => {
    const picture = await anOlderPicture();
    const { url, large } = await linksOf(picture);
    expect(large).toBe(url);

    expect(await makeUp()).toBe(false);
    await running.tidy();
    expect(await makeUp()).toBe(true);

    await expectLarge(picture);
    const { backfillAt, deriveTries } = (await findRecord(picture.id)) ?? {};
    expect({ backfillAt, deriveTries }).toEqual({});
    await running.tidy();
    expect(await makeUp()).toBe(false);
  });

  it('waits while a new file does: before its preview is begun, while it is made, and until it is there', async () => {
    const picture = await anOlderPicture();
    await running.tidy();
    const fresh = await uploadBytes(running.ask, aPerson(), { bytes: painting, contentType: 'image/png' });

    expect(await makeUp()).toBe(false);
    const { get } = running.deps.blobs;
    let meanwhile: boolean | undefined;
    const blobs = {
      ...running.deps.blobs,
      get: async (...wanted: Parameters<typeof get>) => {
        meanwhile = await makeUp();
        return get(...wanted);
      },
    };
    expect(await deriveNextPreview({ ...running.deps, blobs }, 'QUICK', logger)).toBe(true);
    expect(meanwhile).toBe(false);
    expect((await findRecord(fresh.id))?.preview).toMatchObject({ state: 'READY', hasThumbnail: true });
    expect((await findRecord(picture.id))?.preview).toMatchObject({ state: 'PENDING' });

    expect(await makeUp()).toBe(true);
    await expectLarge(picture);
  });

  it('waits for no recording or document, which are looked at beside it', async () => {
    const picture = await anOlderPicture();
    await running.tidy();
    const recording = await uploadBytes(running.ask, aPerson(), {
      bytes: aWave([0, 0.5, -0.5]),
      contentType: 'audio/wav',
    });

    expect((await findRecord(recording.id))?.preview).toMatchObject({ state: 'PENDING' });
    expect(await makeUp()).toBe(true);
    await expectLarge(picture);
  });

  it('is let through beside new files once it has waited for minutes, with a pause before the next', async () => {
    const pictures = [await anOlderPicture(), await anOlderPicture()];
    await running.tidy();
    await uploadBytes(running.ask, aPerson(), { bytes: painting, contentType: 'image/png' });

    running.advance(4 * 60_000);
    expect(await makeUpForNextPreview(running.deps, logger)).toBe('NONE');
    running.advance(2 * 60_000);
    expect(await makeUpForNextPreview(running.deps, logger)).toBe('LET_THROUGH');
    expect(await deriveNew()).toBe(true);
    expect(await makeUpForNextPreview(running.deps, logger)).toBe('MADE');
    for (const picture of pictures) await expectLarge(picture);
  });

  it('is told of by how long it has waited, apart from what is new', async () => {
    await anOlderPicture();
    await running.tidy();
    running.advance(600_000);
    await uploadBytes(running.ask, aPerson(), { bytes: painting, contentType: 'image/png' });
    running.advance(60_000);

    const waits = await waitsOf(running);
    expect(waits.older).toBeGreaterThanOrEqual(660);
    expect(waits.older).toBeLessThan(1_200);
    expect(waits.new).toBeGreaterThanOrEqual(60);
    expect(waits.new).toBeLessThan(600);

    while ((await deriveNew()) || (await makeUp()));
    expect(await waitsOf(running)).toEqual({ new: 0, older: 0 });
  });

  it('never stands before a new file, however many wait', async () => {
    const person = aPerson();
    for (let n = 0; n < 3; n += 1) await anOlderPicture(person);
    await running.tidy();
    running.advance(MINUTE.withinMs);
    const fresh = await uploadBytes(running.ask, aPerson(), { bytes: painting, contentType: 'image/png' });

    expect(await deriveNew()).toBe(true);
    expect((await findRecord(fresh.id))?.preview).toMatchObject({ state: 'READY' });
    expect(await deriveNew()).toBe(false);
  });

  it('is asked for with so many others at most, over most of a minute, however often', async () => {
    const person = aPerson();
    const pictures = [await anOlderPicture(person), await anOlderPicture(person), await anOlderPicture(person)];
    const now = running.deps.now().getTime();
    const two = { limit: 2, withinMs: 50_000 };

    expect(await dueMissing(two)).toBe(2);
    expect(await dueMissing(two)).toBe(0);
    const due = await records()
      .find({ backfillAt: { $exists: true } })
      .toArray();
    const spreadMs = due.map(({ backfillAt }) => (backfillAt?.getTime() ?? 0) - now).sort((one, other) => one - other);
    expect((spreadMs[1] ?? 0) - (spreadMs[0] ?? 0)).toBe(25_000);

    expect(await makeUp()).toBe(true);
    expect(await makeUp()).toBe(false);
    expect(await dueMissing(two)).toBe(1);
    running.advance(60_000);
    expect([await makeUp(), await makeUp(), await makeUp()]).toEqual([true, true, false]);
    for (const picture of pictures) await expectLarge(picture);
  });

  it('asks for nothing any more once it is deleted', async () => {
    const picture = await anOlderPicture();
    await running.tidy();
    const service = aService(picture.person.userId);
    await running.ask(service, 'mutation ($id: ID!) { deleteAsset(id: $id) { __typename } }', { id: picture.id });

    expect((await findRecord(picture.id))?.backfillAt).toBeUndefined();
    expect(await makeUp()).toBe(false);
  });
});

describe('a picture that a process of an older version took care of, while both versions were running', () => {
  it('is given its large preview by the tidying', async () => {
    const picture = await anUnshownPicture();
    const { url, large } = await linksOf(picture);
    expect(large).toBe(url);

    await running.tidy();
    expect((await findRecord(picture.id))?.preview).toEqual(SIZED);
    expect(await dueMissing()).toBe(0);
    expect(await makeUp()).toBe(true);

    await expectLarge(picture);
    const { backfillAt, deriveTries } = (await findRecord(picture.id)) ?? {};
    expect({ backfillAt, deriveTries }).toEqual({});
  });

  it('keeps its size where its large preview can not be made, and is not asked for again', async () => {
    const picture = await anUnshownPicture();
    await running.tidy();
    await running.deps.blobs.remove((await findRecord(picture.id))?.objectKey ?? '');

    for (let tries = 0; tries < 5; tries += 1) {
      expect(await makeUp()).toBe(true);
      running.advance(60 * 60_000);
    }
    expect(await makeUp()).toBe(false);
    expect((await findRecord(picture.id))?.preview).toEqual(SIZED);
    expect(await dueMissing()).toBe(0);
  });

  it('is left alone where it could not be read, or has what it should', async () => {
    const [broken, whole] = [await anOlderPicture(), await anOlderPicture()];
    const states = [
      [broken.id, { state: 'FAILED', hasThumbnail: false }],
      [whole.id, { state: 'READY', hasThumbnail: true }],
    ] as const;
    for (const [id, preview] of states) await records().updateOne({ _id: id }, { $set: { preview } });

    expect(await dueMissing()).toBe(0);
  });
});
