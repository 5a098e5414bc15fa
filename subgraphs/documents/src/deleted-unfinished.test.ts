import { createHash } from 'node:crypto';
import type { DocumentHead, Reader } from '@modu/engine-reading';
import { createEditions, PACKAGED_VOICES } from '@modu/engine-speech';
import type { Speaker } from '@modu/engine-speech';
import { createId } from '@modu/ids';
import { putBytes } from '@modu/paid-work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askRoom,
  DELETE_CLIP,
  DELETE_DOCUMENT,
  openReadingRoom,
  READ_DOCUMENT,
  someone,
  SPEAK_TEXT,
  TRANSCRIBE_SPEECH,
} from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clientsOf, runByHand, timeIsUp } from '../testing/run-by-hand.ts';
import { JOB_KINDS } from './contracts.ts';
import { createOfferStore } from './store/offer-store.ts';
import { createTranscriptStore } from './store/transcript-store.ts';
import { createRunReadJob, documentIdOf } from './tasks/run-read-job.ts';
import { clipIdOf, createRunSpeakJob } from './tasks/run-speak-job.ts';
import { transcriptIdOf } from './tasks/run-transcribe-job.ts';

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom({ worker: false });
});
afterAll(() => room.stop());

const { ask, keep } = askRoom(() => room);
type Clients = ReturnType<typeof clientsOf>;
const statusOf = async (jobId: string) => (await clientsOf(room).jobs.find(jobId))?.status;
const filesOf = (userId: string) =>
  [...room.assets.assets.values()].filter(({ ownerId }) => ownerId === userId).map(({ filename }) => filename);
const again = expect.objectContaining({ name: 'TaskRetryError' }) as unknown;
/** Billing is away when a run is paid. */
const unpaid = (): Partial<Clients> => {
  const { billing } = clientsOf(room);
  return { billing: { ...billing, settleHold: () => Promise.reject(new Error('Billing is away.')) } };
};

const HEAD = {
  format: 'TEXT',
  title: '책',
  language: 'ko',
  pageCount: null,
  partCount: 3,
} as const satisfies DocumentHead;
const paragraph = (text: string) => ({ kind: 'PARAGRAPH', text, spans: [], page: null }) as const;
const heading = (text: string) => ({ kind: 'HEADING', level: 1, text, spans: [], page: null }) as const;

/** A run that reads a document of three parts; `onPart` is told of each that is kept. */
function readOf(
  jobId: string,
  { clients = {}, attempt = 1, onPart = (_: number, __: AbortController) => undefined as unknown },
) {
  const controller = new AbortController();
  const from: number[] = [];
  const reader: Pick<Reader, 'expect' | 'read'> = {
    expect: () => undefined,
    read: async ({ fromPart }, { signal, onHead, onParts }) => {
      from.push(fromPart);
      await onHead(HEAD);
      for (let number = fromPart; number <= HEAD.partCount; number += 1) {
        await onParts([{ number, blocks: [paragraph(`글 ${number}`)] }]);
        onPart(number, controller);
        signal.throwIfAborted();
      }
    },
  };
  const run = createRunReadJob({
    ...{ clients: { ...clientsOf(room), ...clients }, documents: room.documents, reader: reader as Reader },
    ...{ progressOf: () => () => undefined, logger: room.platform.logger },
  });
  return runByHand(room, { kind: JOB_KINDS.READ, jobId, attempt, run }, controller).then((told) => ({ told, from }));
}

type OnSay = (count: number, controller: AbortController) => unknown;

/** A run that says a text or a book. */
function sayOf(
  jobId: string,
  { clients = {}, clips = room.clips, attempt = 1, onSay = (() => undefined) as OnSay } = {},
) {
  const controller = new AbortController();
  const said: string[] = [];
  const speaker: Speaker = {
    speak: async ({ text }, { signal }) => {
      said.push(text);
      await onSay(said.length, controller);
      signal.throwIfAborted();
      return { bytes: createHash('sha256').update(text).digest(), durationMs: 1_000, words: [] };
    },
  };
  const run = createRunSpeakJob({
    ...{ clients: { ...clientsOf(room), ...clients }, documents: room.documents, clips, speaker },
    ...{ put: putBytes, offers: createOfferStore(room.pool), voices: PACKAGED_VOICES, editionOf: createEditions({}) },
    ...{ progressOf: () => () => undefined, logger: room.platform.logger },
  });
  return runByHand(room, { kind: JOB_KINDS.SPEAK, jobId, attempt, run }, controller).then((told) => ({ told, said }));
}

async function orderReading() {
  const userId = someone();
  const { id } = await ask<{ id: string }>(READ_DOCUMENT, { input: { assetId: keep(userId, '글\n') } }, userId);
  return { userId, jobId: id, id: documentIdOf(id) };
}

/** A book of three chapters that is to be said. */
async function orderBook() {
  const [userId, documentId] = [someone(), createId()];
  await room.documents.begin({
    ...HEAD,
    partCount: 1,
    id: documentId,
    ownerId: userId,
    assetId: 'a',
    jobId: createId(),
  });
  const blocks = ['하나', '둘', '셋'].flatMap((text) => [heading(text), paragraph(`${text}의 글`)]);
  await room.documents.keepParts(documentId, [{ number: 1, blocks }]);
  await room.documents.finish(documentId);
  const { id: jobId } = await ask<{ id: string }>(SPEAK_TEXT, { input: { documentId } }, userId);
  return { userId, documentId, jobId, id: clipIdOf(jobId) };
}

