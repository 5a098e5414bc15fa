import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { accessRevoked } from '../contracts.ts';
import type { RevocationStore } from '../store/revocation-store.ts';

export type Revoked =
  { readonly userId: string; readonly sessionId: string } | { readonly userId: string; readonly apiKeyId: string };

/** Tells every process that a session or key has ended, and notes it for those that do not hear it. */
export type TellRevoked = (revoked: Revoked) => Promise<void>;

interface Options {
  readonly revocations: RevocationStore;
  readonly bus: Bus;
  readonly logger: Logger;
}

/** Neither a note nor a message that fails undoes the end of a session: it is logged, and tokens end by themselves in minutes. */
export function createTellRevoked({ revocations, bus, logger }: Options): TellRevoked {
  return async (revoked) => {
    const { userId } = revoked;
    const sessionId = 'sessionId' in revoked ? revoked.sessionId : null;
    const apiKeyId = 'apiKeyId' in revoked ? revoked.apiKeyId : null;
    const revokedAt = new Date();
    const told = await Promise.allSettled([
      revocations.note({ userId, sessionId, apiKeyId, revokedAt }),
      bus.publish(accessRevoked, { userId, sessionId, apiKeyId, atMs: revokedAt.getTime() }),
    ]);
    for (const one of told) {
      if (one.status === 'rejected') logger.error({ err: one.reason as unknown }, 'a revocation was not told or noted');
    }
  };
}
