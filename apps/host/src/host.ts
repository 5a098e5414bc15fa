import { createLogger, newTraceId, parseTraceId, runWithTrace } from '@modu/logger';
import type { Logger } from '@modu/logger';
import { startModules, startOrder } from '@modu/module';
import type { Platform, RunningModules } from '@modu/module';
import { createNetwork, serveStreams } from '@modu/network';
import { parseSettings } from '@modu/settings';
import type { Environment } from '@modu/settings';
import { startTracing } from '@modu/tracing';
import { createIdentityTokens, TRACE_HEADER } from '@modu/viewer';
import { sweepWorkFolders } from '@modu/work-folders';
import { createBus } from './bus.ts';
import { completeEnvironment } from './environment.ts';
import { listen } from './http.ts';
import type { HttpServer } from './http.ts';
import { createMetrics } from './metrics.ts';
import { observed } from './observed.ts';
import { createOperations } from './operations.ts';
import { internalModule, publicModule } from './routes.ts';
import { hostSettings } from './settings.ts';
import { stopHost } from './stop-host.ts';
import type { HostSettings } from './settings.ts';
import { loadModules, parseTarget } from './targets.ts';

export interface Host {
  readonly publicPort: number | undefined;
  readonly internalPort: number | undefined;
  readonly modules: readonly string[];
  /** True when the embedded servers are in use: a machine of one person, not a deployment. */
  readonly isLocalDefault: boolean;
  readonly dataDir: string;
  /** Told when the embedded servers failed for good: nothing works any more and the process should end. */
  onFailed(listener: (error: Error) => void): void;
  stop(): Promise<void>;
}

interface HostOptions {
  readonly environment: Environment;
  readonly dataDir: string;
  /** Where modules come from by name; a crash run brings one that dies when told. */
  readonly load?: typeof loadModules;
}

/** Starts the modules that TARGET names, and nothing else. Throws with every reason at once when it can't. */
export async function startHost({ environment: given, dataDir, load = loadModules }: HostOptions): Promise<Host> {
  const logger = createLogger({ level: given['LOG_LEVEL'] ?? 'info', pretty: given['LOG_PRETTY'] === 'true' });
  const names = parseTarget(given['TARGET'] || 'all');
  void sweepLeft(logger);
  const definitions = startOrder(await load(names));
  const port = given['PORT'] || '4000';
  const defaults = localDefaults(port, given);
  const { environment, stack } = await completeEnvironment({
    environment: { ...given, ...defaults },
    modules: definitions,
    dataDir,
    corsOrigins: [defaults.PUBLIC_URL, ...defaults.ALLOWED_ORIGINS.split(',')],
    logger,
  });
  try {
    const slices = Object.fromEntries(definitions.map((module) => [module.name, module.settings]));
    const settings = parseSettings({ host: hostSettings, ...slices }, withDemo(environment, stack !== undefined));
    const host = settings['host'] as HostSettings;
    const platform: Platform = {
      logger,
      network: createNetwork({ routes: host.ROUTES }),
      identity: createIdentityTokens(host.INTERNAL_SECRET),
      bus: await createBus(host, logger),
    };
    const tracing = await openTracing(host, names);
    const modules = await startModules({
      modules: definitions,
      settings,
      platform,
      stopTimeoutMs: host.STOP_TIMEOUT_MS,
    });
    const servers = await openServers({ host, modules, platform, logger });
    const rest = async () => {
      await platform.bus.close();
      await platform.network.close();
      await tracing?.stop();
      await stack?.stop();
    };
    let stopped: Promise<void> | undefined;
    return {
      publicPort: servers.public?.port,
      internalPort: servers.internal?.port,
      modules: names,
      isLocalDefault: stack !== undefined,
      dataDir,
      onFailed: (listener) => stack?.onFailed(listener),
      stop: () => (stopped ??= stopHost({ servers, modules, rest, logger, timeoutMs: host.STOP_TIMEOUT_MS })),
    };
  } catch (error) {
    await stack?.stop();
    throw error;
  }
}

/** Nothing waits for it: what killed processes left on this disk is in nobody's way. */
async function sweepLeft(logger: Logger): Promise<void> {
  try {
    const processes = await sweepWorkFolders();
    if (processes > 0) logger.info({ processes }, 'work folders of processes that are gone were removed');
  } catch (error) {
    logger.warn({ err: error }, 'work folders of processes that are gone could not be removed');
  }
}

