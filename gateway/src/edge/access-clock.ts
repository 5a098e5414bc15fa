import type { Viewer } from '@modu/viewer';
import type { Revocations } from './revocations.ts';

/** Watches what a connection was opened with, and says when it is over. */
export interface AccessClock {
  /** A newer token of the same person: the connection may live as long as that. */
  extend(access: Access): void;
  stop(): void;
}

export interface Access {
  readonly viewer: Viewer;
  readonly expiresAtMs?: number | undefined;
}

interface ClockOptions {
  readonly access: Access;
  readonly revocations: Revocations;
  /** Called once, at the moment the token ends or its session or key is revoked; at once when it was by now. */
  onEnd(reason: string): void;
}

/** The longest that a timer of Node can wait. */
const TIMER_MAX_MS = 2_147_483_647;

export function startAccessClock({ access, revocations, onEnd }: ClockOptions): AccessClock {
  let current = access;
  let timer: NodeJS.Timeout | undefined;
  const end = (reason: string) => {
    stop();
    onEnd(reason);
  };
  const wind = () => {
    clearTimeout(timer);
    if (current.expiresAtMs === undefined) return;
    const leftMs = Math.min(TIMER_MAX_MS, Math.max(0, current.expiresAtMs - Date.now()));
    timer = setTimeout(() => end('Access token expired'), leftMs);
  };
  const look = () => {
    if (revocations.isRevoked(current.viewer)) end('Session ended');
  };
  const forget = revocations.onRevoked(look);
  const stop = () => {
    clearTimeout(timer);
    forget();
  };
  wind();
  // It may have been revoked since it was checked, while nobody listened yet.
  look();
  return {
    stop,
    extend: (newer) => {
      current = newer;
      wind();
      look();
    },
  };
}
