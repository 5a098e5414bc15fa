import { CANCEL_JOB, person } from '@modu/jobs/testing';
import { putBytes } from '@modu/paid-work';
import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askRoom,
  BRAILLE_DOCUMENT,
  CLIP,
  CLIPS,
  DOCUMENT,
  DOCUMENTS,
  openReadingRoom,
  QUOTE_BRAILLE,
  READ_DOCUMENT,
  RENDITION,
  someone,
  SPEAK_TEXT,
} from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clientsOf, runByHand } from '../testing/run-by-hand.ts';
import { JOB_KINDS } from './contracts.ts';
import { createCellsStore } from './store/cells-store.ts';
import { createBrailleMaker } from './tasks/braille-maker.ts';
import { createRunBrailleJob, renditionIdOf } from './tasks/run-braille-job.ts';
import type { BrailleRunTools } from './tasks/run-braille-job.ts';
import { documentIdOf } from './tasks/run-read-job.ts';
import { clipIdOf } from './tasks/run-speak-job.ts';

let room: ReadingRoom;
beforeAll(async () => {
  // Nobody runs the jobs: a test holds each run in its hands, and nothing that is left is removed behind its back.
  room = await openReadingRoom({ worker: false });
});
afterAll(() => room.stop());

const { ask } = askRoom(() => room);
const cancel = (id: string, userId: string) =>
  room.ask({ query: CANCEL_JOB, variables: { id }, viewer: person(userId) });

const paragraph = (text: string) => ({ kind: 'PARAGRAPH', text, spans: [], page: null }) as const;

async function begin(ownerId: string, jobId: string): Promise<string> {
  const id = documentIdOf(jobId);
  const head = { format: 'TEXT', title: '빛', language: 'ko', pageCount: null, partCount: 2 } as const;
  await room.documents.begin({ ...head, id, ownerId, assetId: 'a', jobId });
  const blocks = Array.from({ length: 25 }, () => paragraph('빛은 곧게 나아간다. '.repeat(100)));
  await room.documents.keepParts(id, [{ number: 1, blocks }]);
  return id;
}

/** A document of some 27 000 characters that was read and paid for. */
async function documentOf(ownerId: string): Promise<string> {
  const id = await begin(ownerId, createId());
  await room.documents.finish(id);
  return id;
}

/** Braille as the worker makes it, perhaps with something in the way. */
const brailling = (tools: Partial<BrailleRunTools> = {}) =>
  createRunBrailleJob({
    ...{ clients: clientsOf(room), documents: room.documents, renditions: room.renditions },
    ...{ cells: createCellsStore(room.pool), maker: createBrailleMaker(), put: putBytes },
    ...{ progressOf: () => () => undefined, logger: room.platform.logger },
    ...tools,
  });

const CLIPS_OF = 'query ($id: ID!) { document(id: $id) { renditions { id } clips { id } } }';
const ENTITY = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on BrailleRendition { pageCount } } }';

