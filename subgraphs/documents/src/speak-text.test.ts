import { createReaderHere } from '@modu/engine-reading/testing';
import { createConfinedSpeaker } from '@modu/engine-speech';
import { createId } from '@modu/ids';
import { CANCEL_JOB, JOB_PROGRESS, nobody, person } from '@modu/jobs/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  askRoom,
  CLIP,
  CLIPS,
  DELETE_CLIP,
  only,
  openReadingRoom,
  QUOTE_SPEAK,
  someone,
  SPEAK_TEXT,
  VOICES,
} from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { clipIdOf } from './tasks/run-speak-job.ts';

let room: ReadingRoom;

beforeAll(async () => {
  room = await openReadingRoom({ reader: createReaderHere() });
});

afterAll(() => room.stop());

const { ask, endOf, readOf } = askRoom(() => room);

interface Shown {
  readonly durationMs: number;
  readonly asset: { readonly id: string };
  readonly chapters: readonly { readonly title: string; readonly asset: { readonly id: string } }[];
  readonly chapter: { readonly text: string };
  readonly words: readonly { readonly start: number; readonly end: number; readonly startMs: number }[];
}

const BOOK =
  '# 빛\n\n머리말이다.\n\n## 첫째 장\n\n빛은 곧게 나아간다.\n\n### 작은 제목\n\n더 있다.\n\n## 둘째 장\n\n그림자가 생긴다.\n';

describe('a text', () => {
  it('becomes a file of its owner, with the moment of each word; it costs what was quoted', async () => {
    const userId = someone();
    const text = '빛은 곧게 나아간다. 그림자가 생긴다.';
    expect(await ask(QUOTE_SPEAK, { input: { text } }, userId)).toMatchObject({ credits: 1, refusal: null });

    const { id } = await ask(SPEAK_TEXT, { input: { text, rate: 1.2 } }, userId);
    expect(await endOf(id, userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 1 });

    const clip = await ask<Shown>(CLIP, { id: clipIdOf(String(id)) }, userId);
    expect(clip).toMatchObject({
      ...{ state: 'READY', title: text, language: 'ko', voice: 'espeak-ng:ko' },
      rate: 1.2,
    });
    expect(clip.words.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text.replaceAll('.', ''));
    expect(clip.words.at(-1)!.startMs).toBeLessThan(clip.durationMs);
    expect(room.assets.assets.get(clip.asset.id)).toMatchObject({
      ...{ ownerId: userId, status: 'READY', contentType: 'audio/mpeg' },
    });
    expect(Buffer.from(room.assets.bytesOf(clip.asset.id)!).readUInt16BE(0) & 0xffe0).toBe(0xffe0);
    expect([room.billing.available(userId), room.billing.chargesOf(String(id))]).toEqual([99, 1]);
    expect(await ask(CLIPS, {}, userId)).toMatchObject({ edges: [{ node: { state: 'READY' } }] });
  });

  it('is stored whatever it is called', async () => {
    const userId = someone();

    const { id } = await ask(SPEAK_TEXT, { input: { text: '빛', title: '가족 👨‍👩‍👧' } }, userId);

    expect(await endOf(id, userId)).toMatchObject({ status: 'COMPLETED' });
    const clip = await ask<Shown & { title: string }>(CLIP, { id: clipIdOf(String(id)) }, userId);
    expect(clip.title).toBe('가족 👨‍👩‍👧');
    expect(room.assets.assets.get(clip.asset.id)!.filename).toBe('가족 👨👩👧.mp3');
  });

  it('that is English is said by an American unless another voice is named', async () => {
    const userId = someone();
    const text = 'The light goes straight and then it bends for us.';
    const inputs = [{ text }, { text, voice: 'flite:kal16', format: 'WAV' }];
    const voices = [];
    for (const input of inputs) {
      const { id } = await ask(SPEAK_TEXT, { input }, userId);
      expect(await endOf(id, userId)).toMatchObject({ status: 'COMPLETED' });
      voices.push((await ask<{ voice: string }>(CLIP, { id: clipIdOf(String(id)) }, userId)).voice);
    }

    expect(voices).toEqual(['espeak-ng:en-US', 'flite:kal16']);
  });

  it.each([
    ['neither a text nor a document', {}, 'INVALID_INPUT', 'text'],
    ['no words', { text: ' … ' }, 'INVALID_INPUT', 'text'],
    ['too many words', { text: '가'.repeat(15_001) }, 'TOO_LARGE', 'text'],
    ['a voice that is not there', { text: 'a', voice: 'espeak-ng:nobody' }, 'INVALID_INPUT', 'voice'],
    ['a voice of another language', { text: 'a', voice: 'flite:slt', language: 'ko' }, 'INVALID_INPUT', 'voice'],
    ['a voice without letters for the text', { text: '빛은 곧다', voice: 'flite:slt' }, 'INVALID_INPUT', 'voice'],
    ['a language that nobody speaks', { text: 'a', language: 'zu' }, 'INVALID_INPUT', 'voice'],
    ['half a character', { text: '빛\ud83d' }, 'INVALID_INPUT', 'text'],
    ['a sign that nobody sees', { text: '빛\u0000' }, 'INVALID_INPUT', 'text'],
    ['a title with half a character', { text: '빛', title: '\ud83d' }, 'INVALID_INPUT', 'title'],
    ['a haste', { text: 'a', rate: 9 }, 'INVALID_INPUT', 'rate'],
    ['a pitch for a voice that keeps its own', { text: 'a', voice: 'flite:slt', pitch: 1.5 }, 'INVALID_INPUT', 'pitch'],
    ['another’s document', { documentId: createId() }, 'NOT_FOUND', 'documentId'],
  ])('is refused before anything is held: %s', async (_, input, code, field) => {
    const userId = someone();

    const refused = await ask<{ message: string }>(SPEAK_TEXT, { input }, userId);

    expect(refused).toMatchObject({ code, path: ['input', field] });
    expect(refused.message).toMatch(/\.$/);
    expect(room.billing.available(userId)).toBe(100);
  });
});

