import { createAssetsClient } from '@modu/paid-work';
import { createServiceCaller } from '@modu/network';
import { createId } from '@modu/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, aPerson, putBytes, requestUpload, sha256Hex, startAssets } from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';

const BYTES = new TextEncoder().encode('a picture that a worker made');
/** Browsers reach the bucket here; the services of this test do not. */
const OUTSIDE = 'https://files.studio.example';

let running: RunningAssets;
beforeAll(async () => {
  running = await startAssets({ publicEndpoint: OUTSIDE });
});
afterAll(() => running.stop());

describe('a bucket that browsers reach at another address than services', () => {
  it('is named to a browser as it reaches it', async () => {
    const ticket = await requestUpload(running.ask, aPerson(), announce({ bytes: BYTES }));

    expect(ticket['url']).toMatch(`${OUTSIDE}/`);
  });

  it('is named to a worker, which puts and gets the bytes itself, as that reaches it', async () => {
    const { network, identity } = running;
    const assets = createAssetsClient(createServiceCaller({ service: 'generation', network, identity }));
    const ownerId = createId();
    const announced = {
      ...{ filename: 'made.txt', contentType: 'text/plain', sizeBytes: BYTES.length },
      ...{ sha256: sha256Hex(BYTES), idempotencyKey: createId() },
    };

    const ticket = (await assets.requestUpload(ownerId, announced)) as unknown as Ticket;
    expect(await putBytes(ticket, BYTES)).toBe(200);
    await assets.completeUpload(ownerId, ticket.id);

    const file = await assets.find(ownerId, ticket.id);
    expect(await (await fetch(file?.url ?? '')).text()).toBe('a picture that a worker made');
  });

  it('is named to a service that hands a link on as its reader reaches it', async () => {
    const { network, identity } = running;
    const caller = createServiceCaller({ service: 'gallery', network, identity });
    const ownerId = createId();
    const input = announce({ bytes: BYTES });
    const query =
      'mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { ... on UploadTicket { url } } }';

    const answer = await caller.call({ subgraph: 'assets', query, variables: { input }, actingFor: ownerId });
    expect(answer).toMatchObject({ requestUpload: { url: expect.stringMatching(`^${OUTSIDE}/`) as string } });
  });
});
