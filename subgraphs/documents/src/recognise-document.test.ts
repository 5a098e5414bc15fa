import { makeScan, makeScannedPdf } from '@modu/engine-reading/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  askRoom,
  CORRECT_BLOCK,
  DOCUMENT,
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

const { ask, endOf } = askRoom(() => room);

interface Shown {
  readonly blocks: { readonly edges: readonly { readonly node: Record<string, unknown> }[] };
}

describe('a scan', () => {
  it(
    'fails with the page named and nothing paid, is read as pictures when that is asked for, and says how sure it is',
    { timeout: 120_000 },
    async () => {
      const userId = someone();
      const bytes = makeScannedPdf([await makeScan(['The light goes straight on.'], 'jpeg')]);
      const assetId = room.assets.keep(userId, { bytes, contentType: 'application/pdf', filename: 'scan.pdf' });

      const first = await ask(READ_DOCUMENT, { input: { assetId } }, userId);
      expect(await endOf(first['id'], userId)).toMatchObject({
        status: 'FAILED',
        error: { code: 'DOCUMENT_WITHOUT_TEXT', message: expect.stringContaining('1') },
      });

      const input = { assetId, recognise: true, language: 'en' };
      await vi.waitFor(() => expect(room.billing.available(userId)).toBe(100));
      expect(await ask(QUOTE_READ, { input }, userId)).toMatchObject({ credits: 1, refusal: null });
      const again = await ask(READ_DOCUMENT, { input }, userId);
      expect(await endOf(again['id'], userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 1 });
      const id = documentIdOf(String(again['id']));
      const { blocks } = (await ask(DOCUMENT, { id, first: 10 }, userId)) as unknown as Shown;
      const [, said] = blocks.edges.map(({ node }) => node);
      expect(said).toMatchObject({ kind: 'PARAGRAPH', text: 'The light goes straight on.', page: 1 });
      expect(said?.['confidence']).toBeGreaterThan(0.5);

      const correction = { blockId: said?.['id'], expectedVersion: 0, text: 'The light goes straight ahead.' };
      await ask(CORRECT_BLOCK, { input: correction }, userId);
      const corrected = (await ask(DOCUMENT, { id, first: 10 }, userId)) as unknown as Shown;
      expect(corrected.blocks.edges[1]?.node).toMatchObject({ confidence: null, isCorrected: true });
    },
  );

  it(
    'of a few pages is named page by page and read for its share alone: its words are in their place, what was corrected stays',
    { timeout: 120_000 },
    async () => {
      const userId = someone();
      const said = 'The light goes straight on.';
      const scan = await makeScan(['A shadow is where it does not go.'], 'jpeg');
      const bytes = Buffer.concat([
        makeScannedPdf([said, scan, said]),
        Buffer.from(`\n${'%'.repeat(1_500_000)}\n%%EOF\n`),
      ]);
      const assetId = room.assets.keep(userId, { bytes, contentType: 'application/pdf', filename: 'half.pdf' });
      const first = await ask(READ_DOCUMENT, { input: { assetId } }, userId);
      await endOf(first['id'], userId);
      const documentId = documentIdOf(String(first['id']));
      const read = (await ask(DOCUMENT, { id: documentId, first: 20 }, userId)) as unknown as Shown;
      expect(read).toMatchObject({ pagesWithoutText: [2] });
      const spoken = read.blocks.edges.find(({ node }) => node['kind'] === 'PARAGRAPH')?.node;
      await ask(CORRECT_BLOCK, { input: { blockId: spoken?.['id'], expectedVersion: 0, text: 'It goes on.' } }, userId);

      const input = { assetId, documentId, recognise: true, language: 'en' };
      expect(await ask(QUOTE_READ, { input: { assetId, recognise: true } }, userId)).toMatchObject({ credits: 3 });
      expect(await ask(QUOTE_READ, { input }, userId)).toMatchObject({ credits: 1, refusal: null });
      expect(await ask(READ_DOCUMENT, { input: { ...input, recognise: false } }, userId)).toMatchObject({
        code: 'INVALID_INPUT',
        path: ['input', 'documentId'],
      });
      const strange = someone();
      const theirs = room.assets.keep(strange, { bytes, contentType: 'application/pdf', filename: 'half.pdf' });
      expect(await ask(READ_DOCUMENT, { input: { ...input, assetId: theirs } }, strange)).toMatchObject({
        code: 'NOT_FOUND',
        path: ['input', 'documentId'],
      });

      const again = await ask(READ_DOCUMENT, { input }, userId);
      expect(await endOf(again['id'], userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: 1 });
      const id = documentIdOf(String(again['id']));
      const { blocks, ...rest } = (await ask(DOCUMENT, { id, first: 20 }, userId)) as unknown as Shown;
      expect(rest).toMatchObject({ pagesWithoutText: [] });
      expect(blocks.edges.map(({ node }) => [node['page'], node['kind'], node['text']])).toEqual([
        [1, 'PAGE_BREAK', '1'],
        [1, 'PARAGRAPH', 'It goes on.'],
        [2, 'PAGE_BREAK', '2'],
        [2, 'PARAGRAPH', 'A shadow is where it does not go.'],
        [3, 'PAGE_BREAK', '3'],
        [3, 'PARAGRAPH', said],
      ]);
    },
  );

  it('in letters that are not known is refused before anything is held; more of it costs more', async () => {
    const userId = someone();
    const picture = await makeScan(['Light']);
    const bytes = Buffer.concat([picture, Buffer.alloc(600_000)]);
    const assetId = room.assets.keep(userId, { bytes, contentType: 'image/png', filename: 'page.png' });
    const before = room.billing.available(userId);

    expect(await ask(READ_DOCUMENT, { input: { assetId, language: 'ja' } }, userId)).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', 'language'],
    });
    expect(await ask(QUOTE_READ, { input: { assetId } }, userId)).toMatchObject({ credits: 2 });
    expect(room.billing.available(userId)).toBe(before);
  });
});
