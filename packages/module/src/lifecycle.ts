import type { Logger } from '@modu/logger';
import { sharedReading } from './shared-reading.ts';
import { startOrder } from './start-order.ts';
import { within } from './within.ts';
import type { ModuleDefinition, Platform, Readiness, RunningModule } from './module.ts';

export interface RunningModules {
  readonly running: ReadonlyMap<string, RunningModule>;
  /** The state of every module, for `/ready`; at most a second old. */
  readiness(): Promise<Record<string, Readiness>>;
  /**
   * Stops all in reverse order; a module that outlasts the deadline is left behind and named in the log. `timeoutMs` comes before
   * the deadline that they were started with: what is left of it.
   */
  stop(options?: { readonly timeoutMs: number }): Promise<void>;
}

interface StartOptions {
  readonly modules: readonly ModuleDefinition[];
  readonly settings: Readonly<Record<string, Record<string, unknown>>>;
  readonly platform: Platform;
  readonly stopTimeoutMs?: number;
}

const READY_TIMEOUT_MS = 1_000;
/** Asking costs a query of each database, on the connections that people use; anybody may ask. */
const READY_FRESH_MS = 1_000;

/**
 * Starts modules in the order of their needs. When one fails, those already started are stopped again and the failure is
 * thrown: a process either runs whole or not at all.
 */
export async function startModules(options: StartOptions): Promise<RunningModules> {
  const { modules, settings, platform, stopTimeoutMs = 20_000 } = options;
  const running = new Map<string, RunningModule>();
  let stopping: Promise<void> | undefined;
  const stop: RunningModules['stop'] = ({ timeoutMs } = { timeoutMs: stopTimeoutMs }) =>
    (stopping ??= stopAll(running, { logger: platform.logger, stopTimeoutMs: timeoutMs }));

  for (const module of startOrder(modules)) {
    try {
      const started = await module.start(settings[module.name] ?? {}, {
        ...platform,
        logger: platform.logger.child({ module: module.name }),
      });
      running.set(module.name, started);
      if (started.service) platform.network.attach(module.name, started.service);
    } catch (error) {
      await stop();
      throw new Error(`The module "${module.name}" did not start.`, { cause: error });
    }
  }

  return { running, stop, readiness: sharedReading(READY_FRESH_MS, () => askAll(running)) };
}

async function stopAll(
  running: ReadonlyMap<string, RunningModule>,
  { logger, stopTimeoutMs }: { logger: Logger; stopTimeoutMs: number },
): Promise<void> {
  const deadline = Date.now() + stopTimeoutMs;
  for (const [name, module] of [...running].reverse()) {
    const left = Math.max(0, deadline - Date.now());
    try {
      const outcome = await within(module.stop(), left);
      if (outcome === 'late') logger.error({ module: name }, 'did not stop before the deadline');
    } catch (error) {
      logger.error({ module: name, err: error }, 'failed while stopping');
    }
  }
}

async function askAll(running: ReadonlyMap<string, RunningModule>): Promise<Record<string, Readiness>> {
  const states = [...running].map(async ([name, module]) => [name, await ask(module)] as const);
  return Object.fromEntries(await Promise.all(states));
}

async function ask(module: RunningModule): Promise<Readiness> {
  if (!module.ready) return { ready: true };
  try {
    const state = await within(module.ready(), READY_TIMEOUT_MS);
    return state === 'late' ? { ready: false, reason: 'did not answer within a second' } : state;
  } catch (error) {
    return { ready: false, reason: error instanceof Error ? error.message : 'failed' };
  }
}
