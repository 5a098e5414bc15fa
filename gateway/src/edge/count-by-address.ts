import type { Duplex } from 'node:stream';
import { addressKey } from '@modu/viewer';

/** Bounds how many sockets are open from one address: each costs memory, and nobody needs a name to hold one. */
export function countByAddress(most: number) {
  const open = new Map<string, number>();
  return {
    /** Counts a socket until it closes; false when its address has as many as it may. */
    enter: (address: string, socket: Duplex): boolean => {
      const key = addressKey(address);
      const count = open.get(key) ?? 0;
      if (count >= most) return false;
      open.set(key, count + 1);
      socket.once('close', () => {
        const left = (open.get(key) ?? 1) - 1;
        if (left > 0) open.set(key, left);
        else open.delete(key);
      });
      return true;
    },
  };
}
