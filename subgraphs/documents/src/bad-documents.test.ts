import { makeDocx, makePdf, makeUnmappedPdf, makeZip } from '@modu/engine-reading/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askRoom, DOCUMENTS, openReadingRoom, READ_DOCUMENT, someone } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom();
});
afterAll(() => room.stop());

const { ask, endOf, readOf } = askRoom(() => room);
const MEGABYTE = 1_048_576;
const LINE = [{ text: 'Some text.', x: 72, y: 700 }];
const LOCK = '/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -44' + `/O<${'0'.repeat(64)}>/U<${'1'.repeat(64)}>>>`;

const cyclic = () => Buffer.from(makePdf([LINE]).toString('latin1').replace('/Kids[8 0 R]', '/Kids[2 0 R]'), 'latin1');
const stealing = () =>
  makeDocx('<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>', {
    prolog: '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
  });

/** A file, what becomes of its job, and the page that is named where there is one. */
type Bad = readonly [name: string, filename: string, make: () => Uint8Array, code: string, pageNumber: number | null];
const BAD: readonly Bad[] = [
  ['a locked PDF', 'a.pdf', () => makePdf([LINE], { trailer: LOCK }), 'DOCUMENT_ENCRYPTED', null],
  ['a PDF whose pages bite their own tail', 'a.pdf', cyclic, 'DOCUMENT_DAMAGED', 1],
  ['a PDF of 10 000 pages', 'a.pdf', () => makePdf(Array(10_000).fill([])), 'DOCUMENT_TOO_LARGE', null],
  ['a PDF whose font maps no letter', 'a.pdf', () => makeUnmappedPdf(['THELITTLEHILL']), 'DOCUMENT_WITHOUT_TEXT', 1],
  ['a bomb', 'a.docx', () => makeZip({ 'word/document.xml': ' '.repeat(40 * MEGABYTE) }), 'DOCUMENT_TOO_LARGE', null],
  ['a DOCX that asks for a file of the machine', 'a.docx', stealing, 'DOCUMENT_DAMAGED', null],
  [
    'a page that is nothing but a script',
    'a.html',
    () => Buffer.from('<script>document.write("said")</script>'),
    'DOCUMENT_WITHOUT_TEXT',
    null,
  ],
];

describe('a document that can’t be read', () => {
  it.each(BAD)('fails once with its reason, gives everything back and leaves nothing: %s', async (...bad) => {
    const [, filename, make, code, pageNumber] = bad;
    const userId = someone();
    const assetId = room.assets.keep(userId, { bytes: Buffer.from(make()), contentType: 'text/plain', filename });

    const { id } = await ask(READ_DOCUMENT, { input: { assetId } }, userId);

    expect(await endOf(id, userId)).toMatchObject({ status: 'FAILED', attempt: 1, error: { code, pageNumber } });
    await vi.waitFor(() => expect(room.billing.available(userId)).toBe(100));
    expect(await ask(DOCUMENTS, {}, userId)).toMatchObject({ edges: [] });
  });

  it('is nothing to those that are read beside it', async () => {
    const [bad, good] = [someone(), someone()];
    const bytes = makeZip({ 'word/document.xml': ' '.repeat(40 * MEGABYTE) });
    const file = { bytes: Buffer.from(bytes), contentType: 'text/plain', filename: 'a.docx' };
    const { id } = await ask(READ_DOCUMENT, { input: { assetId: room.assets.keep(bad, file) } }, bad);

    await readOf(good, '# 빛\n\n빛은 곧게 나아간다.\n');

    expect(await ask(DOCUMENTS, {}, good)).toMatchObject({ edges: [{ node: { state: 'READY' } }] });
    expect(await endOf(id, bad)).toMatchObject({ status: 'FAILED' });
  });
});