describe('a document', () => {
  it('is said chapter by chapter, with a playlist that names their files', async () => {
    const userId = someone();
    const documentId = await readOf(userId, BOOK);

    const { id } = await ask(SPEAK_TEXT, { input: { documentId } }, userId);
    expect(await endOf(id, userId)).toMatchObject({ status: 'COMPLETED', progress: 1 });

    const clip = await ask<Shown>(CLIP, { id: clipIdOf(String(id)), chapter: 2 }, userId);
    expect(clip.chapters.map(({ title }) => title)).toEqual(['빛', '첫째 장', '둘째 장']);
    expect(clip.chapter.text).toBe('첫째 장\n빛은 곧게 나아간다.\n작은 제목\n더 있다.');
    const names = clip.chapters.map(({ asset }) => room.assets.assets.get(asset.id)!.filename);
    expect(names).toEqual(['001 빛.mp3', '002 첫째 장.mp3', '003 둘째 장.mp3']);
    const playlist = Buffer.from(room.assets.bytesOf(clip.asset.id)!).toString();
    expect(playlist.split('\n').filter((line) => line !== '' && !line.startsWith('#'))).toEqual(names);
  });

  it(
    'whose speaker dies is said on from the next chapter; no chapter is said or kept twice',
    { timeout: 60_000 },
    async () => {
      const speaker = createConfinedSpeaker();
      const said: string[] = [];
      const dying = await openReadingRoom({
        speaker: {
          speak: (order, watcher) => {
            said.push(order.text.split('\n')[0]!);
            return said.length === 2
              ? Promise.reject(new Error('The process was killed.'))
              : speaker.speak(order, watcher);
          },
        },
      });
      try {
        const documentId = await readOf('ada', BOOK, dying);
        const { id } = await ask(SPEAK_TEXT, { input: { documentId } }, 'ada', dying);

        expect(await endOf(id, 'ada', dying)).toMatchObject({ status: 'COMPLETED' });
        expect(said).toEqual(['빛', '첫째 장', '첫째 장', '둘째 장']);
        expect(await dying.clips.chapters([clipIdOf(String(id))])).toHaveLength(3);
        expect(dying.billing.chargesOf(String(id))).toBe(1);
      } finally {
        await dying.stop();
      }
    },
  );

  it('is refused a voice that has no letters for it, and nothing is held', async () => {
    const userId = someone();
    const documentId = await readOf(userId, BOOK);
    const before = room.billing.available(userId);

    const input = { documentId, voice: 'flite:slt' };
    expect(await ask(SPEAK_TEXT, { input }, userId)).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'voice'] });
    expect(await ask(QUOTE_SPEAK, { input }, userId)).toMatchObject({ refusal: { code: 'INVALID_INPUT' } });

    expect(room.billing.available(userId)).toBe(before);
  });

  it('of which the voice says nothing, whatever its language is called, costs nothing', async () => {
    const userId = someone();
    const documentId = await readOf(userId, BOOK);
    const before = room.billing.available(userId);
    await room.pool.query(`UPDATE document SET language = 'und' WHERE id = $1`, [documentId]);

    const { id } = await ask(SPEAK_TEXT, { input: { documentId, voice: 'flite:slt' } }, userId);

    expect(await endOf(id, userId)).toMatchObject({ status: 'FAILED', error: { code: 'DOCUMENT_WITHOUT_TEXT' } });
    await vi.waitFor(() => expect(room.billing.available(userId)).toBe(before));
  });

  it('takes its clips along when it is deleted', async () => {
    const userId = someone();
    const documentId = await readOf(userId, BOOK);
    const { id } = await ask(SPEAK_TEXT, { input: { documentId } }, userId);
    await endOf(id, userId);

    await room.documents.remove(documentId, userId);

    expect(await ask(CLIP, { id: clipIdOf(String(id)) }, userId)).toBeNull();
  });
});

