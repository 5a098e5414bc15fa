import { createReaderHere } from '@modu/engine-reading/testing';
import { nobody } from '@modu/jobs/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askRoom,
  BRAILLE_DOCUMENT,
  CORRECT_BLOCK,
  DOCUMENT,
  FIND,
  MOVE_BLOCK,
  openReadingRoom,
  QUOTE_BRAILLE,
  READ_DOCUMENT,
  RENDITION,
  someone,
  UNDO_CORRECTION,
} from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { CORRECTIONS_BYTES_MAX } from './domain/correction.ts';
import { createCorrectionStore } from './store/correction-store.ts';
import { renditionIdOf } from './tasks/run-braille-job.ts';
import { documentIdOf } from './tasks/run-read-job.ts';

let room: ReadingRoom;

beforeAll(async () => {
  room = await openReadingRoom({ reader: createReaderHere() });
});

afterAll(() => room.stop());

const { ask, run, keep, readOf: readAny } = askRoom(() => room);

const TEXT = '# 빛과 그림자\n\n빛은 곧게 나아간다.\n\n그림자는 그 뒤에 생긴다.\n\n2024년 8월\n';

const readOf = (userId: string, text = TEXT) => readAny(userId, text);
const brailleOf = async (userId: string, documentId: string, wish: object = {}) =>
  renditionIdOf(await run(BRAILLE_DOCUMENT, { documentId, ...wish }, userId));

interface Shown {
  readonly version: number;
  readonly lastCorrection: object | null;
  readonly blocks: {
    readonly edges: readonly { readonly node: { readonly id: string; readonly text: string; readonly kind: string } }[];
  };
}
const show = (userId: string, id: string, withLeftOut = false) =>
  ask<Shown>(DOCUMENT, { id, first: 100, withLeftOut }, userId);
const textsOf = async (userId: string, id: string) =>
  (await show(userId, id)).blocks.edges.map(({ node }) => node.text);

interface Braille {
  readonly isOutdated: boolean;
  readonly pages: {
    readonly edges: readonly {
      readonly node: {
        readonly lines: readonly { readonly cells: string }[];
        readonly backTranslation: readonly string[];
      };
    }[];
  };
}
const pageOf = async (userId: string, id: string) =>
  (await ask<Braille>(RENDITION, { id, first: 1 }, userId)).pages.edges[0]!.node;

