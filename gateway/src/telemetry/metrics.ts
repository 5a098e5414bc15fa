import { Counter, Gauge, Histogram, Registry } from 'prom-client';

export type Outcome = 'ok' | 'errors' | 'refused' | 'given_up';

/** What the gateway counts of itself. Labels are names of ours only: nobody outside can make new ones. */
export interface GatewayMetrics {
  readonly registry: Registry;
  /** An operation that was run; `operation` is the name of a trusted document, `own` for anything else. */
  answered(answer: {
    readonly operation: string;
    readonly outcome: Outcome;
    readonly seconds: number;
    readonly cost: number;
  }): void;
  /** A request that was turned away before it ran. */
  refused(code: string): void;
  fetched(fetch: { readonly subgraph: string; readonly seconds: number; readonly failed: boolean }): void;
  /** Asked when the metrics are read. */
  watchStreams(counts: () => { readonly streams: number; readonly upstreams: number }): void;
}

/** The name of all operations that people wrote themselves. */
export const OWN_OPERATION = 'own';

const CODES = new Set([
  'BAD_REQUEST',
  'LIMIT_EXCEEDED',
  'NOT_FOUND',
  'PERSISTED_QUERY_NOT_FOUND',
  'RATE_LIMITED',
  'TIMEOUT',
  'UNAVAILABLE',
  'UNAUTHENTICATED',
]);
const BUCKETS_S = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const COST_BUCKETS = [1, 5, 10, 50, 100, 500, 1_000, 5_000, 20_000];

export function createGatewayMetrics(): GatewayMetrics {
  const registry = new Registry();
  const registers = [registry];
  const operations = new Counter({
    name: 'modu_gateway_operations_total',
    help: 'Operations that ran, by their name in the studio and how they ended.',
    labelNames: ['operation', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'modu_gateway_operation_duration_seconds',
    help: 'How long operations took.',
    labelNames: ['operation'],
    buckets: BUCKETS_S,
    registers,
  });
  const costs = new Histogram({
    name: 'modu_gateway_operation_cost',
    help: 'What operations could cost, as estimated before they ran.',
    labelNames: ['operation'],
    buckets: COST_BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: 'modu_gateway_refusals_total',
    help: 'Requests that were turned away before they ran, by why.',
    labelNames: ['code'],
    registers,
  });
  const fetches = new Histogram({
    name: 'modu_gateway_subgraph_fetch_duration_seconds',
    help: 'How long fetches to subgraphs took, and whether they brought an answer.',
    labelNames: ['subgraph', 'outcome'],
    buckets: BUCKETS_S,
    registers,
  });
  return {
    registry,
    answered: ({ operation, outcome, seconds, cost }) => {
      operations.inc({ operation, outcome });
      durations.observe({ operation }, seconds);
      costs.observe({ operation }, cost);
    },
    refused: (code) => refusals.inc({ code: CODES.has(code) ? code : 'OTHER' }),
    fetched: ({ subgraph, seconds, failed }) =>
      fetches.observe({ subgraph, outcome: failed ? 'failed' : 'answered' }, seconds),
    watchStreams: (counts) => watchStreams(registry, counts),
  };
}

function watchStreams(registry: Registry, counts: () => { readonly streams: number; readonly upstreams: number }) {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `modu_gateway_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  gauge('streams_open', 'Live streams that clients hold.', () => counts().streams);
  gauge('upstreams_open', 'Subscriptions that are open at subgraphs for them.', () => counts().upstreams);
}
