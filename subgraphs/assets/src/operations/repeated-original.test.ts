import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  announce,
  aPerson,
  aService,
  completeUpload,
  putBytes,
  requestUpload,
  startAssets,
  uploadBytes,
} from '../../testing/index.ts';
import type { Outcome, RunningAssets, Ticket } from '../../testing/index.ts';

/** What an engine made that never makes the same thing twice. */
const paintings = ['one', 'another, longer', 'a third'].map((words) => new TextEncoder().encode(words));
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

/** Work that stores the original of a picture, in runs that each announce what they made, under a key of their own. */
function aJob() {
  const { userId } = aPerson();
  const service = aService(userId);
  const imageId = createId();
  const fileOf = (run: number) => ({
    ...{ bytes: paintings[run] ?? new Uint8Array(), contentType: 'application/octet-stream' },
    ...{ purpose: 'IMAGE_ORIGINAL' as const, imageId, idempotencyKey: `${imageId}:${run}` },
  });
  const begin = (run: number) => requestUpload(running.ask, service, announce(fileOf(run)));
  const put = (ticket: Outcome, run: number) =>
    putBytes(ticket as unknown as Ticket, paintings[run] ?? new Uint8Array());
  const complete = (ticket: Outcome) => completeUpload(running.ask, service, String(ticket['id']));
  const store = (run: number) => uploadBytes(running.ask, service, fileOf(run));
  const inBucket = async () => (await running.deps.blobs.list({ prefix: `users/${userId}/`, limit: 10 })).length;
  return { userId, begin, put, complete, store, inBucket };
}

async function bytesAt(url: unknown): Promise<string> {
  return (await fetch(String(url))).text();
}

describe('the original of a picture that is announced again with other bytes', () => {
  it('is taken after a PUT that failed, and only its bytes are reserved', async () => {
    const job = aJob();
    const first = await job.begin(0);

    const second = await job.begin(1);

    expect(second).toMatchObject({ __typename: 'UploadTicket' });
    expect(await running.deps.storage.find(job.userId)).toMatchObject({ reservedBytes: paintings[1]?.byteLength });
    expect(await job.put(second, 1)).toBe(200);
    expect(await bytesAt((await job.complete(second))['url'])).toBe('another, longer');
    expect(await job.complete(first)).toMatchObject({ code: 'ALREADY_FINISHED' });
  });

  it('is taken after a completion that failed, twice over, and what lay there is gone in the end', async () => {
    const job = aJob();
    for (const run of [0, 1]) expect(await job.put(await job.begin(run), run)).toBe(200);

    const third = await job.store(2);

    expect(await bytesAt(third['url'])).toBe('a third');
    expect(await running.deps.storage.find(job.userId)).toMatchObject({
      ...{ usedBytes: paintings[2]?.byteLength, reservedBytes: 0, moves: [] },
    });
    expect(await job.inBucket()).toBe(1);
  });

  it('is out of reach of the ticket of an earlier run, whenever that one puts', async () => {
    const job = aJob();
    const sleepy = await job.begin(0);
    const { url } = await job.store(1);

    expect(await job.put(sleepy, 0)).toBe(200);

    expect(await bytesAt(url)).toBe('another, longer');
    running.advance(3_600_000);
    await running.tidy();
    expect(await job.inBucket()).toBe(1);
  });

  it('stays what it is once it is READY: the other run is told of it', async () => {
    const job = aJob();
    const first = await job.store(0);

    const second = await job.begin(1);

    expect(second).toMatchObject({ __typename: 'UploadTicket', id: first['id'] });
    expect(await job.put(second, 1)).toBeGreaterThanOrEqual(400);
    expect(await job.complete(second)).toMatchObject({ __typename: 'Asset', id: first['id'], status: 'READY' });
    expect(await bytesAt(first['url'])).toBe('one');
  });

  it('is refused once the picture has been deleted', async () => {
    const job = aJob();
    const { id } = await job.store(0);
    await running.ask(aService(job.userId), 'mutation ($id: ID!) { deleteAsset(id: $id) { __typename } }', { id });

    expect(await job.begin(1)).toMatchObject({ code: 'CONFLICT' });
    expect(await running.deps.storage.find(job.userId)).toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
  });
});
