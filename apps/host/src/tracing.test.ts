import type { CollectedSpan } from '@modu/tracing/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { fillLists } from '../testing/fill-lists.ts';
import { startTracedHouse } from '../testing/traced-house.ts';
import type { TracedHouse } from '../testing/traced-house.ts';

const MAKE = `mutation Make($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code message } }
}`;

/** As often as the recorder sends what it has. */
const EXPORT_MS = 2_000;

/** How often each list is asked for. One that asks more for many elements does so every time. */
const TIMES = 3;

let house: TracedHouse;

beforeAll(async () => {
  house = await startTracedHouse();
}, 300_000);

afterAll(() => house.stop(), 60_000);

const PAGE = 'pageInfo { hasNextPage endCursor }';
/** Every list that a person has, with what belongs to its elements. */
const LISTS: Readonly<Record<string, string>> = {
  images: `{ images(first: 50) { edges { node { id prompt starred tags boards { id name } job { id status } } } ${PAGE} } }`,
  boards: '{ boards { id name imageCount cover { id prompt } } }',
  jobs: `{ jobs(first: 50) { edges { node { id status position etaMs owner { id tier } parent { id } children { id } } } ${PAGE} } }`,
  credits: `{ me { creditHistory(first: 50) { edges { node { id kind amount } } ${PAGE} } } }`,
  documents: `{ documents(first: 50) { edges { node { id title job { id } asset { id } renditions { id pageCount job { id } } clips { id } lastCorrection { act } } } ${PAGE} } }`,
  outlines: `{ documents(first: 9) { edges { node { outline { text } blocks(first: 2) { edges { node { id } } ${PAGE} } } } ${PAGE} } }`,
  braille: `{ documents(first: 9) { edges { node { renditions { isOutdated document { title } } } } ${PAGE} } }`,
  pages: `{ documents(first: 9) { edges { node { renditions { pages(first: 1) { edges { node { number } } ${PAGE} } page(number: 1) { blocks { id } } } } } ${PAGE} } }`,
  clips: `{ documents(first: 9) { edges { node { clips { document { id } chapter { number } } } } ${PAGE} } }`,
  spoken: `{ speechClips(first: 9) { edges { node { document { id title } chapters { number text } } } ${PAGE} } }`,
  heard: `{ transcripts(first: 9) { edges { node { text segments { paragraph } } } ${PAGE} } }`,
  files: `{ assets(first: 50) { totalCount edges { node { id filename contentType sizeBytes preview { state url width } } } ${PAGE} } }`,
  sessions: '{ me { sessions { id } apiKeys { id } } }',
};

/** Spans arrive a batch at a time: they are all there when none has come for longer than a batch takes. */
async function everythingArrived(count: () => readonly (readonly number[])[]): Promise<void> {
  let before = '';
  await vi.waitFor(
    () => {
      const [last, now] = [before, JSON.stringify(count())];
      before = now;
      expect(now).toBe(last);
      expect(
        count()
          .flat()
          .every((statements) => statements > 0),
      ).toBe(true);
    },
    { timeout: 30_000, interval: EXPORT_MS + 500 },
  );
}

describe('the databases, when a list is asked for', () => {
  it('are asked as often for many elements as for few', async () => {
    const [few, many] = [await house.person(), await house.person()];
    await fillLists({ ownerId: few.id, count: 2, dataDir: house.dataDir });
    await fillLists({ ownerId: many.id, count: 40, dataDir: house.dataDir });
    const traces: { readonly list: string; readonly few: string[]; readonly many: string[] }[] = [];
    for (const [list, query] of Object.entries(LISTS)) {
      // Once before, so that caches and limits know both alike; then several times, as on a slow machine what they know lapses between two questions.
      for (const { token } of [few, many]) await house.ask(token, { query });
      const asked = { list, few: [] as string[], many: [] as string[] };
      for (let time = 0; time < TIMES; time += 1) {
        const answers = [await house.ask(few.token, { query }), await house.ask(many.token, { query })] as const;
        expect([list, answers[0].errors, answers[1].errors]).toEqual([list, undefined, undefined]);
        asked.few.push(answers[0].traceId);
        asked.many.push(answers[1].traceId);
      }
      traces.push(asked);
    }
    const statements = (id: string) =>
      house.spans.filter(({ traceId, name }) => traceId === id && /^(sql|mongo) /.test(name)).length;
    await everythingArrived(() => traces.map((asked) => [...asked.few, ...asked.many].map(statements)));
    const fewest = (ids: readonly string[]) => Math.min(...ids.map(statements));
    const counted = traces.map((asked) => ({
      list: asked.list,
      few: fewest(asked.few),
      many: fewest(asked.many),
    }));

    expect(counted).toEqual(counted.map((one) => ({ ...one, many: one.few })));
  });
});

describe('a picture', () => {
  it('is one trace, from the request through gateway, subgraphs and statements to the task that makes it', async () => {
    const { token } = await house.person();
    const input = { prompt: 'a lighthouse', width: 256, height: 256, idempotencyKey: 'traced' };
    const made = await house.ask(token, { query: MAKE, variables: { input } });
    const { id } = (made.data as { generateImage: { id: string } }).generateImage;
    const status = async () => {
      const query = 'query ($id: ID!) { job(id: $id) { status } }';
      const { data } = await house.ask(token, { query, variables: { id } });
      return (data as { job: { status: string } }).job.status;
    };
    await expect.poll(status, { timeout: 90_000, interval: 200 }).toBe('COMPLETED');
    await house.stop();

    const trace = house.spans.filter(({ traceId }) => traceId === made.traceId);
    const byId = new Map(trace.map((span) => [span.spanId, span]));
    const lineage = (span: CollectedSpan | undefined): string[] =>
      span ? [...lineage(byId.get(span.parentSpanId ?? '')), span.name] : [];
    const lineages = trace.map((span) => lineage(span).join(' > '));

    const asked =
      'POST gateway > graphql own > fetch generation > subgraph generation > resolve Mutation.generateImage';
    expect(lineages).toContainEqual(expect.stringMatching(`^${asked}.* > subgraph jobs > .*sql INSERT$`));
    expect(lineages).toContainEqual(expect.stringMatching(`^${asked}.* > task [^>]+$`));
    expect(lineages).toContainEqual(expect.stringMatching('> task [^>]+ > .*subgraph'));
    expect(trace.every(({ service }) => service === 'modu-under-test')).toBe(true);
    expect(JSON.stringify(trace)).not.toContain('lighthouse');
  }, 180_000);
});
