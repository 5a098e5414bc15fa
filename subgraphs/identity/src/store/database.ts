import { fileURLToPath } from 'node:url';
import type { Logger } from '@modu/logger';
import { createPool, migrate } from '@modu/postgres';
import { PrismaPg } from '@prisma/adapter-pg';
import { PrismaClient } from './generated/client.ts';
import { createAccountStore } from './account-store.ts';
import type { AccountStore } from './account-store.ts';
import { createApiKeyStore } from './api-key-store.ts';
import type { ApiKeyStore } from './api-key-store.ts';
import { createCountStore } from './count-store.ts';
import type { CountStore } from './count-store.ts';
import { createLeftoverStore } from './leftover-store.ts';
import type { LeftoverStore } from './leftover-store.ts';
import { createMailStore } from './mail-store.ts';
import type { MailStore } from './mail-store.ts';
import { createRevocationStore } from './revocation-store.ts';
import type { RevocationStore } from './revocation-store.ts';
import { createSessionStore } from './session-store.ts';
import type { SessionStore } from './session-store.ts';
import { createTokenFamilyStore } from './token-family-store.ts';
import type { TokenFamilyStore } from './token-family-store.ts';
import { createUserStore } from './user-store.ts';
import type { UserStore } from './user-store.ts';

export interface IdentityStore {
  /** For better-auth, which keeps its tables by itself. */
  readonly prisma: PrismaClient;
  readonly users: UserStore;
  readonly sessions: SessionStore;
  readonly families: TokenFamilyStore;
  readonly accounts: AccountStore;
  readonly apiKeys: ApiKeyStore;
  readonly revocations: RevocationStore;
  readonly mail: MailStore;
  readonly counts: CountStore;
  readonly leftovers: LeftoverStore;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const MIGRATIONS = fileURLToPath(new URL('../../prisma/migrations', import.meta.url));
const CONNECTIONS_MAX = 10;
const CONNECT_TIMEOUT_MS = 10_000;
const STATEMENT_TIMEOUT_MS = 20_000;

/** Brings the database to its newest shape, then opens it. */
export async function openIdentityStore(
  url: string,
  logger: Logger,
  {
    adminEmails = new Set(),
    statementTimeoutMs = STATEMENT_TIMEOUT_MS,
  }: { readonly adminEmails?: ReadonlySet<string>; readonly statementTimeoutMs?: number } = {},
): Promise<IdentityStore> {
  await migrate({ url, dir: MIGRATIONS, logger });
  const prisma = new PrismaClient({
    adapter: new PrismaPg(
      createPool({ url, max: CONNECTIONS_MAX, applicationName: 'modu-identity', logger, statementTimeoutMs }),
      { disposeExternalPool: true },
    ),
    transactionOptions: { maxWait: CONNECT_TIMEOUT_MS, timeout: STATEMENT_TIMEOUT_MS },
  });
  return {
    prisma,
    users: createUserStore(prisma, adminEmails),
    sessions: createSessionStore(prisma),
    families: createTokenFamilyStore(prisma),
    accounts: createAccountStore(prisma),
    apiKeys: createApiKeyStore(prisma),
    revocations: createRevocationStore(prisma),
    mail: createMailStore(prisma),
    counts: createCountStore(prisma),
    leftovers: createLeftoverStore(prisma),
    ping: async () => void (await prisma.$queryRaw`SELECT 1`),
    close: () => prisma.$disconnect(),
  };
}
