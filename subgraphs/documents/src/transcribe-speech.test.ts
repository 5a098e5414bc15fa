import { createConfinedSpeaker, createApiEar, findPocketsphinx, PACKAGED_VOICES } from '@modu/engine-speech';
import { openSpeechApi } from '@modu/engine-speech/testing';
import type { SpeechApiServer } from '@modu/engine-speech/testing';
import { nobody } from '@modu/jobs/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  askRoom,
  openReadingRoom,
  QUOTE_TRANSCRIBE,
  someone,
  TRANSCRIBE_SPEECH,
  TRANSCRIBERS,
  TRANSCRIPT,
  TRANSCRIPTS,
} from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { transcriptIdOf } from './tasks/run-transcribe-job.ts';

const SAID = 'The committee will meet on Tuesday. The weather is nice today.';
const HEARD = {
  text: SAID,
  language: 'english',
  segments: [
    { start: 0.2, end: 2.4, text: ' The committee will meet on Tuesday.', avg_logprob: -0.1 },
    { start: 5.2, end: 7, text: ' The weather is nice today.', avg_logprob: -0.2 },
  ],
  words: [...SAID.matchAll(/[^\s]+/gu)].map(([word], at) => ({
    word,
    start: at < 6 ? 0.2 + at * 0.3 : 5.2 + (at - 6) * 0.3,
    end: at < 6 ? 0.4 + at * 0.3 : 5.4 + (at - 6) * 0.3,
  })),
};

let room: ReadingRoom;
let server: SpeechApiServer;
let recording: Uint8Array;

beforeAll(async () => {
  server = await openSpeechApi();
  server.hear(HEARD);
  const ears = [createApiEar({ baseUrl: server.baseUrl, model: 'whisper-1', retryAfterMs: 5 })];
  room = await openReadingRoom({ ears });
  const voice = PACKAGED_VOICES.find(({ id }) => id === 'flite:rms')!;
  const order = { text: `${SAID}\n`.repeat(2), language: 'en', voice, rate: 1, pitch: 1, format: 'MP3' } as const;
  ({ bytes: recording } = await createConfinedSpeaker().speak(order, { signal: new AbortController().signal }));
});

afterAll(async () => {
  await room.stop();
  await server.stop();
});

const { ask, endOf } = askRoom(() => room);
const keep = (userId: string, bytes: Uint8Array, filename = 'talk.mp3', at: ReadingRoom = room) =>
  at.assets.keep(userId, { bytes, contentType: 'audio/mpeg', filename });

interface Shown {
  readonly text: string;
  readonly segments: readonly { readonly words: readonly { readonly startMs: number }[] }[];
  readonly srt: string;
  readonly vtt: string;
}

describe('a recording that a client uploaded', () => {
  it('is written down with the moment of each word, in paragraphs, and as captions; it is paid for once', async () => {
    const userId = someone();
    const input = { assetId: keep(userId, recording), language: 'en' };
    const { credits } = await ask(QUOTE_TRANSCRIBE, { input }, userId);

    const { id } = await ask(TRANSCRIBE_SPEECH, { input }, userId);
    expect(await endOf(id, userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: credits, progress: 1 });

    const transcript = await ask<Shown>(TRANSCRIPT, { id: transcriptIdOf(String(id)) }, userId);
    expect(transcript).toMatchObject({
      ...{ state: 'READY', title: 'talk', language: 'en', transcriber: 'api:whisper-1' },
      text: 'The committee will meet on Tuesday.\n\nThe weather is nice today.',
      segments: [
        { position: 1, paragraph: 1 },
        { position: 2, paragraph: 2 },
      ],
    });
    const moments = transcript.segments.flatMap(({ words }) => words.map(({ startMs }) => startMs));
    expect(moments).toHaveLength(11);
    expect(moments).toEqual(moments.toSorted((one, other) => one - other));
    expect(transcript.srt).toMatch(/^1\n00:00:00,\d{3} --> 00:00:0\d,\d{3}\nThe committee will meet on Tuesday\.\n/);
    expect(transcript.vtt).toMatch(/^WEBVTT\n/);
    const call = server.calls.at(-1)!;
    expect(call.path).toBe('/v1/audio/transcriptions');
    expect(call.body.toString('latin1')).toMatch(/name="model"\r\n\r\nwhisper-1/);
    expect(call.body.includes('RIFF')).toBe(true);
    expect(room.billing.available(userId)).toBe(100 - Number(credits));
  });

  it('of which the service is away fails with the credits back, and leaves nothing', async () => {
    const userId = someone();
    const { id } = await ask(TRANSCRIBE_SPEECH, { input: { assetId: keep(userId, recording) } }, userId);
    server.failNext(400);

    expect(await endOf(id, userId)).toMatchObject({ status: 'FAILED', error: { code: 'INVALID_REQUEST' } });
    await vi.waitFor(() => expect(room.billing.available(userId)).toBe(100));
    expect(await ask(TRANSCRIPTS, {}, userId)).toMatchObject({ edges: [] });
  });

  it.each([
    ['holds garbage', Buffer.concat([Buffer.from('ID3'), Buffer.alloc(4_000, 7)]), 'RECORDING_DAMAGED'],
    ['is silent', Buffer.concat([wavHead(320_000), Buffer.alloc(320_000)]), 'RECORDING_WITHOUT_SPEECH'],
  ])('and %s fails at once with the credits back', async (_, bytes, code) => {
    const userId = someone();
    const { id } = await ask(TRANSCRIBE_SPEECH, { input: { assetId: keep(userId, bytes) } }, userId);

    expect(await endOf(id, userId)).toMatchObject({ status: 'FAILED', attempt: 1, error: { code } });
    await vi.waitFor(() => expect(room.billing.available(userId)).toBe(100));
  });

  it.each<[string, Buffer, string, number?]>([
    ['is empty', Buffer.alloc(0), 'INVALID_INPUT'],
    ['is no recording', Buffer.from('%PDF-1.7'), 'UNSUPPORTED_MEDIA'],
    ['says that it takes five hours', wavHead(576_000_000), 'TOO_LARGE', 5 * 115_200_000],
    ['is four gigabytes of silence', wavHead(4_294_000_000), 'TOO_LARGE', 4_294_000_044],
  ])('and %s is refused before anything is held', async (_, bytes, code, sizeBytes = bytes.length) => {
    const userId = someone();
    const assetId = keep(userId, bytes);
    // Nobody uploads that much in a test: the file is said to be as large.
    Object.assign(room.assets.assets.get(assetId)!, { sizeBytes });

    expect(await ask(TRANSCRIBE_SPEECH, { input: { assetId } }, userId)).toMatchObject({
      ...{ code, path: ['input', 'assetId'] },
    });
    expect(room.billing.available(userId)).toBe(100);
  });

  it('is refused in a wish: no such language, no such transcriber', async () => {
    const userId = someone();
    const assetId = keep(userId, recording);

    for (const [wish, field] of [
      [{ language: 'nonsense!' }, 'language'],
      [{ transcriber: 'nobody' }, 'transcriber'],
    ] as const)
      expect(await ask(TRANSCRIBE_SPEECH, { input: { assetId, ...wish } }, userId)).toMatchObject({
        ...{ code: 'INVALID_INPUT', path: ['input', field] },
      });
  });
});

