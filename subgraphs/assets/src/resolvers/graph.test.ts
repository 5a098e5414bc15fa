import { createId } from '@modu/ids';
import { actsFor, ANONYMOUS } from '@modu/viewer';
import type { Viewer } from '@modu/viewer';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { announce, aPerson, aService, requestUpload, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';

const bytes = new TextEncoder().encode('mine alone');
const owner = aPerson();
let running: RunningAssets;
let assetId: string;

beforeAll(async () => {
  running = await startAssets();
  assetId = (await uploadBytes(running.ask, owner, { bytes })).id;
});
afterAll(() => running.stop());

const ENTITIES = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on Asset { id filename url } ... on Image { id url thumbnailUrl small: thumbnailUrl(size: SMALL) } ... on User { id storage { usedBytes reservedBytes quotaBytes overQuota } }
  ... on Dashboard { storage { usedBytes overQuota } } } }`;

const entities = (viewer: Viewer, of: readonly object[]) => running.ask(viewer, ENTITIES, { of });

/** Everyone who has no business with the owner's files. */
const strangers: readonly (readonly [string, Viewer])[] = [
  ['another person', aPerson()],
  ['an administrator', { ...aPerson(), role: 'ADMIN' }],
  ['a service that acts for another', aService(createId())],
  ['a service that acts for nobody', aService()],
];

describe.each(strangers)('%s', (_, stranger) => {
  const acts = actsFor(stranger) !== undefined;

  it('finds nothing under the id of a foreign file, as under one that never was', async () => {
    const query = 'query ($id: ID!) { asset(id: $id) { id url } }';
    const foreign = await running.ask(stranger, query, { id: assetId });
    const unknown = await running.ask(stranger, query, { id: createId() });

    expect(foreign).toEqual(unknown);
    if (acts) expect(foreign.data).toEqual({ asset: null });
    else expect(foreign.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('gets neither file nor link nor storage by reference', async () => {
    const asset = await entities(stranger, [{ __typename: 'Asset', id: assetId }]);
    expect(asset.data).toEqual({ _entities: [null] });

    const picture = { __typename: 'Image', id: createId(), asset: { id: assetId }, thumbnail: { id: assetId } };
    const image = await entities(stranger, [picture]);
    expect(image.data).toEqual({ _entities: [null] });
    expect(image.errors?.map(({ extensions }) => extensions.code)).toContain('NOT_FOUND');

    const storage = await entities(stranger, [{ __typename: 'User', id: owner.userId }]);
    expect(storage.data).toEqual({ _entities: [null] });
    expect(storage.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    const dashboard = await entities(stranger, [{ __typename: 'Dashboard', id: owner.userId }]);
    expect(dashboard.data).toEqual({ _entities: [null] });
  });

  it.each(['completeUpload', 'abortUpload', 'deleteAsset'])('can’t %s', async (field) => {
    const query = `mutation ($id: ID!) { ${field}(id: $id) { ... on Refusal { code message } } }`;
    const foreign = await running.ask(stranger, query, { id: assetId });

    expect(foreign).toEqual(await running.ask(stranger, query, { id: createId() }));
    if (acts) expect(foreign.data).toMatchObject({ [field]: { code: 'NOT_FOUND' } });
    else expect(foreign.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect((await running.deps.assets.find(assetId))?.status).toBe('READY');
  });

  it('sees nothing of it in lists', async () => {
    const { data, errors } = await running.ask(stranger, '{ assets { totalCount edges { node { id } } } }');

    if (acts) expect(data).toEqual({ assets: { totalCount: 0, edges: [] } });
    else expect(errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });
});

describe('somebody who is not signed in', () => {
  it.each([
    `{ asset(id: "${createId()}") { id } }`,
    '{ assets { totalCount } }',
    `mutation { completeUpload(id: "${createId()}") { __typename } }`,
    `mutation { abortUpload(id: "${createId()}") { __typename } }`,
    `mutation { deleteAsset(id: "${createId()}") { __typename } }`,
    `mutation { requestUpload(input: { filename: "a", contentType: "text/plain", sizeBytes: 1, sha256: "" }) { __typename } }`,
  ])('is told to sign in: %s', async (query) => {
    expect((await running.ask(ANONYMOUS, query)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('gets no link by reference', async () => {
    const picture = { __typename: 'Image', id: createId(), asset: { id: assetId }, thumbnail: { id: assetId } };

    expect((await entities(ANONYMOUS, [picture])).data).toEqual({ _entities: [null] });
  });
});

describe('the owner', () => {
  it('gets links of many pictures by one read of the database', async () => {
    const reads = vi.spyOn(running.deps.assets, 'findMany');
    const thumbnail = (await uploadBytes(running.ask, owner, { bytes, filename: 'small.txt' })).id;
    const pictures = Array.from({ length: 20 }, () => ({
      __typename: 'Image',
      id: createId(),
      asset: { id: assetId },
      thumbnail: { id: thumbnail },
    }));
    const { data, errors } = await entities(owner, pictures);

    expect(errors).toBeUndefined();
    expect(reads).toHaveBeenCalledTimes(1);
    reads.mockRestore();
    const [first] = data?.['_entities'] as { url: string; thumbnailUrl: string }[];
    expect(await (await fetch(first?.url ?? '')).text()).toBe('mine alone');
    expect(await (await fetch(first?.thumbnailUrl ?? '')).text()).toBe('mine alone');
  });

  it('is served by a service that acts for them', async () => {
    const { data } = await entities(aService(owner.userId), [{ __typename: 'Asset', id: assetId }]);

    expect(data).toMatchObject({ _entities: [{ id: assetId, filename: 'notes.txt' }] });
  });

  it('sees their own storage', async () => {
    const person = aPerson();
    const { data } = await entities(person, [{ __typename: 'User', id: person.userId }]);

    expect(data).toMatchObject({
      _entities: [{ storage: { usedBytes: 0, reservedBytes: 0, quotaBytes: 1_000_000_000, overQuota: false } }],
    });
  });

  it('pages through their files, newest first, none twice and none left out', async () => {
    const person = aPerson();
    for (let i = 0; i < 7; i++) await uploadBytes(running.ask, person, { bytes, filename: `${i}.txt` });
    await uploadBytes(running.ask, person, { bytes, filename: 'x.bin', contentType: 'application/octet-stream' });
    const query = `query ($after: String) { assets(first: 3, after: $after, contentType: "text/") {
      totalCount edges { node { filename } } pageInfo { hasNextPage endCursor } } }`;
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { data } = await running.ask(person, query, { after });
      const page = data?.['assets'] as {
        totalCount: number;
        edges: { node: { filename: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      expect(page.totalCount).toBe(7);
      seen.push(...page.edges.map(({ node }) => node.filename));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after);

    expect(seen).toEqual(['6.txt', '5.txt', '4.txt', '3.txt', '2.txt', '1.txt', '0.txt']);
  });

  it.each([
    '{ assets(first: 0) { totalCount } }',
    '{ assets(first: 101) { totalCount } }',
    '{ assets(after: "x") { totalCount } }',
  ])('is told what is wrong with %s', async (query) => {
    expect((await running.ask(owner, query)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('gets links for 30 seconds to a quarter of an hour, and downloads that carry the name', async () => {
    const query = 'query ($id: ID!, $s: Int) { asset(id: $id) { url(expiresInSeconds: $s, download: true) } }';
    for (const s of [29, 3_601]) {
      expect((await running.ask(owner, query, { id: assetId, s })).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    }
    const { data } = await running.ask(owner, query, { id: assetId, s: 30 });
    const response = await fetch((data?.['asset'] as { url: string }).url);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="notes.txt"');
    const hour = (await running.ask(owner, query, { id: assetId, s: 3_600 })).data?.['asset'] as { url: string };
    expect(new URL(hour.url).searchParams.get('X-Amz-Expires')).toBe('900');
  });

  it('gets a page as a download, never shown in place', async () => {
    const page = {
      bytes: new TextEncoder().encode('<script>alert(1)</script>'),
      filename: 'p.html',
      contentType: 'text/html',
    };
    const asset = await uploadBytes(running.ask, aPerson(), page);

    expect((await fetch(String(asset['url']))).headers.get('content-disposition')).toContain('attachment');
  });

  it('can’t remove the files of a picture by hand', async () => {
    const person = aPerson();
    const original = { bytes, purpose: 'IMAGE_ORIGINAL', imageId: createId() } as const;
    const { id } = await uploadBytes(running.ask, aService(person.userId), original);
    const query = 'mutation ($id: ID!) { deleteAsset(id: $id) { __typename ... on Refusal { code } } }';

    expect((await running.ask(person, query, { id })).data).toMatchObject({ deleteAsset: { code: 'NOT_FOUND' } });
    expect((await running.ask(aService(person.userId), query, { id })).data).toEqual({
      deleteAsset: { __typename: 'DeletedAsset' },
    });
  });
});

describe('the list of files', () => {
  it('holds the files a person brought, not the pictures of their gallery', async () => {
    const person = aPerson();
    const mine = await uploadBytes(running.ask, person, { bytes, filename: 'mine.txt' });
    for (const purpose of ['IMAGE_ORIGINAL', 'IMAGE_THUMBNAIL'] as const) {
      await uploadBytes(running.ask, aService(person.userId), { bytes, purpose, imageId: createId() });
    }

    const { data } = await running.ask(person, '{ assets { totalCount edges { node { id } } } }');
    expect(data).toEqual({ assets: { totalCount: 1, edges: [{ node: { id: mine.id } }] } });
  });
});

describe('a refusal', () => {
  it('comes in the language of the viewer, with the field that is wrong, and holds nothing', async () => {
    const person = aPerson('ko');
    const input = announce({ bytes, filename: '../x' });

    const refused = await requestUpload(running.ask, person, input);
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', path: ['input', 'filename'] });
    expect(refused['message']).toContain('파일 이름은');
    expect((await requestUpload(running.ask, { ...person, locale: 'en' }, input))['message']).toContain(
      'Give the file a name',
    );
    expect(await running.deps.storage.find(person.userId)).toBeUndefined();
  });
});

describe('when billing can’t be reached', () => {
  it('takes no upload and says no more than that something failed', async () => {
    const alone = await startAssets();
    alone.network.detach('billing');
    const person = aPerson();
    const { data, errors } = await alone.ask(
      person,
      'mutation ($i: RequestUploadInput!) { requestUpload(input: $i) { __typename } }',
      {
        i: announce({ bytes }),
      },
    );

    expect(data).toBeNull();
    expect(errors?.[0]?.extensions.code).toBe('INTERNAL');
    expect(alone.logged.filter((line) => line.includes('a resolver failed'))).toHaveLength(1);
    expect(await alone.deps.storage.find(person.userId)).toBeUndefined();
    await alone.stop();
  });
});
