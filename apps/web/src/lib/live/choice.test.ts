import { describe, expect, it, vi } from 'vitest';
import { createChoice } from './choice.ts';

const online = { isOnline: true };

describe('the choice of how live events come', () => {
  it('is the socket, until it failed twice in a row', () => {
    const choice = createChoice();
    const turned = vi.fn();
    choice.onTurn(turned);
    choice.failed('socket', online);
    expect(choice.transport()).toBe('socket');
    choice.failed('socket', online);
    expect(choice.transport()).toBe('events');
    expect(turned).toHaveBeenCalledOnce();
  });

  it('stays with what opened: a cut later is tried again in the same way first', () => {
    const choice = createChoice();
    choice.failed('socket', online);
    choice.opened();
    choice.failed('socket', online);
    expect(choice.transport()).toBe('socket');
  });

  it('comes back when server-sent events fail too, and asks ever more slowly', () => {
    const choice = createChoice();
    for (const of of ['socket', 'socket', 'events', 'events'] as const) choice.failed(of, online);
    expect(choice.transport()).toBe('socket');
    for (let round = 0; round < 20; round += 1) choice.failed(choice.transport(), online);
    expect(choice.waitMs()).toBeGreaterThan(7_000);
  });

  it('learns nothing without a network, nor from a transport it has left', () => {
    const choice = createChoice();
    for (let attempt = 0; attempt < 9; attempt += 1) choice.failed('socket', { isOnline: false });
    expect(choice.transport()).toBe('socket');
    choice.silent('socket');
    choice.failed('socket', online);
    expect(choice.transport()).toBe('events');
  });
});
