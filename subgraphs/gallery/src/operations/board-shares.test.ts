import { aPerson, aService } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedImage, startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';

const owner = aPerson();
let gallery: RunningGallery;
let picture: { assetId: string; thumbnailAssetId: string };

beforeAll(async () => {
  gallery = await startGallery();
  const seeded = await seedImage(gallery, owner.userId, { prompt: 'a secret garden' });
  picture = {
    assetId: (seeded['asset'] as { id: string }).id,
    thumbnailAssetId: (seeded['thumbnail'] as { id: string }).id,
  };
});
afterAll(() => gallery.stop());

const SHARE = `mutation ($id: ID!, $input: ShareInput) { shareBoard(id: $id, input: $input) { __typename
  ... on Share { id token url } ... on Refusal { code path } } }`;
const PAGE = 'images { title prompt thumbnailUrl url downloadUrl } after';
const LOOK = `query ($token: String!, $password: String) { openShare(token: $token, password: $password) { __typename
  ... on SharedBoard { name imageCount visit viewsLeft page { ${PAGE} } } ... on SharedImage { title }
  ... on Refusal { code retryAfterMs } } }`;
const MORE = `query ($visit: String!, $after: String) { sharedBoardPage(visit: $visit, after: $after) { __typename
  ... on SharedBoardPage { ${PAGE} } ... on Refusal { code } } }`;

interface Page {
  readonly images: readonly { readonly title: string; readonly thumbnailUrl: string; readonly url: string | null }[];
  readonly after: string | null;
}

async function ask(viewer: Viewer, query: string, args: object): Promise<Record<string, unknown>> {
  const { data, errors } = await gallery.ask(viewer, query, { ...args });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Record<string, unknown>;
}
const from = (address: string): Viewer => ({ ...ANONYMOUS, address });
const look = (
  token: string,
  { password = null, viewer = from('10.0.0.1') }: { password?: string | null; viewer?: Viewer } = {},
) => ask(viewer, LOOK, { token, password });
const more = (visit: unknown, after: unknown) => ask(ANONYMOUS, MORE, { visit, after });
const GONE = { __typename: 'Refusal', code: 'NOT_FOUND' };

async function boardOf(count: number): Promise<string> {
  const id = createId();
  await gallery.database.board.create({ data: { id, ownerId: owner.userId, name: 'Harbours', place: 1 } });
  const rows = Array.from({ length: count }, (_, n) => ({ ...picture, title: `picture ${n}`, prompt: 'words' }));
  const images = await writeRows(gallery, owner.userId, rows);
  await gallery.database.boardImage.createMany({ data: images.map((imageId) => ({ boardId: id, imageId })) });
  return id;
}
const share = async (boardId: string, input: object = {}) => {
  const { id, token } = await ask(owner, SHARE, { id: boardId, input });
  return { shareId: String(id), token: String(token) };
};
const revoke = (id: string) => ask(owner, 'mutation ($id: ID!) { revokeShare(id: $id) { __typename } }', { id });

