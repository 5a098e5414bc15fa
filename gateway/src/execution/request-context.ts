import type { EntityMemo } from '@modu/federation';
import type { Viewer } from '@modu/viewer';

/** What one client request (or one event of a stream) carries through the plan. */
export interface RequestContext {
  readonly viewer: Viewer;
  readonly traceId: string;
  /** Aborts when the client is gone or its time is up. */
  readonly signal: AbortSignal;
  /** What a stream learned of entities a moment ago; absent for queries and mutations. */
  readonly memo?: EntityMemo;
}