const upAt: (part: number) => OnSay = (part) => (count, run) => void (count === part && timeIsUp(run));

describe('what is deleted while its job waits for its next run', () => {
  it('is not read again: the job ends, and nothing is paid', async () => {
    const { userId, jobId, id } = await orderReading();
    expect((await readOf(jobId, { onPart: upAt(1) })).told).toEqual(again);

    await ask(DELETE_DOCUMENT, { id }, userId);

    expect(await statusOf(jobId)).toBe('CANCELED');
    expect(await readOf(jobId, { attempt: 2 })).toEqual({ told: undefined, from: [] });
    expect(await room.documents.find([id], userId)).toEqual([]);
    expect(room.billing.chargesOf(jobId)).toBe(0);
  });

  it('is not said again', async () => {
    const userId = someone();
    const { id: jobId } = await ask<{ id: string }>(SPEAK_TEXT, { input: { text: '빛은 곧다' } }, userId);
    const { jobs } = clientsOf(room);
    const dying = { jobs: { ...jobs, sealJob: () => Promise.reject(new Error('The process was killed.')) } };
    expect((await sayOf(jobId, { clients: dying })).told).toEqual(again);

    await ask(DELETE_CLIP, { id: clipIdOf(jobId) }, userId);

    expect(await sayOf(jobId, { attempt: 2 })).toEqual({ told: undefined, said: [] });
    expect([await statusOf(jobId), filesOf(userId)]).toEqual(['CANCELED', []]);
  });

  it('is not heard again', async () => {
    const userId = someone();
    const transcripts = createTranscriptStore(room.pool);
    const ear = { id: 'api:ear', name: 'Ear', engine: 'API', languages: null, licence: 'x' } as const;
    await createOfferStore(room.pool).tell(createId(), { voices: [], transcribers: [ear] });
    const assetId = room.assets.keep(userId, { bytes: Buffer.from('ID3'), contentType: 'audio/mpeg' });
    const { id: jobId } = await ask<{ id: string }>(TRANSCRIBE_SPEECH, { input: { assetId } }, userId);
    const id = transcriptIdOf(jobId);
    await transcripts.begin({ id, ownerId: userId, jobId, assetId, title: 'a', language: null, transcriber: ear.id });

    await ask('mutation ($id: ID!) { deleteTranscript(id: $id) { __typename } }', { id }, userId);

    expect([await statusOf(jobId), await transcripts.find([id], userId)]).toEqual(['CANCELED', []]);
  });
});

describe('a book that is being said, of which an earlier run has stored a chapter', () => {
  it.each([
    ['its clip is', DELETE_CLIP, 'id'],
    ['it is itself', DELETE_DOCUMENT, 'documentId'],
  ] as const)('leaves no file when %s deleted, and costs nothing', async (_, query, what) => {
    const book = await orderBook();
    const { userId, jobId, id } = book;
    expect((await sayOf(jobId, { onSay: upAt(2) })).told).toEqual(again);
    expect(filesOf(userId)).toEqual(['001 하나.mp3']);

    const { told, said } = await sayOf(jobId, { onSay: () => ask(query, { id: book[what] }, userId) });

    expect([told, said]).toEqual([undefined, ['둘\n둘의 글']]);
    expect([await statusOf(jobId), filesOf(userId)]).toEqual(['CANCELED', []]);
    expect([await room.clips.find([id], userId), room.billing.chargesOf(jobId)]).toEqual([[], 0]);
  });
});

describe('what is deleted when it is ready, before it is paid', () => {
  it('is not read again, and is paid', async () => {
    const { userId, jobId, id } = await orderReading();
    expect((await readOf(jobId, { clients: unpaid() })).told).toEqual(again);

    expect(await ask(DELETE_DOCUMENT, { id }, userId)).toMatchObject({ id });

    expect(await readOf(jobId, { attempt: 2 })).toEqual({ told: undefined, from: [] });
    expect([await statusOf(jobId), room.billing.chargesOf(jobId)]).toEqual(['COMPLETED', 1]);
    expect(await room.documents.find([id], userId)).toEqual([]);
  });

  it('is not said again, and is paid; its files stay', async () => {
    const { userId, jobId, id } = await orderBook();
    expect((await sayOf(jobId, { clients: unpaid() })).told).toEqual(again);

    expect(await ask(DELETE_CLIP, { id }, userId)).toMatchObject({ id });

    expect(await sayOf(jobId, { attempt: 2 })).toEqual({ told: undefined, said: [] });
    expect([await statusOf(jobId), room.billing.chargesOf(jobId)]).toEqual(['COMPLETED', 1]);
    expect(filesOf(userId)).toHaveLength(4);
  });

  it('and sealed, but not yet shown as ready, keeps its files', async () => {
    const { userId, jobId, id } = await orderBook();
    const clips = { ...room.clips, finish: () => Promise.reject(new Error('The process was killed.')) };
    expect((await sayOf(jobId, { clips })).told).toEqual(again);

    expect(await ask(DELETE_CLIP, { id }, userId)).toMatchObject({ id });

    expect((await sayOf(jobId, { attempt: 2 })).said).toEqual([]);
    expect([await statusOf(jobId), room.billing.chargesOf(jobId), filesOf(userId).length]).toEqual(['COMPLETED', 1, 4]);
  });
});
