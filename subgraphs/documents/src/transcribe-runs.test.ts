import { createConfinedSpeaker, PACKAGED_VOICES } from '@modu/engine-speech';
import type { Ear } from '@modu/engine-speech';
import { createId } from '@modu/ids';
import { person } from '@modu/jobs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReadingRoom, QUOTE_TRANSCRIBE, TRANSCRIBE_SPEECH } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clientsOf, runByHand, timeIsUp } from '../testing/run-by-hand.ts';
import { JOB_KINDS } from './contracts.ts';
import { createOfferStore } from './store/offer-store.ts';
import { createTranscriptStore } from './store/transcript-store.ts';
import type { TranscriptStore } from './store/transcript-store.ts';
import { createRunTranscribeJob, transcriptIdOf } from './tasks/run-transcribe-job.ts';
import type { TranscribeRunTools } from './tasks/run-transcribe-job.ts';

const TRANSCRIBER = { id: 'api:ear', name: 'Ear', engine: 'API', languages: null, licence: 'x' } as const;
let room: ReadingRoom;
let transcripts: TranscriptStore;
let wav: Uint8Array;

beforeAll(async () => {
  room = await openReadingRoom({ worker: false });
  transcripts = createTranscriptStore(room.pool);
  await createOfferStore(room.pool).tell(createId(), { voices: [], transcribers: [TRANSCRIBER] });
  const voice = PACKAGED_VOICES.find(({ id }) => id === 'flite:rms')!;
  const text = 'The committee will meet on Tuesday.\n'.repeat(3);
  const order = { text, language: 'en', voice, rate: 1, pitch: 1, format: 'WAV' } as const;
  ({ bytes: wav } = await createConfinedSpeaker().speak(order, { signal: new AbortController().signal }));
});
afterAll(() => room.stop());

async function ask<Answer = { id: string }>(query: string, variables: Record<string, unknown>, userId: string) {
  const { data, errors } = await room.ask({ subgraph: 'documents', query, variables, viewer: person(userId) });
  if (errors) throw new Error(JSON.stringify(errors));
  return Object.values(data ?? {})[0] as Answer;
}

async function order(bytes: Uint8Array) {
  const userId = `person-${createId()}`;
  const assetId = room.assets.keep(userId, { bytes, contentType: 'audio/wav', filename: 'talk.wav' });
  const { id: jobId } = await ask(TRANSCRIBE_SPEECH, { input: { assetId } }, userId);
  return { userId, assetId, jobId, id: transcriptIdOf(jobId), heard: [] as number[] };
}

/** A run whose ear notes where each stretch begins that it is given. */
function hearOf(
  jobId: string,
  heard: number[],
  { tools = {}, onHear = () => undefined as unknown, attempt = 1, batchMsMax = 1 } = {} as {
    tools?: Partial<TranscribeRunTools>;
    batchMsMax?: number;
    onHear?: (count: number, controller: AbortController) => unknown;
    attempt?: number;
  },
): Promise<unknown> {
  const controller = new AbortController();
  const ear: Ear = {
    transcriber: TRANSCRIBER,
    batchMsMax,
    listen: async (utterances, { signal, onHeard }) => {
      for (const { startMs, endMs } of utterances) {
        heard.push(startMs);
        onHear(heard.length, controller);
        signal.throwIfAborted();
        await onHeard([{ startMs, endMs, text: 'said', words: [], language: 'en' }], endMs);
      }
    },
  };
  const run = createRunTranscribeJob({
    ...{ clients: clientsOf(room), transcripts, ears: [ear], offers: createOfferStore(room.pool) },
    ...{ progressOf: () => () => undefined, logger: room.platform.logger },
    ...tools,
  });
  return runByHand(room, { kind: JOB_KINDS.TRANSCRIBE, jobId, attempt, run }, controller);
}

const statusOf = async (jobId: string) => (await clientsOf(room).jobs.find(jobId))?.status;
const again = (counts: boolean) => expect.objectContaining({ name: 'TaskRetryError', counts }) as unknown;

