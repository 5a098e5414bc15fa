import type { OverflowPolicy } from '@modu/federation';
import type { Viewer } from '@modu/viewer';

/** How the events of a subscription field are shared and delivered. */
export interface StreamPolicy {
  /** What a client that reads too slowly misses: steps on the way (`latest`), or nothing, its stream ends first (`all`). */
  readonly overflow: OverflowPolicy;
  /** How many events may wait for one client. */
  readonly waitingMax: number;
  /** Who may share one upstream: everyone, the tabs and devices of one person, or nobody. */
  readonly scope: 'public' | 'user' | 'none';
}

/** Nothing may be skipped and nothing shared, unless a field is known to allow it. */
const STRICT: StreamPolicy = { overflow: 'all', waitingMax: 512, scope: 'none' };

const POLICIES: Readonly<Record<string, StreamPolicy>> = {
  // Each event tells the whole state of the job, and the end of a job is its last event: the newest alone is enough.
  jobProgress: { overflow: 'latest', waitingMax: 16, scope: 'user' },
  // Many jobs in one stream: the end of any may not be skipped, and a new client needs a replay of its own.
  jobUpdates: STRICT,
};

export function policyOf(rootField: string): StreamPolicy {
  return POLICIES[rootField] ?? STRICT;
}

/**
 * How old an answer about an entity may be while a stream's events are completed. Nothing of billing: what a job cost must
 * be right in the very event that says it ended.
 */
const AGES_MS: Readonly<Record<string, number>> = {
  gallery: 1_000,
  assets: 1_000,
  identity: 5_000,
  generation: 5_000,
  documents: 1_000,
};

export function ageMsOf(subgraph: string): number {
  return AGES_MS[subgraph] ?? 0;
}

interface Shared {
  readonly scope: StreamPolicy['scope'];
  readonly hash: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: Viewer;
}

/** Equal for clients that may share an upstream and what was learned for it; `undefined` when none may. */
export function topicKey({ scope, hash, variables, viewer }: Shared): string | undefined {
  if (scope === 'none') return undefined;
  return JSON.stringify([hash, variables, scope === 'public' ? viewer.locale : viewer]);
}
