import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, aPerson, aService, putBytes, requestUpload, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';
import { TRASH_MS } from '../domain/asset.ts';
import { emptyTrash } from './empty-trash.ts';

const bytes = new TextEncoder().encode('thrown away too early');
const DELETE =
  'mutation ($id: ID!, $forever: Boolean) { deleteAsset(id: $id, forever: $forever) { __typename ... on Refusal { code } } }';
const RESTORE =
  'mutation ($id: ID!) { restoreAsset(id: $id) { __typename ... on Asset { id status } ... on Refusal { code } } }';
const LISTS = `query ($id: ID!) { asset(id: $id) { id } assets { edges { node { id } } } trash: assets(trashed: true) { edges { node { id } } } }`;
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

async function where(person: ReturnType<typeof aPerson>, id: string) {
  const { data } = await running.ask(person, LISTS, { id });
  const ids = (name: string) =>
    (data?.[name] as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id);
  return {
    isFound: data?.['asset'] !== null,
    isListed: ids('assets').includes(id),
    isInTrash: ids('trash').includes(id),
  };
}

describe('a file in the trash', () => {
  it('is out of sight and still counted, and comes back whole', async () => {
    const person = aPerson();
    const { id, ...asset } = await uploadBytes(running.ask, person, { bytes });
    await running.ask(person, DELETE, { id });
    expect(await where(person, id)).toEqual({ isFound: false, isListed: false, isInTrash: true });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: bytes.byteLength });

    expect((await running.ask(person, RESTORE, { id })).data).toEqual({
      restoreAsset: { __typename: 'Asset', id, status: 'READY' },
    });
    expect(await where(person, id)).toEqual({ isFound: true, isListed: true, isInTrash: false });
    expect((await fetch(String(asset['url']))).status).toBe(200);
  });

  it('leaves after thirty days, or at once when asked to, and then for good', async () => {
    const person = aPerson();
    const [old, young, now] = await Promise.all(
      ['old', 'young', 'now'].map((filename) => uploadBytes(running.ask, person, { bytes, filename })),
    );
    await running.ask(person, DELETE, { id: old?.id });
    await running.ask(person, DELETE, { id: now?.id });
    await running.ask(person, DELETE, { id: now?.id, forever: true });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: 2 * bytes.byteLength });

    running.advance(TRASH_MS / 2);
    await running.ask(person, DELETE, { id: young?.id });
    running.advance(TRASH_MS / 2 + 1);
    await emptyTrash(running.deps);
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: bytes.byteLength, moves: [] });
    expect(await where(person, young?.id ?? '')).toMatchObject({ isInTrash: true });
    for (const gone of [old, now]) {
      expect((await running.ask(person, RESTORE, { id: gone?.id })).data).toMatchObject({
        restoreAsset: { code: 'NOT_FOUND' },
      });
      expect((await fetch(String(gone?.['url']))).status).toBe(404);
    }
  });

  it('and is gone for good leaves nothing in the bucket, be it put again with a ticket from just before', async () => {
    const person = aPerson();
    const file = { bytes, idempotencyKey: 'again' };
    const { id } = await uploadBytes(running.ask, person, file);
    running.advance(TRASH_MS);
    const ticket = (await requestUpload(running.ask, person, announce(file))) as unknown as Ticket;
    await running.ask(person, DELETE, { id, forever: true });
    expect(await putBytes(ticket, bytes)).toBe(200);
    const key = (await running.deps.assets.find(id))?.objectKey ?? '';
    expect(await running.deps.blobs.head(key)).not.toBeNull();

    running.advance(3_600_000);
    await running.tidy();
    expect(await running.deps.blobs.head(key)).toBeNull();
  });

  it('that somebody takes out while the trash is being emptied stays', async () => {
    const person = aPerson();
    const { id, ...asset } = await uploadBytes(running.ask, person, { bytes });
    await running.ask(person, DELETE, { id });
    running.advance(TRASH_MS + 1);
    const restoring = async (options: Parameters<typeof running.deps.assets.listTrashed>[0]) => {
      const old = await running.deps.assets.listTrashed(options);
      expect((await running.ask(person, RESTORE, { id })).data).toMatchObject({ restoreAsset: { status: 'READY' } });
      return old;
    };

    await emptyTrash({ ...running.deps, assets: { ...running.deps.assets, listTrashed: restoring } });

    expect(await where(person, id)).toEqual({ isFound: true, isListed: true, isInTrash: false });
    expect((await fetch(String(asset['url']))).status).toBe(200);
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: bytes.byteLength, moves: [] });
  });

  it('of somebody else can’t be brought back', async () => {
    const person = aPerson();
    const { id } = await uploadBytes(running.ask, person, { bytes });
    await running.ask(person, DELETE, { id });

    expect((await running.ask(aPerson(), RESTORE, { id })).data).toMatchObject({ restoreAsset: { code: 'NOT_FOUND' } });
    expect(await where(person, id)).toMatchObject({ isInTrash: true });
  });
});

describe('an account that is deleted', () => {
  const REMOVE = 'mutation ($userId: ID!) { removeFilesOf(userId: $userId) }';

  it('leaves nothing in the bucket and nothing counted, in as many calls as it takes', async () => {
    const person = aPerson();
    for (let i = 0; i < 60; i++) await uploadBytes(running.ask, person, { bytes, filename: `${i}.txt` });
    const picture = { bytes, purpose: 'IMAGE_ORIGINAL', imageId: createId() } as const;
    await uploadBytes(running.ask, aService(person.userId), picture);
    await requestUpload(running.ask, person, announce({ bytes, filename: 'open.txt' }));
    const other = aPerson();
    await uploadBytes(running.ask, other, { bytes });

    const answers = [];
    for (let i = 0; i < 3; i++)
      answers.push((await running.ask(aService(), REMOVE, { userId: person.userId })).data?.['removeFilesOf']);
    expect(answers).toEqual([false, true, true]);
    expect(await running.deps.blobs.list({ prefix: `users/${person.userId}/`, limit: 10 })).toEqual([]);
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
    expect(await running.deps.storage.find(other.userId)).toMatchObject({ usedBytes: bytes.byteLength });
  }, 60_000);

  it('is the business of services alone', async () => {
    const person = aPerson();
    const { errors } = await running.ask(person, REMOVE, { userId: person.userId });

    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
