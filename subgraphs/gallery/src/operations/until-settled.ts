import { isDeepStrictEqual } from 'node:util';

interface Turns<Seen> {
  look(): Promise<Seen>;
  act(on: Seen): Promise<void>;
}

/** Who changes something more often than this while it is seen to waits for the next try. */
const TURNS_MAX = 20;

/**
 * Acts on what is there, and again on what has changed meanwhile, so that of two that are at it the last one leaves what is so.
 * @throws Error where it does not come to rest.
 */
export async function untilSettled<Seen>({ look, act }: Turns<Seen>): Promise<void> {
  let seen = await look();
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    await act(seen);
    const now = await look();
    if (isDeepStrictEqual(now, seen)) return;
    seen = now;
  }
  throw new Error('This changes faster than it can be seen to.');
}
