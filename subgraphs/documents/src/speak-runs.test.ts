import { createHash } from 'node:crypto';
import type { Speaker, Spoken, SpeakOrder } from '@modu/engine-speech';
import { createEditions, packagedEdition, PACKAGED_VOICES } from '@modu/engine-speech';
import { createId } from '@modu/ids';
import { CANCEL_JOB, person } from '@modu/jobs/testing';
import { putBytes } from '@modu/paid-work';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CORRECT_BLOCK, openReadingRoom, SPEAK_TEXT } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clientsOf, runByHand, timeIsUp } from '../testing/run-by-hand.ts';
import { JOB_KINDS } from './contracts.ts';
import { clearUnfinished } from './operations/clear-unfinished.ts';
import { createOfferStore } from './store/offer-store.ts';
import { createTranscriptStore } from './store/transcript-store.ts';
import { clipIdOf, createRunSpeakJob } from './tasks/run-speak-job.ts';
import type { SpeakRunTools } from './tasks/run-speak-job.ts';

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom({ worker: false });
});
afterAll(() => room.stop());

const someone = () => `person-${createId()}`;

async function ask(query: string, variables: Record<string, unknown>, userId: string, subgraph = 'documents') {
  const { data, errors } = await room.ask({ subgraph, query, variables, viewer: person(userId) });
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as { id: string; code?: string };
}

/** A document of three chapters: 하나, 둘, 셋. */
async function keepBook(ownerId: string): Promise<string> {
  const id = createId();
  const head = { format: 'TEXT', title: '책', language: 'ko', pageCount: null, partCount: 1 } as const;
  await room.documents.begin({ ...head, id, ownerId, assetId: 'a', jobId: createId() });
  const blocks = ['하나', '둘', '셋'].flatMap((text) => [
    { kind: 'HEADING', level: 1, text, spans: [], page: null } as const,
    { kind: 'PARAGRAPH', text: `${text}의 글`, spans: [], page: null } as const,
  ]);
  await room.documents.keepParts(id, [{ number: 1, blocks }]);
  await room.documents.finish(id);
  return id;
}

const sound = (text: string): Spoken => ({
  bytes: createHash('sha256').update(text).digest(),
  durationMs: 1_000,
  words: [],
});
const titles = (said: readonly string[]) => said.map((text) => text.split('\n')[0]);

interface Saying {
  readonly tools?: Partial<SpeakRunTools>;
  readonly attempt?: number;
  readonly onSay?: (order: SpeakOrder, count: number, controller: AbortController) => Spoken | undefined;
}

/** A run of the job; what it has said is added to `said`. */
function sayOf(jobId: string, said: string[], { tools = {}, attempt = 1, onSay }: Saying = {}): Promise<unknown> {
  const controller = new AbortController();
  const speaker: Speaker = {
    speak: (order, { signal }) => {
      said.push(order.text);
      const made = onSay?.(order, said.length, controller);
      return signal.aborted ? Promise.reject(signal.reason as Error) : Promise.resolve(made ?? sound(order.text));
    },
  };
  const run = createRunSpeakJob({
    ...{ clients: clientsOf(room), documents: room.documents, clips: room.clips, speaker, put: putBytes },
    ...{ offers: createOfferStore(room.pool), voices: PACKAGED_VOICES, logger: room.platform.logger },
    editionOf: createEditions({}),
    progressOf: () => () => undefined,
    ...tools,
  });
  return runByHand(room, { kind: JOB_KINDS.SPEAK, jobId, attempt, run }, controller);
}

const statusOf = async (jobId: string) => (await clientsOf(room).jobs.find(jobId))?.status;
const again = (counts: boolean) => expect.objectContaining({ name: 'TaskRetryError', counts }) as unknown;
const filesOf = (userId: string) =>
  [...room.assets.assets.values()].filter(({ ownerId }) => ownerId === userId).map(({ filename }) => filename);
const BOOK_FILES = ['001 하나.mp3', '002 둘.mp3', '003 셋.mp3', '책.m3u8'];

async function orderBook() {
  const userId = someone();
  const documentId = await keepBook(userId);
  const { id: jobId } = await ask(SPEAK_TEXT, { input: { documentId } }, userId);
  return { userId, documentId, jobId, clipId: clipIdOf(jobId), said: [] as string[] };
}

