import { createId } from '@modu/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aPerson, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets } from '../../testing/index.ts';
import { ORPHAN_AGE_MS } from './reconcile-objects.ts';
import { reportBucket } from './report-bucket.ts';

const bytes = new TextEncoder().encode('twelve bytes');
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

/** All that there is: objects, open uploads and every record. */
async function everything() {
  const { db, deps } = running;
  const collections = (await db.collections()).toSorted((a, b) => a.collectionName.localeCompare(b.collectionName));
  const records = await Promise.all(collections.map((each) => each.find().sort({ _id: 1 }).toArray()));
  const objects = await deps.blobs.list({ prefix: '', limit: 1_000 });
  return { records, objects, open: await deps.blobs.listMultiparts({ prefix: '' }) };
}

it('tells objects without records, records without objects and open uploads, and changes nothing', async () => {
  const person = aPerson();
  const home = `users/${person.userId}/files`;
  const kept = await uploadBytes(running.ask, person, { bytes });
  const lost = await uploadBytes(running.ask, person, { bytes, filename: 'lost.txt' });
  await running.deps.blobs.remove((await running.deps.assets.find(lost.id))?.objectKey ?? '');
  const orphans = [1, 2].map((n) => `${home}/${createId()}/orphan-${n}.txt`).sort();
  for (const key of orphans) await running.deps.blobs.put({ key, body: bytes, contentType: 'text/plain' });
  await running.deps.blobs.put({ key: 'users/somebody/else', body: bytes, contentType: 'text/plain' });
  const film = `${home}/${createId()}/film.mp4`;
  await running.deps.blobs.startMultipart({ key: film, contentType: 'video/mp4' });
  const young = await reportBucket(running.deps);
  expect(young).toMatchObject({ orphans: { count: 0 }, open: { count: 0 }, lost: { named: [lost.id] } });

  running.advance(ORPHAN_AGE_MS + 3_600_000);
  const before = await everything();
  const report = await reportBucket(running.deps);
  expect(report).toEqual({
    orphans: { count: 2, sizeBytes: 2 * bytes.byteLength, named: orphans },
    lost: { count: 1, named: [lost.id] },
    open: { count: 1, sizeBytes: 0, named: [film] },
    foreign: 1,
  });
  expect(JSON.stringify(report)).not.toContain(kept.id);
  expect(await everything()).toEqual(before);
});
