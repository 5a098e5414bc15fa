import { editionOfCode } from '@modu/engine-braille';
import { createReaderHere } from '@modu/engine-reading/testing';
import { CANCEL_JOB, JOB_PROGRESS, nobody, person } from '@modu/jobs/testing';
import { pefProblems } from '@modu/engine-braille/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  askRoom,
  BRAILLE_DOCUMENT,
  DOCUMENT,
  only,
  openReadingRoom,
  QUOTE_BRAILLE,
  RENDITION,
  someone,
} from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { renditionIdOf } from './tasks/run-braille-job.ts';

let room: ReadingRoom;

beforeAll(async () => {
  room = await openReadingRoom({ reader: createReaderHere() });
});

afterAll(() => room.stop());

const { ask, endOf, readOf } = askRoom(() => room);

interface Shown {
  readonly state: string;
  readonly pageCount: number;
  readonly brf: { readonly id: string };
  readonly pef: { readonly id: string };
  readonly unicode: { readonly id: string };
  readonly pages: {
    readonly edges: readonly {
      readonly node: {
        readonly lines: readonly { readonly cells: string; readonly pieces: readonly Record<string, unknown>[] }[];
        readonly blocks: readonly { readonly id: string; readonly text: string }[];
      };
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const LIGHT = '# 빛과 그림자\n\n빛은 곧게 나아간다.\n';

describe('a document in braille', () => {
  it('is made page by page and kept as BRF and PEF, which the service stored for its owner; it is paid for once', async () => {
    const userId = someone();
    const documentId = await readOf(userId, LIGHT);

    const { id } = await ask(BRAILLE_DOCUMENT, { input: { documentId } }, userId);
    const last = await endOf(id, userId);

    expect(last).toMatchObject({ status: 'COMPLETED', chargedCredits: 1, result: { id: renditionIdOf(String(id)) } });
    const rendition = await ask<Shown>(RENDITION, { id: renditionIdOf(String(id)) }, userId);
    expect(rendition).toMatchObject({
      code: 'ko-2024',
      state: 'READY',
      cellsPerLine: 40,
      linesPerPage: 25,
      pageCount: 1,
      document: { id: documentId },
    });
    const brf = Buffer.from(room.assets.bytesOf(rendition.brf.id) ?? '').toString();
    expect(brf.split('\r\n').length).toBeGreaterThan(3);
    expect(brf).toMatch(/\f$/);
    const pef = Buffer.from(room.assets.bytesOf(rendition.pef.id) ?? '').toString();
    expect(pef).toContain('<volume cols="40" rows="25"');
    expect(pefProblems(pef)).toEqual([]);
    const unicode = Buffer.from(room.assets.bytesOf(rendition.unicode.id) ?? '').toString();
    expect(unicode).toMatch(/^[\u2800-\u28ff\n\f]+$/);
    expect(unicode.split('\n').slice(0, 25)).toEqual(rendition.pages.edges[0]!.node.lines.map(({ cells }) => cells));
    expect(room.assets.assets.get(rendition.brf.id)).toMatchObject({
      ownerId: userId,
      status: 'READY',
      filename: 'light.brf',
    });
    expect([room.billing.available(userId), room.billing.chargesOf(String(id))]).toEqual([98, 1]);
  });

  it('shows pages that were kept before pieces were bytes as it showed them then', async () => {
    const userId = someone();
    const { id } = await ask(BRAILLE_DOCUMENT, { input: { documentId: await readOf(userId, LIGHT) } }, userId);
    await endOf(id, userId);
    const renditionId = renditionIdOf(String(id));
    const [[page] = []] = await room.renditions.pages([{ renditionId, take: 1, after: 0 }]);
    const shown = await ask<Shown>(RENDITION, { id: renditionId }, userId);

    await room.pool.query('UPDATE braille_page SET pieces = NULL, lines = $2 WHERE rendition_id = $1', [
      renditionId,
      JSON.stringify(page?.lines),
    ]);

    expect(page?.lines.flatMap(({ pieces }) => pieces).length).toBeGreaterThan(10);
    expect(await ask<Shown>(RENDITION, { id: renditionId }, userId)).toEqual(shown);
  });

  it('says which edition of the engine made it, and whether that is the one of now', async () => {
    const userId = someone();
    const documentId = await readOf(userId, LIGHT);
    const editionIn = async (id: string) => (await ask(RENDITION, { id }, userId))['edition'];
    const { id: jobId } = await ask(BRAILLE_DOCUMENT, { input: { documentId } }, userId);
    await endOf(jobId, userId);
    const id = renditionIdOf(String(jobId));

    expect(await editionIn(id)).toEqual({ ...editionOfCode('ko-2024'), isCurrent: true });
    const older = `UPDATE rendition SET edition = jsonb_set(edition, '{version}', '"0.0.0+older"') WHERE id = $1`;
    await room.pool.query(older, [id]);
    expect(await editionIn(id)).toMatchObject({ name: 'modu-braille', version: '0.0.0+older', isCurrent: false });
    await room.pool.query('UPDATE rendition SET edition = NULL WHERE id = $1', [id]);
    expect(await editionIn(id)).toBeNull();
  });

  it('leads from every cell back to its print and to the rule that made it', async () => {
    const userId = someone();
    const documentId = await readOf(userId, LIGHT);
    const { id } = await ask(BRAILLE_DOCUMENT, { input: { documentId, pageNumbers: 'NONE' } }, userId);
    await endOf(id, userId);

    const { pages } = await ask<Shown>(RENDITION, { id: renditionIdOf(String(id)) }, userId);

    const { lines, blocks } = pages.edges[0]!.node;
    const pieces = lines.flatMap((line) => line.pieces);
    const { text } = blocks.find((block) => block.id === `${documentId}:2`)!;
    const own = pieces.filter(({ blockId }) => blockId === `${documentId}:2`);
    const untold = [...text].filter((_, at) => !own.some(({ start, end }) => Number(start) <= at && at < Number(end)));
    expect(untold.join('').trim()).toBe('');
    expect(own.map(({ start }) => Number(start))).toEqual(
      own.map(({ start }) => Number(start)).toSorted((a, b) => a - b),
    );
    expect(pieces.every(({ rule }) => (rule as { title: string }).title.length > 0)).toBe(true);
    expect(pieces.some(({ rule }) => /^제\d+항/.test((rule as { article: string | null }).article ?? ''))).toBe(true);
  });

  it('that is English comes in contracted UEB unless another code is named', async () => {
    const userId = someone();
    const documentId = await readOf(userId, 'The light goes straight and then it bends again for us.\n');

    const { id } = await ask(BRAILLE_DOCUMENT, { input: { documentId } }, userId);
    expect(await endOf(id, userId)).toMatchObject({ status: 'COMPLETED' });

    const { pages, ...rendition } = await ask<Shown>(RENDITION, { id: renditionIdOf(String(id)) }, userId);
    expect(rendition).toMatchObject({ code: 'en-ueb-g2' });
    const cells = pages.edges[0]!.node.lines.map((line) => line.cells).join('\n');
    expect(cells).toContain('⠠⠮⠀⠇⠊⠣⠞'); // “The light”: the sign for the, and gh in one cell.
  });

  it('is laid out as somebody wants it', async () => {
    const userId = someone();
    const documentId = await readOf(userId, '# 표\n\n| 이름 | 나이 |\n|---|---|\n| 민수 | 7 |\n');
    const wish = {
      documentId,
      runningHead: '',
      pageNumbers: 'TOP',
      tables: 'LISTED',
      cellsPerLine: 32,
      linesPerPage: 20,
    };

    const { id } = await ask(BRAILLE_DOCUMENT, { input: wish }, userId);
    await endOf(id, userId);

    const rendition = await ask<Shown>(RENDITION, { id: renditionIdOf(String(id)) }, userId);
    expect(rendition).toMatchObject({
      setup: { tables: 'LISTED', runningHead: '', pageNumbers: 'TOP' },
      page: { number: 1 },
    });
    const lines = rendition.pages.edges[0]!.node.lines.map(({ cells }) => cells);
    expect(lines[0]).toMatch(/^\u2800+⠼⠁$/);
    expect(lines.some((line) => line.includes('⠐⠂'))).toBe(true); // The heading, a colon, the value.
    const long = { documentId, runningHead: '빛'.repeat(201) };
    expect(await ask(BRAILLE_DOCUMENT, { input: long }, userId)).toMatchObject({ path: ['input', 'runningHead'] });
    const unseen = { documentId, runningHead: '빛\u0000' };
    expect(await ask(BRAILLE_DOCUMENT, { input: unseen }, userId)).toMatchObject({ path: ['input', 'runningHead'] });
  });

  it('of many pages is turned page by page, and costs what was quoted', async () => {
    const userId = someone();
    const documentId = await readOf(userId, '빛은 곧게 나아간다. 그래서 그림자가 생긴다.\n\n'.repeat(1_200));
    const input = { documentId, cellsPerLine: 32, linesPerPage: 20 };
    const { credits } = await ask(QUOTE_BRAILLE, { input }, userId);

    const { id } = await ask(BRAILLE_DOCUMENT, { input }, userId);
    expect(await endOf(id, userId)).toMatchObject({ status: 'COMPLETED', chargedCredits: credits });

    const first = await ask<Shown>(RENDITION, { id: renditionIdOf(String(id)), first: 2 }, userId);
    const second = await ask<Shown>(
      RENDITION,
      { id: renditionIdOf(String(id)), first: 2, after: first.pages.pageInfo.endCursor },
      userId,
    );
    expect(first.pageCount).toBeGreaterThan(50);
    expect(
      [...first.pages.edges, ...second.pages.edges].map(({ node }) => (node as unknown as { number: number }).number),
    ).toEqual([1, 2, 3, 4]);
    for (const { node } of first.pages.edges) {
      expect(node.lines.length).toBeLessThanOrEqual(20);
      expect(Math.max(...node.lines.map(({ cells }) => cells.length))).toBeLessThanOrEqual(32);
    }
  });

  it('is seen by nobody else, and nobody else can have it made', async () => {
    const [owner, stranger] = [someone(), someone()];
    const documentId = await readOf(owner, LIGHT);
    const { id } = await ask(BRAILLE_DOCUMENT, { input: { documentId } }, owner);
    await endOf(id, owner);
    const renditionId = renditionIdOf(String(id));

    expect(await ask(RENDITION, { id: renditionId }, stranger)).toBeNull();
    expect(await ask(BRAILLE_DOCUMENT, { input: { documentId } }, stranger)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(QUOTE_BRAILLE, { input: { documentId } }, stranger)).toMatchObject({
      refusal: { code: 'NOT_FOUND' },
    });
    const entities = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on BrailleRendition { code } } }';
    expect(await ask(entities, { of: [{ __typename: 'BrailleRendition', id: renditionId }] }, stranger)).toEqual([
      null,
    ]);
    expect(
      (await room.ask({ subgraph: 'documents', query: RENDITION, variables: { id: renditionId }, viewer: nobody }))
        .data,
    ).toEqual({ brailleRendition: null });
  });

  it('is refused with a sentence before anything is held when it can’t be made', async () => {
    const userId = someone();
    const documentId = await readOf(userId, LIGHT);
    const before = room.billing.available(userId);
    const wish = (input: object) => ask(BRAILLE_DOCUMENT, { input: { documentId, ...input } }, userId);

    expect(await wish({ cellsPerLine: 5 })).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'cellsPerLine'] });
    expect(await wish({ linesPerPage: 100 })).toMatchObject({ path: ['input', 'linesPerPage'] });
    expect(await wish({ code: 'klingon' })).toMatchObject({ code: 'ENGINE_UNAVAILABLE', path: ['input', 'code'] });
    expect(await wish({ code: 'ko-2024', grade: 1 })).toMatchObject({ path: ['input', 'grade'] });
    expect(room.billing.available(userId)).toBe(before);
  });

  it('that is canceled while it is made leaves no pages and no files, and costs nothing', async () => {
    const userId = someone();
    const documentId = await readOf(userId, '빛은 곧게 나아간다.\n\n'.repeat(8_000));
    const before = room.billing.available(userId);
    const { id } = await ask(BRAILLE_DOCUMENT, { input: { documentId } }, userId);
    const stream = await room.watch({ query: JOB_PROGRESS, variables: { id }, viewer: person(userId) });
    for await (const event of stream) if ((only<{ step: number | null }>(event).step ?? 0) > 100) break;

    await room.ask({ query: CANCEL_JOB, variables: { id }, viewer: person(userId) });

    const gone = async () => expect(await ask(RENDITION, { id: renditionIdOf(String(id)) }, userId)).toBeNull();
    await vi.waitFor(gone, { timeout: 20_000 });
    await vi.waitFor(() => expect(room.billing.available(userId)).toBe(before), { timeout: 20_000 });
    expect([...room.assets.assets.values()].filter((asset) => asset.ownerId === userId)).toHaveLength(1);
    expect(await ask(DOCUMENT, { id: documentId, first: 1 }, userId)).toMatchObject({ state: 'READY' });
  });
});
