import type { Blobs } from '@modu/blobs';
import { createLogger } from '@modu/logger';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announce, aPerson, putBytes, requestUpload, startAssets, uploadBytes } from '../../testing/index.ts';
import type { RunningAssets, Ticket } from '../../testing/index.ts';
import { LANES } from '../store/due-store.ts';
import { checkNextUpload } from './check-uploads.ts';
import { deriveNextPreview } from './derive-previews.ts';

const logger = createLogger({ level: 'silent' });
const bytes = new TextEncoder().encode('%PDF-1.7 that nobody survives');
let running: RunningAssets;

beforeAll(async () => {
  running = await startAssets({ isWorking: false });
});
afterAll(() => running.stop());

/** As many processes as may try have died of the file, so none of them said how it went. */
const diedOf = (id: string, tries: object) =>
  running.db.collection<{ _id: string }>('assets').updateOne({ _id: id }, { $set: tries });

describe('a file that ends each process that looks at it', () => {
  it('is given up as unchecked after its last try, and looked at no more', async () => {
    const person = aPerson();
    const ticket = (await requestUpload(running.ask, person, announce({ bytes }))) as unknown as Ticket;
    await putBytes(ticket, bytes);
    const draft = await running.deps.assets.find(ticket.id);
    if (draft) await running.deps.assets.markScanning(draft, running.deps.now());
    await diedOf(ticket.id, { checkTries: 150 });
    let looks = 0;
    const head: Blobs['head'] = (key) => {
      looks += 1;
      return running.deps.blobs.head(key);
    };
    const deps = { ...running.deps, blobs: { ...running.deps.blobs, head } };

    expect(await checkNextUpload(deps, 'QUICK', logger)).toBe(true);
    expect(looks).toBe(0);
    expect(await running.deps.assets.find(ticket.id)).toMatchObject({ status: 'REJECTED', rejection: 'UNCHECKED' });
  });

  it('has no preview after its last try, and is drawn no more', async () => {
    const { id } = await uploadBytes(running.ask, aPerson(), { bytes, contentType: 'application/pdf' });
    await diedOf(id, { deriveTries: 5 });
    let drawn = 0;
    const dies = () => {
      drawn += 1;
      return Promise.reject(new Error('nobody survives'));
    };
    const deps = { ...running.deps, blobs: { ...running.deps.blobs, get: dies, getStream: dies } };

    for (const lane of LANES) await deriveNextPreview(deps, lane, logger);
    expect(drawn).toBe(0);
    expect((await running.deps.assets.find(id))?.preview).toMatchObject({ state: 'FAILED' });
  });
});