describe('braille that is canceled with all its pages made, before it is paid', () => {
  it('is read by nobody from that moment on, however long its parts take to go', async () => {
    const userId = someone();
    const documentId = await documentOf(userId);
    const jobId = String((await ask(BRAILLE_DOCUMENT, { input: { documentId } }, userId)).id);
    const id = renditionIdOf(jobId);
    const seen: unknown[] = [];
    const keepFiles: BrailleRunTools['renditions']['keepFiles'] = async (...files) => {
      await room.renditions.keepFiles(...files);
      if (seen.length > 0) return;
      seen.push(await ask(RENDITION, { id, first: 1 }, userId));
      await cancel(jobId, userId);
      seen.push(await ask(RENDITION, { id, first: 1 }, userId), await ask(CLIPS_OF, { id: documentId }, userId));
      seen.push(await ask(ENTITY, { of: [{ __typename: 'BrailleRendition', id }] }, userId));
      seen.push(await room.renditions.find([id], userId));
    };

    await runByHand(room, {
      ...{ kind: JOB_KINDS.BRAILLE, jobId },
      run: brailling({ renditions: { ...room.renditions, keepFiles } }),
    });

    const [whileMade, canceled, ofDocument, entity, inTheStore] = seen;
    expect(whileMade).toMatchObject({ state: 'BRAILLING', pages: { edges: [{ node: { number: 1 } }] } });
    expect([canceled, ofDocument, entity]).toEqual([null, { renditions: [], clips: [] }, [null]]);
    expect(inTheStore).toMatchObject([{ id }]);
    expect(await room.renditions.find([id], userId)).toEqual([]);
    expect([...room.assets.assets.values()].filter(({ ownerId }) => ownerId === userId)).toEqual([]);
    expect(room.billing.chargesOf(jobId)).toBe(0);
  });

  it('makes the next order no cheaper: what was made is made use of, and paid for', async () => {
    const userId = someone();
    const documentId = await documentOf(userId);
    const quote = () => ask<{ credits: number }>(QUOTE_BRAILLE, { input: { documentId } }, userId);
    const order = async (runOf: (jobId: string) => ReturnType<typeof brailling>) => {
      const jobId = String((await ask(BRAILLE_DOCUMENT, { input: { documentId } }, userId)).id);
      await runByHand(room, { kind: JOB_KINDS.BRAILLE, jobId, run: runOf(jobId) });
      return jobId;
    };
    const whole = (await quote()).credits;
    const canceledAtTheEnd = (jobId: string) => {
      const keepFiles: BrailleRunTools['renditions']['keepFiles'] = async (...files) => {
        await room.renditions.keepFiles(...files);
        await cancel(jobId, userId);
      };
      return brailling({ renditions: { ...room.renditions, keepFiles } });
    };

    const canceled = await order(canceledAtTheEnd);

    expect(whole).toBe(2);
    expect(await createCellsStore(room.pool).list(documentId, { code: 'ko-2024', after: 0, take: 1 })).toMatchObject([
      { cells: expect.any(Uint8Array) as Uint8Array },
    ]);
    expect([room.billing.chargesOf(canceled), (await quote()).credits]).toEqual([0, whole]);
    const before = room.billing.available(userId);
    // And once it is paid, only what is corrected has a price.
    await order(() => brailling());
    expect([before - room.billing.available(userId), (await quote()).credits]).toEqual([whole, 1]);
  });
});

describe('what a canceled job has made of a file or a text', () => {
  it('is shown while it is made, and from the cancel on to nobody: blocks', async () => {
    const userId = someone();
    const bytes = Buffer.from('빛은 곧게 나아간다.');
    const assetId = room.assets.keep(userId, { bytes, contentType: 'text/plain', filename: 'light.txt' });
    const jobId = String((await ask(READ_DOCUMENT, { input: { assetId } }, userId)).id);
    const id = await begin(userId, jobId);
    expect(await ask(DOCUMENT, { id, first: 1 }, userId)).toMatchObject({ state: 'READING', blockCount: 25 });
    expect(await ask(DOCUMENTS, {}, userId)).toMatchObject({ edges: [{ node: { id } }] });

    await cancel(jobId, userId);

    expect(await ask(DOCUMENT, { id, first: 1 }, userId)).toBeNull();
    expect(await ask(DOCUMENTS, {}, userId)).toMatchObject({ edges: [] });
    expect(await room.documents.find([id], userId)).toHaveLength(1);
  });

  it('is shown while it is made, and from the cancel on to nobody: chapters and their sound', async () => {
    const userId = someone();
    const jobId = String((await ask(SPEAK_TEXT, { input: { text: '빛은 곧게 나아간다.' } }, userId)).id);
    const id = clipIdOf(jobId);
    const assetId = room.assets.keep(userId, { bytes: Buffer.from('sound'), contentType: 'audio/mpeg' });
    const format = 'MP3';
    const manner = { language: 'ko', voice: 'v', rate: 1, pitch: 1, format, title: 't', edition: null } as const;
    await room.clips.begin({ ...manner, id, ownerId: userId, jobId, documentId: null });
    await room.clips.keepChapter({ clipId: id, number: 1, title: '1', text: '빛', assetId, durationMs: 1, words: [] });
    expect(await ask(CLIP, { id }, userId)).toMatchObject({
      state: 'SPEAKING',
      chapters: [{ asset: { id: assetId } }],
    });

    await cancel(jobId, userId);

    expect(await ask(CLIP, { id }, userId)).toBeNull();
    expect(await ask(CLIPS, {}, userId)).toMatchObject({ edges: [] });
    expect(await room.clips.find([id], userId)).toHaveLength(1);
  });
});