describe('a job that is canceled while it speaks', () => {
  it('stops, gives the credits back and leaves neither a clip nor files', async () => {
    const userId = someone();
    const chapter = '## 장\n\n빛은 곧게 나아간다. 그림자가 생긴다.\n\n'.repeat(40);
    const documentId = await readOf(userId, chapter);
    const before = room.billing.available(userId);
    const { id } = await ask(SPEAK_TEXT, { input: { documentId } }, userId);
    const stream = await room.watch({ query: JOB_PROGRESS, variables: { id }, viewer: person(userId) });
    for await (const event of stream) if ((only<{ step: number | null }>(event).step ?? 0) > 4) break;

    await room.ask({ query: CANCEL_JOB, variables: { id }, viewer: person(userId) });

    const gone = async () => expect(await ask(CLIP, { id: clipIdOf(String(id)) }, userId)).toBeNull();
    await vi.waitFor(gone, { timeout: 20_000 });
    await vi.waitFor(() => expect(room.billing.available(userId)).toBe(before), { timeout: 20_000 });
    // The run may still have been storing a chapter when its clip was removed: it takes its files with it when it has stopped.
    const files = () => [...room.assets.assets.values()].filter(({ ownerId }) => ownerId === userId);
    await vi.waitFor(() => expect(files()).toHaveLength(1), { timeout: 20_000 });
  });
});

describe('a stranger', () => {
  it('sees nothing of a clip and can do nothing with it or its document', async () => {
    const [owner, stranger] = [someone(), someone()];
    const documentId = await readOf(owner, '빛은 곧게 나아간다.\n');
    const { id } = await ask(SPEAK_TEXT, { input: { documentId } }, owner);
    await endOf(id, owner);
    const clipId = clipIdOf(String(id));

    expect(await ask(CLIP, { id: clipId }, stranger)).toBeNull();
    expect(await ask(CLIPS, {}, stranger)).toMatchObject({ edges: [] });
    expect(await ask(DELETE_CLIP, { id: clipId }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(SPEAK_TEXT, { input: { documentId } }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(QUOTE_SPEAK, { input: { documentId } }, stranger)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on SpeechClip { title } } }';
    expect(await ask(entities, { of: [{ __typename: 'SpeechClip', id: clipId }] }, stranger)).toEqual([null]);
    for (const query of [CLIPS, `query { quoteSpeakText(input: { text: "a" }) { credits } }`]) {
      const { errors } = await room.ask({ subgraph: 'documents', query, viewer: nobody });
      expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    }
    expect(await ask(DELETE_CLIP, { id: clipId }, owner)).toEqual({ __typename: 'DeletedSpeechClip', id: clipId });
    expect(await ask(CLIP, { id: clipId }, owner)).toBeNull();
  });
});

describe('the voices', () => {
  it('are those that can be had, by language, with what they are', async () => {
    const all = await ask<{ id: string; licence: string }[]>(VOICES, {}, someone());
    const korean = await ask(VOICES, { language: 'ko-KR' }, someone());

    expect(all.length).toBeGreaterThan(100);
    expect(all.every(({ licence }) => licence.length > 2)).toBe(true);
    expect(korean).toEqual([{ id: 'espeak-ng:ko', language: 'ko', engine: 'ESPEAK_NG', licence: 'GPL-3.0-or-later' }]);
  });
});
