import { DEFAULT_SETUP, editionOfCode, packPage } from '@modu/engine-braille';
import { createId } from '@modu/ids';
import { createServiceCaller } from '@modu/network';
import { createAssetsClient, createBillingClient, createJobsClient, JobCanceledError, putBytes } from '@modu/paid-work';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openReadingRoom } from '../../testing/index.ts';
import type { ReadingRoom } from '../../testing/index.ts';
import { createCellsStore } from '../store/cells-store.ts';
import { createBrailleMaker } from './braille-maker.ts';
import { createRunBrailleJob, renditionIdOf } from './run-braille-job.ts';
import type { BrailleRunTools } from './run-braille-job.ts';

let room: ReadingRoom;

beforeAll(async () => {
  room = await openReadingRoom({ worker: false });
});

afterAll(() => room.stop());

async function documentOf(ownerId: string, { hasHeading = false } = {}): Promise<string> {
  const id = createId();
  const head = { format: 'TEXT', title: '가족 👨‍👩‍👧', language: 'ko', pageCount: null, partCount: 1 } as const;
  await room.documents.begin({ ...head, id, ownerId, assetId: 'a', jobId: createId() });
  const block = { kind: 'PARAGRAPH', text: '빛', spans: [], page: null } as const;
  const heading = { kind: 'HEADING', level: 1, text: '그림자', spans: [], page: null } as const;
  await room.documents.keepParts(id, [{ number: 1, blocks: hasHeading ? [heading, block] : [block] }]);
  await room.documents.finish(id);
  return id;
}

/** A worker for whom jobs says yes to everything. */
function worker(put: BrailleRunTools['put'], renditions: BrailleRunTools['renditions'] = room.renditions) {
  const { network, identity, logger } = room.platform;
  const caller = createServiceCaller({ service: 'documents', network, identity });
  const yes = () => Promise.resolve({ __typename: 'Job', id: '', status: 'RUNNING' } as const);
  return createRunBrailleJob({
    ...{ documents: room.documents, renditions, cells: createCellsStore(room.pool) },
    ...{ maker: createBrailleMaker(), put, logger, progressOf: () => () => undefined },
    clients: {
      jobs: { ...createJobsClient(caller), startJob: yes, sealJob: yes, completeJob: yes },
      billing: createBillingClient(caller),
      assets: createAssetsClient(caller),
    },
  });
}

const filesOf = (ownerId: string) => [...room.assets.assets.values()].filter((asset) => asset.ownerId === ownerId);

it('a run that is canceled deletes what an earlier run of the job had stored', async () => {
  // Given a run that stored two files and lost its bucket at the third
  const ownerId = `person-${createId()}`;
  const payload = { documentId: await documentOf(ownerId), code: 'ko-2024', grade: null, setup: DEFAULT_SETUP };
  const job = { jobId: createId(), ownerId, quotedCredits: 1, estimatedMs: 1, payload };
  let puts = 0;
  const dying = worker(async (ticket, options) => {
    puts += 1;
    if (puts === 3) throw new Error('The bucket is away.');
    await putBytes(ticket, options);
  });
  await expect(dying({ ...job, attempt: 1, signal: new AbortController().signal })).rejects.toThrow('away');
  expect(filesOf(ownerId).filter(({ status }) => status === 'READY')).toHaveLength(2);
  expect(await room.renditions.find([renditionIdOf(job.jobId)], ownerId)).toMatchObject([{ state: 'BRAILLING' }]);

  // When the next run is canceled before it stores anything
  const canceled = AbortSignal.abort(new JobCanceledError());
  await expect(worker(putBytes)({ ...job, attempt: 2, signal: canceled })).rejects.toThrow('canceled');

  // Then nothing that was stored counts against the owner's storage
  expect(filesOf(ownerId).filter(({ status }) => status === 'READY')).toEqual([]);
  expect(await room.renditions.find([renditionIdOf(job.jobId)], ownerId)).toEqual([]);
});

