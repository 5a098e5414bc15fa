import type { Bus, Unsubscribe } from '@modu/bus';
import { ACCESS_TOKEN_LIFETIME_MS, accessRevoked } from '@modu/identity/contracts';
import type { AccessRevoked } from '@modu/identity/contracts';
import type { Viewer } from '@modu/viewer';
import type { MissedRevocations } from './missed-revocations.ts';

/** Sessions and keys that ended before their time. */
export interface Revocations {
  isRevoked(viewer: Viewer): boolean;
  /** Told for every session or key that ends; returns how to stop listening. */
  onRevoked(listener: (revoked: AccessRevoked) => void): () => void;
  stop(): Promise<void>;
}

/** More than end in ten minutes on any day; beyond it the oldest are forgotten, whose tokens have least left. */
const REMEMBERED_MAX = 100_000;
/** A process whose clock is behind by less still refuses every token of an ended session. */
const MARGIN_MS = 60_000;

/**
 * Hears from identity which sessions ended, and remembers them for as long as an access token can live. What ended before
 * this process came, or while it could not hear, is read (`missed`).
 */
export async function openRevocations(bus: Bus, missed: MissedRevocations): Promise<Revocations> {
  const endedAtMs = new Map<string, number>();
  const listeners = new Set<(revoked: AccessRevoked) => void>();

  const forgetOld = () => {
    const oldestMs = Date.now() - ACCESS_TOKEN_LIFETIME_MS - MARGIN_MS;
    for (const [id, atMs] of endedAtMs) {
      if (atMs > oldestMs && endedAtMs.size <= REMEMBERED_MAX) return;
      endedAtMs.delete(id);
    }
  };
  const take = (revoked: AccessRevoked) => {
    const id = revoked.sessionId ?? revoked.apiKeyId;
    if (id && endedAtMs.has(id)) return;
    if (id) endedAtMs.set(id, Date.now());
    forgetOld();
    for (const listener of listeners) listener(revoked);
  };
  const unsubscribe: Unsubscribe = await bus.subscribe(accessRevoked, take);
  const stopReading = missed.start(bus, take);
  return {
    isRevoked: (viewer) =>
      viewer.kind === 'user' && [viewer.sessionId, viewer.apiKeyId].some((id) => id !== undefined && endedAtMs.has(id)),
    onRevoked: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: async () => {
      await stopReading();
      await unsubscribe();
    },
  };
}