describe('a link to a board', () => {
  it('is not used up by who can show pictures alone', async () => {
    const { token } = await share(await boardOf(1), { viewLimit: 1 });
    const asPicture = `query ($token: String!) { sharedImage(token: $token) { __typename ... on Refusal { code } } }`;
    expect(await ask(from('10.0.0.1'), asPicture, { token })).toMatchObject(GONE);

    expect(await look(token)).toMatchObject({ __typename: 'SharedBoard', viewsLeft: 0 });
  });

  it('shows its pictures page by page to whoever has it; going on is no further view', async () => {
    const boardId = await boardOf(130);
    const { token } = await share(boardId, { viewLimit: 1 });
    const seen = await look(token);
    expect(seen).toMatchObject({ __typename: 'SharedBoard', name: 'Harbours', imageCount: 130, viewsLeft: 0 });
    const titles: string[] = [];
    for (let page = seen['page'] as Page; ; page = (await more(seen['visit'], page.after)) as unknown as Page) {
      titles.push(...page.images.map(({ title }) => title));
      expect(page.images[0]).toMatchObject({ prompt: null });
      if (page.after === null) break;
    }
    expect([titles.length, new Set(titles).size]).toEqual([130, 130]);
    expect(await look(token)).toMatchObject(GONE);
  });

  it('that is used up is gone for its last visitor too when the addresses end that they were given', async () => {
    const { token } = await share(await boardOf(61), { viewLimit: 2 });
    const first = (await look(token)) as { visit: string; page: Page };
    const isOver = async () => (await more(first.visit, first.page.after))['__typename'] !== 'SharedBoardPage';
    gallery.advance(6 * 60_000);
    expect(await isOver()).toBe(false);
    gallery.advance(-2 * 60_000);
    expect(await look(token)).toMatchObject({ viewsLeft: 0 });

    const late = (await more(first.visit, first.page.after)) as unknown as Page;
    expect(Number(new URL(String(late.images[0]?.thumbnailUrl)).searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(
      60,
    );
    gallery.advance(2 * 60_000);
    expect(await isOver()).toBe(true);
    gallery.advance(-6 * 60_000);
  });

  it('gives out originals where the owner allows it, else only the small pictures', async () => {
    const boardId = await boardOf(1);
    const open = (await look((await share(boardId, { showPrompt: true })).token))['page'] as Page;
    expect(open.images[0]).toMatchObject({ prompt: 'words' });
    expect((await fetch(String(open.images[0]?.url))).headers.get('content-type')).toBe('image/png');
    const guarded = (await look((await share(boardId, { allowDownload: false })).token))['page'] as Page;
    expect(guarded.images[0]).toMatchObject({ url: null, downloadUrl: null });
    expect((await fetch(String(guarded.images[0]?.thumbnailUrl))).headers.get('content-type')).toBe('image/webp');
  });

  it('is gone at once when it is revoked or its board deleted, on every page; pictures in the trash are not in it', async () => {
    const boardId = await boardOf(70);
    const { token, shareId } = await share(boardId);
    const { visit, page } = (await look(token)) as { visit: string; page: Page };
    await revoke(shareId);
    expect(await look(token)).toMatchObject(GONE);
    expect(await more(visit, page.after)).toMatchObject(GONE);

    const again = await share(boardId);
    await gallery.database.image.updateMany({
      where: { boards: { some: { boardId } }, title: { not: 'picture 3' } },
      data: { deletedAt: new Date() },
    });
    expect(((await look(again.token))['page'] as Page).images.map(({ title }) => title)).toEqual(['picture 3']);
    await ask(owner, 'mutation ($id: ID!) { deleteBoard(id: $id) { __typename } }', { id: boardId });
    expect(await look(again.token)).toMatchObject(GONE);
  });

  it('asks for its password, and its visits end after half an hour', async () => {
    const { token } = await share(await boardOf(61), { password: 'open sesame' });
    expect(await look(token)).toMatchObject({ code: 'FORBIDDEN' });
    const { visit, page } = (await look(token, { password: 'open sesame' })) as { visit: string; page: Page };
    expect(await more(visit, page.after)).toMatchObject({ __typename: 'SharedBoardPage' });
    expect(await more(visit, null)).toMatchObject({
      __typename: 'SharedBoardPage',
      images: page.images.map(({ title }) => ({ title })),
    });
    gallery.advance(31 * 60_000);
    expect(await more(visit, page.after)).toMatchObject(GONE);
    gallery.advance(-31 * 60_000);
    expect(await more('x'.repeat(43), page.after)).toMatchObject(GONE);
    expect(await more(visit, 'not a cursor')).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('shows strangers no cover that is not on the board', async () => {
    const boardId = await boardOf(0);
    const [elsewhere = ''] = await writeRows(gallery, owner.userId, [{ ...picture }]);
    await gallery.database.board.update({ where: { id: boardId }, data: { coverImageId: elsewhere } });
    const { token } = await share(boardId);
    const preview = 'query ($token: String!) { sharePreview(token: $token) { title pictureUrl } }';
    expect(await ask(aService(), preview, { token })).toEqual({ title: 'Harbours', pictureUrl: null });
    await gallery.database.boardImage.create({ data: { boardId, imageId: elsewhere } });
    expect((await ask(aService(), preview, { token }))['pictureUrl']).toContain('http');
  });

  it('is made by the board’s owner alone, who sees all of them', async () => {
    const boardId = await boardOf(1);
    expect(await ask(aPerson(), SHARE, { id: boardId })).toMatchObject({ ...GONE, path: ['id'] });
    const { shareId } = await share(boardId);
    const links = 'query ($id: ID!) { board(id: $id) { shares { id token } } }';
    expect(await ask(owner, links, { id: boardId })).toEqual({ shares: [{ id: shareId, token: null }] });
    expect(await ask(aPerson(), links, { id: boardId })).toBeNull();
  });
});

describe('guessing links', () => {
  it('makes wait whoever does it, and nobody else', async () => {
    const { token } = await share(await boardOf(1));
    const guesser = from('203.0.113.7');
    const guess = (n: number) => look(String(n).padStart(43, 'g'), { viewer: guesser });
    const answers = await Promise.all(Array.from({ length: 30 }, (_, n) => guess(n)));
    expect(answers.every(({ code }) => code === 'NOT_FOUND' || code === 'RATE_LIMITED')).toBe(true);
    const late = await look(token, { viewer: guesser });
    expect(late).toMatchObject({ code: 'RATE_LIMITED' });
    expect(late['retryAfterMs']).toBeGreaterThan(60_000);

    expect(await look(token, { viewer: from('203.0.113.8') })).toMatchObject({ __typename: 'SharedBoard' });
    expect(await look(token, { viewer: owner })).toMatchObject({ __typename: 'SharedBoard' });
    const kept = await gallery.database.guessCount.findMany();
    expect(JSON.stringify(kept)).not.toContain('203.0.113');
  });

  it('counts wrong passwords and previews too', async () => {
    const { token } = await share(await boardOf(1), { password: 'right one' });
    const other = await share(await boardOf(1));
    const viewer = from('203.0.113.9');
    for (let n = 0; n < 8; n++) await look(token, { viewer, password: `wrong ${n}` });
    const preview =
      'query ($token: String!, $address: String) { sharePreview(token: $token, address: $address) { title } }';
    const service: Viewer = { kind: 'service', service: 'host', locale: 'en' };
    for (let n = 0; n < 22; n++)
      await ask(service, preview, { token: String(n).padStart(43, 'p'), address: '203.0.113.9' });
    expect(await look(other.token, { viewer })).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await ask(service, preview, { token: other.token, address: '203.0.113.9' })).toBeNull();
    expect(await ask(service, preview, { token: other.token, address: '203.0.113.10' })).toEqual({ title: 'Harbours' });
  });

  it('counts a network of IPv6 as one, whichever of its addresses asks, and whether by a preview or a look', async () => {
    const { token } = await share(await boardOf(1));
    const wrong = (n: number) => String(n).padStart(43, 'v');
    for (let n = 0; n < 30; n++) await look(wrong(n), { viewer: from(`2001:db8:7:7::${n + 1}`) });
    expect(await look(token, { viewer: from('2001:db8:7:7:ffff::1') })).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await look(token, { viewer: from('2001:db8:7:8::1') })).toMatchObject({ __typename: 'SharedBoard' });
    const preview =
      'query ($token: String!, $address: String) { sharePreview(token: $token, address: $address) { title } }';
    expect(await ask(aService(), preview, { token, address: '2001:db8:7:7:0:1::' })).toBeNull();
  });
});
