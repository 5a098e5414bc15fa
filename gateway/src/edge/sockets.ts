import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { newTraceId, runWithTrace } from '@modu/logger';
import type { Logger } from '@modu/logger';
import { refuseUpgrade } from '@modu/network';
import { ANONYMOUS } from '@modu/viewer';
import type { UserViewer, Viewer } from '@modu/viewer';
import { CloseCode } from 'graphql-ws';
import { useServer } from 'graphql-ws/use/ws';
import type { Extra } from 'graphql-ws/use/ws';
import { GraphQLError } from 'graphql';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Arrival, FrontDoor, TurnedAway } from '../front-door/front-door.ts';
import { declaredOf } from '../streams/plan-stream.ts';
import type { StreamPlanner } from '../streams/plan-stream.ts';
import type { Streams, StreamSubscription } from '../streams/streams.ts';
import type { GatewayMetrics } from '../telemetry/metrics.ts';
import { startAccessClock } from './access-clock.ts';
import type { Access, AccessClock } from './access-clock.ts';
import { authenticate } from './authenticate.ts';
import type { Authenticators } from './authenticate.ts';
import { BoundedSocket } from './bounded-socket.ts';
import { countByAddress } from './count-by-address.ts';
import { guardMessages } from './guard-messages.ts';
import { createHeldStreams } from './held-streams.ts';
import type { HeldStreams, StreamPlace } from './held-streams.ts';

interface SocketOptions {
  readonly planner: StreamPlanner;
  readonly streams: Streams;
  readonly authenticators: Authenticators;
  readonly frontDoor: FrontDoor;
  readonly logger: Logger;
  readonly metrics: Pick<GatewayMetrics, 'refused'>;
  /** Origins whose pages may open a socket; clients that are no browser send none. */
  readonly allowedOrigins: ReadonlySet<string>;
  /** How many may be open from one address. */
  readonly socketsPerAddress: number;
}

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every client that we leave (1001), and waits for them; from now on nobody is let in. May be called again. */
  stop(): Promise<void>;
}

const PAYLOAD_BYTES_MAX = 100_000;
const SUBSCRIPTIONS_MAX = 100;
/** Of the registry of close codes; clients try again. */
const TRY_AGAIN_LATER = 1013;

const connectionInit = z.looseObject({
  authorization: z.string().optional(),
  locale: z.string().optional(),
});

/** What is remembered of one socket. */
type SocketExtra = Record<PropertyKey, unknown> & {
  viewer?: Viewer;
  clock?: AccessClock;
  streams?: HeldStreams;
};

/** A subscription on its way, with its place among those of its socket. */
interface Arriving {
  readonly subscription: StreamSubscription;
  readonly place: StreamPlace;
}

/** `/graphql` over WebSocket (graphql-ws): subscriptions of the federated graph. */
export function createSockets(options: SocketOptions): Sockets {
  const { planner, streams, authenticators, logger, metrics, allowedOrigins, socketsPerAddress } = options;
  const { revocations } = authenticators;
  const server = new WebSocketServer({ noServer: true, maxPayload: PAYLOAD_BYTES_MAX, WebSocket: BoundedSocket });
  server.on('connection', guardMessages);
  const disposable = useServer<Record<string, unknown>, SocketExtra>(
    {
      connectionInitWaitTimeout: 5_000,
      onConnect: async ({ connectionParams, extra }) => {
        const init = connectionInit.safeParse(takeAll(connectionParams ?? {}));
        if (!init.success) return false;
        const { authorization, locale } = init.data;
        const credentials = { authorization, locale, address: addressOf(extra.request) };
        const held = (extra.streams = createHeldStreams(SUBSCRIPTIONS_MAX));
        const result = await orLater(authenticate(credentials, authenticators), extra.socket, logger);
        // Who left meanwhile has nothing that could end.
        if (!result?.ok || held.isClosed) return false;
        extra.viewer = result.viewer;
        const onEnd = (reason: string) => extra.socket.close(CloseCode.Forbidden, reason);
        extra.clock = startAccessClock({ access: result, revocations, onEnd });
        return true;
      },
      onPing: async ({ extra }, payload) => {
        const told = payload && takeAll(payload);
        if (told?.['authorization'] !== undefined) await renew(told, extra, options);
      },
      onClose: ({ extra }) => {
        extra.clock?.stop();
        extra.streams?.close();
      },
      onSubscribe: async ({ extra }, _id, payload) => {
        const place = extra.streams?.enter();
        if (!place) return [tooMany()];
        const viewer = extra.viewer ?? ANONYMOUS;
        const arrival = { body: takeAll(payload), viewer, address: addressOf(extra.request) };
        const admitted = await admit(arrival, options);
        if ('errors' in admitted) return (place.leave(), [...admitted.errors]);
        const { operationName, plan } = admitted;
        const contextValue: Arriving = { subscription: { ...admitted, onClose: place.leave }, place };
        return { schema: planner.schema, document: plan.document, operationName, contextValue };
      },
      subscribe: ({ contextValue }) => {
        const { subscription, place } = contextValue as Arriving;
        return place.hold(() => runWithTrace(subscription.traceId, () => streams.open(subscription)));
      },
    },
    server,
  );

  const byAddress = countByAddress(socketsPerAddress);
  let stopped: Promise<void> | undefined;
  return {
    upgrade: (request, socket, head) => {
      const { origin } = request.headers;
      if (origin && !allowedOrigins.has(origin)) {
        logger.warn({ origin }, 'a socket from a foreign origin was refused');
        return refuseUpgrade(socket, '403 Forbidden');
      }
      if (!byAddress.enter(addressOf(request), socket)) {
        metrics.refused('RATE_LIMITED');
        return refuseUpgrade(socket, '429 Too Many Requests');
      }
      server.handleUpgrade(request, socket, head, (client) => server.emit('connection', client, request));
    },
    stop: () => (stopped ??= Promise.resolve(disposable.dispose())),
  };
}

