import { readFileSync } from 'node:fs';
import { createId } from '@modu/ids';
import { testDatabase } from '@modu/testkit';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { CREATE_JOB, newJob, openStudio, service, START_JOB } from '../testing/index.ts';
import type { Studio } from '../testing/index.ts';
import type { Tier } from './domain/tier.ts';

const manifest = (name: string) => readFileSync(new URL(`../../../deploy/kubernetes/${name}`, import.meta.url), 'utf8');
const partsOf = (text: string) => text.split(/^---$/m);
const [pictures = '', documents = ''] = partsOf(manifest('workers-scaling.yaml'));
const [painters = '', readers = ''] = partsOf(manifest('workers.yaml'));
const TIERS: readonly Tier[] = ['FREE', 'STARTER', 'PRO', 'STUDIO', 'ENTERPRISE'];

let database: Awaited<ReturnType<typeof testDatabase>>;
let studio: Studio;

beforeAll(async () => {
  database = await testDatabase('scaling');
  studio = await openStudio({ databaseUrl: database.url, tasks: false });
});
beforeEach(() => studio.query('DELETE FROM job', []));

afterAll(async () => {
  await studio.stop();
  await database.drop();
});

const tell = (query: string, variables: Record<string, unknown>) =>
  studio.ask({ query, variables, viewer: service('generation') });
async function put(count: number, parts: { kind: string; tier: Tier; isRunning?: boolean }): Promise<void> {
  const { isRunning = false, ...of } = parts;
  for (let n = 0; n < count; n += 1) {
    const input = newJob({ ...of, ownerId: createId() });
    await tell(CREATE_JOB, { input });
    if (isRunning) await tell(START_JOB, { id: input.id, attempt: 1 });
  }
}

const slotsOf = (deployment: string) => Number(/name: \w+_SLOTS, value: '(\d+)'/.exec(deployment)?.[1]);

/** As Kubernetes reckons: of several figures the greatest, or what a formula makes of all; as many workers as that has targets in it. */
async function workersFor(scaling: string): Promise<number> {
  const figures = new Map<string, number>();
  const triggers = scaling.matchAll(
    /- type: postgresql\n(?:\s+name: (?<name>\w+)\n)?\s+metadata:\n\s+targetQueryValue: '(?<target>\d+)'\n\s+query: >-\n\s+(?<query>SELECT .+)/g,
  );
  for (const { groups = {} } of triggers) {
    const { rows } = await studio.query(groups['query'] ?? '', []);
    const [figure] = Object.values(rows[0] as Record<string, unknown>);
    figures.set(groups['name'] ?? 'one', Number(figure) / Number(groups['target']));
  }
  const terms = /formula: (.+)/.exec(scaling)?.[1]?.split(' + ');
  if (!terms) return Math.ceil(Math.max(...figures.values()));
  expect(terms.toSorted()).toEqual([...figures.keys()].toSorted());
  const sum = terms.reduce((total, name) => total + (figures.get(name) ?? Number.NaN), 0);
  return Math.ceil(sum / Number(/scalingModifiers:[\s\S]*?target: '(\d+)'/.exec(scaling)?.[1]));
}

describe('how many workers there are', () => {
  it('is none for pictures where nothing waits, and one for a single job of any tier', async () => {
    expect(await workersFor(pictures)).toBe(0);
    for (const tier of TIERS) {
      await studio.query('DELETE FROM job', []);
      await put(1, { kind: 'image.upscale', tier });
      expect(await workersFor(pictures), tier).toBe(1);
    }
  });

  it('is enough for all that run: none that is busy is taken away, whosever job it has', async () => {
    await put(5, { kind: 'image.text-to-image', tier: 'FREE', isRunning: true });
    await put(4, { kind: 'image.inpaint', tier: 'PRO', isRunning: true });
    await put(5, { kind: 'document.read', tier: 'FREE', isRunning: true });

    expect((await workersFor(pictures)) * slotsOf(painters)).toBe(9);
    expect((await workersFor(documents)) * slotsOf(readers)).toBe(5);
  });

  it('grows by what waits beside what runs, by more for the higher tiers', async () => {
    await put(2, { kind: 'image.text-to-image', tier: 'FREE', isRunning: true });
    await put(8, { kind: 'image.text-to-image', tier: 'FREE' });
    expect(await workersFor(pictures)).toBe(3);
    await put(2, { kind: 'image.text-to-image', tier: 'ENTERPRISE' });
    expect(await workersFor(pictures)).toBe(5);
  });

  it('follows documents and speech by themselves', async () => {
    for (const kind of ['document.read', 'document.braille', 'speech.speak']) await put(1, { kind, tier: 'PRO' });
    expect(await workersFor(documents)).toBe(1);
    expect(await workersFor(pictures)).toBe(0);
  });
});
