import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from './postgres/running-postmaster.ts';
import type { ServerName, StackFacts } from './stack-facts.ts';
import { readStackFacts } from './stack-facts.ts';
import type { Holder } from './stack-holder.ts';

export interface AttachmentOptions {
  readonly dataDir: string;
  readonly wanted: readonly ServerName[];
  /** Runs these servers, unless another process holds the directory. */
  readonly tryHold: (names: readonly ServerName[]) => Promise<Holder | undefined>;
}

const READY_TIMEOUT_MS = 30_000;
const POLL_MS = 50;
const HOLDER_POLL_MS = 500;

/** Settles with the servers run by us, or with the facts of those that another process runs. */
export async function holdOrAttach(
  options: AttachmentOptions,
): Promise<{ facts: StackFacts; holder: Holder | undefined }> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  for (;;) {
    const holder = await options.tryHold(options.wanted);
    if (holder) return { facts: holder.facts, holder };
    const facts = readStackFacts(options.dataDir);
    if (isServing(facts)) return { facts: assertServes(facts, options), holder: undefined };
    if (Date.now() > deadline) {
      throw new Error(
        `${describeHolder(facts, options)} did not get its servers ready within ${READY_TIMEOUT_MS / 1000} s.`,
      );
    }
    await sleep(POLL_MS);
  }
}

/**
 * Waits until the holder is gone and takes its place with the same servers, so that everybody's addresses stay right.
 * Settles with undefined when `detached` is aborted first.
 */
export async function standBy({
  dataDir,
  wanted,
  tryHold,
  detached,
}: AttachmentOptions & { detached: AbortSignal }): Promise<Holder | undefined> {
  while (!detached.aborted) {
    await sleep(HOLDER_POLL_MS, undefined, { signal: detached, ref: false }).catch(() => {});
    if (detached.aborted) break;
    // Others may be attached as well, and want what the holder served rather than what we want.
    const names = new Set([...readStackFacts(dataDir).serving, ...wanted]);
    const holder = await tryHold([...names]);
    if (holder) return holder;
  }
  return undefined;
}

/** Without a living holder the facts are of an earlier run, and whoever holds the lock is about to replace them. */
function isServing({ ready, holder }: StackFacts): boolean {
  return ready && holder !== null && isAlive(holder.pid);
}

function assertServes(facts: StackFacts, options: AttachmentOptions): StackFacts {
  const missing = options.wanted.filter((name) => !facts.serving.includes(name));
  if (missing.length === 0) return facts;
  throw new Error(
    `${describeHolder(facts, options)} runs no ${missing.join(', ')}. End it first, or use another data directory.`,
  );
}

function describeHolder({ holder }: StackFacts, { dataDir }: AttachmentOptions): string {
  return `The process ${holder?.pid ?? '(unknown)'} that holds ${dataDir}`;
}
