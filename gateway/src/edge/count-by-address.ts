import type { Duplex } from 'node:stream';

/** Bounds how many sockets are open from one address: each costs memory, and nobody needs a name to hold one. */
export function countByAddress(most: number) {
  const open = new Map<string, number>();
  return {
    /** Counts a socket until it closes; false when its address has as many as it may. */
    enter: (address: string, socket: Duplex): boolean => {
      const count = open.get(address) ?? 0;
      if (count >= most) return false;
      open.set(address, count + 1);
      socket.once('close', () => {
        const left = (open.get(address) ?? 1) - 1;
        if (left > 0) open.set(address, left);
        else open.delete(address);
      });
      return true;
    },
  };
}
