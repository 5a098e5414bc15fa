import type { RunningModules } from '@modu/module';
import type { Metrics } from './metrics.ts';

interface Options {
  readonly modules: RunningModules;
  readonly metrics: Metrics;
  /** When set, `/metrics` wants it as a bearer token; else it answers on loopback only. */
  readonly metricsToken: string | undefined;
  isStopping(): boolean;
}

const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;

/** What operators and their tools ask: `/live`, `/ready` (state per module), `/metrics`. Others: undefined. */
export function createOperations({ modules, metrics, metricsToken, isStopping }: Options) {
  const mayReadMetrics = (request: Request) => {
    if (metricsToken) return request.headers.get('authorization') === `Bearer ${metricsToken}`;
    const address = request.headers.get('x-forwarded-for');
    return address === null || LOOPBACK.test(address);
  };
  return async (pathname: string, request: Request): Promise<Response | undefined> => {
    if (pathname === '/live') return Response.json({ live: true });
    if (pathname === '/ready') {
      const states = await modules.readiness();
      const ready = !isStopping() && Object.values(states).every((state) => state.ready);
      return Response.json({ ready, modules: states }, { status: ready ? 200 : 503 });
    }
    if (pathname !== '/metrics') return undefined;
    if (!mayReadMetrics(request)) return new Response('Not found', { status: 404 });
    return new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } });
  };
}
