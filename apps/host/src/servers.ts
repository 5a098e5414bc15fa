import { newTraceId, parseTraceId, runWithTrace } from '@modu/logger';
import type { Logger } from '@modu/logger';
import type { Platform, RunningModules } from '@modu/module';
import { serveStreams } from '@modu/network';
import { TRACE_HEADER } from '@modu/viewer';
import { assertPortFree, listen } from './http.ts';
import type { HttpServer, Upgrade } from './http.ts';
import { createMetrics } from './metrics.ts';
import { observed } from './observed.ts';
import { createOperations } from './operations.ts';
import { internalModule, publicModule } from './routes.ts';
import type { HostSettings } from './settings.ts';

/** Where people reach the modules of these names, and where our other processes do. */
function doorsOf({ HOST, PORT, INTERNAL_HOST, INTERNAL_PORT }: HostSettings, modules: readonly string[]) {
  const isEdge = modules.includes('gateway') || modules.includes('studio');
  return {
    public: isEdge || INTERNAL_PORT === undefined ? { host: HOST, port: PORT } : undefined,
    internal: INTERNAL_PORT === undefined ? undefined : { host: INTERNAL_HOST, port: INTERNAL_PORT },
  };
}

/** Asked before anything starts: a worker would claim tasks that it could not keep. Throws what listening there would. */
export async function assertDoorsFree(
  host: HostSettings,
  modules: readonly { readonly name: string }[],
): Promise<void> {
  const names = modules.map(({ name }) => name);
  for (const door of Object.values(doorsOf(host, names))) if (door) await assertPortFree(door);
}

interface ServersOptions {
  readonly host: HostSettings;
  readonly modules: RunningModules;
  readonly platform: Platform;
  readonly logger: Logger;
}

export interface Servers {
  readonly public: HttpServer | undefined;
  readonly internal: HttpServer | undefined;
  /** From now on nothing is ready. Sockets are told to leave while answers finish. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}

/** Opens the doors of the modules that run: to people, to our other processes, or both. */
export async function openServers({ host, modules, platform, logger }: ServersOptions): Promise<Servers> {
  let stopping = false;
  const metrics = createMetrics(modules, { logger });
  const operations = createOperations({
    modules,
    metrics,
    metricsToken: host.METRICS_TOKEN,
    isStopping: () => stopping,
  });
  const { upgrades, closers } = readUpgrades(modules);
  const answerWith = (moduleOf: (pathname: string) => string, trust: 'public' | 'internal') => (request: Request) => {
    const { pathname } = new URL(request.url);
    const traceId = parseTraceId(request.headers.get(TRACE_HEADER)) ?? newTraceId();
    return runWithTrace(traceId, async () => {
      const route = moduleOf(pathname);
      const ask = () => platform.network.fetch(route, request);
      return (await operations(pathname, request)) ?? observed(request, { metrics, route, trust }, ask);
    });
  };
  const doors = doorsOf(host, [...modules.running.keys()]);
  const publicServer =
    doors.public &&
    (await listen({
      ...doors.public,
      trust: 'public',
      proxies: host.TRUSTED_PROXIES,
      logger,
      handle: answerWith(publicModule, 'public'),
      upgradeOf: (path) => (path.startsWith('/subgraphs/') ? undefined : upgrades.get(path)),
    }));
  const internalServer =
    doors.internal &&
    (await listen({
      ...doors.internal,
      trust: 'internal',
      proxies: 0,
      logger,
      handle: answerWith(internalModule, 'internal'),
      upgradeOf: (path) => upgrades.get(path),
    }).catch(async (error: unknown) => {
      await publicServer?.stop({ graceMs: 0 });
      throw error;
    }));
  return {
    public: publicServer,
    internal: internalServer,
    stop: async (options) => {
      stopping = true;
      const servers = [publicServer?.stop(options), internalServer?.stop(options)];
      await Promise.all([...servers, ...closers.map((close) => close())]);
    },
  };
}

/** Who takes a WebSocket at which path, and how each is told to let go of theirs. */
function readUpgrades({ running }: RunningModules) {
  const upgrades = new Map<string, Upgrade>();
  const closers: (() => Promise<void>)[] = [];
  for (const [name, module] of running) {
    if (module.upgrade) {
      upgrades.set(module.upgrade.path, module.upgrade.accept);
      closers.push(module.upgrade.close);
    }
    if (!module.service?.subscribe) continue;
    const server = serveStreams(module.service);
    closers.push(server.stop);
    upgrades.set(`/subgraphs/${name}/graphql`, server.upgrade);
  }
  return { upgrades, closers };
}