describe('a document that somebody corrects', () => {
  it('says what he wants: kind, words and order; each can be taken back', async () => {
    const userId = someone();
    const id = await readOf(userId);

    const first = { blockId: `${id}:2`, expectedVersion: 0, text: '빛은 똑바로 나아간다.' };
    expect(await ask(CORRECT_BLOCK, { input: first }, userId)).toMatchObject({
      document: { version: 1, lastCorrection: { blockId: `${id}:2`, act: 'CONTENT' } },
      block: { text: '빛은 똑바로 나아간다.', version: 1, isCorrected: true },
    });
    const second = { blockId: `${id}:4`, expectedVersion: 0, kind: 'HEADING', level: 2 };
    expect(await ask(CORRECT_BLOCK, { input: second }, userId)).toMatchObject({ block: { kind: 'HEADING', level: 2 } });
    const third = { blockId: `${id}:4`, expectedVersion: 1, afterBlockId: `${id}:1` };
    expect(await ask(MOVE_BLOCK, { input: third }, userId)).toMatchObject({
      block: { position: 2 },
      document: { version: 3 },
    });
    const fourth = { blockId: `${id}:3`, expectedVersion: 0, isLeftOut: true };
    expect(await ask(CORRECT_BLOCK, { input: fourth }, userId)).toMatchObject({
      document: { lastCorrection: { act: 'LEAVE_OUT' } },
    });

    expect(await textsOf(userId, id)).toEqual(['빛과 그림자', '2024년 8월', '빛은 똑바로 나아간다.']);
    expect((await show(userId, id, true)).blocks.edges).toHaveLength(4);

    for (let version = 4; version < 8; version += 1)
      expect(await ask(UNDO_CORRECTION, { input: { documentId: id, expectedVersion: version } }, userId)).toMatchObject(
        {
          document: { version: version + 1 },
        },
      );
    expect(await textsOf(userId, id)).toEqual([
      '빛과 그림자',
      '빛은 곧게 나아간다.',
      '그림자는 그 뒤에 생긴다.',
      '2024년 8월',
    ]);
    expect(await show(userId, id)).toMatchObject({ lastCorrection: null });
    const nothing = { documentId: id, expectedVersion: 8 };
    expect(await ask(UNDO_CORRECTION, { input: nothing }, userId)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps its last 200 corrections, however many were taken back between them', { timeout: 120_000 }, async () => {
    const userId = someone();
    const id = await readOf(userId);
    const corrections = createCorrectionStore(room.pool);
    let [count, version] = [0, 0];
    const correct = () =>
      corrections.change({ documentId: id, number: 2 }, { ownerId: userId, version: version++ }, (now) => {
        const block = { kind: 'PARAGRAPH', text: `글 ${(count += 1)}`, spans: [], page: null } as const;
        return { ...now, block };
      });
    const undo = () => corrections.undo(id, { ownerId: userId, version: version++ });
    const keptOf = async () => (await room.pool.query('SELECT FROM correction WHERE document_id = $1', [id])).rowCount;

    for (let n = 0; n < 3; n += 1) expect(await correct()).toBe(2);
    for (let n = 0; n < 101; n += 1) expect([await correct(), await undo()]).toEqual([2, 2]);
    expect(await keptOf()).toBe(3);

    for (let n = 0; n < 199; n += 1) await correct();
    expect(await keptOf()).toBe(200);
  });

  it('keeps of them no more than a bound of bytes, and the last one always', async () => {
    const userId = someone();
    const id = await readOf(userId);
    const corrections = createCorrectionStore(room.pool);
    const correct = (version: number) =>
      corrections.change({ documentId: id, number: 2 }, { ownerId: userId, version }, (now) => ({
        ...now,
        isLeftOut: !now.isLeftOut,
      }));
    await correct(0);
    await correct(1);
    // Words of no pattern, so that they take the room they seem to.
    await room.pool.query(
      `UPDATE correction SET after = jsonb_build_object('words', (SELECT string_agg(md5(n::text), '') FROM generate_series(1, $2) AS n))
       WHERE document_id = $1 AND version = 2`,
      [id, Math.ceil(CORRECTIONS_BYTES_MAX / 16)],
    );
    await correct(2);

    const { rows } = await room.pool.query('SELECT version FROM correction WHERE document_id = $1', [id]);
    expect(rows).toEqual([{ version: 3 }]);
  });

  it('in two places at once loses nothing: who comes second is told', async () => {
    const userId = someone();
    const id = await readOf(userId);
    const wish = (text: string) => ({ input: { blockId: `${id}:2`, expectedVersion: 0, text } });

    const answers = await Promise.all([
      ask(CORRECT_BLOCK, wish('한 곳에서'), userId),
      ask(CORRECT_BLOCK, wish('다른 곳에서'), userId),
    ]);

    expect(answers.map((answer) => answer['code'] ?? 'OK').toSorted()).toEqual(['CONFLICT', 'OK']);
    expect((await show(userId, id)).version).toBe(1);
    const late = { documentId: id, expectedVersion: 0 };
    expect(await ask(UNDO_CORRECTION, { input: late }, userId)).toMatchObject({ code: 'CONFLICT' });
    const other = { blockId: `${id}:3`, expectedVersion: 0, text: '또 다른 블록' };
    expect(await ask(CORRECT_BLOCK, { input: other }, userId)).toMatchObject({ __typename: 'CorrectedDocument' });
  });

  it('is corrected by nobody else', async () => {
    const [owner, stranger] = [someone(), someone()];
    const id = await readOf(owner);
    const correction = { blockId: `${id}:2`, expectedVersion: 0, text: '남의 글' };
    expect(await ask(CORRECT_BLOCK, { input: correction }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const move = { blockId: `${id}:2`, expectedVersion: 0 };
    expect(await ask(MOVE_BLOCK, { input: move }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const undo = { documentId: id, expectedVersion: 0 };
    expect(await ask(UNDO_CORRECTION, { input: undo }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    const asked = { subgraph: 'documents', query: CORRECT_BLOCK, variables: { input: correction }, viewer: nobody };
    expect((await room.ask(asked)).errors).toBeDefined();
    expect(await show(owner, id)).toMatchObject({ version: 0 });
    for (const blockId of ['x', `${id}:99`, `${id}:1:2`])
      expect(await ask(CORRECT_BLOCK, { input: { blockId, expectedVersion: 0 } }, owner)).toMatchObject({
        code: 'NOT_FOUND',
      });
    const elsewhere = { blockId: `${id}:2`, expectedVersion: 0, afterBlockId: `${await readOf(stranger)}:1` };
    expect(await ask(MOVE_BLOCK, { input: elsewhere }, owner)).toMatchObject({ path: ['input', 'afterBlockId'] });
  });

  it('keeps its corrections when its file is read again', async () => {
    const userId = someone();
    const assetId = keep(userId, TEXT);
    const id = documentIdOf(await run(READ_DOCUMENT, { assetId }, userId));
    await ask(
      CORRECT_BLOCK,
      { input: { blockId: `${id}:2`, expectedVersion: 0, text: '빛은 똑바로 나아간다.' } },
      userId,
    );
    await ask(CORRECT_BLOCK, { input: { blockId: `${id}:1`, expectedVersion: 0, isLeftOut: true } }, userId);
    await ask(MOVE_BLOCK, { input: { blockId: `${id}:4`, expectedVersion: 0, afterBlockId: `${id}:2` } }, userId);

    const again = documentIdOf(await run(READ_DOCUMENT, { assetId }, userId));

    expect(await textsOf(userId, again)).toEqual(['빛은 똑바로 나아간다.', '2024년 8월', '그림자는 그 뒤에 생긴다.']);
    const asRead = { blockId: `${again}:2`, expectedVersion: 1, asRead: true };
    expect(await ask(CORRECT_BLOCK, { input: asRead }, userId)).toMatchObject({
      block: { text: '빛은 곧게 나아간다.', isCorrected: false },
    });
    const stranger = someone();
    expect(await textsOf(stranger, await readOf(stranger))).toHaveLength(4);
  });

  it('keeps them and its order however often its file is read again', async () => {
    const userId = someone();
    const assetId = keep(userId, `${TEXT}\n그림자는 그 뒤에 생긴다.\n`);
    const read = async () => documentIdOf(await run(READ_DOCUMENT, { assetId }, userId));
    const id = await read();
    const act = (query: string, number: number, more: object) =>
      ask(query, { input: { blockId: `${id}:${number}`, expectedVersion: 0, ...more } }, userId);
    await act(MOVE_BLOCK, 5, { afterBlockId: `${id}:1` });
    await act(MOVE_BLOCK, 4, { afterBlockId: null });
    await act(CORRECT_BLOCK, 3, { text: '그림자는 앞에 없다.' });
    const wanted = [
      '2024년 8월',
      '빛과 그림자',
      '그림자는 그 뒤에 생긴다.',
      '빛은 곧게 나아간다.',
      '그림자는 앞에 없다.',
    ];
    expect(await textsOf(userId, id)).toEqual(wanted);

    for (const again of [await read(), await read(), await read()])
      expect(await textsOf(userId, again)).toEqual(wanted);
  });

  it('keeps its order when more was moved than can be taken back', async () => {
    const userId = someone();
    const assetId = keep(userId, TEXT);
    const id = documentIdOf(await run(READ_DOCUMENT, { assetId }, userId));
    await ask(MOVE_BLOCK, { input: { blockId: `${id}:4`, expectedVersion: 0, afterBlockId: `${id}:1` } }, userId);
    // As when two hundred other corrections followed.
    await room.pool.query('DELETE FROM correction WHERE document_id = $1', [id]);

    const again = documentIdOf(await run(READ_DOCUMENT, { assetId }, userId));

    expect(await textsOf(userId, again)).toEqual(await textsOf(userId, id));
    expect(await show(userId, again)).toMatchObject({ version: 1, lastCorrection: null });
  });
});

describe('braille of a corrected document', () => {
  it(
    'is made anew for the blocks that were corrected only, and they only are paid for',
    { timeout: 60_000 },
    async () => {
      const userId = someone();
      const long = Array.from({ length: 500 }, (_, at) => `${at}째 문단이다. ${'빛은 곧게 나아간다. '.repeat(5)}`).join(
        '\n\n',
      );
      const id = await readOf(userId, long);
      const first = await brailleOf(userId, id);
      const credits = async (code: string) =>
        (await ask<{ credits: number }>(QUOTE_BRAILLE, { input: { documentId: id, code } }, userId)).credits;
      const before = await room.pool.query(
        'SELECT number, xmin::text AS made FROM block_cells WHERE document_id = $1 ORDER BY number',
        [id],
      );
      expect(before.rows).toHaveLength(500);
      expect(await credits('ko-2020')).toBe(2);
      expect(await credits('ko-2024')).toBe(1);

      await ask(CORRECT_BLOCK, { input: { blockId: `${id}:7`, expectedVersion: 0, text: '고친 문단이다.' } }, userId);
      expect(await ask(RENDITION, { id: first, first: 1 }, userId)).toMatchObject({ isOutdated: true });
      const second = await brailleOf(userId, id);

      const after = await room.pool.query(
        'SELECT number, xmin::text AS made FROM block_cells WHERE document_id = $1 ORDER BY number',
        [id],
      );
      const remade = after.rows.flatMap((row, at) => (row.made === before.rows[at].made ? [] : [row.number]));
      expect(remade).toEqual([7]);
      expect(await ask(RENDITION, { id: second, first: 1 }, userId)).toMatchObject({ isOutdated: false });
      expect((await pageOf(userId, second)).backTranslation.join(' ')).toContain('고친 문단이다.');
      expect((await pageOf(userId, first)).backTranslation.join(' ')).not.toContain('고친 문단이다.');
    },
  );

  it('can be read back line by line and searched, in print and in cells', async () => {
    const userId = someone();
    const id = await brailleOf(userId, await readOf(userId), { pageNumbers: 'NONE', runningHead: '' });
    const { lines, backTranslation } = await pageOf(userId, id);

    expect(backTranslation.filter((line) => line !== '')).toEqual(
      expect.arrayContaining(['빛은 곧게 나아간다.', '그림자는 그 뒤에 생긴다.']),
    );
    expect(backTranslation).toHaveLength(lines.length);
    type Found = { find: { page: number; line: number; piece: number; excerpt: string }[] };
    const { find: words } = await ask<Found>(FIND, { id, query: '그림자' }, userId);
    expect(words.map(({ excerpt }) => excerpt)).toEqual(['빛과 그림자', '그림자는 그 뒤에 생긴다.']);
    const { find: cells } = await ask<Found>(FIND, { id, query: lines[words[1]!.line]!.cells.slice(2) }, userId);
    expect(cells).toMatchObject([{ line: words[1]!.line, page: 1 }]);
    expect(await ask<Found>(FIND, { id, query: 'PARAGRAPH' }, userId)).toEqual({ find: [] });
    expect(await ask<Found>(FIND, { id, query: '.*' }, userId)).toEqual({ find: [] });
    expect(await ask(FIND, { id, query: '그림자' }, someone())).toBeNull();
    await expect(ask(FIND, { id, query: ' ' }, userId)).rejects.toThrow('BAD_USER_INPUT');
    await expect(ask(FIND, { id, query: '빛\u0000' }, userId)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('finds words on the last page of a paragraph that goes on for pages', async () => {
    const userId = someone();
    const documentId = await readOf(userId, `${'빛은 곧게 나아간다. '.repeat(400)}그림자가 생긴다.`);
    const id = await brailleOf(userId, documentId);
    type Found = { find: { page: number; excerpt: string }[] };

    for (const first of [1, 2]) {
      const { find } = await ask<Found>(FIND, { id, query: '그림자', first }, userId);
      expect(find).toMatchObject([{ excerpt: expect.stringContaining('그림자') as string }]);
      expect(find[0]!.page).toBeGreaterThan(5);
    }
    const { find } = await ask<Found>(FIND, { id, query: '나아간다', first: 30 }, userId);
    expect(find).toHaveLength(30);
  });

  it('does not lay out what was left out', async () => {
    const userId = someone();
    const documentId = await readOf(userId);
    await ask(CORRECT_BLOCK, { input: { blockId: `${documentId}:3`, expectedVersion: 0, isLeftOut: true } }, userId);
    const id = await brailleOf(userId, documentId);
    expect((await pageOf(userId, id)).backTranslation.join(' ')).not.toContain('뒤에');
  });
});
