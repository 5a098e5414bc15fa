import { createReader } from '@modu/engine-reading';
import { CANCEL_JOB, JOB_PROGRESS, nobody, person } from '@modu/jobs/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  askRoom,
  DELETE_DOCUMENT,
  DOCUMENT,
  DOCUMENTS,
  only,
  openReadingRoom,
  QUOTE_READ,
  READ_DOCUMENT,
  someone,
} from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { documentIdOf } from './tasks/run-read-job.ts';

let room: ReadingRoom;

beforeAll(async () => {
  room = await openReadingRoom();
});

afterAll(() => room.stop());

const { ask, watch } = askRoom(() => room);
const keep = (userId: string, content: string | Uint8Array, filename: string) =>
  room.assets.keep(userId, { bytes: Buffer.from(content), contentType: 'text/plain', filename });
const heldBy = (userId: string) => 100 - room.billing.available(userId);

interface Shown {
  readonly status: string;
  readonly step: number | null;
  readonly stepsTotal: number | null;
  readonly result: { readonly id: string } | null;
}

const watchToTheEnd = (id: unknown, userId: string) => watch<Shown>(id, userId);

async function readToTheEnd(userId: string, content: string | Uint8Array, filename: string) {
  const assetId = keep(userId, content, filename);
  const { id } = await ask(READ_DOCUMENT, { input: { assetId } }, userId);
  const seen = await watchToTheEnd(id, userId);
  return { assetId, jobId: String(id), seen, last: seen.at(-1) };
}

const PAGE =
  '<html lang="ko"><title>빛</title><body><h1>빛과 그림자</h1><p>빛은 곧게 나아간다.</p><h2>그림자</h2><p>끝.</p></body></html>';

describe('a file that a client uploaded', () => {
  it('is read into a document of blocks, and paid for once', async () => {
    const userId = someone();
    const { jobId, assetId, last } = await readToTheEnd(userId, PAGE, 'light.html');

    expect(last).toMatchObject({ status: 'COMPLETED', chargedCredits: 1, progress: 1 });
    const document = await ask(DOCUMENT, { id: documentIdOf(jobId), first: 2 }, userId);
    expect(document).toMatchObject({
      ...{ title: '빛', language: 'ko', format: 'HTML', state: 'READY', blockCount: 4, asset: { id: assetId } },
      outline: [
        { level: 1, text: '빛과 그림자' },
        { level: 2, text: '그림자' },
      ],
    });
    const { edges, pageInfo } = document['blocks'] as { edges: { node: object }[]; pageInfo: { endCursor: string } };
    expect(edges.map(({ node }) => node)).toMatchObject([
      { kind: 'HEADING', position: 1, level: 1 },
      { kind: 'PARAGRAPH', position: 2, text: '빛은 곧게 나아간다.' },
    ]);
    const rest = await ask(DOCUMENT, { id: documentIdOf(jobId), first: 2, after: pageInfo.endCursor }, userId);
    expect(rest['blocks']).toMatchObject({
      edges: [{ node: { position: 3 } }, { node: { position: 4 } }],
      pageInfo: { hasNextPage: false },
    });
    expect([room.billing.available(userId), room.billing.chargesOf(jobId)]).toEqual([99, 1]);
  });

  it('is watched part by part while it is read', async () => {
    const userId = someone();
    const { seen } = await readToTheEnd(userId, 'A paragraph of a long text.\n\n'.repeat(30_000), 'long.txt');

    const steps = seen.flatMap(({ step }) => step ?? []);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect(new Set(steps).size).toBeGreaterThan(3);
    expect(seen.at(-1)?.status).toBe('COMPLETED');
  });

  it('costs what was quoted', async () => {
    const userId = someone();
    const assetId = keep(userId, 'x '.repeat(2_500_000), 'large.txt');

    const { credits } = await ask(QUOTE_READ, { input: { assetId } }, userId);

    expect(credits).toBe(3);
    const { id } = await ask(READ_DOCUMENT, { input: { assetId } }, userId);
    expect(heldBy(userId)).toBe(3);
    expect((await watchToTheEnd(id, userId)).at(-1)).toMatchObject({ status: 'COMPLETED', chargedCredits: 3 });
  });

  it('is the same job again under the same key, and a conflict with another wish', async () => {
    const userId = someone();
    const assetId = keep(userId, PAGE, 'light.html');
    const input = { assetId, idempotencyKey: 'once' };

    const [first, second] = [await ask(READ_DOCUMENT, { input }, userId), await ask(READ_DOCUMENT, { input }, userId)];

    expect(second).toEqual(first);
    expect(await ask(READ_DOCUMENT, { input: { ...input, language: 'en' } }, userId)).toMatchObject({
      code: 'CONFLICT',
    });
    await watchToTheEnd(first['id'], userId);
    expect(room.billing.available(userId)).toBe(99);
  });
});

