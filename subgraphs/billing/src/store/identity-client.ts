import { isUnreachable } from '@modu/identity/contracts';
import type { Logger } from '@modu/logger';
import type { ServiceCaller } from '@modu/network';
import { z } from 'zod';

const QUERY = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on User { email } } }';
const answer = z.object({ _entities: z.array(z.object({ email: z.string() }).nullable()) });
const TIMEOUT_MS = 3_000;

/** Reads e-mail addresses from identity. A checkout does without one rather than fail. */
export function createEmailReader(caller: ServiceCaller, logger: Logger): (userId: string) => Promise<string | null> {
  return async (userId) => {
    try {
      const variables = { of: [{ __typename: 'User', id: userId }] };
      const said = await caller.call({ subgraph: 'identity', query: QUERY, variables, timeoutMs: TIMEOUT_MS });
      const email = answer.parse(said)._entities[0]?.email ?? null;
      return email !== null && isUnreachable(email) ? null : email;
    } catch (error) {
      logger.warn({ err: error }, 'identity did not tell an e-mail address');
      return null;
    }
  };
}
