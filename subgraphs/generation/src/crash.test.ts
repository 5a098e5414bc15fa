import type { ImageEngine } from '@modu/engine-image';
import { createId } from '@modu/ids';
import { CANCEL_JOB, JOB, person } from '@modu/jobs/testing';
import { JobTakenError, putBytes, RunFailure } from '@modu/paid-work';
import type { PutBytes } from '@modu/paid-work';
import { TaskAbortedError } from '@modu/tasks';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createTestEngine, GENERATE_IMAGE, openAtelierStudio } from '../testing/index.ts';
import type { AtelierStudio } from '../testing/index.ts';
import { ARROWS } from './tasks/arrows.ts';
import type { Arrow } from './tasks/arrows.ts';
import { createDiscardImageJob } from './tasks/discard-image-job.ts';
import { createRunImageJob } from './tasks/run-image-job.ts';
import type { RunTools } from './tasks/run-image-job.ts';

const engine = createTestEngine();
const signal = new AbortController().signal;
let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: AtelierStudio;

beforeAll(async () => {
  database = await testDatabase('crash');
  studio = await openAtelierStudio({ databaseUrl: database.url, engine, worker: false });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

async function wish(count = 1) {
  const userId = `person-${createId()}`;
  const variables = { input: { prompt: 'a bridge', steps: 2, count } };
  const { data } = await studio.ask({
    subgraph: 'generation',
    query: GENERATE_IMAGE,
    variables,
    viewer: person(userId),
  });
  const { id } = data?.['generateImage'] as { id: string };
  const payload = {
    modelId: 'sketch-1',
    prompt: 'a bridge',
    negativePrompt: null,
    width: 512,
    height: 512,
    steps: 2,
    seed: 9,
    count,
  };
  return { userId, run: { jobId: id, ownerId: userId, quotedCredits: count, estimatedMs: 100, payload, signal } };
}

function runner(onArrow?: Arrow, others: Partial<RunTools> = {}) {
  const { clients, platform } = studio;
  const tools = { clients, engine, put: putBytes, publish: () => undefined, logger: platform.logger, ...others };
  return createRunImageJob({ ...tools, ...(onArrow ? { onArrow } : {}) });
}

/** A run that is there no more after the given step: it does nothing further, tells nobody, and cleans nothing up. */
async function runAndDieAfter(
  arrow: (typeof ARROWS)[number],
  run: Parameters<ReturnType<typeof runner>>[0],
): Promise<void> {
  const { promise: died, resolve } = Promise.withResolvers<void>();
  const dead = new Promise<never>(() => undefined);
  const onArrow: Arrow = async (name) => {
    if (name !== arrow) return;
    resolve();
    await dead;
  };
  void runner(onArrow)(run);
  await died;
}

const ending = async (id: string, userId: string) => {
  const { data } = await studio.ask({ query: JOB, variables: { id }, viewer: person(userId) });
  return data?.['job'];
};

describe('a worker that dies', () => {
  it.each(ARROWS.filter((name) => name !== 'completed'))(
    'after "%s" is followed by one that ends with one picture and one charge',
    async (arrow) => {
      const { userId, run } = await wish();
      await runAndDieAfter(arrow, { ...run, attempt: 1 });

      await runner()({ ...run, attempt: 2 });

      expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', attempt: 2, chargedCredits: 1 });
      expect(studio.gallery.imagesOf(run.jobId)).toHaveLength(1);
      expect(studio.billing.chargesOf(run.jobId)).toBe(1);
      expect(studio.billing.available(userId)).toBe(99);
      const kept = [...studio.assets.assets.values()].filter(({ ownerId }) => ownerId === userId);
      expect(kept).toMatchObject([{ status: 'READY' }]);
    },
  );

  it.each(['painted', 'put', 'uploaded', 'sealed', 'kept'] as const)(
    'after "%s" of a batch is followed by one that ends with each picture once',
    async (arrow) => {
      const { userId, run } = await wish(3);
      await runAndDieAfter(arrow, { ...run, attempt: 1 });

      await runner()({ ...run, attempt: 2 });

      expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 3 });
      const images = studio.gallery.imagesOf(run.jobId);
      expect(images.map(({ seed }) => seed)).toEqual([9, 10, 11]);
      const kept = [...studio.assets.assets.values()].filter(({ ownerId }) => ownerId === userId);
      expect(kept.map(({ id }) => id).sort()).toEqual(images.map(({ assetId }) => assetId).sort());
    },
  );

  it.each(['kept', 'settled'] as const)(
    'after "%s", when a picture was deleted by its owner since, is followed by one that paints nothing again',
    async (arrow) => {
      const { userId, run } = await wish(2);
      await runAndDieAfter(arrow, { ...run, attempt: 1 });
      const [first] = studio.gallery.imagesOf(run.jobId);
      await studio.clients.gallery.remove(userId, [first?.id ?? '']);
      await studio.clients.assets.deleteAsset(userId, first?.assetId ?? '');
      const paints = vi.fn<ImageEngine['run']>((...asked) => engine.run(...asked));

      await runner(undefined, { engine: { ...engine, run: paints } })({ ...run, attempt: 2 });

      expect(paints).not.toHaveBeenCalled();
      expect(studio.gallery.imagesOf(run.jobId).map(({ id }) => id)).not.toContain(first?.id);
      expect(studio.gallery.imagesOf(run.jobId)).toHaveLength(1);
      expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 2 });
    },
  );

  it('after the end leaves nothing to do', async () => {
    const { userId, run } = await wish();
    await runAndDieAfter('completed', { ...run, attempt: 1 });

    await expect(runner()({ ...run, attempt: 2 })).rejects.toBeInstanceOf(JobTakenError);

    expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', attempt: 1 });
    expect(studio.billing.chargesOf(run.jobId)).toBe(1);
  });

  it('and comes back to life changes nothing any more', async () => {
    const { userId, run } = await wish();
    const asleep = Promise.withResolvers<void>();
    const painted = Promise.withResolvers<void>();
    const sleepy = runner(async (name) => {
      if (name !== 'uploaded') return;
      painted.resolve();
      await asleep.promise;
    })({ ...run, attempt: 1 });
    await painted.promise;
    await runner()({ ...run, attempt: 2 });
    asleep.resolve();

    await expect(sleepy).rejects.toBeInstanceOf(JobTakenError);
    expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    expect(studio.gallery.imagesOf(run.jobId)).toHaveLength(1);
    const [image] = studio.gallery.imagesOf(run.jobId);
    expect(studio.assets.assets.get(image?.assetId ?? '')).toMatchObject({ status: 'READY' });
  });
});

