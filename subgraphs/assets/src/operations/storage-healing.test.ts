import { createId } from '@modu/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  announce,
  aPerson,
  completeUpload,
  putBytes,
  requestUpload,
  startAssets,
  uploadBytes,
} from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';
import type { AssetsDeps } from './deps.ts';
import { deleteAsset } from './delete-asset.ts';
import { completeUpload as complete } from './complete-upload.ts';
import { expireUploads, sweepBytes } from './expire-uploads.ts';
import { reconcileStorage } from './reconcile-storage.ts';
import { requestUpload as request } from './request-upload.ts';
import { MOVE_AGE_MS, settleMoves } from './settle-moves.ts';

const bytes = new TextEncoder().encode('sixteen bytes!!!');
const HOUR_MS = 3_600_000;
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

class Killed extends Error {}

/** Foundations that die right after the n-th write, as a process that is killed between two steps. */
function dyingAfter(writes: number, deps: AssetsDeps): AssetsDeps {
  let left = writes;
  const counted = <Store extends object>(store: Store, names: readonly string[]): Store =>
    new Proxy(store, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || !names.includes(String(name))) return method;
        return async (...args: unknown[]) => {
          if (left <= 0) throw new Killed();
          left -= 1;
          return (await Reflect.apply(method, target, args)) as unknown;
        };
      },
    });
  return {
    ...deps,
    assets: counted(deps.assets, ['insert', 'extend', 'revive', 'markReady', 'markRejected', 'markDeleted']),
    storage: counted(deps.storage, ['reserve', 'settle', 'giveBack', 'announceDeparture', 'depart', 'cancelDeparture']),
    sweeps: counted(deps.sweeps, ['lease', 'finish']),
    blobs: counted(deps.blobs, ['remove']),
  };
}

/** What the healing of some quiet hours comes to. */
async function heal(): Promise<void> {
  running.advance(HOUR_MS + MOVE_AGE_MS);
  await expireUploads(running.deps);
  await sweepBytes(running.deps);
  await settleMoves(running.deps);
}

async function orDie<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Killed) return undefined;
    throw error;
  }
}

/** The rule that must hold whatever happened: figures, records and bucket tell the same. */
async function expectAgreement(userId: string): Promise<void> {
  const account = await running.deps.storage.find(userId);
  if (!account) return;
  const ready = await running.deps.assets.listReady({ ownerId: userId, limit: 100 });
  const readyBytes = ready.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  expect(account).toMatchObject({ usedBytes: readyBytes, reservedBytes: 0, moves: [] });
  expect(await reconcileStorage(userId, running.deps)).toBe('RIGHT');
  const kept = await running.deps.blobs.list({ prefix: `users/${userId}/`, limit: 100 });
  expect(kept.map(({ key }) => key).sort()).toEqual(ready.map(({ objectKey }) => objectKey).sort());
}

const ACTS = ['request', 'put', 'complete', 'delete'] as const;
type Act = (typeof ACTS)[number];

/** One person with one file on its way; each act runs on foundations that may die after some writes. */
function aFileOnItsWay() {
  const viewer = aPerson();
  let ticket: Ticket | undefined;
  const run: Record<Act, (deps: AssetsDeps) => Promise<unknown>> = {
    request: async (deps) => {
      const made = await orDie(request(announce({ bytes, idempotencyKey: 'k' }), { viewer, deps }));
      if (made && 'url' in made) ticket = made as unknown as Ticket;
    },
    put: async () => ticket && putBytes(ticket, bytes),
    complete: async (deps) => ticket && orDie(complete({ id: ticket.id }, { viewer, deps })),
    delete: async (deps) => ticket && orDie(deleteAsset({ id: ticket.id, isForever: true }, { viewer, deps })),
  };
  return {
    userId: viewer.userId,
    act: (name: Act, writes = Number.POSITIVE_INFINITY) => run[name](dyingAfter(writes, running.deps)),
    status: async () => ticket && (await running.deps.assets.find(ticket.id))?.status,
  };
}

