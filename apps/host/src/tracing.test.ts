import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedUser } from '@modu/identity/testing';
import { startCollector } from '@modu/tracing/testing';
import type { CollectedSpan, Collector } from '@modu/tracing/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHost } from './host.ts';
import type { Host } from './host.ts';

const PUBLIC_URL = 'http://localhost:4000';
const MAKE = `mutation Make($input: TextToImageInput!) {
  generateImage(input: $input) { __typename ... on Job { id } ... on Refusal { code message } }
}`;

let collector: Collector;
let host: Host;
let dataDir: string;
let base: string;

beforeAll(async () => {
  collector = await startCollector();
  dataDir = await mkdtemp(join(tmpdir(), 'modu-tracing-'));
  const environment = {
    TARGET: 'all',
    PORT: '0',
    PUBLIC_URL,
    LOG_LEVEL: 'silent',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OTEL_SERVICE_NAME: 'modu-under-test',
  };
  host = await startHost({ environment, dataDir });
  base = `http://127.0.0.1:${host.publicPort}`;
}, 120_000);

afterAll(async () => {
  await collector.stop();
  await rm(dataDir, { recursive: true, force: true });
});

async function ask(token: string, body: object) {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const response = await fetch(`${base}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  return { traceId: response.headers.get('x-trace-id'), body: (await response.json()) as { data: unknown } };
}

it('a picture is one trace, from the request through gateway, subgraphs and statements to the task that makes it', async () => {
  const send = (request: Request) => fetch(new Request(request.url.replace(PUBLIC_URL, base), request));
  const { token } = await seedUser({ baseUrl: PUBLIC_URL, send });
  const input = { prompt: 'a lighthouse', width: 256, height: 256, idempotencyKey: 'traced' };
  const made = await ask(token, { query: MAKE, variables: { input } });
  const { id } = (made.body.data as { generateImage: { id: string } }).generateImage;
  const status = async () => {
    const { body } = await ask(token, { query: 'query ($id: ID!) { job(id: $id) { status } }', variables: { id } });
    return (body.data as { job: { status: string } }).job.status;
  };
  await expect.poll(status, { timeout: 30_000, interval: 200 }).toBe('COMPLETED');
  await host.stop();

  const trace = collector.spans.filter(({ traceId }) => traceId === made.traceId);
  const byId = new Map(trace.map((span) => [span.spanId, span]));
  const lineage = (span: CollectedSpan | undefined): string[] =>
    span ? [...lineage(byId.get(span.parentSpanId ?? '')), span.name] : [];
  const lineages = trace.map((span) => lineage(span).join(' > '));

  const asked = 'POST gateway > graphql own > fetch generation > subgraph generation > resolve Mutation.generateImage';
  expect(lineages).toContainEqual(expect.stringMatching(`^${asked}.* > subgraph jobs > .*sql INSERT$`));
  expect(lineages).toContainEqual(expect.stringMatching(`^${asked}.* > task [^>]+$`));
  expect(lineages).toContainEqual(expect.stringMatching('> task [^>]+ > .*subgraph'));
  expect(trace.every(({ service }) => service === 'modu-under-test')).toBe(true);
  expect(JSON.stringify(trace)).not.toContain('lighthouse');
}, 120_000);