it('pages that another edition of the engine began are made by the one that ends them', async () => {
  const ownerId = `person-${createId()}`;
  const documentId = await documentOf(ownerId);
  const job = { jobId: createId(), ownerId, quotedCredits: 1, estimatedMs: 1 };
  const order = { documentId, code: 'ko-2024', grade: null, setup: DEFAULT_SETUP };
  const id = renditionIdOf(job.jobId);
  const older = { ...editionOfCode('ko-2024'), version: '0.0.0+older' };
  await room.renditions.begin({ ...order, ...{ id, ownerId, jobId: job.jobId, documentVersion: 0, edition: older } });
  await room.renditions.keepPages(id, [packPage({ number: 1, volume: 1, printPage: null, lines: [] })]);

  await worker(putBytes)({ ...job, payload: order, attempt: 2, signal: new AbortController().signal });

  const [rendition] = await room.renditions.find([id], ownerId);
  expect(rendition).toMatchObject({ state: 'READY', pageCount: 1, edition: editionOfCode('ko-2024') });
  const [page] = await room.renditions.sheets(id, { after: 0, take: 1 });
  expect(page?.lines.some(({ cells }) => cells.trim() !== '')).toBe(true);
});

it('contents come last and go first: pages can be seen before they are known, and a later run puts them there once', async () => {
  // Given a run of a document with contents that lost its bucket when its pages were made
  const ownerId = `person-${createId()}`;
  const documentId = await documentOf(ownerId, { hasHeading: true });
  const setup = { ...DEFAULT_SETUP, contents: true };
  const payload = { documentId, code: 'ko-2024', grade: null, setup };
  const job = { jobId: createId(), ownerId, quotedCredits: 1, estimatedMs: 1, payload };
  const id = renditionIdOf(job.jobId);
  const seen: number[] = [];
  const watched: BrailleRunTools['renditions'] = {
    ...room.renditions,
    putContents: async (...put) => {
      seen.push((await room.renditions.sheets(id, { after: 0, take: 9 })).length);
      return room.renditions.putContents(...put);
    },
  };
  const { signal } = new AbortController();
  const dying = worker(() => Promise.reject(new Error('The bucket is away.')), watched);
  await expect(dying({ ...job, attempt: 1, signal })).rejects.toThrow('away');
  expect(seen).toEqual([1]);

  // When the next run goes on
  await worker(putBytes)({ ...job, attempt: 2, signal });

  // Then the contents are page one, and the page that they name follows them
  const [rendition] = await room.renditions.find([id], ownerId);
  expect(rendition).toMatchObject({ state: 'READY', pageCount: 2, contentsPageCount: 1 });
  const pages = await room.renditions.sheets(id, { after: 0, take: 9 });
  expect(pages.map(({ number, volume }) => [number, volume])).toEqual([
    [1, 1],
    [2, 1],
  ]);
  expect(pages[0]?.lines.map(({ cells }) => cells).join('\n')).toMatch(/⠐⠐/);
  expect(pages[1]?.lines.map(({ cells }) => cells).join('\n')).not.toMatch(/⠐⠐/);
});

it('a file that is made anew since the document was corrected takes the place of the earlier one', async () => {
  const ownerId = `person-${createId()}`;
  const documentId = await documentOf(ownerId);
  const payload = { documentId, code: 'ko-2024', grade: null, setup: DEFAULT_SETUP };
  const job = { jobId: createId(), ownerId, quotedCredits: 1, estimatedMs: 1, payload };
  let puts = 0;
  const dying = worker(async (ticket, options) => {
    puts += 1;
    if (puts === 2) throw new Error('The bucket is away.');
    await putBytes(ticket, options);
  });
  const { signal } = new AbortController();
  await expect(dying({ ...job, attempt: 1, signal })).rejects.toThrow('away');
  await room.pool.query(`UPDATE block SET content = jsonb_set(content, '{text}', '"그림자"'), version = 1`);
  await room.pool.query('UPDATE document SET version = 1 WHERE id = $1', [documentId]);

  await worker(putBytes)({ ...job, attempt: 2, signal });

  const [rendition] = await room.renditions.find([renditionIdOf(job.jobId)], ownerId);
  expect(filesOf(ownerId).filter(({ filename }) => filename === '가족 👨👩👧.brf')).toMatchObject([
    { id: rendition!.brfAssetId },
  ]);
});
