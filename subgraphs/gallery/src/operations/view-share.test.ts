import { aPerson, aService } from '@modu/assets/testing';
import { createId } from '@modu/ids';
import { ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedImage, startGallery, writeRows } from '../../testing/index.ts';
import type { RunningGallery } from '../../testing/index.ts';

const owner = aPerson();
let gallery: RunningGallery;
let imageId: string;

beforeAll(async () => {
  gallery = await startGallery();
  imageId = String((await seedImage(gallery, owner.userId, { prompt: 'a secret garden' }))['id']);
});
afterAll(() => gallery.stop());

const SHARE = `mutation ($id: ID!, $input: ShareInput) { shareImage(id: $id, input: $input) { __typename
  ... on Share { id token url viewCount passwordProtected } ... on Refusal { code path } } }`;
const REVOKE = `mutation ($id: ID!) { revokeShare(id: $id) { __typename ... on Share { revokedAt token } ... on Refusal { code } } }`;
const LOOK = `query ($token: String!, $password: String) { sharedImage(token: $token, password: $password) { __typename
  ... on SharedImage { title prompt width height url downloadUrl visit viewsLeft expiresAt } ... on Refusal { code message retryAfterMs } } }`;
const AGAIN = `query ($visit: String!) { visitedImage(visit: $visit) { __typename
  ... on SharedImage { title url downloadUrl viewsLeft } ... on Refusal { code } } }`;
const PREVIEW = 'query ($token: String!) { sharePreview(token: $token) { title pictureUrl } }';
const LINKS = `query ($id: ID!) { image(id: $id) { shares { id token url viewCount revokedAt views { outcome } } } }`;

async function ask(viewer: Viewer, query: string, args: object): Promise<Record<string, unknown>> {
  const { data, errors } = await gallery.ask(viewer, query, { ...args });
  if (!data) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as Record<string, unknown>;
}
const share = async (input: object = {}, id = imageId) => {
  const { id: shareId, token } = await ask(owner, SHARE, { id, input });
  return { shareId: String(shareId), token: String(token) };
};
const look = (token: string, password?: string) => ask(ANONYMOUS, LOOK, { token, ...(password ? { password } : {}) });
const again = (visit: unknown) => ask(ANONYMOUS, AGAIN, { visit });
const GONE = { __typename: 'Refusal', code: 'NOT_FOUND' };

