import type { Logger } from '@modu/logger';
import { createBell, keepRounds } from '@modu/rounds';
import type { Rounds } from '@modu/rounds';
import type { MailTransport } from '../mail/transport.ts';
import type { MailStore, WaitingLetter } from '../store/mail-store.ts';

export interface MailRounds extends Rounds {
  /** A letter came in: looks at once instead of at the next round. */
  nudge(): void;
}

interface Options {
  readonly store: MailStore;
  readonly transport: MailTransport;
  readonly logger: Logger;
  readonly intervalMs?: number;
  /** The first pause after a failure; each further one is twice as long. */
  readonly retryMs?: number;
}

const BATCH = 10;
/** Longer than any send takes, so that no letter is sent by two at once. */
const LEASE_MS = 120_000;
const INTERVAL_MS = 5_000;
const RETRY_MS = 15_000;
export const ATTEMPTS_MAX = 8;

/** Sends what waits. At least once: a process that dies between sending and noting sends again under the same message id. */
export function startMailRounds({
  store,
  transport,
  logger,
  intervalMs = INTERVAL_MS,
  retryMs = RETRY_MS,
}: Options): MailRounds {
  const ear = createBell().listen();

  const send = async (letter: WaitingLetter): Promise<void> => {
    try {
      await transport.send(letter);
      await store.delete(letter.id);
    } catch (error) {
      const { id, kind, attempts } = letter;
      if (attempts >= ATTEMPTS_MAX) logger.error({ err: error, id, kind, attempts }, 'a letter was given up');
      else logger.warn({ err: error, id, kind, attempts }, 'a letter was not sent; it is tried again');
      await store.postpone(id, new Date(Date.now() + retryMs * 2 ** (attempts - 1)));
    }
  };
  const runRound = async () => {
    const letters = await store.claim({ limit: BATCH, leaseMs: LEASE_MS, attemptsMax: ATTEMPTS_MAX });
    await Promise.all(letters.map(send));
    return letters.length === BATCH ? 0 : undefined;
  };
  const rounds = keepRounds(runRound, { name: 'sending letters', logger, everyMs: intervalMs, ear });

  return {
    nudge: () => ear.ring(),
    stop: async () => {
      await rounds.stop();
      transport.close();
    },
  };
}
