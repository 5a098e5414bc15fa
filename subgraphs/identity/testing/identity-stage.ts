import { createMemoryBus } from '@modu/bus';
import { createLogger } from '@modu/logger';
import type { RunningModule } from '@modu/module';
import { createNetwork } from '@modu/network';
import type { Network } from '@modu/network';
import { withClient } from '@modu/postgres';
import { testDatabase } from '@modu/testkit';
import { createIdentityTokens, IDENTITY_HEADER } from '@modu/viewer';
import type { IdentityTokens, Viewer } from '@modu/viewer';
import { identity } from '../src/index.ts';
import { seedUser } from './seed-user.ts';
import type { SeededUser, UserSeed } from './seed-user.ts';

export const BASE_URL = 'http://localhost:4000';

export interface GraphAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A running identity module on a database of its own. */
export interface IdentityStage {
  readonly databaseUrl: string;
  /** Where the module looks for the others, and how it knows who asks. */
  readonly network: Network;
  readonly tokens: IdentityTokens;
  send(request: Request): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  /** Asks the graph as this viewer. */
  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<GraphAnswer>;
  seed(user?: Partial<UserSeed>): Promise<SeededUser>;
  /** Looks into the database, past everything that guards it. */
  rows(sql: string): Promise<readonly Record<string, unknown>[]>;
  ready(): ReturnType<NonNullable<RunningModule['ready']>>;
  stop(): Promise<void>;
}

export async function startIdentityStage(settings: Record<string, unknown> = {}): Promise<IdentityStage> {
  const database = await testDatabase('identity');
  const logger = createLogger({ level: 'silent' });
  const platform = {
    logger,
    network: createNetwork(),
    bus: createMemoryBus({ logger }),
    identity: createIdentityTokens('an internal secret of this test run'),
  };
  const parsed = identity.settings.parse({
    IDENTITY_DATABASE_URL: database.url,
    AUTH_SECRET: 'a secret that signs cookies in this test',
    AUTH_RATE_LIMIT: 'false',
    PUBLIC_URL: BASE_URL,
    ...settings,
  });
  const running = await identity.start(parsed, platform);
  const send = (request: Request) => {
    if (!running.service) throw new Error('The module offers no service.');
    return running.service.fetch(request);
  };
  const get = (path: string, headers: Record<string, string> = {}) =>
    send(new Request(BASE_URL + path, { headers: { origin: BASE_URL, ...headers } }));
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    send(
      new Request(BASE_URL + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: BASE_URL, ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  return {
    databaseUrl: database.url,
    network: platform.network,
    tokens: platform.identity,
    send,
    get,
    post,
    ask: async (viewer, query, variables = {}) => {
      const body = JSON.stringify({ query, variables });
      const headers = { [IDENTITY_HEADER]: platform.identity.sign(viewer, { audience: 'identity', text: body }) };
      return (await (await post('/subgraphs/identity/graphql', body, headers)).json()) as GraphAnswer;
    },
    seed: (user = {}) => seedUser({ baseUrl: BASE_URL, send, ...user }),
    rows: (sql) => withClient(database.url, async (client) => (await client.query<Record<string, unknown>>(sql)).rows),
    ready: () => running.ready?.() ?? Promise.resolve({ ready: true }),
    stop: async () => {
      await running.stop();
      await platform.network.close();
      await database.drop();
    },
  };
}
