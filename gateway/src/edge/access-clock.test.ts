import { describe, expect, it, vi } from 'vitest';
import { startAccessClock } from './access-clock.ts';
import type { Revocations } from './revocations.ts';

const access = (apiKeyId: string) => ({
  viewer: { kind: 'user', userId: 'u1', role: 'MEMBER', locale: 'en', apiKeyId } as const,
});

/** One key that ended, which was said before anybody listened. */
function revoked(id: string) {
  const listening = new Set<unknown>();
  const revocations: Revocations = {
    isRevoked: (viewer) => viewer.kind === 'user' && viewer.apiKeyId === id,
    onRevoked: (listener) => (listening.add(listener), () => void listening.delete(listener)),
    stop: () => Promise.resolve(),
  };
  return { revocations, listening };
}

describe('a connection whose key was revoked while it was let in', () => {
  it('ends at once', () => {
    const onEnd = vi.fn();
    const { revocations, listening } = revoked('k1');
    startAccessClock({ access: access('k1'), revocations, onEnd });

    expect(onEnd.mock.calls).toEqual([['Session ended']]);
    expect(listening.size).toBe(0);
  });

  it('ends at once also when it was let in by a newer token', () => {
    const onEnd = vi.fn();
    const { revocations } = revoked('k2');
    const clock = startAccessClock({ access: access('k1'), revocations, onEnd });
    expect(onEnd).not.toHaveBeenCalled();
    clock.extend(access('k2'));

    expect(onEnd.mock.calls).toEqual([['Session ended']]);
  });
});
