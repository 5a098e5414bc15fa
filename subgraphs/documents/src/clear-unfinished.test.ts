import { DEFAULT_SETUP } from '@modu/engine-braille';
import { createId } from '@modu/ids';
import { CANCEL_JOB, person } from '@modu/jobs/testing';
import { createServiceCaller } from '@modu/network';
import { createAssetsClient, createJobsClient } from '@modu/paid-work';
import type { AssetsClient } from '@modu/paid-work';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openReadingRoom, READ_DOCUMENT } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clearUnfinished } from './operations/clear-unfinished.ts';
import { createTranscriptStore } from './store/transcript-store.ts';
import type { TranscriptStore } from './store/transcript-store.ts';

const MINUTE_MS = 60_000;
let room: ReadingRoom;
let transcripts: TranscriptStore;
const ownerId = `person-${createId()}`;

beforeAll(async () => {
  // Nobody runs the jobs: they are in the state in which a worker that died has left them.
  room = await openReadingRoom({ worker: false });
  transcripts = createTranscriptStore(room.pool);
});
afterAll(() => room.stop());
beforeEach(async () => {
  await room.pool.query('DELETE FROM document');
  await room.pool.query('DELETE FROM speech_clip');
  await room.pool.query('DELETE FROM transcript');
});

async function clearAfter(minutes: number, sick: Partial<AssetsClient> = {}): Promise<number> {
  const { network, identity, logger } = room.platform;
  const caller = createServiceCaller({ service: 'documents', network, identity });
  const { documents, renditions, clips } = room;
  return clearUnfinished(
    {
      documents,
      renditions,
      clips,
      transcripts,
      jobs: createJobsClient(caller),
      assets: { ...createAssetsClient(caller), ...sick },
    },
    { logger, now: new Date(Date.now() + minutes * MINUTE_MS) },
  );
}

/** A job that waits to be run. */
async function waitingJob(): Promise<string> {
  const bytes = Buffer.from('빛은 곧게 나아간다.');
  const assetId = room.assets.keep(ownerId, { bytes, contentType: 'text/plain', filename: 'light.txt' });
  const variables = { input: { assetId } };
  const asked = { subgraph: 'documents', query: READ_DOCUMENT, variables, viewer: person(ownerId) };
  const { data } = await room.ask(asked);
  return String((data?.['readDocument'] as { id: string }).id);
}

const cancel = (id: string) => room.ask({ query: CANCEL_JOB, variables: { id }, viewer: person(ownerId) });

async function beginDocument(jobId: string): Promise<string> {
  const id = createId();
  const head = { format: 'TEXT', title: 't', language: 'ko', pageCount: null, partCount: 2 } as const;
  await room.documents.begin({ ...head, id, ownerId, assetId: 'a', jobId });
  return id;
}

/** A clip of which one chapter was said and stored. */
async function beginClip(jobId: string) {
  const id = createId();
  const assetId = room.assets.keep(ownerId, { bytes: Buffer.from('sound'), contentType: 'audio/mpeg' });
  const voice = { language: 'ko', voice: 'v', rate: 1, pitch: 1, format: 'MP3', edition: null } as const;
  await room.clips.begin({ ...voice, id, ownerId, jobId, documentId: null, title: 't' });
  await room.clips.keepChapter({
    ...{ clipId: id, number: 1, title: '1', text: '빛' },
    assetId,
    durationMs: 1,
    words: [],
  });
  return { id, assetId };
}

describe('what a worker that died has begun', () => {
  it('stays while its job may be run again, however long that takes', async () => {
    const jobId = await waitingJob();
    const id = await beginDocument(jobId);

    expect(await clearAfter(31)).toBe(0);
    expect(await room.documents.find([id], ownerId)).toHaveLength(1);

    await cancel(jobId);
    expect(await clearAfter(29)).toBe(0);
    expect(await clearAfter(31)).toBe(1);
    expect(await room.documents.find([id], ownerId)).toHaveLength(0);
  });

  it('goes when its job is not known any more: pages, chapters with their files, what was heard', async () => {
    const [job, lost] = [await waitingJob(), createId()];
    const documentId = await beginDocument(job);
    const renditionId = createId();
    const code = { documentId, documentVersion: 0, code: 'ko-2024', grade: 2, setup: DEFAULT_SETUP, edition: null };
    await room.renditions.begin({ ...code, id: renditionId, ownerId, jobId: lost });
    const brfAssetId = room.assets.keep(ownerId, { bytes: Buffer.from('⠘⠕⠄'), contentType: 'application/x-brf' });
    await room.renditions.keepFiles(renditionId, { brfAssetId });
    const [gone, kept] = [await beginClip(lost), await beginClip(job)];
    const heard = createId();
    const recording = { assetId: 'a', title: 't', language: 'ko', transcriber: 'x' };
    await transcripts.begin({ ...recording, id: heard, ownerId, jobId: lost });

    expect(await clearAfter(31)).toBe(3);

    expect(await room.renditions.find([renditionId], ownerId)).toEqual([]);
    expect(room.assets.assets.has(brfAssetId)).toBe(false);
    expect(await transcripts.find([heard], ownerId)).toEqual([]);
    expect(await room.clips.find([gone.id, kept.id], ownerId)).toMatchObject([{ id: kept.id }]);
    expect([gone, kept].map(({ assetId }) => room.assets.assets.has(assetId))).toEqual([false, true]);
    expect(await room.documents.find([documentId], ownerId)).toHaveLength(1);
  });

  it('goes though more that is not lost lies before it, and though one of them can’t go yet', async () => {
    const [job, lost] = [await waitingJob(), createId()];
    for (let n = 0; n < 100; n += 1) await beginDocument(job);
    const [documentId, { id }] = [await beginDocument(lost), await beginClip(lost)];
    await room.pool.query(`UPDATE document SET id = 'ffffffff-ffff-4fff-bfff-ffffffffffff' WHERE id = $1`, [
      documentId,
    ]);
    const heard = createId();
    const recording = { assetId: 'a', title: 't', language: 'ko', transcriber: 'x' };
    await transcripts.begin({ ...recording, id: heard, ownerId, jobId: lost });

    expect(await clearAfter(31, { deleteAsset: () => Promise.reject(new Error('The bucket is away.')) })).toBe(2);
    expect([(await room.clips.find([id], ownerId))[0], (await transcripts.find([heard], ownerId))[0]]).toEqual([
      expect.objectContaining({ id }),
      undefined,
    ]);
    expect(await clearAfter(31)).toBe(1);
  });

  it('leaves what is finished alone', async () => {
    const { id, assetId } = await beginClip(createId());
    await room.clips.keepWhole(id, assetId);
    await room.clips.finish(id);
    expect(await clearAfter(31)).toBe(0);
    expect(await room.clips.find([id], ownerId)).toMatchObject([{ state: 'READY' }]);
  });
});