describe('a run whose time is up', () => {
  it('hands on what it has said; the next one goes on from there, and it costs what was quoted', async () => {
    const { userId, jobId, clipId, said } = await orderBook();
    const upAtSecond: Saying = { onSay: (_, count, run) => void (count === 2 && timeIsUp(run)) };

    expect(await sayOf(jobId, said, upAtSecond)).toEqual(again(false));
    expect(await room.clips.chapters([clipId])).toHaveLength(1);
    expect(await statusOf(jobId)).toBe('RUNNING');

    expect(await sayOf(jobId, said)).toBeUndefined();
    expect(await statusOf(jobId)).toBe('COMPLETED');
    expect(titles(said)).toEqual(['하나', '둘', '둘', '셋']);
    expect([room.billing.chargesOf(jobId), room.billing.available(userId)]).toEqual([1, 99]);
  });

  it('ends the job when it has said nothing', async () => {
    const { jobId, clipId, userId, said } = await orderBook();

    expect(await sayOf(jobId, said, { onSay: (_, __, run) => void timeIsUp(run) })).toBeUndefined();

    expect(await statusOf(jobId)).toBe('FAILED');
    expect((await room.clips.find([clipId], userId))[0]).toBeUndefined();
  });
});

describe('a clip that is all said', () => {
  const lost = () => Promise.reject(new Error('The process was killed.'));
  it.each<[string, () => Partial<SpeakRunTools>]>([
    ['charged', () => ({ clients: { ...clientsOf(room), jobs: { ...clientsOf(room).jobs, completeJob: lost } } })],
    ['sealed', () => ({ clips: { ...room.clips, finish: lost } })],
  ])('and %s when its worker dies is kept by a later run, though that has not the voice', async (_, dying) => {
    const { jobId, clipId, userId, said } = await orderBook();
    expect(await sayOf(jobId, said, { tools: dying() })).toEqual(again(true));

    expect(await sayOf(jobId, said, { tools: { voices: [] }, attempt: 2 })).toBeUndefined();

    expect(await statusOf(jobId)).toBe('COMPLETED');
    expect((await room.clips.find([clipId], userId))[0]).toMatchObject({ state: 'READY', chapterCount: 3 });
    expect(filesOf(userId)).toEqual(BOOK_FILES);
    expect([room.billing.chargesOf(jobId), said.length]).toEqual([1, 3]);
  });
});

describe('speech of more than one PUT takes', () => {
  it('is stored in parts for its owner, and costs what was quoted', async () => {
    const userId = someone();
    const { id: jobId } = await ask(SPEAK_TEXT, { input: { text: '아주 긴 글', format: 'WAV' } }, userId);
    const bytes = Buffer.alloc(65_000_000, 'sound');

    expect(await sayOf(jobId, [], { onSay: () => ({ bytes, durationMs: 1_000, words: [] }) })).toBeUndefined();

    const [clip] = await room.clips.find([clipIdOf(jobId)], userId);
    expect([await statusOf(jobId), clip?.state]).toEqual(['COMPLETED', 'READY']);
    expect(room.assets.assets.get(clip?.assetId ?? '')).toMatchObject({ status: 'READY', sizeBytes: bytes.length });
    expect(bytes.equals(room.assets.bytesOf(clip?.assetId ?? '') ?? Buffer.of())).toBe(true);
    expect(room.billing.chargesOf(jobId)).toBe(1);
  });
});

describe('a worker without the voice', () => {
  it('leaves the job to one that has it, which uses up no run', async () => {
    const { jobId, userId, said } = await orderBook();
    const offers = { current: () => Promise.resolve({ voices: PACKAGED_VOICES, transcribers: [] }) };

    expect(await sayOf(jobId, said, { tools: { voices: [], offers } })).toEqual(again(false));
    expect(await statusOf(jobId)).toBe('QUEUED');

    expect(await sayOf(jobId, said)).toBeUndefined();
    expect([await statusOf(jobId), room.billing.available(userId)]).toEqual(['COMPLETED', 99]);
  });
});

describe('a chapter that another run has kept', () => {
  const quicker = (before: () => Promise<unknown>): Partial<SpeakRunTools> => ({
    clips: {
      ...room.clips,
      keepChapter: async (chapter) => {
        await before();
        await room.clips.keepChapter(chapter);
        return room.clips.keepChapter(chapter);
      },
    },
  });

  it('is the last breath of an earlier one: the job goes on behind it', async () => {
    const { jobId, clipId, said } = await orderBook();

    expect(await sayOf(jobId, said, { tools: quicker(() => Promise.resolve()) })).toEqual(again(false));
    expect(await room.clips.chapters([clipId])).toHaveLength(1);

    expect(await sayOf(jobId, said)).toBeUndefined();
    expect(titles(said)).toEqual(['하나', '둘', '셋']);
  });

  it('belongs to the run that has the job now: this one goes and takes nothing away', async () => {
    const { jobId, clipId, userId, said } = await orderBook();
    const takeOver = () => clientsOf(room).jobs.startJob({ id: jobId, attempt: 2 });

    expect(await sayOf(jobId, said, { tools: quicker(takeOver) })).toBeUndefined();

    expect(await statusOf(jobId)).toBe('RUNNING');
    expect(await room.clips.chapters([clipId])).toHaveLength(1);
    expect(filesOf(userId)).toEqual(['001 하나.mp3']);
  });
});

