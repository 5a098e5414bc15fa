import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs } from './backoff.ts';
import { nextConnection, stateOf } from './connection.ts';
import type { Connection, ConnectionEvent } from './connection.ts';

const after = (...events: ConnectionEvent[]) =>
  stateOf(events.reduce<Connection>(nextConnection, { socket: 'idle', isOnline: true }));

describe('the live connection', () => {
  it('connects, and is live', () => {
    expect(after('connecting')).toBe('connecting');
    expect(after('connecting', 'opened')).toBe('live');
  });

  it('tells a reconnect from the first connect', () => {
    expect(after('connecting', 'opened', 'lost', 'connecting')).toBe('reconnecting');
    expect(after('connecting', 'opened', 'lost', 'connecting', 'opened')).toBe('live');
  });

  it('says offline as long as the machine is, whatever the socket does', () => {
    expect(after('connecting', 'opened', 'went-offline', 'lost', 'connecting')).toBe('offline');
    expect(after('connecting', 'opened', 'went-offline', 'lost', 'went-online')).toBe('reconnecting');
  });

  it('is live at once when the socket lived through a short loss of network', () => {
    expect(after('connecting', 'opened', 'went-offline', 'went-online')).toBe('live');
  });

  it('is idle again after the last subscription', () => {
    expect(after('connecting', 'opened', 'closed')).toBe('idle');
  });
});

describe('waiting before the next try', () => {
  it('grows, is spread, and never passes 15 seconds', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.double({ min: 0, max: 0.999, noNaN: true }), (attempt, chance) => {
        const wait = backoffMs(attempt, () => chance);
        expect(wait).toBeGreaterThanOrEqual(150);
        expect(wait).toBeLessThanOrEqual(15_000);
      }),
    );
    expect(backoffMs(5, () => 0)).toBeGreaterThan(backoffMs(0, () => 0.999));
  });
});