function wavHead(dataBytes: number, rate = 16_000): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF\0\0\0\0WAVEfmt ', 'latin1');
  for (const [value, at] of [
    [16, 16],
    [rate, 24],
    [rate * 2, 28],
    [dataBytes, 40],
  ] as const)
    head.writeUInt32LE(value, at);
  for (const [value, at] of [
    [1, 20],
    [1, 22],
    [2, 32],
    [16, 34],
  ] as const)
    head.writeUInt16LE(value, at);
  head.write('data', 36, 'latin1');
  return head;
}

describe('where nothing can write speech down', () => {
  it('a wish is refused with the one command that changes it, and nothing is held', async () => {
    const bare = await openReadingRoom({ ears: [] });
    try {
      const assetId = keep('ada', recording, 'talk.mp3', bare);
      expect(await ask(TRANSCRIBERS, {}, 'ada', bare)).toEqual([]);

      const refused = await ask(TRANSCRIBE_SPEECH, { input: { assetId } }, 'ada', bare);

      expect(refused).toMatchObject({
        code: 'ENGINE_UNAVAILABLE',
        message: expect.stringContaining('apt-get install pocketsphinx pocketsphinx-en-us') as string,
      });
      expect(bare.billing.available('ada')).toBe(100);
    } finally {
      await bare.stop();
    }
  });
});

describe('a stranger', () => {
  it('sees nothing of a transcript and can have no recording of others heard', async () => {
    const [owner, stranger] = [someone(), someone()];
    const assetId = keep(owner, recording);
    const { id } = await ask(TRANSCRIBE_SPEECH, { input: { assetId } }, owner);
    await endOf(id, owner);
    const transcriptId = transcriptIdOf(String(id));

    expect(await ask(TRANSCRIPT, { id: transcriptId }, stranger)).toBeNull();
    expect(await ask(TRANSCRIPTS, {}, stranger)).toMatchObject({ edges: [] });
    expect(await ask(TRANSCRIBE_SPEECH, { input: { assetId } }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const remove = 'mutation ($id: ID!) { deleteTranscript(id: $id) { __typename ... on Refusal { code } } }';
    expect(await ask(remove, { id: transcriptId }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Transcript { text } } }';
    expect(await ask(entities, { of: [{ __typename: 'Transcript', id: transcriptId }] }, stranger)).toEqual([null]);
    const { errors } = await room.ask({ subgraph: 'documents', query: TRANSCRIPTS, viewer: nobody });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect(await ask(remove, { id: transcriptId }, owner)).toEqual({ __typename: 'DeletedTranscript' });
  });
});

const pocketsphinx = findPocketsphinx(process.env['PATH'] ?? '');

describe.runIf(pocketsphinx)('pocketsphinx', () => {
  // The program really hears 14 s of speech: on a machine with other work that takes longer than other tests.
  it('writes English down as a job, told of by the worker that has it', { timeout: 120_000 }, async () => {
    const own = await openReadingRoom({ ears: [pocketsphinx!] });
    try {
      expect(await ask(TRANSCRIBERS, {}, 'ada', own)).toMatchObject([{ id: 'pocketsphinx', languages: ['en'] }]);
      const assetId = keep('ada', recording, 'talk.mp3', own);
      const korean = await ask(TRANSCRIBE_SPEECH, { input: { assetId, language: 'ko' } }, 'ada', own);
      expect(korean).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'language'] });

      const { id } = await ask(TRANSCRIBE_SPEECH, { input: { assetId, language: 'en' } }, 'ada', own);
      expect(await endOf(id, 'ada', own)).toMatchObject({ status: 'COMPLETED' });

      const { text } = await ask<Shown>(TRANSCRIPT, { id: transcriptIdOf(String(id)) }, 'ada', own);
      for (const word of ['committee', 'weather', 'nice', 'today']) expect(text).toContain(word);
    } finally {
      await own.stop();
    }
  });
});
