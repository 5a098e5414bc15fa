import { z } from 'zod';
import { SCOPES } from './viewer.ts';
import type { Viewer } from './viewer.ts';

const localeClaim = z.enum(['en', 'ko']);
const claims = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous'), address: z.string().optional(), locale: localeClaim }),
  z.object({
    kind: z.literal('user'),
    userId: z.string().min(1),
    role: z.enum(['MEMBER', 'ADMIN']),
    sessionId: z.string().min(1).optional(),
    apiKeyId: z.string().min(1).optional(),
    scopes: z.array(z.enum(SCOPES)).optional(),
    locale: localeClaim,
  }),
  z.object({
    kind: z.literal('service'),
    service: z.string().min(1),
    actingFor: z.string().min(1).optional(),
    followsLinks: z.literal(true).optional(),
    locale: localeClaim,
  }),
]);

/** A viewer that came as JSON. What the JSON says is not proven by this: its signature is checked apart. */
export function parseViewer(value: unknown): Viewer | undefined {
  const parsed = claims.safeParse(value);
  return parsed.success ? (Object.freeze(parsed.data) as Viewer) : undefined;
}
