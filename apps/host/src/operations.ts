import type { RunningModules } from '@modu/module';
import type { Metrics } from './metrics.ts';

interface Options {
  readonly modules: RunningModules;
  readonly metrics: Metrics;
  /** When set, whoever looks inside shows it as a bearer token; else they come by loopback, or from one of our own processes. */
  readonly metricsToken: string | undefined;
  isStopping(): boolean;
}

const LOOPBACK = /^(::1|127\.|::ffff:127\.)/;

/**
 * What operators and their tools ask: `/live`, `/ready`, `/metrics`. Others: undefined. The state of each module, with what its drivers say
 * (hosts, users), is for those who may read the metrics.
 */
export function createOperations({ modules, metrics, metricsToken, isStopping }: Options) {
  const mayLookInside = (request: Request) => {
    if (metricsToken) return request.headers.get('authorization') === `Bearer ${metricsToken}`;
    const address = request.headers.get('x-forwarded-for');
    return address === null || LOOPBACK.test(address);
  };
  return async (pathname: string, request: Request): Promise<Response | undefined> => {
    if (pathname === '/live') return Response.json({ live: true });
    if (pathname === '/ready') {
      const states = await modules.readiness();
      const ready = !isStopping() && Object.values(states).every((state) => state.ready);
      const told = mayLookInside(request) ? { ready, modules: states } : { ready };
      return Response.json(told, { status: ready ? 200 : 503 });
    }
    if (pathname !== '/metrics') return undefined;
    if (!mayLookInside(request)) return new Response('Not found', { status: 404 });
    return new Response(await metrics.text(), { headers: { 'content-type': metrics.contentType } });
  };
}
