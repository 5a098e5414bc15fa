import { termsChangedChannel } from '@modu/billing/contracts';
import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { CREATE_JOB, newJob, openStudio, service, START_JOB } from '../testing/index.ts';
import type { Studio } from '../testing/index.ts';
import { jobRunTask } from './contracts.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;

beforeAll(async () => {
  database = await testDatabase('jobs-terms');
  studio = await openStudio({ databaseUrl: database.url });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const make = async (ownerId: string) => {
  const input = newJob({ ownerId });
  const { errors } = await studio.ask({ query: CREATE_JOB, variables: { input }, viewer: service('generation') });
  expect(errors).toBeUndefined();
  return input;
};
const places = async (kind: string) =>
  (await studio.queue.lines([jobRunTask(kind).name], { firstMax: 5 })).lines.map(({ ownerId, tier, slots }) => ({
    ownerId,
    tier,
    slots,
  }));
const tierOf = async (id: string) =>
  ((await studio.query('SELECT tier FROM job WHERE id = $1', [id])).rows as { tier: string }[])[0]?.tier;

it('whoever pays for a higher plan does not wait on in the old line, though nobody was told of it', async () => {
  const [ada, bob] = [`person-${createId()}`, `person-${createId()}`];
  const [running, waiting, other] = [await make(ada), await make(ada), await make(bob)];
  const started = await studio.ask({
    query: START_JOB,
    variables: { id: running.id, attempt: 1 },
    viewer: service('generation'),
  });
  expect(started.errors).toBeUndefined();
  const before = await places(waiting.kind);
  expect(before.find(({ ownerId }) => ownerId === ada)).toMatchObject({ tier: 0 });

  // The message on the bus is an older one: it only wakes, what has changed stands in the feed.
  studio.billing.setTerms(ada, { tier: 'STUDIO', runningJobsMax: 8 });
  await studio.platform.bus.publish(termsChangedChannel, { userId: bob, version: 1, tier: 'FREE', storageBytes: 1 });

  await vi.waitFor(() => expect(studio.billing.termsThrough()).toBe(1), { timeout: 20_000 });
  const after = await places(waiting.kind);
  expect(after.find(({ ownerId }) => ownerId === ada)).toEqual({ ownerId: ada, tier: 3, slots: 8 });
  expect(after.find(({ ownerId }) => ownerId === bob)).toEqual(before.find(({ ownerId }) => ownerId === bob));
  expect(await tierOf(waiting.id)).toBe('STUDIO');
  expect([await tierOf(running.id), await tierOf(other.id)]).toEqual(['FREE', 'FREE']);

  // An order that had asked for the terms before they changed arrives now.
  const late = await make(ada);
  expect(await tierOf(late.id)).toBe('FREE');
  await vi.waitFor(async () => expect(await tierOf(late.id)).toBe('STUDIO'), { timeout: 40_000 });
});
