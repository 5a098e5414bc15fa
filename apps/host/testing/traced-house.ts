import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedUser } from '@modu/identity/testing';
import type { SeededUser } from '@modu/identity/testing';
import { startCollector } from '@modu/tracing/testing';
import type { CollectedSpan } from '@modu/tracing/testing';
import { startHost } from '../src/host.ts';

/** The whole product in this process, on embedded servers of its own, telling its traces to a collector on loopback. */
export interface TracedHouse {
  readonly dataDir: string;
  /** Every span so far. */
  readonly spans: readonly CollectedSpan[];
  person(): Promise<SeededUser>;
  ask(token: string, body: object): Promise<TracedAnswer>;
  /** Sends what waits, then ends everything; may be called again. */
  stop(): Promise<void>;
}

export interface TracedAnswer {
  readonly traceId: string;
  readonly data: unknown;
  readonly errors: unknown;
}

const PUBLIC_URL = 'http://localhost:4000';

export async function startTracedHouse(): Promise<TracedHouse> {
  const collector = await startCollector();
  const dataDir = await mkdtemp(join(tmpdir(), 'modu-tracing-'));
  const environment = {
    TARGET: 'all',
    PORT: '0',
    PUBLIC_URL,
    LOG_LEVEL: 'silent',
    AUTH_RATE_LIMIT: 'false',
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    OTEL_SERVICE_NAME: 'modu-under-test',
  };
  const host = await startHost({ environment, dataDir });
  const base = `http://127.0.0.1:${host.publicPort}`;
  const send = (request: Request) => fetch(new Request(request.url.replace(PUBLIC_URL, base), request));
  let stopped: Promise<void> | undefined;
  return {
    dataDir,
    spans: collector.spans,
    person: () => seedUser({ baseUrl: PUBLIC_URL, send }),
    ask: async (token, body) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      const response = await fetch(`${base}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
      const { data, errors } = (await response.json()) as { data: unknown; errors: unknown };
      return { traceId: response.headers.get('x-trace-id') ?? '', data, errors };
    },
    stop: () =>
      (stopped ??= (async () => {
        await host.stop();
        await collector.stop();
        await rm(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
      })()),
  };
}
