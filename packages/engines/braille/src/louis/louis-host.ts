import type { LouisAnswer, LouisAsk } from './louis-messages.ts';

/** What has liblouis in it and takes one text at a time: a thread of ours, or a process with the system's. */
export interface LouisHost {
  post(ask: LouisAsk): void;
  /** While nobody needs it, it keeps no process alive. */
  hold(isNeeded: boolean): void;
  /** Ends it with whatever it has in hand; it is not told of as gone. */
  end(): Promise<unknown>;
}

interface HostEvents {
  onAnswer(answer: LouisAnswer): void;
  /** It has ended by itself; perhaps more than once. */
  onGone(): void;
}

export type StartHost = (events: HostEvents) => LouisHost;
