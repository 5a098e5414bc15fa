import { setTimeout } from 'node:timers/promises';
import { createId } from '@modu/ids';
import { bucketLacks } from '@modu/testkit';
import type { Viewer } from '@modu/viewer';
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
import { COMPLETION_GRACE_MS } from '../domain/asset.ts';
import { sweepBytes } from './expire-uploads.ts';

const bytes = new TextEncoder().encode('bound to these very bytes');
const ABORT = 'mutation ($id: ID!) { abortUpload(id: $id) { __typename ... on Refusal { code } } }';
const DELETE = 'mutation ($id: ID!) { deleteAsset(id: $id, forever: true) { __typename ... on Refusal { code } } }';
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets();
});
afterAll(() => running.stop());

const ticketFor = async (person = aPerson(), file: object = {}) =>
  (await requestUpload(running.ask, person, { ...announce({ bytes }), ...file })) as unknown as Ticket;

async function isInBucket(id: string): Promise<boolean> {
  const asset = await running.deps.assets.find(id);
  return (await running.deps.blobs.head(asset?.objectKey ?? '')) !== null;
}

describe('a program whose key is for files alone', () => {
  const program = (userId: string): Viewer => ({
    ...aPerson(),
    userId,
    apiKeyId: 'key',
    scopes: ['files'],
  });

  it('uploads a file to its end, gives one up and removes one', async () => {
    const viewer = program(createId());
    const { id } = await uploadBytes(running.ask, viewer, { bytes });
    expect((await running.deps.assets.find(id))?.status).toBe('READY');
    const { id: given } = (await requestUpload(running.ask, viewer, announce({ bytes }))) as unknown as Ticket;

    expect((await running.ask(viewer, ABORT, { id: given })).data).toMatchObject({
      abortUpload: { __typename: expect.not.stringMatching('Refusal') },
    });
    expect((await running.ask(viewer, DELETE, { id })).data).toMatchObject({
      deleteAsset: { __typename: expect.not.stringMatching('Refusal') },
    });
  });

  it('reads nothing, and a key for reading changes nothing', async () => {
    const viewer = program(createId());
    const { id } = await uploadBytes(running.ask, viewer, { bytes });
    const asked = await running.ask(viewer, 'query ($id: ID!) { asset(id: $id) { id } }', { id });
    expect(asked.errors?.[0]?.extensions.code).toBe('FORBIDDEN');

    const reader: Viewer = { ...viewer, scopes: ['read'] } as Viewer;
    expect((await running.ask(reader, DELETE, { id })).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a ticket', () => {
  it('of somebody else can neither be completed nor given up, and is not there to be seen', async () => {
    const owner = aPerson();
    const thief = aPerson();
    const ticket = await ticketFor(owner);
    await putBytes(ticket, bytes);

    expect(await completeUpload(running.ask, thief, ticket.id)).toMatchObject({ code: 'NOT_FOUND' });
    expect((await running.ask(thief, ABORT, { id: ticket.id })).data).toMatchObject({
      abortUpload: { code: 'NOT_FOUND' },
    });
    expect(await completeUpload(running.ask, owner, ticket.id)).toMatchObject({ status: 'READY' });
  });

  it('puts nothing once its time is over', async () => {
    const ticket = await ticketFor();
    const asset = await running.deps.assets.find(ticket.id);
    const short = await running.deps.blobs.presignPut({
      key: asset?.objectKey ?? '',
      contentType: 'text/plain',
      sizeBytes: bytes.byteLength,
      sha256Hex: asset?.sha256 ?? '',
      expiresInSeconds: 1,
    });
    await setTimeout(2_100);

    expect(await putBytes({ ...ticket, ...short, expiresAt: '' }, bytes)).toBe(403);
    expect(await isInBucket(ticket.id)).toBe(false);
  });

  it('puts the same bytes again at most: replayed with others, for another place or another type, the bucket refuses', async () => {
    const ticket = await ticketFor();
    expect(await putBytes(ticket, bytes)).toBe(200);
    expect(await putBytes(ticket, bytes)).toBe(200);

    const elsewhere = { ...ticket, url: ticket.url.replace('notes.txt', 'other.txt') };
    const another = {
      ...ticket,
      headers: ticket.headers.map(({ name, value }) => ({
        name,
        value: name === 'content-type' ? 'text/html' : value,
      })),
    };
    for (const replayed of [elsewhere, another]) expect(await putBytes(replayed, bytes)).toBe(403);
    expect((await putBytes(ticket, new Uint8Array(bytes.byteLength))) >= 400).toBe(!bucketLacks('checksums'));
  });

  it('that is replayed after the file was deleted brings nothing back for long', async () => {
    const person = aPerson();
    const ticket = await ticketFor(person);
    await putBytes(ticket, bytes);
    await completeUpload(running.ask, person, ticket.id);
    await running.ask(person, DELETE, { id: ticket.id });
    expect(await putBytes(ticket, bytes)).toBe(200);

    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ code: 'ALREADY_FINISHED' });
    running.advance(COMPLETION_GRACE_MS * 3);
    await sweepBytes(running.deps);
    expect(await isInBucket(ticket.id)).toBe(false);
    expect(await running.deps.storage.find(person.userId)).toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
  });

  it('that was completed can’t be given up any more', async () => {
    const person = aPerson();
    const { id } = await uploadBytes(running.ask, person, { bytes });

    expect((await running.ask(person, ABORT, { id })).data).toMatchObject({
      abortUpload: { code: 'ALREADY_FINISHED' },
    });
    expect((await running.deps.assets.find(id))?.status).toBe('READY');
  });
});
