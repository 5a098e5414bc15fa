import { aPerson, aService } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedImage, startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';

let gallery: RunningGallery;
beforeAll(async () => {
  gallery = await startGallery();
});
afterAll(() => gallery.stop());

const DASHBOARD = `query ($from: DateTime!, $to: DateTime!) { dashboard { id imageCount starredCount boardCount
  imagesByDay(from: $from, to: $to) { day count } imagesByModel { model { id } count } } }`;
const BY_DAY = `query ($from: DateTime!, $to: DateTime!, $timeZone: String) {
  dashboard { imagesByDay(from: $from, to: $to, timeZone: $timeZone) { day count } } }`;
const ACTIVITY = `query ($first: Int, $after: String) { activity(first: $first, after: $after) {
  edges { node { id kind at image { id } board { name } share { id token } } } pageInfo { hasNextPage endCursor } } }`;

async function ask(viewer: Viewer, query: string, args: object = {}): Promise<Record<string, unknown>> {
  const { data, errors } = await gallery.ask(viewer, query, { ...args });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Record<string, unknown>;
}
const codeOf = async (viewer: Viewer, query: string, args: object = {}) =>
  (await gallery.ask(viewer, query, { ...args })).errors?.[0]?.extensions.code;
const day = (of: string) => new Date(`${of}T12:00:00Z`);
const NOVEMBER = { from: '2026-11-01T00:00:00Z', to: '2026-12-01T00:00:00Z' };