describe('a process that dies between two steps', () => {
  const places = (['request', 'complete', 'delete'] as const).flatMap((act) =>
    [0, 1, 2, 3, 4, 5].map((writes) => [act, writes] as const),
  );

  it.each(places)(
    'while it does a %s, after %i writes, leaves nothing reserved, lost or behind',
    async (act, writes) => {
      const file = aFileOnItsWay();
      for (const before of ACTS.slice(0, ACTS.indexOf(act))) await file.act(before);
      await file.act(act, writes);
      const status = await file.status();

      await heal();
      if (status === 'READY') expect(await file.status()).toBe('READY');
      await expectAgreement(file.userId);
    },
  );

  it.each(places)('while it does a %s, after %i writes, can do all of it again', async (act, writes) => {
    const file = aFileOnItsWay();
    for (const before of ACTS.slice(0, ACTS.indexOf(act))) await file.act(before);
    await file.act(act, writes);
    if ((await file.status()) !== 'DELETED') {
      for (const again of ['request', 'put', 'complete'] as const) await file.act(again);
      expect(await file.status()).toBe('READY');
    }
    await file.act('delete');
    expect(await file.status()).toBe('DELETED');

    await heal();
    await expectAgreement(file.userId);
  });

  it('again and again, in any order, keeps figures, records and bucket in agreement', async () => {
    const step = fc.record({ act: fc.constantFrom(...ACTS), writes: fc.nat({ max: 6 }) });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 3 }), fc.array(step, { minLength: 1, maxLength: 8 }), async (begun, steps) => {
        const file = aFileOnItsWay();
        for (const act of ACTS.slice(0, begun)) await file.act(act);
        for (const { act, writes } of steps) {
          const before = await file.status();
          await file.act(act, writes);
          // What is READY stays so until somebody deletes it.
          if (before === 'READY' && act !== 'delete') expect(await file.status()).toBe('READY');
        }
        await heal();
        await expectAgreement(file.userId);
      }),
      { numRuns: 40, seed: 20_261_121 },
    );
  }, 120_000);
});

describe('deleting', () => {
  const REMOVE =
    'mutation ($id: ID!) { deleteAsset(id: $id, forever: true) { __typename ... on DeletedAsset { id } ... on Refusal { code } } }';

  it('takes the bytes away and the space back, once, though asked ten times at once', async () => {
    const person = aPerson();
    const kept = await uploadBytes(running.ask, person, { bytes, filename: 'kept.txt' });
    const asset = await uploadBytes(running.ask, person, { bytes, filename: 'gone.txt' });
    const answers = await Promise.all(Array.from({ length: 10 }, () => running.ask(person, REMOVE, { id: asset.id })));

    for (const { data } of answers) expect(data).toEqual({ deleteAsset: { __typename: 'DeletedAsset', id: asset.id } });
    expect((await fetch(String(asset['url']))).status).toBe(404);
    expect((await fetch(String(kept['url']))).status).toBe(200);
    await expectAgreement(person.userId);
  });

  it('never takes away more than was counted, when a crash left the upload unsettled', async () => {
    const file = aFileOnItsWay();
    await file.act('request');
    await file.act('put');
    await file.act('complete', 1);
    expect(await file.status()).toBe('READY');
    await file.act('delete');

    expect(await running.deps.storage.find(file.userId)).toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
  });

  it('refuses what is still being uploaded', async () => {
    const person = aPerson();
    const ticket = await requestUpload(running.ask, person, announce({ bytes }));

    expect((await running.ask(person, REMOVE, { id: ticket['id'] })).data).toMatchObject({
      deleteAsset: { code: 'CONFLICT' },
    });
  });

  it('ends the upload’s key: it can’t bring the file back', async () => {
    const person = aPerson();
    const file = { bytes, idempotencyKey: 'k' };
    const asset = await uploadBytes(running.ask, person, file);
    await running.ask(person, REMOVE, { id: asset.id });

    expect(await requestUpload(running.ask, person, announce(file))).toMatchObject({ code: 'CONFLICT' });
    expect(await completeUpload(running.ask, person, asset.id)).toMatchObject({ code: 'ALREADY_FINISHED' });
  });
});

describe('reconciling a storage account', () => {
  it('corrects figures that are wrong, and only those', async () => {
    const person = aPerson();
    await uploadBytes(running.ask, person, { bytes });
    await requestUpload(running.ask, person, announce({ bytes, filename: 'open.txt' }));
    const account = await running.deps.storage.find(person.userId);
    expect(await reconcileStorage(person.userId, running.deps)).toBe('RIGHT');

    await running.deps.storage.correctUsed(person.userId, {
      version: account?.version ?? 0,
      usedBytes: 999,
      reservedBytes: 5,
    });
    expect(await reconcileStorage(person.userId, running.deps)).toBe('CORRECTED');
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: bytes.byteLength,
      reservedBytes: bytes.byteLength,
    });
  });

  it('does not touch an account that changed meanwhile', async () => {
    const userId = createId();
    const move = { token: createId(), assetId: createId(), bytes: 7, at: new Date(), quotaBytes: 100 };
    await running.deps.storage.reserve(userId, move);

    expect(await running.deps.storage.correctUsed(userId, { version: 0, usedBytes: 1, reservedBytes: 1 })).toBe(false);
    expect(await running.deps.storage.find(userId)).toMatchObject({ usedBytes: 0, reservedBytes: 7 });
  });
});
