import { createId } from '@modu/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askRoom, BRAILLE_DOCUMENT, openReadingRoom, someone, SPEAK_TEXT } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom({ worker: false });
});
afterAll(() => room.stop());

const { ask } = askRoom(() => room);

async function keepDocument(ownerId: string): Promise<string> {
  const id = createId();
  const head = { format: 'TEXT', title: '책', language: 'ko', pageCount: null, partCount: 1 } as const;
  await room.documents.begin({ ...head, id, ownerId, assetId: 'a', jobId: createId() });
  const block = { kind: 'PARAGRAPH', text: '빛은 곧게 나아간다.', spans: [], page: null } as const;
  await room.documents.keepParts(id, [{ number: 1, blocks: [block] }]);
  await room.documents.finish(id);
  return id;
}

it('a wish that is repeated finds its job, though the usual voice, language and title are others by now', async () => {
  const userId = someone();
  const input = { documentId: await keepDocument(userId), idempotencyKey: 'once' };
  const first = await ask(SPEAK_TEXT, { input }, userId);
  expect(first).toMatchObject({ id: expect.any(String) as string });

  await room.pool.query(`UPDATE document SET language = 'en', title = 'A book' WHERE id = $1`, [input.documentId]);

  expect(await ask(SPEAK_TEXT, { input }, userId)).toEqual(first);
  expect(await ask(SPEAK_TEXT, { input: { ...input, rate: 1.5 } }, userId)).toMatchObject({
    code: 'CONFLICT',
    path: ['input', 'idempotencyKey'],
  });
  expect(room.billing.available(userId)).toBe(99);
});

it('and though what it needs has gone since: its sender asks what became of it', async () => {
  const userId = someone();
  const input = { documentId: await keepDocument(userId), idempotencyKey: 'once' };
  const orders = [SPEAK_TEXT, BRAILLE_DOCUMENT].map((order, at) => ({
    ...{ order, input: { ...input, idempotencyKey: `once ${at}` } },
  }));
  const first = await Promise.all(orders.map((one) => ask(one.order, { input: one.input }, userId)));

  await room.documents.remove(input.documentId, userId);

  expect(await Promise.all(orders.map((one) => ask(one.order, { input: one.input }, userId)))).toEqual(first);
  expect(await ask(SPEAK_TEXT, { input: { ...input, idempotencyKey: 'another' } }, userId)).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(room.billing.available(userId)).toBe(98);
});
