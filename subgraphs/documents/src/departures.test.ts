import { DEFAULT_SETUP, packPage } from '@modu/engine-braille';
import { createId } from '@modu/ids';
import { accountDeleted, accountDeletionFeed } from '@modu/identity/contracts';
import { person } from '@modu/jobs/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openReadingRoom } from '../testing/index.ts';
import type { ReadingRoom } from '../testing/index.ts';
import { removeDocumentsOf } from './operations/remove-documents-of.ts';
import { createDepartureStore } from './store/departure-store.ts';

let room: ReadingRoom;
/** Identity's feed as its contract says it: who has gone, and how far documents has come. */
const gone: { sequence: number; userId: string; deletedAt: string }[] = [];
let through = 0;

beforeAll(async () => {
  room = await openReadingRoom({ worker: false });
  room.platform.network.attach('identity', {
    fetch: async (request) => {
      const { query, variables } = (await request.json()) as { query: string; variables: { through?: number } };
      if (query === accountDeletionFeed.confirmMutation) through = variables.through ?? 0;
      const accountDeletions = gone.filter(({ sequence }) => sequence > through);
      return Response.json({ data: { confirmAccountDeletions: through, accountDeletions } });
    },
  });
});

afterAll(() => room.stop());

/** A document with a block, and a page of braille of it. */
async function keep(ownerId: string): Promise<void> {
  const [id, jobId, renditionId] = [createId(), createId(), createId()];
  const head = { format: 'TEXT', title: 't', language: 'ko', pageCount: null, partCount: 1 } as const;
  await room.documents.begin({ ...head, id, ownerId, assetId: 'a', jobId });
  const block = { kind: 'PARAGRAPH', text: '빛', spans: [], page: null } as const;
  await room.documents.keepParts(id, [{ number: 1, blocks: [block] }]);
  await room.renditions.begin({
    ...{ id: renditionId, documentId: id, documentVersion: 0, ownerId, jobId, code: 'ko-2024', grade: 2 },
    setup: DEFAULT_SETUP,
    edition: null,
  });
  const page = packPage({ number: 1, volume: 1, printPage: null, lines: [] });
  await room.renditions.keepPages(renditionId, [page]);
}

const count = async (sql: string, values: unknown[] = []) =>
  Number((await room.pool.query<{ count: string }>(`SELECT count(*) ${sql}`, values)).rows[0]?.count);

describe('an account that has gone', () => {
  it('takes its documents, their blocks and braille along; those of others stay', { timeout: 30_000 }, async () => {
    const [left, stays] = [`person-${createId()}`, `person-${createId()}`];
    for (let n = 0; n < 21; n += 1) await keep(left);
    await keep(stays);

    gone.push({ sequence: 1, userId: left, deletedAt: new Date().toISOString() });
    await room.platform.bus.publish(accountDeleted, { sequence: 1 });

    await vi.waitFor(() => expect(through).toBe(1), { timeout: 20_000 });
    expect(await count('FROM document WHERE owner_id = $1', [left])).toBe(0);
    expect(await count('FROM rendition WHERE owner_id = $1', [left])).toBe(0);
    expect([await count('FROM block'), await count('FROM braille_page')]).toEqual([1, 1]);
  });

  it('leaves no table behind: each names an owner or hangs on one that does', async () => {
    const { rows } = await room.pool.query<{ name: string }>(`
      WITH RECURSIVE owned AS (
        SELECT format('%I.%I', table_schema, table_name)::regclass AS id FROM information_schema.columns
        WHERE table_schema = current_schema() AND column_name = 'owner_id'
        UNION
        SELECT conrelid::oid::regclass FROM pg_constraint JOIN owned ON confrelid = owned.id WHERE contype = 'f' AND confdeltype = 'c'
      )
      SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
        AND oid NOT IN (SELECT id FROM owned)`);
    // `engine_offer` tells what workers have; it knows no people.
    const unowned = rows.map(({ name }) => name).filter((name) => !name.includes('migration'));
    expect(unowned).toEqual(['engine_offer']);
  });

  it('is dealt with by services only', async () => {
    const viewer = person('x');
    const departures = createDepartureStore(room.pool);
    const asked = removeDocumentsOf('y', { viewer, departures, signal: AbortSignal.timeout(1_000) });
    await expect(asked).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});
