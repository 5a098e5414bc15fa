import type { Logger } from '@modu/logger';
import { within } from '@modu/module';
import type { RunningModules } from '@modu/module';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { platformMetrics } from './platform-metrics.ts';

export interface Metrics {
  observe(request: { readonly route: string; readonly status: number; readonly seconds: number }): void;
  text(): Promise<string>;
  readonly contentType: string;
}

interface MetricsOptions {
  readonly logger: Logger;
  /** How long the reading of one module may take. */
  readonly timeoutMs?: number;
}

/** Well below what scrapes wait for (10 s by default). */
const READ_TIMEOUT_MS = 2_000;

/** What Prometheus reads at `/metrics`: the process itself, each public request, and what the modules count. */
export function createMetrics(
  { running, readiness }: Pick<RunningModules, 'running' | 'readiness'>,
  { logger, timeoutMs = READ_TIMEOUT_MS }: MetricsOptions,
): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  platformMetrics(registry, { readiness });
  const { requests, durations, readable } = ownMetrics(registry);
  /** A module that counts in a database may be without it: what all others say must be heard then above all. */
  const readModule = async (module: string, registered: Registry): Promise<string> => {
    const text = await within(registered.metrics(), timeoutMs).catch((error: unknown) => {
      logger.warn({ err: error, module }, 'the metrics of a module could not be read');
    });
    const isRead = text !== undefined && text !== 'late';
    readable.set({ module }, isRead ? 1 : 0);
    return isRead ? text : '';
  };
  return {
    observe: ({ route, status, seconds }) => {
      requests.inc({ route, status: String(status) });
      durations.observe({ route }, seconds);
    },
    text: async () => {
      const ofModules = [...running].flatMap(([name, { metrics }]) => (metrics ? readModule(name, metrics) : []));
      const texts = await Promise.all(ofModules);
      return [await registry.metrics(), ...texts].join('');
    },
    contentType: registry.contentType,
  };
}

function ownMetrics(registry: Registry) {
  const registers = [registry];
  return {
    requests: new Counter({
      name: 'modu_http_requests_total',
      help: 'Requests answered, by route and status.',
      labelNames: ['route', 'status'],
      registers,
    }),
    durations: new Histogram({
      name: 'modu_http_request_duration_seconds',
      help: 'How long answers took, by route.',
      labelNames: ['route'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    readable: new Gauge({
      name: 'modu_module_metrics_readable',
      help: 'Whether what a module counts could be read; where it could not, its series are missing.',
      labelNames: ['module'],
      registers,
    }),
  };
}
