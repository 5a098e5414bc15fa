import { setImmediate } from 'node:timers/promises';
import type { Blobs } from '@modu/blobs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  announce,
  aPerson,
  completeUpload,
  putBytes,
  requestUpload,
  sha256Hex,
  startAssets,
  uploadBytes,
} from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';
import { COMPLETION_GRACE_MS } from '../domain/asset.ts';
import type { Asset } from '../domain/asset.ts';
import { completeUpload as complete } from './complete-upload.ts';
import { expireUploads, sweepBytes } from './expire-uploads.ts';
import { inspectUpload } from './inspect-upload.ts';
import { inLine } from './inspection-line.ts';

const bytes = new TextEncoder().encode('a note that is worth keeping');
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

async function ticketFor(viewer: ReturnType<typeof aPerson>, input: object = announce({ bytes })): Promise<Ticket> {
  return (await requestUpload(running.ask, viewer, input)) as unknown as Ticket;
}

/** Puts other bytes than announced where the ticket points, as only a bucket that checks nothing would let happen. */
async function smuggle(
  ticket: Ticket,
  { body, contentType }: { body: Uint8Array; contentType: string },
): Promise<void> {
  const asset = await running.deps.assets.find(ticket.id);
  await running.deps.blobs.put({ key: asset?.objectKey ?? '', body, contentType });
}

const nothingHeld = { usedBytes: 0, reservedBytes: 0, moves: [] };

describe('completing an upload', () => {
  it('makes the file READY, gives it back byte by byte, and counts it as used', async () => {
    const person = aPerson();
    const asset = await uploadBytes(running.ask, person, { bytes, filename: '메모.txt' });

    expect(asset).toMatchObject({
      status: 'READY',
      filename: '메모.txt',
      sizeBytes: bytes.byteLength,
      sha256: sha256Hex(bytes),
    });
    const response = await fetch(String(asset['url']));
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-disposition')).toContain(encodeURIComponent('메모.txt'));
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: bytes.byteLength,
      reservedBytes: 0,
      moves: [],
    });
  });

  it('settles once, though it is reported ten times at once', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person);
    await putBytes(ticket, bytes);
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => completeUpload(running.ask, person, ticket.id)),
    );

    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ __typename: 'Asset', id: ticket.id, status: 'READY' });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: bytes.byteLength,
      reservedBytes: 0,
    });
  });

  it('reads the file once, though it is reported a hundred times at once, and not at all once that is settled', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person);
    await putBytes(ticket, bytes);
    const draft = await running.deps.assets.find(ticket.id);
    let reads = 0;
    const getStream: Blobs['getStream'] = (...args) => {
      reads += 1;
      return running.deps.blobs.getStream(...args);
    };
    let heads = 0;
    const head: Blobs['head'] = async (key) => {
      const found = await running.deps.blobs.head(key);
      heads += 1;
      return found;
    };
    const deps = { ...running.deps, blobs: { ...running.deps.blobs, getStream, head } };
    const report = () => complete({ id: ticket.id }, { viewer: person, deps });
    await Promise.all(Array.from({ length: 100 }, report));

    // Its first bytes, to learn what it is, and all of them for their hash, unless the bucket tells that.
    expect(reads).toBeLessThanOrEqual(2);
    [reads, heads] = [0, 0];
    const { promise: isLate, resolve } = Promise.withResolvers<void>();
    const others = [1, 2].map(() => inLine(person.userId, () => isLate));
    const waiting = inspectUpload(draft as Asset, deps);
    // It stands in line once it has asked for what lies there.
    await vi.waitFor(() => expect(heads).toBe(1));
    await setImmediate();
    resolve();
    await Promise.all(others);
    expect(await waiting).toBe('SETTLED');
    expect(reads).toBe(0);
  });

  it('waits for bytes that have not arrived', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person);

    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ code: 'UPLOAD_MISSING' });
    await putBytes(ticket, bytes);
    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ __typename: 'Asset' });
  });

  it.each([
    ['a wrong length', { body: new Uint8Array(3), contentType: 'text/plain' }, 'CHECKSUM_MISMATCH'],
    ['other bytes', { body: new Uint8Array(bytes.byteLength), contentType: 'text/plain' }, 'CHECKSUM_MISMATCH'],
    ['another type', { body: bytes, contentType: 'text/html' }, 'UNSUPPORTED_MEDIA'],
  ])('rejects %s, removes the bytes and gives the space back', async (_, arrived, code) => {
    const person = aPerson();
    const ticket = await ticketFor(person);
    await smuggle(ticket, arrived);

    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ __typename: 'Refusal', code });
    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ __typename: 'Refusal', code });
    const asset = await running.deps.assets.find(ticket.id);
    expect(asset?.status).toBe('REJECTED');
    expect(await running.deps.blobs.head(asset?.objectKey ?? '')).toBeNull();
    expect(await running.deps.storage.find(person.userId)).toMatchObject(nothingHeld);
  });

  it('rejects a file whose content is not of the type it claims, though every byte is as announced', async () => {
    const person = aPerson();
    const file = {
      bytes: new TextEncoder().encode('%PDF-1.7\n1 0 obj'),
      filename: 'cat.png',
      contentType: 'image/png',
    };
    const ticket = await ticketFor(person, announce(file));
    expect(await putBytes(ticket, file.bytes)).toBe(200);

    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ code: 'UNSUPPORTED_MEDIA' });
    expect(await running.deps.storage.find(person.userId)).toMatchObject(nothingHeld);
  });

  it('can be tried again with the same key after a failure', async () => {
    const person = aPerson();
    const input = announce({ bytes, idempotencyKey: 'again' });
    const first = await ticketFor(person, input);
    await smuggle(first, { body: new Uint8Array(1), contentType: 'text/plain' });
    await completeUpload(running.ask, person, first.id);

    const second = await ticketFor(person, input);
    expect(second.id).toBe(first.id);
    await putBytes(second, bytes);
    expect(await completeUpload(running.ask, person, second.id)).toMatchObject({
      __typename: 'Asset',
      status: 'READY',
    });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: bytes.byteLength,
      reservedBytes: 0,
    });
  });

  it('takes no parts for a file that was put whole', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person);
    const query = `mutation ($id: ID!) { completeUpload(id: $id, parts: [{ number: 1, etag: "x" }]) {
      ... on Refusal { code path } } }`;

    const { data } = await running.ask(person, query, { id: ticket.id });
    expect(data).toEqual({ completeUpload: { code: 'INVALID_INPUT', path: ['parts'] } });
  });
});