/** As many engines elsewhere: it takes no seed, and never makes the same picture twice. */
function aMoodyEngine(): ImageEngine & { readonly painted: number[] } {
  const painted: number[] = [];
  const run: ImageEngine['run'] = (request, options) => {
    painted.push(request.seed);
    return engine.run({ ...request, seed: 1_000 + painted.length }, options);
  };
  return { ...engine, run, painted };
}

const storageFailed = { code: 'STORAGE_FAILED', retryable: true };
const refused = () => Promise.reject(new RunFailure('STORAGE_FAILED', { retryable: true }));

describe('a picture of an engine that never makes the same one twice', () => {
  const imagesAndFiles = (jobId: string, userId: string) => [
    studio.gallery.imagesOf(jobId).map(({ assetId }) => assetId),
    [...studio.assets.assets.values()].flatMap(({ ownerId, id }) => (ownerId === userId ? [id] : [])),
  ];

  it('is stored in the next run when the bucket did not take it', async () => {
    const { userId, run } = await wish();
    const moody = { engine: aMoodyEngine() };
    await expect(runner(undefined, { ...moody, put: refused })({ ...run, attempt: 1 })).rejects.toMatchObject(
      storageFailed,
    );

    await runner(undefined, moody)({ ...run, attempt: 2 });

    expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    const [shown, kept] = imagesAndFiles(run.jobId, userId);
    expect(shown).toEqual(kept);
  });

  it('is stored in the next run when its upload could not be completed', async () => {
    const { userId, run } = await wish();
    const moody = { engine: aMoodyEngine() };
    const away = { code: 'UPLOAD_MISSING', message: 'away', __typename: 'Refusal' } as const;
    const assets = { ...studio.clients.assets, completeUpload: () => Promise.resolve(away) };
    const clients = { ...studio.clients, assets };
    await expect(runner(undefined, { ...moody, clients })({ ...run, attempt: 1 })).rejects.toMatchObject(storageFailed);

    await runner(undefined, moody)({ ...run, attempt: 2 });

    expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    const [shown, kept] = imagesAndFiles(run.jobId, userId);
    expect(shown).toEqual(kept);
  });

  it('is not painted again when an earlier run has stored it, be it of a batch', async () => {
    const { userId, run } = await wish(3);
    const moody = { engine: aMoodyEngine() };
    let puts = 0;
    const put: PutBytes = (...args) => (++puts === 3 ? refused() : putBytes(...args));
    await expect(runner(undefined, { ...moody, put })({ ...run, attempt: 1 })).rejects.toMatchObject(storageFailed);

    await runner(undefined, moody)({ ...run, attempt: 2 });

    expect(moody.engine.painted).toEqual([9, 10, 11, 11]);
    const [shown, kept] = imagesAndFiles(run.jobId, userId);
    expect(shown).toEqual(kept);
  });

  it('stays the one that was stored, though the run that begins again is the first', async () => {
    const { userId, run } = await wish();
    const moody = { engine: aMoodyEngine() };
    const dying = runner(
      (name) => (name === 'uploaded' ? Promise.reject(new Error('dead')) : Promise.resolve()),
      moody,
    );
    await expect(dying({ ...run, attempt: 1 })).rejects.toThrow('dead');
    const [, before] = imagesAndFiles(run.jobId, userId);

    await runner(undefined, moody)({ ...run, attempt: 1 });

    expect(imagesAndFiles(run.jobId, userId)).toEqual([before, before]);
  });
});

