import { fileURLToPath } from 'node:url';
import { needed, postgresUrl } from '@modu/settings';
import { z } from 'zod';

const STUDIO_DOCUMENTS = '../../apps/web/src/lib/graph/generated/persisted-documents.json';

const settings = z.object({
  /** Where people reach the studio: issuer of access tokens, and the origin from which sockets may be opened. */
  PUBLIC_URL: z.url().default('http://localhost:4000'),
  /** Other origins that may open sockets and call `/graphql` from a browser, separated by commas. */
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((text) => text.split(',').flatMap((origin) => origin.trim() || [])),
  /** The studio's operations by hash, as its build wrote them: what runs for everyone. */
  TRUSTED_DOCUMENTS_FILE: z.string().default(fileURLToPath(new URL(STUDIO_DOCUMENTS, import.meta.url))),
  /** The most that one operation of somebody's own may cost. */
  OPERATION_COST_MAX: z.coerce.number().int().positive().default(5_000),
  /** Cost a minute for a person or key, and for an address that nobody signed in from. */
  RATE_COST_PER_MINUTE: z.coerce.number().int().positive().default(100_000),
  RATE_ANONYMOUS_COST_PER_MINUTE: z.coerce.number().int().positive().default(6_000),
  /** What documents that were not seen before may cost a person, key or address in a minute: ten a field, one for ten characters, 100 at least. */
  RATE_PREPARING_PER_MINUTE: z.coerce.number().int().positive().default(60_000),
  /** How many WebSockets may be open from one address; a school or an office is often one. */
  SOCKETS_PER_ADDRESS: z.coerce.number().int().positive().default(1_000),
  /** Where spending is counted; with several gateways it must be a store that all of them see. */
  RATE_STORE: z.enum(['memory', 'redis', 'postgres']).optional(),
  REDIS_URL: z.url().optional(),
  GATEWAY_DATABASE_URL: postgresUrl.optional(),
});

export const gatewaySettings = [
  { name: 'REDIS_URL', when: countsIn('redis'), message: 'is needed by RATE_STORE=redis' },
  { name: 'GATEWAY_DATABASE_URL', when: countsIn('postgres'), message: 'is needed by RATE_STORE=postgres' },
].reduce((slice, need) => needed(slice, need), settings);

function countsIn(store: string) {
  return ({ RATE_STORE }: Record<string, unknown>) => RATE_STORE === store;
}

export type GatewaySettings = z.output<typeof gatewaySettings>;