describe('a stranger', () => {
  it('sees nothing of a document and can do nothing with it or its file', async () => {
    const [owner, stranger] = [someone(), someone()];
    const { jobId, assetId } = await readToTheEnd(owner, PAGE, 'light.html');
    const id = documentIdOf(jobId);

    expect(await ask(DOCUMENT, { id }, stranger)).toBeNull();
    expect(await ask(DOCUMENTS, {}, stranger)).toMatchObject({ edges: [] });
    expect(await ask(DELETE_DOCUMENT, { id }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(READ_DOCUMENT, { input: { assetId } }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(QUOTE_READ, { input: { assetId } }, stranger)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
    const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Document { title } } }';
    expect(await ask(entities, { of: [{ __typename: 'Document', id }] }, stranger)).toEqual([null]);
    expect(
      (await room.ask({ subgraph: 'documents', query: DOCUMENT, variables: { id }, viewer: nobody })).data,
    ).toEqual({ document: null });
    const { errors } = await room.ask({ subgraph: 'documents', query: DOCUMENTS, viewer: nobody });
    expect(errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
  });
});

describe('the list of documents', () => {
  it('is the viewer’s own, newest first, a page at a time, without what was deleted', async () => {
    const userId = someone();
    const ids: string[] = [];
    for (const name of ['a', 'b', 'c'])
      ids.push(documentIdOf((await readToTheEnd(userId, `Text of ${name}.`, `${name}.txt`)).jobId));
    await ask(DELETE_DOCUMENT, { id: ids[1] }, userId);

    const first = (await ask(DOCUMENTS, { first: 1 }, userId)) as { edges: unknown; pageInfo: { endCursor: string } };
    const second = await ask(DOCUMENTS, { first: 1, after: first.pageInfo.endCursor }, userId);

    expect(first).toMatchObject({ edges: [{ node: { id: ids[2], title: 'c' } }], pageInfo: { hasNextPage: true } });
    expect(second).toMatchObject({ edges: [{ node: { id: ids[0], title: 'a' } }], pageInfo: { hasNextPage: false } });
    const { errors } = await room.ask({
      subgraph: 'documents',
      query: DOCUMENTS,
      variables: { after: 'nonsense' },
      viewer: person(userId),
    });
    expect(errors?.[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('what can’t be read', () => {
  it.each([
    ['an empty file', '', 'a.txt', 'INVALID_INPUT', '빈 파일'],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1ffff', 'hex'), 'a.doc', 'UNSUPPORTED_MEDIA', '예전 형식'],
    ['a PDF that was cut short', '%PDF-1.7\n1 0 obj<<>>endobj\n', 'a.pdf', 'UNSUPPORTED_MEDIA', '잘려'],
    ['a program', Buffer.from('7f454c4600000000000000', 'hex'), 'a.bin', 'UNSUPPORTED_MEDIA', '읽을 수 없는 형식'],
  ])('is refused before anything is held: %s', async (_, content, filename, code, words) => {
    const userId = someone();
    const input = { assetId: keep(userId, content, filename) };

    const refused = only(
      await room.ask({
        subgraph: 'documents',
        query: READ_DOCUMENT,
        variables: { input },
        viewer: person(userId, 'ko'),
      }),
    );

    expect(refused).toMatchObject({
      code,
      message: expect.stringContaining(words) as string,
      path: ['input', 'assetId'],
    });
    expect(room.billing.holds.size === 0 || heldBy(userId) === 0).toBe(true);
  });

  it('is refused in its wish: no language, no key', async () => {
    const userId = someone();
    const assetId = keep(userId, PAGE, 'a.html');

    expect(await ask(READ_DOCUMENT, { input: { assetId, language: 'klingonese!' } }, userId)).toMatchObject({
      path: ['input', 'language'],
    });
    expect(await ask(READ_DOCUMENT, { input: { assetId, idempotencyKey: '' } }, userId)).toMatchObject({
      path: ['input', 'idempotencyKey'],
    });
    expect(heldBy(userId)).toBe(0);
  });

  it('and is found out only when it is read fails at once, gives everything back and leaves nothing', async () => {
    const userId = someone();
    const { last } = await readToTheEnd(userId, '<html><body><script>only()</script></body></html>', 'empty.html');

    expect(last).toMatchObject({ status: 'FAILED', attempt: 1, error: { code: 'DOCUMENT_WITHOUT_TEXT' } });
    await vi.waitFor(() => expect(room.billing.available(userId)).toBe(100));
    expect(await ask(DOCUMENTS, {}, userId)).toMatchObject({ edges: [] });
  });
});

describe('a job that is canceled while it reads', () => {
  it('stops, gives the credits back and leaves no document', async () => {
    const userId = someone();
    const assetId = keep(userId, 'A paragraph.\n\n'.repeat(60_000), 'long.txt');
    const { id } = await ask(READ_DOCUMENT, { input: { assetId } }, userId);
    const stream = await room.watch({ query: JOB_PROGRESS, variables: { id }, viewer: person(userId) });
    for await (const event of stream) if ((only<Shown>(event).step ?? 0) > 2) break;

    await room.ask({ query: CANCEL_JOB, variables: { id }, viewer: person(userId) });

    await vi.waitFor(async () => expect(await ask(DOCUMENTS, {}, userId)).toMatchObject({ edges: [] }), {
      timeout: 20_000,
    });
    await vi.waitFor(() => expect(room.billing.available(userId)).toBe(100), { timeout: 20_000 });
  });
});

describe('a reader that dies in the middle', () => {
  // It opens a room of its own.
  const timeout = 90_000;
  it('is followed by a run that goes on from the next part; no block is lost or read twice', { timeout }, async () => {
    const reader = createReader();
    const from: number[] = [];
    const dying = await openReadingRoom({
      reader: {
        ...reader,
        read: (order, watcher) => {
          from.push(order.fromPart);
          if (from.length > 1) return reader.read(order, watcher);
          const onParts: typeof watcher.onParts = async (parts) => {
            await watcher.onParts(parts.filter(({ number }) => number <= 2));
            if (parts.some(({ number }) => number >= 2)) throw new Error('The process was killed.');
          };
          return reader.read(order, { ...watcher, onParts });
        },
      },
    });
    try {
      const text = Array.from({ length: 350 }, (_, at) => `Paragraph ${at + 1}.`).join('\n\n');
      const assetId = dying.assets.keep('ada', {
        bytes: Buffer.from(text),
        contentType: 'text/plain',
        filename: 'a.txt',
      });
      const viewer = person('ada');
      const { id } = only(
        await dying.ask({ subgraph: 'documents', query: READ_DOCUMENT, variables: { input: { assetId } }, viewer }),
      );
      for await (const event of await dying.watch({ query: JOB_PROGRESS, variables: { id }, viewer })) void event;

      const asked = { documentId: documentIdOf(String(id)), take: 1_000, after: 0 };
      const blocks = (await dying.documents.blocks([asked])).flat();
      expect(from).toEqual([1, 3]);
      expect(blocks.map(({ block }) => 'text' in block && block.text)).toEqual(text.split('\n\n'));
      expect(blocks.map(({ position }) => position)).toEqual(blocks.map((_, at) => at + 1));
      expect(dying.billing.chargesOf(String(id))).toBe(1);
    } finally {
      await dying.stop();
    }
  });
});