describe('a share link', () => {
  it('shows the picture to whoever has it, without a sign-in, and no more than the owner wants', async () => {
    const made = await ask(owner, SHARE, { id: imageId });
    expect(made['url']).toBe(`https://studio.test/s/${String(made['token'])}`);
    const seen = await look(String(made['token']));
    expect(seen).toMatchObject({ __typename: 'SharedImage', prompt: null, width: 640, height: 400, viewsLeft: null });
    const picture = await (await fetch(String(seen['url']))).arrayBuffer();
    expect(await sharp(picture).metadata()).toMatchObject({ width: 640 });
    expect((await fetch(String(seen['downloadUrl']))).headers.get('content-disposition')).toContain('attachment');

    const { token } = await share({ allowDownload: false, showPrompt: true });
    const guarded = await look(token);
    expect(guarded).toMatchObject({ prompt: 'a secret garden', downloadUrl: null });
    const small = await (await fetch(String(guarded['url']))).arrayBuffer();
    expect(await sharp(small).metadata()).toMatchObject({ format: 'webp', width: 512 });
  });

  it('is kept as a hash, its token told once', async () => {
    const { token, shareId } = await share();
    const rows = await gallery.database.share.findMany();
    expect(JSON.stringify(rows)).not.toContain(token);
    const listed = await ask(owner, LINKS, { id: imageId });
    expect((listed['shares'] as { id: string }[]).find(({ id }) => id === shareId)).toMatchObject({
      token: null,
      url: null,
    });
  });

  it('ends at once when it is revoked, the addresses it gave out within five minutes; repeating that is fine', async () => {
    const { token, shareId } = await share();
    const seen = await look(token);
    const given = [seen['url'], seen['downloadUrl'], (await ask(aService(), PREVIEW, { token }))['pictureUrl']];
    // The bucket holds a signed address to this, as its contract suite shows.
    const livesSeconds = given.map((url) => Number(new URL(String(url)).searchParams.get('X-Amz-Expires')));
    expect(livesSeconds).toEqual([300, 300, 300]);
    expect(await ask(owner, REVOKE, { id: shareId })).toMatchObject({ __typename: 'Share', token: null });
    expect(await look(token)).toMatchObject(GONE);
    expect(await ask(owner, REVOKE, { id: shareId })).toMatchObject({ __typename: 'Share' });
  });

  it('gives new addresses to whoever looked at it lately, which is no further view; a page may be open for long', async () => {
    const { token } = await share({ viewLimit: 2 });
    const { visit } = await look(token);
    gallery.advance(20 * 60_000);
    const later = await again(visit);
    expect(later).toMatchObject({ __typename: 'SharedImage', viewsLeft: 1 });
    expect((await fetch(String(later['downloadUrl']))).headers.get('content-disposition')).toContain('attachment');
    gallery.advance(11 * 60_000);
    expect(await again(visit)).toMatchObject(GONE);
    gallery.advance(-31 * 60_000);
    expect(await again('x'.repeat(43))).toMatchObject(GONE);
  });

  it('that is used up, or was revoked, gives no new addresses either', async () => {
    const { token, shareId } = await share({ viewLimit: 1 });
    const { visit } = await look(token);
    expect(await again(visit)).toMatchObject({ __typename: 'SharedImage', viewsLeft: 0 });
    gallery.advance(6 * 60_000);
    expect(await again(visit)).toMatchObject(GONE);
    gallery.advance(-6 * 60_000);
    await ask(owner, REVOKE, { id: shareId });
    expect(await again(visit)).toMatchObject(GONE);
  });

  it('ends at its time', async () => {
    const { token } = await share({ expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect(await look(token)).toMatchObject({ __typename: 'SharedImage' });
    gallery.advance(61_000);
    expect(await look(token)).toMatchObject(GONE);
    gallery.advance(-61_000);
  });

  it('takes nobody’s place once it is over', async () => {
    const id = String((await seedImage(gallery, owner.userId, { prompt: 'often shared' }))['id']);
    const expiresAt = new Date(gallery.deps.now().getTime() + 3_600_000);
    for (let link = 0; link < 50; link++) await share({ expiresAt }, id);
    expect(await ask(owner, SHARE, { id })).toMatchObject({ code: 'QUOTA_EXCEEDED' });

    gallery.advance(3_600_001);
    expect(await ask(owner, SHARE, { id })).toMatchObject({ __typename: 'Share' });
    gallery.advance(-3_600_001);
  });

  it('is seen as often as its limit says, also when fifty look at once', async () => {
    const { token, shareId } = await share({ viewLimit: 3 });
    const seen = await Promise.all(Array.from({ length: 50 }, () => look(token)));
    expect(seen.filter(({ __typename }) => __typename === 'SharedImage')).toHaveLength(3);
    const { shares } = await ask(owner, LINKS, { id: imageId });
    const own = (shares as { id: string; viewCount: number; views: { outcome: string }[] }[]).find(
      ({ id }) => id === shareId,
    );
    expect(own?.viewCount).toBe(3);
    expect(own?.views.filter(({ outcome }) => outcome === 'SHOWN')).toHaveLength(3);
  });

  it('remembers every look for a while, and of those who knock at its closed door one a minute', async () => {
    const { token, shareId } = await share({ viewLimit: 2 });
    for (let n = 0; n < 6; n++) await look(token);
    const kept = () => gallery.database.shareView.findMany({ where: { shareId }, orderBy: { id: 'asc' } });
    expect((await kept()).map(({ outcome }) => outcome)).toEqual(['SHOWN', 'SHOWN', 'OVER']);

    const [first] = await kept();
    await gallery.database.shareView.update({ where: { id: first?.id ?? 0n }, data: { at: new Date('2026-01-01') } });
    expect(await gallery.deps.shares.removeViews(new Date('2026-02-01'))).toBe(1);
    expect(await kept()).toHaveLength(2);
  });

  it('is told of long after its end, but not for ever where many more were made', async () => {
    const [picture = ''] = await writeRows(gallery, owner.userId, [{ prompt: 'often shown' }]);
    const made: string[] = [];
    for (let n = 0; n < 53; n += 1) {
      const { shareId } = await share({}, picture);
      made.push(shareId);
      await ask(owner, REVOKE, { id: shareId });
    }
    await share({}, picture);

    const { shares } = await ask(owner, LINKS, { id: picture });
    const told = (shares as { readonly id: string }[]).map(({ id }) => id);
    expect(told).toHaveLength(51);
    expect(told.slice(1)).toEqual(made.slice(3).toReversed());
  });

  it('shows nothing while the picture is in the trash', async () => {
    const id = String((await seedImage(gallery, owner.userId))['id']);
    const { token } = await share({}, id);
    await gallery.ask(owner, `mutation { deleteImages(ids: ["${id}"]) { __typename } }`);
    expect(await look(token)).toMatchObject(GONE);
    await gallery.ask(owner, `mutation { restoreImages(ids: ["${id}"]) { __typename } }`);
    expect(await look(token)).toMatchObject({ __typename: 'SharedImage' });
  });

  it.each(['', 'x', '../../etc/passwd', "' or 1=1", 'A'.repeat(43), 'A'.repeat(100_0)])(
    'is not guessed: %j',
    async (token) => {
      expect(await look(token)).toMatchObject(GONE);
    },
  );
});

describe('a password', () => {
  it('is asked for, kept as argon2id, and opens the link', async () => {
    const { token, shareId } = await share({ password: '바다 위의 달' });
    expect(await look(token)).toMatchObject({ code: 'FORBIDDEN', message: 'This link has a password.' });
    expect(await look(token, 'wrong')).toMatchObject({ code: 'FORBIDDEN' });
    expect(await look(token, '바다 위의 달'.normalize('NFD'))).toMatchObject({ __typename: 'SharedImage' });
    const row = await gallery.database.share.findUniqueOrThrow({ where: { id: shareId } });
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('is guessed eight times in a quarter of an hour, one after another or all at once; then nobody gets in', async () => {
    const { token } = await share({ password: 'persimmon' });
    const guesses = await Promise.all(Array.from({ length: 20 }, (_, n) => look(token, `guess ${n}`)));
    expect(guesses.filter(({ code }) => code === 'FORBIDDEN')).toHaveLength(8);
    expect(guesses.filter(({ code }) => code === 'RATE_LIMITED')).toHaveLength(12);
    const waiting = await look(token, 'persimmon');
    expect(waiting).toMatchObject({ code: 'RATE_LIMITED' });
    expect(waiting['retryAfterMs']).toBeGreaterThan(0);

    gallery.advance(16 * 60_000);
    expect(await look(token, 'persimmon')).toMatchObject({ __typename: 'SharedImage' });
    gallery.advance(-16 * 60_000);
  });
});

describe('the preview for other sites', () => {
  it('is a title and a small picture; of a link with a password or a number of views it is nothing', async () => {
    const open = await share({ showPrompt: true });
    const preview = await ask(aService(), PREVIEW, { token: open.token });
    expect(preview).toMatchObject({ title: 'a secret garden' });
    expect((await fetch(String(preview['pictureUrl']))).headers.get('content-type')).toBe('image/webp');
    for (const input of [{ password: 'persimmon' }, { viewLimit: 1 }]) {
      const { token } = await share(input);
      expect(await ask(aService(), PREVIEW, { token })).toEqual({ title: null, pictureUrl: null });
    }
    expect(await ask(aService(), PREVIEW, { token: 'A'.repeat(43) })).toBeNull();
    const { errors } = await gallery.ask(ANONYMOUS, PREVIEW, { token: open.token });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('what is refused', () => {
  it('is a password that nobody could type again, in the viewer’s language', async () => {
    const wish =
      'mutation ($id: ID!, $input: ShareInput) { shareImage(id: $id, input: $input) { ... on Refusal { message } } }';
    const refused = { id: imageId, input: { password: 'a\0bcd' } };
    expect(await ask(owner, wish, refused)).toEqual({
      message: 'A password has 4 to 200 characters, in one line and without characters that can’t be seen.',
    });
    expect((await ask({ ...owner, locale: 'ko' }, wish, refused))['message']).toContain('보이지 않는 글자 없이');
  });

  it.each([
    ['expiresAt', { expiresAt: '2020-01-01T00:00:00Z' }],
    ['password', { password: 'abc' }],
    ['password', { password: 'x'.repeat(201) }],
    ['password', { password: 'bell\u0007' }],
    ['password', { password: 'two\nlines' }],
    ['password', { password: 'half \ud83d' }],
    ['password', { password: 'turned \u202e' }],
    ['viewLimit', { viewLimit: 0 }],
  ])('is a wrong %s', async (field, input) => {
    const before = await gallery.database.share.count();
    expect(await ask(owner, SHARE, { id: imageId, input })).toMatchObject({
      code: 'INVALID_INPUT',
      path: ['input', field],
    });
    expect(await gallery.database.share.count()).toBe(before);
  });

  it.each([
    ['another person', aPerson()],
    ['an administrator', { ...aPerson(), role: 'ADMIN' }],
    ['a service that acts for another', aService(createId())],
  ] satisfies [string, Viewer][])('is a stranger’s wish to share, revoke or see the links: %s', async (_, stranger) => {
    const [id] = await writeRows(gallery, owner.userId, [{}]);
    const { shareId, token } = await share({}, id);
    expect(await ask(stranger, SHARE, { id })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(stranger, REVOKE, { id: shareId })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await ask(stranger, LINKS, { id })).toBeNull();
    expect((await gallery.database.share.findUniqueOrThrow({ where: { id: shareId } })).revokedAt).toBeNull();
    expect(token).toHaveLength(43);
  });
});
