import { collectDefaultMetrics, Counter, Histogram, register, Registry } from 'prom-client';

export interface Metrics {
  observe(request: { readonly route: string; readonly status: number; readonly seconds: number }): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** What Prometheus reads at `/metrics`: the process itself and each public request. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'modu_http_requests_total',
    help: 'Requests answered, by route and status.',
    labelNames: ['route', 'status'],
    registers: [registry],
  });
  const durations = new Histogram({
    name: 'modu_http_request_duration_seconds',
    help: 'How long answers took, by route.',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return {
    observe: ({ route, status, seconds }) => {
      requests.inc({ route, status: String(status) });
      durations.observe({ route }, seconds);
    },
    // What modules count for themselves lies in the default registry.
    text: () => Registry.merge([registry, register]).metrics(),
    contentType: registry.contentType,
  };
}