describe('an upload that is given up', () => {
  it('frees its space and can’t be completed any more, late bytes or not', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person);
    const abort = 'mutation ($id: ID!) { abortUpload(id: $id) { __typename ... on AbortedUpload { id } } }';
    const aborted = { abortUpload: { __typename: 'AbortedUpload', id: ticket.id } };
    expect((await running.ask(person, abort, { id: ticket.id })).data).toEqual(aborted);
    expect((await running.ask(person, abort, { id: ticket.id })).data).toEqual(aborted);

    // When the bytes arrive all the same
    await putBytes(ticket, bytes);
    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ code: 'ALREADY_FINISHED' });
    expect(await running.deps.storage.find(person.userId)).toMatchObject(nothingHeld);

    // Then the sweep after the ticket's end removes them
    running.advance(COMPLETION_GRACE_MS * 3);
    await sweepBytes(running.deps);
    const asset = await running.deps.assets.find(ticket.id);
    expect(await running.deps.blobs.head(asset?.objectKey ?? '')).toBeNull();
  });

  it('expires by itself, and is swept', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person);
    await putBytes(ticket, bytes);
    running.advance(COMPLETION_GRACE_MS * 3);

    await expireUploads(running.deps);
    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ code: 'EXPIRED' });
    const asset = await running.deps.assets.find(ticket.id);
    expect(await running.deps.blobs.head(asset?.objectKey ?? '')).toBeNull();
    expect(await running.deps.storage.find(person.userId)).toMatchObject(nothingHeld);
  });

  it('goes on where its ticket is renewed just as it is completed too late', async () => {
    const person = aPerson();
    const input = announce({ bytes, idempotencyKey: 'late' });
    const ticket = await ticketFor(person, input);
    running.advance(COMPLETION_GRACE_MS * 3);

    // Given that another tab asks anew between the look at the draft and its end
    const { assets } = running.deps;
    const markRejected: typeof assets.markRejected = async (...said) => {
      await ticketFor(person, input);
      return assets.markRejected(...said);
    };
    const deps = { ...running.deps, assets: { ...assets, markRejected } };
    const late = await complete({ id: ticket.id }, { viewer: person, deps });

    // Then the renewed ticket is good, and its space is held
    expect(late).toMatchObject({ code: 'CONFLICT', retryAfterMs: 1_000 });
    expect(await putBytes(ticket, bytes)).toBe(200);
    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ status: 'READY' });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: bytes.byteLength, moves: [] });
  });

  it('does not expire once it is READY', async () => {
    const person = aPerson();
    const asset = await uploadBytes(running.ask, person, { bytes });
    running.advance(COMPLETION_GRACE_MS * 3);
    await expireUploads(running.deps);
    await sweepBytes(running.deps);

    expect((await running.deps.assets.find(asset.id))?.status).toBe('READY');
    expect((await fetch(String(asset['url']))).status).toBe(200);
  });
});