describe('the dashboard', () => {
  it('tells how many pictures each day and each model brought, without those in the trash', async () => {
    const painter = aPerson();
    await writeRows(gallery, painter.userId, [
      { createdAt: day('2026-10-31'), modelId: 'flux' },
      { createdAt: day('2026-11-02'), modelId: 'flux', starred: true },
      { createdAt: day('2026-11-02'), modelId: 'sketch' },
      { createdAt: day('2026-11-20'), modelId: 'flux' },
      { createdAt: day('2026-11-20'), modelId: 'flux', deletedAt: new Date() },
    ]);
    await ask(painter, 'mutation { createBoard(input: { name: "Walls" }) { __typename } }');

    expect(await ask(painter, DASHBOARD, NOVEMBER)).toEqual({
      ...{ id: painter.userId, imageCount: 4, starredCount: 1, boardCount: 1 },
      imagesByDay: [
        { day: '2026-11-02', count: 2 },
        { day: '2026-11-20', count: 1 },
      ],
      imagesByModel: [
        { model: { id: 'flux' }, count: 3 },
        { model: { id: 'sketch' }, count: 1 },
      ],
    });
  });

  it('counts a picture on the day that it was where the viewer is', async () => {
    const painter = aPerson();
    await writeRows(gallery, painter.userId, [
      // 08:00 and 23:59 of the 21st in Seoul, and midnight after it.
      { createdAt: new Date('2026-11-20T23:00:00Z') },
      { createdAt: new Date('2026-11-21T14:59:59.999Z') },
      { createdAt: new Date('2026-11-21T15:00:00Z') },
      { createdAt: new Date('2026-11-21T15:00:00Z'), deletedAt: new Date() },
    ]);
    const seoul = { from: '2026-11-20T15:00:00Z', to: '2026-11-22T15:00:00Z', timeZone: 'Asia/Seoul' };

    expect((await ask(painter, BY_DAY, seoul))['imagesByDay']).toEqual([
      { day: '2026-11-21', count: 2 },
      { day: '2026-11-22', count: 1 },
    ]);
    expect((await ask(painter, BY_DAY, { ...seoul, timeZone: 'UTC' }))['imagesByDay']).toEqual([
      { day: '2026-11-20', count: 1 },
      { day: '2026-11-21', count: 2 },
    ]);
  });

  it('has a day of 25 hours where clocks are put back, and names no zone that is none', async () => {
    const painter = aPerson();
    const newYork = { from: '2026-10-31T04:00:00Z', to: '2026-11-03T05:00:00Z', timeZone: 'America/New_York' };
    await writeRows(gallery, painter.userId, [
      // The first and the last half hour of Sunday the 1st, and Monday's first.
      { createdAt: new Date('2026-11-01T04:30:00Z') },
      { createdAt: new Date('2026-11-02T04:30:00Z') },
      { createdAt: new Date('2026-11-02T05:30:00Z') },
    ]);

    expect((await ask(painter, BY_DAY, newYork))['imagesByDay']).toEqual([
      { day: '2026-11-01', count: 2 },
      { day: '2026-11-02', count: 1 },
    ]);
    const { errors } = await gallery.ask(painter, BY_DAY, { ...newYork, timeZone: 'Mars/Olympus' });
    expect(errors?.[0]).toMatchObject({
      message: 'Name a time zone as in Asia/Seoul or America/New_York.',
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it.each(['Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland', 'Pacific/Niue', 'Etc/GMT-12'])(
    'counts the same in %s as the calendar there does, picture by picture',
    async (timeZone) => {
      const painter = aPerson();
      const from = Date.parse('2026-04-02T06:00:00Z');
      const rows = Array.from({ length: 60 }, (_, at) => ({ createdAt: new Date(from + at * 11_111_111) }));
      await writeRows(gallery, painter.userId, rows);
      const calendar = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
      const told = Map.groupBy(rows, ({ createdAt }) => calendar.format(createdAt));
      const span = { from: '2026-04-01T00:00:00Z', to: '2026-04-12T00:00:00Z', timeZone };

      expect((await ask(painter, BY_DAY, span))['imagesByDay']).toEqual(
        [...told].map(([day, pictures]) => ({ day, count: pictures.length })),
      );
    },
  );

  it('is empty for someone who has made nothing, and refused for a span that makes no sense', async () => {
    expect(await ask(aPerson(), DASHBOARD, NOVEMBER)).toMatchObject({
      imageCount: 0,
      imagesByDay: [],
      imagesByModel: [],
    });
    for (const span of [
      { from: NOVEMBER.to, to: NOVEMBER.from },
      { from: '2020-01-01T00:00:00Z', to: NOVEMBER.to },
    ]) {
      expect(await codeOf(aPerson(), DASHBOARD, span)).toBe('BAD_USER_INPUT');
    }
  });

  it('is nobody else’s, by reference either', async () => {
    const painter = aPerson();
    const byReference = async (viewer: Viewer) =>
      (
        await gallery.ask(
          viewer,
          'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Dashboard { imageCount } } }',
          {
            of: [{ __typename: 'Dashboard', id: painter.userId }],
          },
        )
      ).data;
    expect(await byReference(painter)).toEqual({ _entities: [{ imageCount: 0 }] });
    for (const stranger of [aPerson(), ANONYMOUS, aService()]) {
      expect(await byReference(stranger)).toEqual({ _entities: [null] });
    }
    expect(await codeOf(ANONYMOUS, DASHBOARD, NOVEMBER)).toBe('UNAUTHENTICATED');
  });
});

describe('the activity', () => {
  it('tells what happened, newest first: pictures, boards, links made, looked at and revoked', async () => {
    const painter = aPerson();
    const imageId = String((await seedImage(gallery, painter.userId))['id']);
    await ask(painter, 'mutation { createBoard(input: { name: "Walls" }) { __typename } }');
    const { id, token } = await ask(
      painter,
      'mutation ($id: ID!) { shareImage(id: $id) { ... on Share { id token } } }',
      { id: imageId },
    );
    await ask(ANONYMOUS, 'query ($token: String!) { sharedImage(token: $token) { __typename } }', { token });
    await ask(painter, 'mutation ($id: ID!) { revokeShare(id: $id) { __typename } }', { id });

    const { edges } = (await ask(painter, ACTIVITY)) as { edges: { node: Record<string, unknown> }[] };
    const about = { image: { id: imageId }, board: null, share: { id, token: null } };
    expect(edges.map(({ node }) => node)).toMatchObject([
      { kind: 'SHARE_REVOKED', ...about },
      { kind: 'SHARE_VIEWED', ...about },
      { kind: 'SHARE_MADE', ...about },
      { kind: 'BOARD_MADE', image: null, board: { name: 'Walls' } },
      { kind: 'IMAGE_MADE', image: { id: imageId }, share: null },
    ]);
  });

  it('is paged without a gap or a repetition, even when many things happened in one moment', async () => {
    const painter = aPerson();
    const at = new Date('2026-11-05T10:00:00Z');
    const images = await writeRows(
      gallery,
      painter.userId,
      Array.from({ length: 7 }, () => ({ createdAt: at })),
    );
    await gallery.database.board.createMany({
      data: [1, 2, 3].map((place) => ({ id: createId(), ownerId: painter.userId, name: 'b', place, createdAt: at })),
    });
    await gallery.database.share.createMany({
      data: images.slice(0, 3).map((imageId) => ({
        ...{ id: createId(), ownerId: painter.userId, imageId, tokenHash: createId(), createdAt: at, revokedAt: at },
      })),
    });
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = (await ask(painter, ACTIVITY, { first: 4, after })) as {
        edges: { node: { id: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      seen.push(...page.edges.map(({ node }) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }

    expect(seen).toHaveLength(16);
    expect(new Set(seen).size).toBe(16);
    const whole = (await ask(painter, ACTIVITY, { first: 100 })) as { edges: { node: { id: string } }[] };
    expect(whole.edges.map(({ node }) => node.id)).toEqual(seen);
  });

  it('is one’s own, and refuses cursors that are not its own', async () => {
    expect(await ask(aPerson(), ACTIVITY)).toMatchObject({ edges: [] });
    expect(await codeOf(ANONYMOUS, ACTIVITY)).toBe('UNAUTHENTICATED');
    const cursors = ['[1,"NONE","x"]', '[-8640000000000000,"IMAGE_MADE","0"]', '[8640000000000000,"IMAGE_MADE","0"]'];
    for (const after of ['x', ...cursors.map((parts) => Buffer.from(parts).toString('base64url'))]) {
      expect(await codeOf(aPerson(), ACTIVITY, { after })).toBe('BAD_USER_INPUT');
    }
  });
});