describe('a document that was corrected between two runs', () => {
  it('is said anew from the chapter on that says something else', async () => {
    const { userId, documentId, jobId, clipId, said } = await orderBook();
    await sayOf(jobId, said, { onSay: (_, count, run) => void (count === 3 && timeIsUp(run)) });
    const input = { blockId: `${documentId}:4`, expectedVersion: 0, text: '둘의 다른 글' };
    expect(await ask(CORRECT_BLOCK, { input }, userId)).not.toHaveProperty('code');

    expect(await sayOf(jobId, said)).toBeUndefined();

    expect(titles(said)).toEqual(['하나', '둘', '셋', '둘', '셋']);
    expect(await room.clips.wholeChapters([{ clipId, number: 2 }])).toMatchObject([{ text: '둘\n둘의 다른 글' }]);
    expect((await room.clips.find([clipId], userId))[0]).toMatchObject({ chapterCount: 3, durationMs: 3_000 });
    expect(filesOf(userId).toSorted()).toEqual(BOOK_FILES);
  });

  it('and has lost its last chapter loses it in the clip too', async () => {
    const { userId, documentId, jobId, clipId, said } = await orderBook();
    const clips = { ...room.clips, keepWhole: () => Promise.reject(new Error('The process was killed.')) };
    await sayOf(jobId, said, { tools: { clips } });
    for (const number of [5, 6]) {
      const input = { blockId: `${documentId}:${number}`, expectedVersion: 0, isLeftOut: true };
      expect(await ask(CORRECT_BLOCK, { input }, userId)).not.toHaveProperty('code');
    }

    expect(await sayOf(jobId, said, { attempt: 2 })).toBeUndefined();

    expect((await room.clips.chapters([clipId])).map(({ title }) => title)).toEqual(['하나', '둘']);
    expect(filesOf(userId).toSorted()).toEqual(['001 하나.mp3', '002 둘.mp3', '책.m3u8']);
  });

  it('and has outgrown what was quoted ends the job before more of it is said', async () => {
    const { documentId, jobId, said } = await orderBook();
    await room.pool.query('UPDATE document SET char_count = 10_001 WHERE id = $1', [documentId]);

    expect(await sayOf(jobId, said)).toBeUndefined();

    expect([await statusOf(jobId), said]).toEqual(['FAILED', []]);
  });
});

describe('a clip that another edition of the engine goes on with', () => {
  it('is said by that one alone, and says so', async () => {
    const { userId, jobId, clipId, said } = await orderBook();
    const editionOf = () => Promise.resolve({ name: 'espeak-ng', version: '0.0.1', tables: null });
    await sayOf(jobId, said, { tools: { editionOf }, onSay: (_, count, run) => void (count === 3 && timeIsUp(run)) });
    expect((await room.clips.find([clipId], userId))[0]).toMatchObject({
      chapterCount: 2,
      edition: { version: '0.0.1' },
    });

    expect(await sayOf(jobId, said)).toBeUndefined();

    expect(titles(said)).toEqual(['하나', '둘', '셋', '하나', '둘', '셋']);
    const [clip] = await room.clips.find([clipId], userId);
    expect(clip).toMatchObject({ chapterCount: 3, edition: packagedEdition('espeak-ng:ko') });
    expect(filesOf(userId).toSorted()).toEqual(BOOK_FILES);
  });
});

describe('a file whose run died before it kept the chapter', () => {
  const forgetful = (): Partial<SpeakRunTools> => ({
    clips: { ...room.clips, keepChapter: () => Promise.reject(new Error('The process was killed.')) },
  });

  it('goes when a later run has stored another in its place', async () => {
    const { jobId, userId, said } = await orderBook();
    // No two answers of a service are the same.
    const onSay = ({ text }: SpeakOrder, count: number) => sound(`${text} ${count}`);
    await sayOf(jobId, said, { tools: forgetful(), onSay });
    expect(filesOf(userId)).toEqual(['001 하나.mp3']);

    expect(await sayOf(jobId, said, { attempt: 2, onSay })).toBeUndefined();

    expect(filesOf(userId)).toEqual(BOOK_FILES);
  });

  it('goes when nobody takes the job up again', async () => {
    const { jobId, userId, clipId, said } = await orderBook();
    await sayOf(jobId, said, { tools: forgetful() });
    await ask(CANCEL_JOB, { id: jobId }, userId, 'jobs');
    const { documents, renditions, clips, pool, platform } = room;
    const { jobs, assets } = clientsOf(room);
    const begun = { documents, renditions, clips, transcripts: createTranscriptStore(pool), jobs, assets };

    const later = new Date(Date.now() + 31 * 60_000);
    await clearUnfinished(begun, { logger: platform.logger, now: later });

    expect([filesOf(userId), (await room.clips.find([clipId], userId))[0]]).toEqual([[], undefined]);
  });
});
