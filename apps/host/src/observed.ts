import { inSpan, TRACEPARENT_HEADER } from '@modu/tracing';
import { FAILED_STATUS } from './http.ts';
import type { Metrics } from './metrics.ts';

interface Observing {
  readonly metrics: Metrics;
  /** Whose answer it is. */
  readonly route: string;
  /** Only our own processes may say which span a request belongs to. */
  readonly trust: 'public' | 'internal';
}

/** Counts and traces one request of the host; the studio's files are only counted. */
export function observed(
  request: Request,
  { metrics, route, trust }: Observing,
  answer: () => Promise<Response>,
): Promise<Response> {
  const parent = trust === 'internal' ? (request.headers.get(TRACEPARENT_HEADER) ?? undefined) : undefined;
  const attributes = { 'http.request.method': request.method, 'modu.module': route };
  const count = async () => {
    const startedAtMs = performance.now();
    const observe = (status: number) =>
      metrics.observe({ route, status, seconds: (performance.now() - startedAtMs) / 1_000 });
    try {
      const response = await answer();
      observe(response.status);
      return response;
    } catch (error) {
      // What the listener tells the caller then.
      observe(FAILED_STATUS);
      throw error;
    }
  };
  if (route === 'studio') return count();
  return inSpan(`${request.method} ${route}`, { kind: 'server', attributes, parent }, count);
}