/**
 * Leaves nothing of a message with graphql-ws. It keeps what opened a socket and each of its streams as long as they last; and a
 * pong repeats what is left of its ping: a token must not travel back, and what is nested too deep cannot be written again.
 */
function takeAll(payload: object): Record<string, unknown> {
  const taken: Record<string, unknown> = { ...payload };
  for (const name of Object.keys(payload)) Reflect.deleteProperty(payload, name);
  return taken;
}

/** The host names the client's address here too, and strips what a client says of itself. */
function addressOf({ headers, socket }: IncomingMessage): string {
  return String(headers['x-forwarded-for'] ?? socket.remoteAddress ?? 'unknown');
}

type Admitted = StreamSubscription & { readonly operationName: string | undefined };

/** What a client subscribes to, if it may and it can be planned. */
async function admit(
  arrival: Arrival,
  { frontDoor, planner, metrics }: SocketOptions,
): Promise<Admitted | { readonly errors: readonly GraphQLError[] }> {
  const admitted = await frontDoor.admit(arrival);
  if (!admitted.ok) return { errors: [turnedAway(admitted, metrics)] };
  const { query, operationName, variables } = admitted;
  const plan = planner.plan(query, operationName);
  if ('errors' in plan) return plan;
  return { plan, variables: declaredOf(plan, variables), viewer: arrival.viewer, traceId: newTraceId(), operationName };
}

/** A newer token in band, by a ping: a long stream outlives the token it began with. It must let the same person do the same. */
async function renew(
  payload: Readonly<Record<string, unknown>>,
  extra: SocketExtra & Extra,
  { authenticators, logger }: SocketOptions,
): Promise<void> {
  const credentials = { payload, address: addressOf(extra.request) };
  const newer = await orLater(refresh(extra.viewer, credentials, authenticators), extra.socket, logger);
  if (extra.streams?.isClosed) return;
  if (!newer) return extra.socket.close(CloseCode.Forbidden, 'The new access token is not valid');
  extra.viewer = newer.viewer;
  extra.clock?.extend(newer);
}

async function refresh(
  viewer: Viewer | undefined,
  { payload, address }: { readonly payload: unknown; readonly address: string },
  authenticators: Authenticators,
): Promise<Access | undefined> {
  const init = connectionInit.safeParse(payload);
  if (!init.success || viewer?.kind !== 'user') return undefined;
  const { authorization, locale } = init.data;
  const result = await authenticate({ authorization, locale, address }, authenticators);
  return result.ok && isSame(viewer, result.viewer) ? result : undefined;
}

/** Streams that are open act as who opened them: another session or key would watch over what it did not open. */
function isSame(viewer: UserViewer, newer: Viewer): boolean {
  const isWho = newer.kind === 'user' && newer.userId === viewer.userId && newer.role === viewer.role;
  return isWho && newer.sessionId === viewer.sessionId && newer.apiKeyId === viewer.apiKeyId;
}

/** Closes the socket when nobody can tell who this is: its client comes again, and is not told that it is signed out. */
async function orLater<T>(asking: Promise<T>, socket: WebSocket, logger: Logger): Promise<T | undefined> {
  try {
    return await asking;
  } catch (error) {
    logger.error({ err: error }, 'identity could not be asked who this is');
    socket.close(TRY_AGAIN_LATER, 'We cannot check who you are at the moment');
    return undefined;
  }
}

function turnedAway(
  { code, message, retryAfterMs }: TurnedAway,
  metrics: Pick<GatewayMetrics, 'refused'>,
): GraphQLError {
  metrics.refused(code);
  return new GraphQLError(message, { extensions: { code, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) } });
}

function tooMany(): GraphQLError {
  const extensions = { code: 'LIMIT_EXCEEDED' };
  return new GraphQLError(`One connection may hold ${SUBSCRIPTIONS_MAX} live streams at most.`, { extensions });
}
