import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  announce,
  aPerson,
  completeUpload,
  partOf,
  putPart,
  requestUpload,
  sha256Hex,
  signParts,
  startAssets,
  uploadInParts,
} from '../../testing/index.ts';
import type { PartsTicket, RunningAssets } from '../../testing/index.ts';
import { expireUploads, sweepBytes } from './expire-uploads.ts';

const DAY_MS = 86_400_000;
const bytes = Buffer.alloc(64_000_001);
for (let at = 0; at < bytes.length; at += 4_096) bytes.writeUInt32LE(at, Math.min(at, bytes.length - 4));
const film = { bytes, filename: '영화.bin', contentType: 'application/octet-stream' };
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const ticketFor = async (person: ReturnType<typeof aPerson>, input: object = announce(film)) =>
  (await requestUpload(running.ask, person, input)) as unknown as PartsTicket;
const part = (number: number, { partSizeBytes }: PartsTicket) => partOf(bytes, number, partSizeBytes);
const abort = (person: ReturnType<typeof aPerson>, id: string) =>
  running.ask(person, 'mutation ($id: ID!) { abortUpload(id: $id) { __typename ... on Refusal { code } } }', { id });

async function openInBucket(userId: string): Promise<number> {
  return (await running.deps.blobs.listMultiparts({ prefix: `users/${userId}/` })).length;
}

describe('a file over 64 MB', () => {
  it('comes in parts, is checked by its whole hash, and is given back byte by byte', async () => {
    const person = aPerson();
    const outcome = await uploadInParts(running.ask, person, film);

    expect(outcome).toMatchObject({ __typename: 'Asset', sha256: sha256Hex(bytes) });
    expect(await completeUpload(running.ask, person, String(outcome['id']))).toMatchObject({ status: 'READY' });
    const { data } = await running.ask(person, 'query ($id: ID!) { asset(id: $id) { url } }', { id: outcome['id'] });
    const answer = await fetch((data?.['asset'] as { url: string }).url);
    expect(sha256Hex(new Uint8Array(await answer.arrayBuffer()))).toBe(sha256Hex(bytes));
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: bytes.length,
      reservedBytes: 0,
      moves: [],
    });
  }, 60_000);

  it('is taken up again five days later where it stopped: only what is missing is put', async () => {
    const person = aPerson();
    const input = announce({ ...film, idempotencyKey: 'some other day' });
    const first = await ticketFor(person, input);
    expect(first).toMatchObject({ url: null, parts: [], received: [] });
    await putPart(running.ask, person, { ticket: first, number: 2, body: part(2, first) });
    running.advance(5 * DAY_MS);
    await expireUploads(running.deps);

    const again = await ticketFor(person, input);
    expect(again.received).toMatchObject([{ number: 2, sizeBytes: again.partSizeBytes }]);
    expect(await completeUpload(running.ask, person, again.id)).toMatchObject({ code: 'UPLOAD_MISSING' });
    running.advance(5 * DAY_MS);
    await expireUploads(running.deps);
    expect(await uploadInParts(running.ask, person, { ...film, idempotencyKey: 'some other day' })).toMatchObject({
      __typename: 'Asset',
      id: first.id,
    });
  }, 60_000);

  it('goes on in a new upload when the bucket forgot the old one', async () => {
    const person = aPerson();
    const input = announce({ ...film, idempotencyKey: 'forgotten' });
    const first = await ticketFor(person, input);
    const asset = await running.deps.assets.find(first.id);
    await running.deps.blobs.abortMultipart({
      key: asset?.objectKey ?? '',
      uploadId: asset?.multipart?.uploadId ?? '',
    });

    const second = await ticketFor(person, input);
    expect(second).toMatchObject({ id: first.id, received: [] });
    expect(await putPart(running.ask, person, { ticket: second, number: 1, body: part(1, second) })).toBe(200);
    await abort(person, second.id);
  });

  it('takes no part that is oversize, other than signed, or reported otherwise than it came', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person);
    const sign = async (parts: readonly object[]) => signParts(running.ask, person, { id: ticket.id, parts });

    for (const wrong of [
      [{ number: 0, sha256: sha256Hex(bytes) }],
      [{ number: 5, sha256: sha256Hex(bytes) }],
      [{ number: 1, sha256: 'x' }],
      [],
    ]) {
      expect(await sign(wrong)).toMatchObject({ code: 'INVALID_INPUT', path: ['parts'] });
    }
    const oversize = bytes.subarray(0, ticket.partSizeBytes + 1);
    // The bucket may refuse and hang up while the bytes are still on their way.
    const status = await putPart(running.ask, person, { ticket, number: 1, body: oversize }).catch(() => 'cut');
    expect([403, 'cut']).toContain(status);
    const short = bytes.subarray(0, 100);
    expect(await putPart(running.ask, person, { ticket, number: 1, body: short })).toBe(403);

    for (const number of [1, 2, 3, 4])
      await putPart(running.ask, person, { ticket, number, body: part(number, ticket) });
    const report =
      'mutation ($id: ID!) { completeUpload(id: $id, parts: [{ number: 1, etag: "x" }]) { ... on Refusal { code } } }';
    expect((await running.ask(person, report, { id: ticket.id })).data).toEqual({
      completeUpload: { code: 'CHECKSUM_MISMATCH' },
    });
    await abort(person, ticket.id);
    expect(await openInBucket(person.userId)).toBe(0);
  }, 60_000);

  it('whose parts are whole but not the file that was announced is rejected, its bytes swept', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person, { ...announce(film), sha256: sha256Hex(new Uint8Array([1])) });
    for (const number of [1, 2, 3, 4])
      await putPart(running.ask, person, { ticket, number, body: part(number, ticket) });

    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ code: 'CHECKSUM_MISMATCH' });
    const asset = await running.deps.assets.find(ticket.id);
    // The check is a task: the refusal is told as soon as it is decided, what follows from it comes a moment later.
    await expect.poll(() => running.deps.blobs.head(asset?.objectKey ?? ''), { timeout: 10_000 }).toBeNull();
    await expect
      .poll(() => running.deps.storage.find(person.userId), { timeout: 10_000 })
      .toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
  }, 60_000);

  it('that is given up or forgotten leaves no part in the bucket, and takes none any more', async () => {
    const person = aPerson();
    const given = await ticketFor(person);
    const forgotten = await ticketFor(person);
    for (const ticket of [given, forgotten]) {
      await putPart(running.ask, person, { ticket, number: 1, body: part(1, ticket) });
    }
    expect(await openInBucket(person.userId)).toBe(2);

    await abort(person, given.id);
    running.advance(8 * DAY_MS);
    await expireUploads(running.deps);
    await sweepBytes(running.deps);
    expect(await openInBucket(person.userId)).toBe(0);
    const late = { id: given.id, parts: [{ number: 1, sha256: sha256Hex(bytes) }] };
    expect(await signParts(running.ask, person, late)).toMatchObject({ code: 'ALREADY_FINISHED' });
    expect(await signParts(running.ask, person, { ...late, id: forgotten.id })).toMatchObject({ code: 'EXPIRED' });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
  }, 60_000);

  it('of somebody else gives no part away', async () => {
    const ticket = await ticketFor(aPerson());
    const wish = { id: ticket.id, parts: [{ number: 1, sha256: sha256Hex(bytes) }] };

    expect(await signParts(running.ask, aPerson(), wish)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
