import { createLogger } from '@modu/logger';
import type { Logger } from '@modu/logger';
import { startModules, startOrder } from '@modu/module';
import type { ModuleDefinition, Platform, RunningModules } from '@modu/module';
import { createNetwork } from '@modu/network';
import { parseSettings } from '@modu/settings';
import type { Environment } from '@modu/settings';
import { startTracing } from '@modu/tracing';
import { createIdentityTokens } from '@modu/viewer';
import { sweepWorkFolders } from '@modu/work-folders';
import { chooseBus, createBus } from './bus.ts';
import { checkEnvironment } from './environment.ts';
import type { CheckedEnvironment } from './environment.ts';
import { localDefaults, wantsDemo } from './local-default.ts';
import { assertDoorsFree, openServers } from './servers.ts';
import { hostSettings } from './settings.ts';
import type { HostSettings } from './settings.ts';
import { stopHost } from './stop-host.ts';
import { loadModules, readTarget } from './targets.ts';

export interface Host {
  readonly publicPort: number | undefined;
  readonly internalPort: number | undefined;
  readonly modules: readonly string[];
  /** How to sign in as demo@modu.local, where that account was made. */
  readonly demoPassword: string | undefined;
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
  const logger = createLogger(loggerSettings(given));
  void sweepLeft(logger);
  const { names } = readTarget(given['TARGET'] || 'all');
  const definitions = startOrder(await load(names));
  const checked = checkHostEnvironment(given, { modules: definitions, dataDir, logger });
  await assertDoorsFree(checked.settings['host'] as HostSettings, definitions);

  // What is there by then ends in reverse, whether the start fails or the host is stopped.
  const used = new AsyncDisposableStack();
  let modules: RunningModules | undefined;
  try {
    const { environment, stack, embedded } = await checked.complete();
    used.defer(async () => stack?.stop());
    const slices = Object.fromEntries(definitions.map((module) => [module.name, module.settings]));
    const demo = wantsDemo(environment, embedded);
    const settings = parseSettings({ host: hostSettings, ...slices }, { ...environment, DEMO_ACCOUNT: String(demo) });
    const host = settings['host'] as HostSettings;
    const tracing = await openTracing(host, names);
    used.defer(async () => tracing?.stop());
    const platform = await openPlatform(host, { logger, used });
    const stopTimeoutMs = host.STOP_TIMEOUT_MS;
    modules = await startModules({ modules: definitions, settings, platform, stopTimeoutMs });
    const running = modules;
    const servers = await openServers({ host, modules: running, platform, logger });
    const rest = () => used.disposeAsync();
    let stopped: Promise<void> | undefined;
    return {
      publicPort: servers.public?.port,
      internalPort: servers.internal?.port,
      modules: names,
      demoPassword: demo ? String(settings['identity']?.['DEMO_PASSWORD']) : undefined,
      dataDir,
      onFailed: (listener) => stack?.onFailed(listener),
      stop: () => (stopped ??= stopHost({ servers, modules: running, rest, logger, timeoutMs: stopTimeoutMs })),
    };
  } catch (error) {
    await modules?.stop();
    await used.disposeAsync();
    throw error;
  }
}

/** Before all settings are looked at: what is wrong with these is said then, and by a logger. */
function loggerSettings({ LOG_LEVEL, LOG_PRETTY }: Environment) {
  const { LOG_LEVEL: level, LOG_PRETTY: pretty } = hostSettings.shape;
  return {
    level: level.catch('info').parse(LOG_LEVEL || undefined),
    pretty: pretty.catch(false).parse(LOG_PRETTY || undefined),
  };
}

function checkHostEnvironment(
  given: Environment,
  place: { modules: readonly ModuleDefinition[]; dataDir: string; logger: Logger },
): CheckedEnvironment {
  const defaults = localDefaults(given);
  return checkEnvironment({
    ...place,
    environment: { ...given, ...defaults },
    slices: { host: hostSettings },
    needs: chooseBus(given) === 'postgres' ? ['JOBS_DATABASE_URL'] : [],
    corsOrigins: [defaults.PUBLIC_URL, ...defaults.ALLOWED_ORIGINS.split(',')],
  });
}

async function openPlatform(
  host: HostSettings,
  { logger, used }: { logger: Logger; used: AsyncDisposableStack },
): Promise<Platform> {
  const network = createNetwork({ routes: host.ROUTES });
  used.defer(() => network.close());
  const bus = await createBus(host, logger);
  used.defer(() => bus.close());
  return { logger, network, identity: createIdentityTokens(host.INTERNAL_SECRET), bus };
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
