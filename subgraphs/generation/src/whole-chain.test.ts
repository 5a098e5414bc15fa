import { createId } from '@modu/ids';
import { CANCEL_JOB, JOB, JOB_PROGRESS, person } from '@modu/jobs/testing';
import type { GraphAnswer } from '@modu/jobs/testing';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestEngine, GENERATE_IMAGE, openAtelierStudio } from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';

const engine = createTestEngine({ stepMs: 20 });
let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: AtelierStudio;

beforeAll(async () => {
  database = await testDatabase('chain');
  studio = await openAtelierStudio({ databaseUrl: database.url, engine });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

interface Shown {
  readonly status: string;
  readonly step: number | null;
  readonly progress: number;
  readonly preview: string | null;
  readonly attempt: number;
  readonly chargedCredits: number | null;
  readonly refundedCredits: number | null;
  readonly error: { readonly code: string } | null;
  readonly result: { readonly id: string } | null;
}

const only = <Answer>({ data, errors }: GraphAnswer) => {
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Answer;
};

async function begin(wish: Record<string, unknown>) {
  const viewer = person(`person-${createId()}`);
  const variables = { input: { prompt: 'a cat', ...wish } };
  const asked = await studio.ask({ subgraph: 'generation', query: GENERATE_IMAGE, variables, viewer });
  const { id } = only<{ id: string }>(asked);
  const left = () => studio.billing.available((viewer as { userId: string }).userId);
  return { id, viewer, left };
}

/** Everything that the subscription shows of a job, until it ends by itself. */
async function watchToTheEnd({
  id,
  viewer,
}: Pick<Awaited<ReturnType<typeof begin>>, 'id' | 'viewer'>): Promise<Shown[]> {
  const seen: Shown[] = [];
  for await (const event of await studio.watch({ query: JOB_PROGRESS, variables: { id }, viewer }))
    seen.push(only<Shown>(event));
  return seen;
}

describe('a wish for a picture', () => {
  it('is watched step by step until the picture is in the gallery and paid for', async () => {
    const wished = await begin({ prompt: 'a lighthouse', seed: 7 });

    const seen = await watchToTheEnd(wished);

    const steps = seen.flatMap(({ step }) => step ?? []);
    expect(steps.length).toBeGreaterThan(3);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(seen.some(({ preview }) => preview?.startsWith('data:image/'))).toBe(true);
    const [image] = studio.gallery.imagesOf(wished.id);
    expect(seen.at(-1)).toMatchObject({
      status: 'COMPLETED',
      progress: 1,
      chargedCredits: 2,
      result: { id: image?.id },
    });
    expect(image).toMatchObject({ prompt: 'a lighthouse', seed: 7, settings: { width: 512, height: 512, steps: 20 } });
    expect(studio.assets.assets.get(image?.assetId ?? '')).toMatchObject({ status: 'READY' });
    expect([wished.left(), studio.billing.chargesOf(wished.id)]).toEqual([98, 1]);
  });

  it('is made in as many pictures as were asked for, each with its own seed and reading, and paid for once', async () => {
    const wished = await begin({ prompt: 'a {red|blue} boat', seed: 10, count: 3, styleId: 'ink', steps: 2 });

    const seen = await watchToTheEnd(wished);

    const images = studio.gallery.imagesOf(wished.id);
    expect(images.map(({ seed, prompt }) => [seed, prompt])).toEqual([
      [10, 'a red boat'],
      [11, 'a blue boat'],
      [12, 'a red boat'],
    ]);
    const imageIds = images.map(({ id }) => id);
    for (const [index, { settings }] of images.entries())
      expect(settings).toMatchObject({
        ...{ promptTemplate: 'a {red|blue} boat', styleId: 'ink', batch: { index, count: 3, imageIds } },
      });
    expect(seen.at(-1)).toMatchObject({ status: 'COMPLETED', chargedCredits: 3, result: { id: imageIds[0] } });
    const shown = seen.map(({ progress }) => progress);
    expect(shown).toEqual([...shown].sort((a, b) => a - b));
    expect([wished.left(), studio.billing.chargesOf(wished.id)]).toEqual([97, 1]);
    expect(new Set(images.map(({ assetId }) => assetId)).size).toBe(3);
  });

  it('ends well though the engine lies about its progress, and nobody is told the lie', async () => {
    const wished = await begin({ prompt: 'lie', steps: 6 });

    const seen = await watchToTheEnd(wished);

    expect(seen.at(-1)).toMatchObject({ status: 'COMPLETED', progress: 1 });
    for (const { step, progress, preview } of seen) {
      expect(progress >= 0 && progress <= 1 && (step ?? 0) <= 6).toBe(true);
      expect((preview ?? '').length).toBeLessThan(6_145);
    }
  });

  it('stops when it is canceled, and costs nothing', async () => {
    const wished = await begin({ steps: 60, prompt: 'a storm' });
    const stream = await studio.watch({ query: JOB_PROGRESS, variables: { id: wished.id }, viewer: wished.viewer });
    for await (const event of stream) if ((only<Shown>(event).step ?? 0) > 2) break;

    await studio.ask({ query: CANCEL_JOB, variables: { id: wished.id }, viewer: wished.viewer });

    await vi.waitFor(() => expect(engine.active()).toBe(0), { interval: 10, timeout: 10_000 });
    await vi.waitFor(() => expect(wished.left()).toBe(100));
    expect((await watchToTheEnd(wished)).at(-1)).toMatchObject({ status: 'CANCELED', refundedCredits: 4 });
    expect(studio.gallery.imagesOf(wished.id)).toEqual([]);
  });

  it('is tried three times when the engine fails, then given up with everything given back', async () => {
    const wished = await begin({ prompt: 'fail' });

    const last = (await watchToTheEnd(wished)).at(-1);

    expect(last).toMatchObject({ status: 'FAILED', attempt: 3, refundedCredits: 2, error: { code: 'ENGINE_FAILED' } });
    await vi.waitFor(() => expect(wished.left()).toBe(100));
  });

  it('is given up at once when trying again is of no use', async () => {
    const wished = await begin({ prompt: 'refuse' });

    expect((await watchToTheEnd(wished)).at(-1)).toMatchObject({
      status: 'FAILED',
      attempt: 1,
      error: { code: 'INVALID_REQUEST' },
    });
    await vi.waitFor(() => expect(wished.left()).toBe(100));
  });

  it.each(['garbage', 'shrink'])('is given up when the engine sends something else: %s', async (prompt) => {
    const wished = await begin({ prompt, steps: 1 });

    expect((await watchToTheEnd(wished)).at(-1)).toMatchObject({ status: 'FAILED', error: { code: 'ENGINE_FAILED' } });
    expect(studio.gallery.imagesOf(wished.id)).toEqual([]);
  });

  it('says so when there is no room left for the picture', async () => {
    studio.assets.refuseNext('QUOTA_EXCEEDED');
    const wished = await begin({ prompt: 'a full house', steps: 1 });

    expect((await watchToTheEnd(wished)).at(-1)).toMatchObject({ status: 'FAILED', error: { code: 'QUOTA_EXCEEDED' } });
    await vi.waitFor(() => expect(wished.left()).toBe(100));
  });

  it('is not granted to more at once than the plan allows', async () => {
    const viewer = person(`person-${createId()}`);
    const ask = () =>
      studio.ask({ subgraph: 'generation', query: GENERATE_IMAGE, variables: { input: { prompt: 'many' } }, viewer });
    const ids = (await Promise.all([ask(), ask(), ask(), ask()])).map((answer) => only<{ id: string }>(answer).id);

    const ends = await Promise.all(ids.map(async (id) => (await watchToTheEnd({ id, viewer })).at(-1)));

    expect(ends.map((end) => end?.status)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED', 'COMPLETED']);
    expect(studio.billing.available((viewer as { userId: string }).userId)).toBe(92);
    expect(only<Shown>(await studio.ask({ query: JOB, variables: { id: ids[0] }, viewer }))).toMatchObject({
      attempt: 1,
    });
  });
});