/** Before the modules start: they look once whether the process traces. */
async function openTracing(host: HostSettings, names: readonly string[]) {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME, OTEL_TRACES_SAMPLER_ARG: ratio } = host;
  if (!endpoint) return undefined;
  return startTracing({ endpoint, ratio, serviceName: OTEL_SERVICE_NAME ?? `modu ${names.join(' ')}`.slice(0, 100) });
}

/** Without settings the studio is reached on loopback, under any of its names. */
function localDefaults(port: string, given: Environment) {
  const PUBLIC_URL = given['PUBLIC_URL'] || `http://localhost:${port}`;
  const loopback = ['localhost', '127.0.0.1', '[::1]'].map((name) => `http://${name}:${port}`);
  const isLoopback = loopback.includes(PUBLIC_URL);
  const ALLOWED_ORIGINS = given['ALLOWED_ORIGINS'] || (isLoopback ? loopback.join(',') : '');
  return { PUBLIC_URL, ALLOWED_ORIGINS };
}

/** The demo account exists only where the servers are embedded ones, never beside real people. */
function withDemo(environment: Environment, embedded: boolean): Environment {
  const wanted = embedded && environment['NODE_ENV'] !== 'production' && !environment['POSTGRES_URL'];
  return { ...environment, DEMO_ACCOUNT: wanted ? (environment['DEMO_ACCOUNT'] ?? 'true') : 'false' };
}

interface ServersOptions {
  readonly host: HostSettings;
  readonly modules: RunningModules;
  readonly platform: Platform;
  readonly logger: Logger;
}

interface Servers {
  readonly public: HttpServer | undefined;
  readonly internal: HttpServer | undefined;
  /** From now on nothing is ready. Sockets are told to leave while answers finish. */
  stop(options: { readonly graceMs: number }): Promise<void>;
}

async function openServers({ host, modules, platform, logger }: ServersOptions): Promise<Servers> {
  let stopping = false;
  const metrics = createMetrics([...modules.running.values()].flatMap((module) => module.metrics ?? []));
  const operations = createOperations({
    modules,
    metrics,
    metricsToken: host.METRICS_TOKEN,
    isStopping: () => stopping,
  });
  const upgrades = new Map<string, NonNullable<ReturnType<Parameters<typeof listen>[0]['upgradeOf']>>>();
  const closers: (() => Promise<void>)[] = [];
  for (const [name, module] of modules.running) {
    if (module.upgrade) {
      upgrades.set(module.upgrade.path, module.upgrade.accept);
      closers.push(module.upgrade.close);
    }
    if (!module.service?.subscribe) continue;
    const server = serveStreams(module.service);
    closers.push(server.stop);
    upgrades.set(`/subgraphs/${name}/graphql`, server.upgrade);
  }
  const answerWith = (moduleOf: (pathname: string) => string, trust: 'public' | 'internal') => (request: Request) => {
    const { pathname } = new URL(request.url);
    const traceId = parseTraceId(request.headers.get(TRACE_HEADER)) ?? newTraceId();
    return runWithTrace(traceId, async () => {
      const route = moduleOf(pathname);
      const ask = () => platform.network.fetch(route, request);
      return (await operations(pathname, request)) ?? observed(request, { metrics, route, trust }, ask);
    });
  };
  const isEdge = modules.running.has('gateway') || modules.running.has('studio');
  const isReachable = isEdge || host.INTERNAL_PORT === undefined;
  const open = {
    public: isReachable
      ? await listen({
          host: host.HOST,
          port: host.PORT,
          trust: 'public',
          proxies: host.TRUSTED_PROXIES,
          logger,
          handle: answerWith(publicModule, 'public'),
          upgradeOf: (path) => (path.startsWith('/subgraphs/') ? undefined : upgrades.get(path)),
        })
      : undefined,
    internal:
      host.INTERNAL_PORT === undefined
        ? undefined
        : await listen({
            host: host.INTERNAL_HOST,
            port: host.INTERNAL_PORT,
            trust: 'internal',
            proxies: 0,
            logger,
            handle: answerWith(internalModule, 'internal'),
            upgradeOf: (path) => upgrades.get(path),
          }),
  };
  return {
    ...open,
    stop: async (options) => {
      stopping = true;
      const servers = [open.public?.stop(options), open.internal?.stop(options)];
      await Promise.all([...servers, ...closers.map((close) => close())]);
    },
  };
}