describe('a run that could not settle, for billing was away', () => {
  it('is gone on with under its own number, and nothing is painted again', async () => {
    const { userId, run } = await wish(2);
    const moody = { engine: aMoodyEngine() };
    const away = () => Promise.reject(new Error('away'));
    const clients = { ...studio.clients, billing: { ...studio.clients.billing, settleHold: away } };
    await expect(runner(undefined, { ...moody, clients })({ ...run, attempt: 1 })).rejects.toThrow('away');

    await runner(undefined, moody)({ ...run, attempt: 1 });

    expect(moody.engine.painted).toEqual([9, 10]);
    expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 2 });
  });
});

describe('a batch that takes longer than one run may', () => {
  /** A run whose time is up when its second picture is begun. */
  const untilTheSecond = (moody: ReturnType<typeof aMoodyEngine>) => {
    const time = new AbortController();
    const run: ImageEngine['run'] = (request, options) => {
      if (moody.painted.length === 1) time.abort(new TaskAbortedError('TIMEOUT', 'time is up'));
      return moody.run(request, options);
    };
    return { engine: { ...moody, run }, signal: time.signal };
  };

  it('goes on under its own number with the pictures that are missing, as long as each run makes one', async () => {
    const { userId, run } = await wish(3);
    const moody = aMoodyEngine();
    const { engine: slow, signal: untilThen } = untilTheSecond(moody);
    await expect(runner(undefined, { engine: slow })({ ...run, attempt: 1, signal: untilThen })).rejects.toMatchObject({
      name: 'TaskRetryError',
      counts: false,
    });

    await runner(undefined, { engine: moody })({ ...run, attempt: 1 });

    expect(moody.painted).toEqual([9, 10, 10, 11]);
    expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', attempt: 1, chargedCredits: 3 });
    const images = studio.gallery.imagesOf(run.jobId).map(({ assetId }) => assetId);
    const files = [...studio.assets.assets.values()].flatMap(({ ownerId, id }) => (ownerId === userId ? [id] : []));
    expect(images).toEqual(files);
  });

  it('has failed when a run ends without a picture', async () => {
    const { run } = await wish(3);
    const stopped = AbortSignal.abort(new TaskAbortedError('TIMEOUT', 'time is up'));

    await expect(runner()({ ...run, attempt: 1, signal: stopped })).rejects.toMatchObject({ code: 'TIMEOUT' });
  });
});

describe('a picture that is stored', () => {
  it('is shown by the next run, though what it was made from is gone by then', async () => {
    const { userId, run } = await wish();
    const assetId = studio.assets.keep(userId, { bytes: new Uint8Array([1]), contentType: 'image/png' });
    const payload = { ...run.payload, task: 'IMAGE_TO_IMAGE', strength: 0.5, source: { assetId, imageId: null } };
    await runAndDieAfter('uploaded', { ...run, payload, attempt: 1 });
    await studio.clients.assets.deleteAsset(userId, assetId);

    await runner()({ ...run, payload, attempt: 2 });

    expect(await ending(run.jobId, userId)).toMatchObject({ status: 'COMPLETED', attempt: 2 });
    expect(studio.gallery.imagesOf(run.jobId)).toHaveLength(1);
  });
});

