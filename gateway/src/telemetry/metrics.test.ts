import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runGateway } from '../../testing/run-gateway.ts';
import type { RunningGateway } from '../../testing/run-gateway.ts';
import { toStream } from '../../testing/stand-ins.ts';
import { hashDocument } from '../front-door/trusted-documents.ts';

const SHARED = 'query SharedImage { image(id: "7") { id prompt } }';

let directory: string;
let house: RunningGateway;
let authorization: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'modu-metrics-'));
  const TRUSTED_DOCUMENTS_FILE = join(directory, 'studio.json');
  await writeFile(TRUSTED_DOCUMENTS_FILE, JSON.stringify({ [hashDocument(SHARED)]: SHARED }));
  house = await runGateway({ TRUSTED_DOCUMENTS_FILE });
  authorization = `Bearer ${await house.world.accessToken()}`;
});

afterAll(async () => {
  await house.stop();
  await rm(directory, { recursive: true });
});

const lineOf = (text: string, start: string) => text.split('\n').find((line) => line.startsWith(start));

it('the gateway counts operations by name, fetches by subgraph and refusals by code', async () => {
  for (let times = 0; times < 3; times++) await house.post({ documentId: hashDocument(SHARED) }, {});
  house.world.script.galleryFails = true;
  await house.post({ query: SHARED }, {});
  house.world.script.galleryFails = false;
  await house.post({ query: 'query NamedByMe { queue { depth } }' }, { authorization });
  await house.post({ query: '{ queue { depth } }' }, {});
  await house.post({ query: '{ nothing }' }, { authorization });
  const text = await house.metrics();

  expect(text).toContain('modu_gateway_operations_total{operation="SharedImage",outcome="ok"} 3');
  expect(text).toContain('modu_gateway_operations_total{operation="SharedImage",outcome="errors"} 1');
  expect(text).toContain('modu_gateway_operations_total{operation="own",outcome="ok"} 1');
  expect(text).toContain('modu_gateway_operations_total{operation="own",outcome="refused"} 1');
  expect(lineOf(text, 'modu_gateway_operation_duration_seconds_count{operation="SharedImage"}')).toMatch(/ 4$/);
  expect(text).toContain('modu_gateway_subgraph_fetch_duration_seconds_count{subgraph="gallery",outcome="answered"} 4');
  expect(text).toContain('modu_gateway_refusals_total{code="UNAUTHENTICATED"} 1');
});

it('names that people make up never become labels', async () => {
  for (let index = 0; index < 20; index++) {
    await house.post({ query: `query Mine${index} { queue { depth } }` }, { authorization });
  }

  expect(await house.metrics()).not.toContain('Mine');
});

it('the streams that are open are counted while they are', async () => {
  house.world.script.events = async function* () {
    yield* toStream([{ status: 'RUNNING', progress: 0, result: null }]);
    await new Promise(() => {});
  };
  const query = 'subscription { jobProgress(id: "j1") { id status } }';
  const stream = house.connect(authorization.slice(7)).iterate({ query });
  await stream.next();
  const during = await house.metrics();
  await stream.return?.();

  expect(during).toMatch(/^modu_gateway_streams_open 1$/m);
  expect(during).toMatch(/^modu_gateway_upstreams_open 1$/m);
  await expect.poll(() => house.metrics()).toMatch(/^modu_gateway_streams_open 0$/m);
});

it('what a stream remembers of an entity is no fetch', async () => {
  const result = { __typename: 'Image', id: 'remembered' };
  const events = Array.from({ length: 5 }, (_, index) => ({ status: 'RUNNING', progress: index / 10, result }));
  house.world.script.events = () => toStream(events);
  const countOf = async () => {
    const start = 'modu_gateway_subgraph_fetch_duration_seconds_count{subgraph="gallery",outcome="answered"}';
    return Number(
      lineOf(await house.metrics(), start)
        ?.split(' ')
        .at(-1) ?? 0,
    );
  };
  const before = await countOf();
  const asked = house.world.script.asked.length;
  const query = 'subscription { jobProgress(id: "j2") { id progress result { ... on Image { id prompt } } } }';
  const seen = [];
  for await (const { data } of house.connect(authorization.slice(7)).iterate({ query })) seen.push(data);

  expect(seen.at(-1)).toMatchObject({ jobProgress: { progress: 0.4, result: { prompt: 'a persimmon tree' } } });
  expect(house.world.script.asked.length - asked).toBe(1);
  expect((await countOf()) - before).toBe(1);
});
