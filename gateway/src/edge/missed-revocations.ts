import { setTimeout as sleep } from 'node:timers/promises';
import type { Bus } from '@modu/bus';
import { accessRevocationsAnswer, accessRevocationsQuery } from '@modu/identity/contracts';
import type { AccessRevoked } from '@modu/identity/contracts';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';

/** Revocations that the bus did not bring. */
export interface MissedRevocations {
  /** Reads once now and again after every gap of the bus; returns how to stop. */
  start(bus: Bus, take: (revoked: AccessRevoked) => void): () => Promise<void>;
}

const TIMEOUT_MS = 5_000;
const WAITS_MS = [250, 500, 1_000, 2_000, 5_000];
/** Pages of a thousand; nobody ends more sessions in ten minutes. */
const PAGES_MAX = 100;

/**
 * Reads what ended lately from identity, again and again until identity answers: at the start it may come up after us. Until
 * then what was missed counts for as long as an access token lives, ten minutes at most.
 */
export function createMissedRevocations({
  caller,
  logger,
}: {
  readonly caller: ServiceCaller;
  readonly logger: Logger;
}): MissedRevocations {
  return {
    start: (bus, take) => {
      const closing = new AbortController();
      const { signal } = closing;
      let reading: Promise<void> | undefined;
      let again = false;

      const readPages = async () => {
        let after = 0;
        for (let page = 0; page < PAGES_MAX; page += 1) {
          const request = { subgraph: 'identity', query: accessRevocationsQuery, variables: { after } };
          const answer = await caller.call({ ...request, timeoutMs: TIMEOUT_MS });
          const { accessRevocations } = accessRevocationsAnswer.parse(answer);
          for (const { userId, sessionId, apiKeyId, revokedAt } of accessRevocations) {
            take({ userId, sessionId, apiKeyId, atMs: Date.parse(revokedAt) });
          }
          const last = accessRevocations.at(-1);
          if (!last) return;
          after = last.sequence;
        }
      };
      const readUntilAnswered = async () => {
        for (let attempt = 0; !signal.aborted; attempt += 1) {
          try {
            again = false;
            await readPages();
            if (!again) return;
          } catch (error) {
            const waitMs = WAITS_MS[Math.min(attempt, WAITS_MS.length - 1)] ?? 0;
            logger.debug({ err: error, waitMs }, 'missed revocations could not be read yet');
            await sleep(waitMs, undefined, { signal }).catch(() => undefined);
          }
        }
      };
      const read = () => {
        again = true;
        reading ??= readUntilAnswered().finally(() => (reading = undefined));
      };
      const stopHearing = bus.onGap(read);
      read();
      return async () => {
        stopHearing();
        closing.abort();
        await reading;
      };
    },
  };
}
