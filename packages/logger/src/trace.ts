import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

const storage = new AsyncLocalStorage<string>();

/** A trace id as W3C Trace Context writes it: 32 lower-case hex digits. */
export function newTraceId(): string {
  return randomUUID().replaceAll('-', ''); // Node keeps random bytes ready for it.
}

/** Takes a trace id from outside only if it has the right form: it ends up in logs and headers. */
export function parseTraceId(value: string | null | undefined): string | undefined {
  return value && /^[0-9a-f]{32}$/.test(value) ? value : undefined;
}

/** Everything awaited inside `work` logs under `traceId`. */
export function runWithTrace<T>(traceId: string, work: () => T): T {
  return storage.run(traceId, work);
}

export function currentTraceId(): string | undefined {
  return storage.getStore();
}
