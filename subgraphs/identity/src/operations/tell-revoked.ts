import type { Bus } from '@modu/bus';
import type { Logger } from '@modu/logger';
import { accessRevoked } from '../contracts.ts';

export type Revoked =
  { readonly userId: string; readonly sessionId: string } | { readonly userId: string; readonly apiKeyId: string };

/** Tells every process that a session or key has ended. A bus that is down is logged: tokens end by themselves in minutes. */
export type TellRevoked = (revoked: Revoked) => Promise<void>;

export function createTellRevoked({ bus, logger }: { readonly bus: Bus; readonly logger: Logger }): TellRevoked {
  return async (revoked) => {
    const { userId } = revoked;
    const sessionId = 'sessionId' in revoked ? revoked.sessionId : null;
    const apiKeyId = 'apiKeyId' in revoked ? revoked.apiKeyId : null;
    try {
      await bus.publish(accessRevoked, { userId, sessionId, apiKeyId, atMs: Date.now() });
    } catch (error) {
      logger.error({ err: error }, 'a revocation was not told');
    }
  };
}
