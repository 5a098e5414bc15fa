import { generateKeyPair, exportJWK, SignJWT } from 'jose';
import { createMemoryBus } from '@modu/bus';
import type { Bus } from '@modu/bus';
import { createLogger } from '@modu/logger';
import { createNetwork } from '@modu/network';
import type { Network } from '@modu/network';
import { createSubgraphServer } from '@modu/subgraph';
import type { BaseContext, SubgraphServer } from '@modu/subgraph';
import { createIdentityTokens, requireUser } from '@modu/viewer';
import type { IdentityTokens } from '@modu/viewer';
import { INTERNAL_SECRET, ISSUER } from './issuer.ts';

/** What a test can do to a stream of the stand-in for jobs. */
export interface Script {
  /** Events of `jobProgress`, each as the fields of a Job. */
  events: () => AsyncIterable<Record<string, unknown>>;
  /** Viewers that the gallery was asked by. */
  readonly asked: BaseContext['viewer'][];
  galleryFails: boolean;
  subscriptions: number;
}

export interface StandIns {
  readonly network: Network;
  readonly identity: IdentityTokens;
  readonly bus: Bus;
  readonly script: Script;
  readonly logged: string[];
  readonly logger: ReturnType<typeof createLogger>;
  /** An access token as identity makes them. */
  accessToken(options?: { userId?: string; sessionId?: string; lifetime?: string; issuer?: string }): Promise<string>;
  stop(): Promise<void>;
}

const contract = (name: string) => new URL(`../../subgraphs/${name}/schema.graphql`, import.meta.url);

/**
 * Small subgraphs that follow the committed contracts of jobs, gallery and assets, and identity's published keys: enough
 * for the gateway's own tests. The whole product is tested in e2e.
 */
export async function startStandIns(): Promise<StandIns> {
  const logged: string[] = [];
  const logger = createLogger({ destination: { write: (line: string) => void logged.push(line) } });
  const identity = createIdentityTokens(INTERNAL_SECRET);
  const network = createNetwork();
  const bus = createMemoryBus({ logger });
  const script: Script = { events: () => toStream([]), asked: [], galleryFails: false, subscriptions: 0 };
  const servers: SubgraphServer[] = [];
  const attach = async (name: string, resolvers: Record<string, unknown>) => {
    const options = { name, schemaFile: contract(name), resolvers, identity, logger };
    const server = await createSubgraphServer({ ...options, createContext: (base) => base });
    servers.push(server);
    network.attach(name, server);
  };
  await attach('jobs', jobsResolvers(script));
  await attach('gallery', galleryResolvers(script));
  await attach('assets', {
    Image: { url: () => 'http://bucket/original', thumbnailUrl: () => 'http://bucket/thumbnail' },
    Asset: { url: () => 'http://bucket/asset' },
  });
  const accessToken = await attachIdentity(network);
  return {
    network,
    identity,
    bus,
    script,
    logged,
    logger,
    accessToken,
    stop: async () => {
      for (const server of servers) await server.stop();
      await bus.close();
      await network.close();
    },
  };
}

export async function* toStream(events: readonly Record<string, unknown>[]): AsyncIterable<Record<string, unknown>> {
  yield* events;
}

function jobsResolvers(script: Script) {
  return {
    Job: { owner: ({ ownerId }: { ownerId: string }) => ({ id: ownerId }) },
    JobResult: { __resolveType: () => 'Image' },
    Query: { queue: () => ({ depth: 3, running: 1, myQueued: 0, myRunning: 0, expectedWaitMs: 10 }) },
    Subscription: {
      jobProgress: {
        subscribe: async function* (_: unknown, { id }: { id: string }, { viewer }: BaseContext) {
          requireUser(viewer);
          script.subscriptions += 1;
          for await (const event of script.events()) yield { jobProgress: { id, ...event } };
        },
      },
    },
  };
}

function galleryResolvers(script: Script) {
  const reference = ({ id }: { id: string }, { viewer }: BaseContext) => {
    script.asked.push(viewer);
    if (script.galleryFails) throw new Error('pg: connection refused by secret-host');
    return { id, prompt: 'a persimmon tree', asset: { id: 'a1' }, thumbnail: { id: 't1' }, tags: [], starred: false };
  };
  return {
    Image: { __resolveReference: reference },
    Query: { image: (_: unknown, { id }: { id: string }, context: BaseContext) => reference({ id }, context) },
  };
}

async function attachIdentity(network: Network): Promise<StandIns['accessToken']> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'EdDSA' };
  network.attach('identity', {
    // No key that anyone made is known here.
    fetch: async (request) =>
      new URL(request.url).pathname === '/auth/jwks'
        ? Response.json({ keys: [jwk] })
        : Response.json({ data: { verifyApiKey: null } }),
  });
  return ({ userId = 'u1', sessionId = 's1', lifetime = '10m', issuer = ISSUER } = {}) =>
    new SignJWT({ role: 'MEMBER', locale: 'en', sid: sessionId })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
      .setSubject(userId)
      .setIssuer(issuer)
      .setAudience(issuer)
      .setExpirationTime(lifetime)
      .sign(privateKey);
}