describe('a job that is canceled while its picture is being stored', () => {
  it('leaves no picture behind, and takes no room', async () => {
    const { userId, run } = await wish();
    const canceling = runner(async (name) => {
      if (name !== 'uploaded') return;
      await studio.ask({ query: CANCEL_JOB, variables: { id: run.jobId }, viewer: person(userId) });
    });

    await expect(canceling({ ...run, attempt: 1 })).rejects.toBeInstanceOf(JobTakenError);

    expect(await ending(run.jobId, userId)).toMatchObject({ status: 'CANCELED' });
    expect(studio.gallery.imagesOf(run.jobId)).toEqual([]);
    expect([...studio.assets.assets.values()].filter(({ ownerId }) => ownerId === userId)).toEqual([]);
    await vi.waitFor(() => expect(studio.billing.available(userId)).toBe(100));
  });
});

describe('a worker that dies when its pictures are stored, of a job that is then canceled', () => {
  it.each(['uploaded', 'painted'] as const)('after "%s" leaves what the next worker removes', async (arrow) => {
    const { userId, run } = await wish(3);
    await runAndDieAfter(arrow, { ...run, attempt: 1 });
    await studio.ask({ query: CANCEL_JOB, variables: { id: run.jobId }, viewer: person(userId) });
    const stored = () =>
      [...studio.assets.assets.values()].filter(({ ownerId, status }) => ownerId === userId && status === 'READY')
        .length;
    expect(stored()).toBe(arrow === 'uploaded' ? 1 : 0);

    await createDiscardImageJob(studio)({ jobId: run.jobId, ownerId: userId, attempt: 1 });

    expect(stored()).toBe(0);
  });
});

describe('a batch whose last picture the gallery never takes', () => {
  it('gives none of the others away: unpaid, they leave the gallery and the bucket', async () => {
    const { userId, run } = await wish(3);
    const refusal = { __typename: 'Refusal', code: 'CONFLICT', message: 'taken' } as const;
    const gallery: RunTools['clients']['gallery'] = {
      ...studio.clients.gallery,
      createImage: (image) =>
        image.batchIndex === 2 ? Promise.resolve(refusal) : studio.clients.gallery.createImage(image),
    };
    const clients = { ...studio.clients, gallery };
    await expect(runner(undefined, { clients })({ ...run, attempt: 1 })).rejects.toMatchObject(storageFailed);
    expect(studio.gallery.imagesOf(run.jobId)).toHaveLength(2);

    await createDiscardImageJob(studio)({ jobId: run.jobId, ownerId: userId, attempt: 1 });

    expect(studio.gallery.imagesOf(run.jobId)).toEqual([]);
    expect([...studio.assets.assets.values()].filter(({ ownerId }) => ownerId === userId)).toEqual([]);
  });
});

describe('an engine that never answers', () => {
  it('fails the run within its deadline, for good', async () => {
    const { run } = await wish();
    const { clients, platform } = studio;
    const tools = {
      clients,
      engine,
      put: putBytes,
      publish: () => undefined,
      logger: platform.logger,
      engineTimeoutMs: 50,
    };
    const hanging = { ...run, payload: { ...run.payload, prompt: 'hang' }, attempt: 1 };

    await expect(createRunImageJob(tools)(hanging)).rejects.toMatchObject({ code: 'ENGINE_TIMEOUT', retryable: false });
  });
});

describe('a hold that lapsed while the job waited', () => {
  it('is made again when the job begins, or the job fails for want of credits', async () => {
    const lapsed = await wish();
    const poor = await wish();
    await vi.waitFor(() => expect(studio.billing.holds.get(poor.run.jobId)).toBeDefined());
    for (const { run } of [lapsed, poor])
      await studio.clients.billing.releaseHold({ jobId: run.jobId, note: 'lapsed' });
    studio.billing.setAvailable(poor.userId, 0);

    await runner()({ ...lapsed.run, attempt: 1 });

    expect(await ending(lapsed.run.jobId, lapsed.userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 1 });
    await expect(runner()({ ...poor.run, attempt: 1 })).rejects.toMatchObject({
      code: 'INSUFFICIENT_CREDITS',
      retryable: false,
    });
  });
});
