import type { Reader } from '@modu/engine-reading';
import { makePdf } from '@modu/engine-reading/testing';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { askRoom, openReadingRoom, QUOTE_READ, someone } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';

const expected: Parameters<Reader['expect']>[0][] = [];
const reader: Reader = {
  makeReady: () => Promise.resolve(),
  expect: (wish) => void expected.push(wish),
  read: () => Promise.reject(new Error('Nothing is read here.')),
  close: () => Promise.resolve(),
};
let room: ReadingRoom;

beforeAll(async () => {
  room = await openReadingRoom({ reader });
});

afterAll(() => room.stop());

const { ask } = askRoom(() => room);

const quote = (userId: string, bytes: Buffer, filename: string) => {
  const assetId = room.assets.keep(userId, { bytes, contentType: 'application/pdf', filename });
  return ask(QUOTE_READ, { input: { assetId } }, userId);
};

it('a worker makes ready for a PDF as soon as its price is asked for, and is not told its name', async () => {
  const pdf = makePdf([[{ text: 'Light goes straight on.', x: 72, y: 700 }]]);

  await quote(someone(), pdf, 'About Ada.pdf');

  await vi.waitFor(() => expect(expected).toEqual([{ filename: 'file.pdf', recognise: false }]));
});

it('nobody makes ready for what is refused', async () => {
  expected.length = 0;

  expect(await quote(someone(), Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\n'), 'a.pdf')).toMatchObject({
    refusal: { code: expect.any(String) as string },
  });

  expect(expected).toEqual([]);
});
