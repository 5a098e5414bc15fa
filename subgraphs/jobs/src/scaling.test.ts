import { readFileSync } from 'node:fs';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CREATE_JOB, newJob, openStudio, service } from '../testing/index.ts';
import type { Studio } from '../testing/index.ts';
import type { Tier } from './domain/tier.ts';

const manifest = readFileSync(new URL('../../../deploy/kubernetes/workers-scaling.yaml', import.meta.url), 'utf8');
const queries = [...manifest.matchAll(/query: >-\n\s+(?<query>SELECT .+)/g)].map(
  (match) => match.groups?.['query'] ?? '',
);

let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;

beforeAll(async () => {
  database = await testDatabase('scaling');
  studio = await openStudio({ databaseUrl: database.url, tasks: false });
});

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

describe('what workers are scaled by', () => {
  it('counts the jobs of every tier exactly once, and those of documents and speech apart', async () => {
    const tiers: Tier[] = ['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE'];
    for (const tier of tiers) {
      const input = newJob({ kind: 'image.text-to-image', ownerId: tier, tier });
      await studio.ask({ query: CREATE_JOB, variables: { input }, viewer: service('generation') });
    }
    for (const kind of ['document.read', 'document.braille', 'speech.speak']) {
      const input = newJob({ kind, ownerId: kind });
      await studio.ask({ query: CREATE_JOB, variables: { input }, viewer: service('documents') });
    }
    const counts = [];
    for (const query of queries)
      counts.push(Number(((await studio.query(query, [])).rows[0] as { count: string }).count));

    expect(counts).toEqual([1, 1, 1, 1, 1, 3]);
  });
});
