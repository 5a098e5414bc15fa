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
  /** How long a holder may give no sign of life while its servers are not ready. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 30_000;
const POLL_MS = 50;
const HOLDER_POLL_MS = 500;

/** Settles with the servers run by us, or with the facts of those that another process runs. */
export async function holdOrAttach(
  options: AttachmentOptions,
): Promise<{ facts: StackFacts; holder: Holder | undefined }> {
  const isPatient = patience(options.patienceMs);
  for (;;) {
    const holder = await options.tryHold(options.wanted);
    if (holder) return { facts: holder.facts, holder };
    const facts = readStackFacts(options.dataDir);
    if (isServing(facts)) return { facts: assertServes(facts, options), holder: undefined };
    if (!isPatient(facts)) throw staysAway(facts, options);
    await sleep(POLL_MS);
  }
}

/**
 * Waits until the holder is gone and takes its place with the same servers, so that everybody's addresses stay right.
 * Settles with undefined when `detached` is aborted first.
 * @throws when the servers stay away, or no longer are where `attached` says: our addresses lead nowhere then
 */
export async function standBy(
  options: AttachmentOptions & { detached: AbortSignal; attached: StackFacts },
): Promise<Holder | undefined> {
  const { dataDir, wanted, tryHold, detached, attached } = options;
  const isPatient = patience(options.patienceMs);
  while (!detached.aborted) {
    await sleep(HOLDER_POLL_MS, undefined, { signal: detached, ref: false }).catch(() => {});
    if (detached.aborted) break;
    // Others may be attached as well, and want what the holder served rather than what we want.
    const names = new Set([...readStackFacts(dataDir).serving, ...wanted]);
    const holder = await tryHold([...names]);
    if (holder) return holder;
    const facts = readStackFacts(dataDir);
    if (isServing(facts)) assertSamePlaces(attached, assertServes(facts, options), wanted);
    if (!isPatient(facts)) throw staysAway(facts, options);
  }
  return undefined;
}

/** Whoever attached handed the addresses on long ago: what uses them can only be started anew. */
export function assertSamePlaces(before: StackFacts, now: StackFacts, used: readonly ServerName[]): void {
  const moved = used.find((name) => before.ports[name] !== now.ports[name]);
  if (moved === undefined) return;
  const [was, is] = [before.ports[moved], now.ports[moved]];
  throw new Error(
    `The embedded ${moved} server is at port ${is} now and no longer at ${was}: start this process anew.`,
  );
}

/** True as long as the servers are ready, or whoever brings them up lately gave a sign that it is still at work. */
function patience(patienceMs = PATIENCE_MS): (facts: StackFacts) => boolean {
  let last = '';
  let changedAt = performance.now();
  return (facts) => {
    const sign = `${facts.holder?.token} ${facts.signs}`;
    if (isServing(facts) || sign !== last) changedAt = performance.now();
    last = sign;
    return performance.now() - changedAt <= patienceMs;
  };
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

function staysAway(facts: StackFacts, options: AttachmentOptions): Error {
  const seconds = (options.patienceMs ?? PATIENCE_MS) / 1000;
  const who = describeHolder(facts, options);
  return new Error(`${who} has not got its servers ready, and gave no sign of life for ${seconds} s.`);
}

function describeHolder({ holder }: StackFacts, { dataDir }: AttachmentOptions): string {
  return `The process ${holder?.pid ?? '(unknown)'} that holds ${dataDir}`;
}
