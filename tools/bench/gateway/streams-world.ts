import { setTimeout as pause } from 'node:timers/promises';
import type { StandIns } from '../../../gateway/testing/stand-ins.ts';

/** What the streams of a load are like. */
export interface StreamsScript {
  readonly people: number;
  /** Events before those that count: a process that has just started plans the studio's operations and compiles its own code. */
  readonly warmUp: number;
  readonly events: number;
  readonly everyMs: number;
  /** Each person's events come at a moment of their own within the interval; otherwise everybody's at the same. */
  readonly spread: boolean;
  /** Every event tells a result, to be completed from two other subgraphs; otherwise the last alone, as jobs do. */
  readonly completeAll: boolean;
}

/** Gives the stand-in for jobs streams whose events all begin at a word. @returns the word, and a token for each person. */
export async function scriptStreams(
  world: StandIns,
  { people, warmUp, events, everyMs, spread, completeAll }: StreamsScript,
) {
  const begun = Promise.withResolvers<void>();
  let opened = 0;
  world.script.events = async function* () {
    const offsetMs = spread ? (opened++ % people) * (everyMs / people) : 0;
    yield { status: 'QUEUED', progress: 0, result: null };
    await begun.promise;
    const startedAt = performance.now() + offsetMs;
    for (let step = 1; step <= warmUp + events; step++) {
      await pause(Math.max(0, startedAt + step * everyMs - performance.now()));
      const isLast = step === warmUp + events;
      const result = completeAll || isLast ? { __typename: 'Image', id: '7' } : null;
      yield { status: isLast ? 'COMPLETED' : 'RUNNING', progress: step > warmUp ? Date.now() : 0, result };
    }
  };
  const tokens = await Promise.all(
    Array.from({ length: people }, (_, index) => world.accessToken({ userId: `u${index}` })),
  );
  return { begin: () => begun.resolve(), tokens };
}
