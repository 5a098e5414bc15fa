import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  announce,
  aPerson,
  completeUpload,
  EICAR,
  putBytes,
  requestUpload,
  startAssets,
  startStandInClamd,
  uploadBytes,
} from '../../testing/index.ts';
import type { RunningAssets, StandInClamd, Ticket } from '../../testing/index.ts';
import { createClamdScanner } from '../store/clamd-scanner.ts';

const bytes = new TextEncoder().encode('nothing to be afraid of');
let clamd: StandInClamd;
let running: RunningAssets;

beforeAll(async () => {
  clamd = await startStandInClamd();
  running = await startAssets({
    scanner: createClamdScanner({ host: '127.0.0.1', port: clamd.port, silenceTimeoutMs: 2_000 }),
  });
});
afterAll(async () => {
  await running.stop();
  await clamd.stop();
});

async function put(person: ReturnType<typeof aPerson>, body: Uint8Array): Promise<Ticket> {
  const ticket = (await requestUpload(running.ask, person, announce({ bytes: body }))) as unknown as Ticket;
  await putBytes(ticket, body);
  return ticket;
}

const read = async (id: string) =>
  (await running.ask(aPerson(), 'query ($id: ID!) { asset(id: $id) { id } }', { id })).data;

describe('a bucket behind a virus scanner', () => {
  it('makes a clean file READY, after the scanner saw every byte of it', async () => {
    const asset = await uploadBytes(running.ask, aPerson(), { bytes });

    expect(asset).toMatchObject({ status: 'READY' });
    expect(clamd.scanned.some((scanned) => Buffer.from(scanned).equals(bytes))).toBe(true);
  });

  it('rejects an infected file: its bytes are gone and its space is given back', async () => {
    const person = aPerson();
    const ticket = await put(person, new TextEncoder().encode(`hello ${EICAR}`));

    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ code: 'UNSUPPORTED_MEDIA' });
    const asset = await running.deps.assets.find(ticket.id);
    expect(asset).toMatchObject({ status: 'REJECTED', rejection: 'INFECTED' });
    await expect.poll(() => running.deps.blobs.head(asset?.objectKey ?? ''), { timeout: 10_000 }).toBeNull();
    await expect
      .poll(() => running.deps.storage.find(person.userId), { timeout: 10_000 })
      .toMatchObject({ usedBytes: 0, reservedBytes: 0, moves: [] });
  });

  it('does not take what the scanner can’t', async () => {
    const person = aPerson();
    const ticket = await put(person, new Uint8Array(1_500_000).fill(97));

    expect(await completeUpload(running.ask, person, ticket.id)).toMatchObject({ code: 'UNSUPPORTED_MEDIA' });
    expect((await running.deps.assets.find(ticket.id))?.rejection).toBe('UNCHECKED');
  });

  it('holds a file back, seen by nobody and reserved, while the scanner is silent; then goes on by itself', async () => {
    const person = aPerson();
    clamd.pause();
    const ticket = await put(person, bytes);
    const asked = completeUpload(running.ask, person, ticket.id);
    await vi.waitFor(async () => expect((await running.deps.assets.find(ticket.id))?.status).toBe('SCANNING'));
    expect(await read(ticket.id)).toEqual({ asset: null });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: 0,
      reservedBytes: bytes.byteLength,
    });

    await vi.waitFor(() => expect(running.logged.join()).toContain('could not be checked yet'), { timeout: 10_000 });
    clamd.resume();
    running.advance(60_000);
    running.deps.checkBell.ring();
    expect(await asked).toMatchObject({ id: ticket.id, status: 'READY' });
    expect(await running.deps.storage.find(person.userId)).toMatchObject({
      usedBytes: bytes.byteLength,
      reservedBytes: 0,
    });
  }, 20_000);
});

describe('the scanner’s protocol', () => {
  it('fails, rather than passes, when clamd hangs up, stays silent or says what we do not know', async () => {
    const { Readable } = await import('node:stream');
    const scanWith = (port: number) =>
      createClamdScanner({ host: '127.0.0.1', port, connectTimeoutMs: 300, silenceTimeoutMs: 300 }).scan(
        Readable.from([bytes]),
      );
    const silent = await startStandInClamd();
    silent.pause();
    await expect(scanWith(silent.port)).rejects.toThrow('silent');
    await silent.stop();
    await expect(scanWith(silent.port)).rejects.toThrow();
  });
});
