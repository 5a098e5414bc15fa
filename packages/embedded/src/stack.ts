import path from 'node:path';
import type { Logger } from '@modu/logger';
import { tryLockDirectory } from './directory-lock.ts';
import type { StackSecrets } from './secrets.ts';
import { keepSecrets } from './secrets.ts';
import type { StackAddresses } from './stack-addresses.ts';
import { stackAddresses } from './stack-addresses.ts';
import { assertSamePlaces, holdOrAttach, standBy } from './stack-attachment.ts';
import type { ServerName, StackFacts } from './stack-facts.ts';
import type { Holder } from './stack-holder.ts';
import { holdStack } from './stack-holder.ts';

export interface StackOptions {
  /** Everything lives below this folder; it is made when missing. */
  readonly dataDir: string;
  readonly want: Readonly<Record<ServerName, boolean>>;
  /** Origins of browsers that may use the bucket. */
  readonly corsOrigins: readonly string[];
  readonly logger: Logger;
}

/** The embedded servers of one data directory. Everything listens on 127.0.0.1 only. */
export interface Stack extends StackAddresses {
  readonly secrets: StackSecrets;
  /** `holder` runs the servers; `attached` uses those of another process. An attached one may become the holder. */
  readonly role: 'holder' | 'attached';
  /** Told when the other process ended and this one runs the servers now, on the same ports. */
  onHolderLost(listener: () => void): void;
  /**
   * Told when a server ended too often, could not be taken over, stays away or is elsewhere now: nothing works any more, and the
   * process should end. Who asks after that is told at once.
   */
  onFailed(listener: (error: Error) => void): void;
  /** The holder ends all servers; an attached process only lets go. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Starts the wanted servers of a data directory, or attaches to the process that runs them already.
 * @throws when that process gives no sign of life for 30 s before it is ready, or runs fewer servers than wanted
 */
export async function acquireStack(options: StackOptions): Promise<Stack> {
  const dataDir = path.resolve(options.dataDir);
  const secrets = keepSecrets(dataDir);
  const wanted = (['postgres', 'mongo', 's3'] as const).filter((name) => options.want[name]);
  const events = stackEvents(options.logger);
  const detached = new AbortController();
  const tryHold = async (names: readonly ServerName[]): Promise<Holder | undefined> => {
    const lock = tryLockDirectory(dataDir);
    const mine = { dataDir, secrets, wanted: names, onFailed: events.fail, stopping: detached.signal };
    return lock && holdStack({ ...options, ...mine, lock });
  };

  let { facts, holder } = await holdOrAttach({ dataDir, wanted, tryHold });
  const follow = async (attached: StackFacts): Promise<void> => {
    holder = await standBy({ dataDir, wanted, tryHold, attached, detached: detached.signal });
    if (!holder) return;
    ({ facts } = holder);
    assertSamePlaces(attached, facts, wanted);
    events.loseHolder();
  };
  const standingBy = holder
    ? undefined
    : follow(facts).catch((error: Error) => {
        if (!detached.signal.aborted) events.fail(error);
      });
  const end = async (): Promise<void> => {
    detached.abort();
    await standingBy;
    await holder?.stop();
  };

  const addresses = stackAddresses(() => facts, secrets);
  let stopped: Promise<void> | undefined;
  return {
    secrets,
    postgresUrl: addresses.postgresUrl,
    mongoUrl: addresses.mongoUrl,
    get s3() {
      return addresses.s3;
    },
    get role() {
      return holder ? 'holder' : 'attached';
    },
    onHolderLost: events.onHolderLost,
    onFailed: events.onFailed,
    stop: () => (stopped ??= end()),
  };
}

function stackEvents(logger: Logger) {
  const lost: (() => void)[] = [];
  const failed: ((error: Error) => void)[] = [];
  let failure: Error | undefined;
  return {
    onHolderLost: (listener: () => void) => void lost.push(listener),
    onFailed(listener: (error: Error) => void): void {
      failed.push(listener);
      if (failure) listener(failure);
    },
    loseHolder(): void {
      logger.warn('the process that ran the embedded servers is gone: this one runs them now');
      for (const listener of lost) listener();
    },
    fail(error: Error): void {
      failure ??= error;
      logger.error({ err: error }, 'the embedded stack failed');
      for (const listener of failed) listener(error);
    },
  };
}
