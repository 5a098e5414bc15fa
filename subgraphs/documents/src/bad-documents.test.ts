import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makeDocx, makePdf, makeUnmappedPdf, makeZip } from '@modu/engine-reading/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { askRoom, DOCUMENT, DOCUMENTS, openReadingRoom, READ_DOCUMENT, someone } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { documentIdOf } from './tasks/run-read-job.ts';

let room: ReadingRoom;
beforeAll(async () => {
  room = await openReadingRoom();
});
afterAll(() => room.stop());

const { ask, endOf, readOf, run } = askRoom(() => room);
/** What the blocks say of a file that somebody has had read. */
async function textsOf(bytes: Uint8Array, filename: string): Promise<string[]> {
  const userId = someone();
  const assetId = room.assets.keep(userId, { bytes: Buffer.from(bytes), contentType: 'text/plain', filename });
  const id = documentIdOf(await run(READ_DOCUMENT, { assetId }, userId));
  const shown = await ask<{ blocks: { edges: { node: { text: string } }[] } }>(DOCUMENT, { id }, userId);
  return shown.blocks.edges.map(({ node }) => node.text);
}
const MEGABYTE = 1_048_576;
const bomb = makeZip({ 'word/document.xml': ' '.repeat(40 * MEGABYTE) });
const LINE = [{ text: 'Some text.', x: 72, y: 700 }];
const LOCK = '/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -44' + `/O<${'0'.repeat(64)}>/U<${'1'.repeat(64)}>>>`;

const cyclic = () => Buffer.from(makePdf([LINE]).toString('latin1').replace('/Kids[8 0 R]', '/Kids[2 0 R]'), 'latin1');
const withoutSecondPage = () =>
  Buffer.from(makePdf([LINE, LINE, LINE]).toString('latin1').replace('8 0 R 10 0 R', '8 0 R 99 0 R'), 'latin1');
const cutShort = () => makeDocx('<w:p><w:r><w:t>Some text.</w:t></w:r></w:p>').subarray(0, -60);
/** Each entity is ten of the one before. */
const laughing = () => {
  const entities = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
  const prolog = `<!DOCTYPE x [<!ENTITY l0 "ha">${entities}]>`;
  return makeDocx('<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>', { prolog });
};
const stealing = () =>
  makeDocx('<w:p><w:r><w:t>&secret;</w:t></w:r></w:p>', {
    prolog: '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
  });

/** A file, what becomes of its job, and the page that is named where there is one. */
type Bad = readonly [name: string, filename: string, make: () => Uint8Array, code: string, pageNumber: number | null];
const BAD: readonly Bad[] = [
  ['a locked PDF', 'a.pdf', () => makePdf([LINE], { trailer: LOCK }), 'DOCUMENT_ENCRYPTED', null],
  ['a PDF whose pages bite their own tail', 'a.pdf', cyclic, 'DOCUMENT_DAMAGED', 1],
  ['a PDF whose second page is missing', 'a.pdf', withoutSecondPage, 'DOCUMENT_DAMAGED', 2],
  ['a DOCX that was cut short', 'a.docx', cutShort, 'DOCUMENT_DAMAGED', null],
  ['a DOCX whose entities blow up', 'a.docx', laughing, 'DOCUMENT_DAMAGED', null],
  ['a PDF of 10 000 pages', 'a.pdf', () => makePdf(Array(10_000).fill([])), 'DOCUMENT_TOO_LARGE', null],
  ['a PDF whose font maps no letter', 'a.pdf', () => makeUnmappedPdf(['THELITTLEHILL']), 'DOCUMENT_WITHOUT_TEXT', 1],
  ['a bomb', 'a.docx', () => bomb, 'DOCUMENT_TOO_LARGE', null],
  ['a DOCX that asks for a file of the machine', 'a.docx', stealing, 'DOCUMENT_DAMAGED', null],
  [
    'a page that is nothing but a script',
    'a.html',
    () => Buffer.from('<script>document.write("said")</script>'),
    'DOCUMENT_WITHOUT_TEXT',
    null,
  ],
];

describe('a document of doubtful making that can be read', () => {
  it('says what it shows: no script is run, no frame, picture or style is fetched', async () => {
    const asked: string[] = [];
    const server = createServer(({ url }, answer) => {
      asked.push(url ?? '');
      answer.end('fetched');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const page = `<link rel="stylesheet" href="${home}/style"><script src="${home}/script"></script>
      <script>document.write('<p>written</p>'); fetch('${home}/call')</script>
      <p onclick="fetch('${home}/click')">Shown.</p><iframe src="${home}/frame"></iframe><img src="${home}/image" alt="A hill">`;

    const said = await textsOf(Buffer.from(page), 'page.html');
    server.close();

    expect([said, asked]).toEqual([['Shown.', 'A hill'], []]);
  });

  it('is read line by line where two encodings were put together', async () => {
    const [utf8, cp949] = [Buffer.from('첫째 줄\n\n'), Buffer.from('b5d1c2b020c1d90a', 'hex')];

    expect(await textsOf(Buffer.concat([utf8, cp949]), 'mixed.txt')).toEqual(['첫째 줄', '둘째 줄']);
  });
});

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
    const file = { bytes: Buffer.from(bomb), contentType: 'text/plain', filename: 'a.docx' };
    const { id } = await ask(READ_DOCUMENT, { input: { assetId: room.assets.keep(bad, file) } }, bad);

    await readOf(good, '# 빛\n\n빛은 곧게 나아간다.\n');

    expect(await ask(DOCUMENTS, {}, good)).toMatchObject({ edges: [{ node: { state: 'READY' } }] });
    expect(await endOf(id, bad)).toMatchObject({ status: 'FAILED' });
  });
});