describe('a recording', () => {
  it.each([
    ['a stretch at a time', 1],
    ['all that there is at once', 600_000],
  ])(
    'of which a part was heard when the time was up is heard from there on, by an ear that is given %s',
    async (_, batchMsMax) => {
      const { jobId, id, heard } = await order(wav);
      const upAtSecond = (count: number, run: AbortController) => count === 2 && timeIsUp(run);

      expect(await hearOf(jobId, heard, { onHear: upAtSecond, batchMsMax })).toEqual(again(false));
      expect((await transcripts.segments([id])).flat()).toHaveLength(1);

      expect(await hearOf(jobId, heard, { batchMsMax })).toBeUndefined();
      expect(await statusOf(jobId)).toBe('COMPLETED');
      expect(heard).toEqual([...new Set(heard)].toSpliced(2, 0, heard[1]!));
      expect((await transcripts.segments([id])).flat()).toHaveLength(heard.length - 1);
    },
  );

  it('that was heard to its end is there for a later run that has no ear', async () => {
    const { jobId, id, userId, heard } = await order(wav);
    const dying = { ...transcripts, finish: () => Promise.reject(new Error('The process was killed.')) };
    expect(await hearOf(jobId, heard, { tools: { transcripts: dying } })).toEqual(again(true));

    expect(await hearOf(jobId, heard, { tools: { ears: [] }, attempt: 2 })).toBeUndefined();

    expect(await statusOf(jobId)).toBe('COMPLETED');
    expect((await transcripts.find([id], userId))[0]).toMatchObject({ state: 'READY' });
  });

  it('is left to a worker that has the ear', async () => {
    const { jobId, heard } = await order(wav);

    expect(await hearOf(jobId, heard, { tools: { ears: [] } })).toEqual(again(false));

    expect(await statusOf(jobId)).toBe('QUEUED');
  });

  it('that says it is shorter than it is ends its job unheard; then its true price is known', async () => {
    const seconds = 400;
    const long = Buffer.concat([Buffer.from(wav.subarray(0, 44)), Buffer.alloc(seconds * 2 * 16_000)]);
    long.writeUInt32LE(16_000, 24);
    long.writeUInt32LE(0xff_ff_ff_ff, 28);
    long.writeUInt32LE(long.length - 44, 40);
    const { jobId, id, userId, assetId, heard } = await order(long);

    expect(await hearOf(jobId, heard)).toBeUndefined();

    expect([await statusOf(jobId), heard, (await transcripts.find([id], userId))[0]]).toEqual([
      'FAILED',
      [],
      undefined,
    ]);
    expect(await ask(QUOTE_TRANSCRIBE, { input: { assetId } }, userId)).toMatchObject({ credits: 4 });
  });

  it('that is shorter than it seemed costs what its true length does, whoever ends its job; the rest goes back', async () => {
    const slow = Buffer.from(wav);
    slow.writeUInt32LE(1_000, 28);
    const { jobId, userId, heard } = await order(slow);
    expect(room.billing.available(userId)).toBeLessThan(99);
    const { jobs } = clientsOf(room);
    const dying = { ...clientsOf(room), jobs: { ...jobs, completeJob: () => Promise.reject(new Error('Killed.')) } };

    expect(await hearOf(jobId, heard, { tools: { clients: dying } })).toEqual(again(true));
    expect(await hearOf(jobId, heard, { tools: { ears: [] }, attempt: 2 })).toBeUndefined();

    expect([await statusOf(jobId), room.billing.chargesOf(jobId)]).toEqual(['COMPLETED', 1]);
    expect(room.billing.available(userId)).toBe(99);
  });

  it('that another run has heard further is left to that run', async () => {
    const { jobId, id, heard } = await order(wav);
    const quicker: TranscriptStore = {
      ...transcripts,
      keep: async (transcriptId, said) => {
        await clientsOf(room).jobs.startJob({ id: jobId, attempt: 2 });
        await transcripts.keep(transcriptId, said);
        return transcripts.keep(transcriptId, said);
      },
    };

    expect(await hearOf(jobId, heard, { tools: { transcripts: quicker } })).toBeUndefined();

    expect(await statusOf(jobId)).toBe('RUNNING');
    expect((await transcripts.segments([id])).flat()).toHaveLength(1);
  });
});
