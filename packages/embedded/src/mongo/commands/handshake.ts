import { Binary, Int32, UUID } from 'bson';
import { MongoError, notOffered } from '../mongo-error.ts';
import { documentBytesMax } from '../store/collection-writer.ts';
import { messageBytesMax } from '../wire/framing.ts';
import type { Command, CommandRequest, Commands, Reply } from './command.ts';
import { writeBatchMax } from './insert.ts';

/** What this server speaks: the protocol of MongoDB 7.0. */
const version = '7.0.0';
const wireVersion = 21;
const sessionMinutes = 30;

/** A standalone server: drivers then neither retry writes nor offer transactions. */
function hello({ name }: CommandRequest): Reply {
  return {
    ...(name === 'hello' ? { isWritablePrimary: true } : { ismaster: true }),
    helloOk: true,
    maxBsonObjectSize: new Int32(documentBytesMax),
    maxMessageSizeBytes: new Int32(messageBytesMax),
    maxWriteBatchSize: new Int32(writeBatchMax),
    localTime: new Date(),
    logicalSessionTimeoutMinutes: new Int32(sessionMinutes),
    minWireVersion: new Int32(0),
    maxWireVersion: new Int32(wireVersion),
    readOnly: false,
    ok: 1,
  };
}

function buildInfo(): Reply {
  return {
    version,
    versionArray: [7, 0, 0, 0].map((part) => new Int32(part)),
    modules: [],
    bits: new Int32(64),
    maxBsonObjectSize: new Int32(documentBytesMax),
    ok: 1,
  };
}

function serverStatus({ services }: CommandRequest): Reply {
  return {
    version,
    process: 'modu-embedded-mongo',
    pid: BigInt(process.pid),
    uptime: (Date.now() - services.startedAt.getTime()) / 1000,
    localTime: new Date(),
    connections: { current: new Int32(services.connections()) },
    metrics: { cursor: { open: { total: new Int32(services.cursors.size) } } },
    ok: 1,
  };
}

function startSession(): Reply {
  const id = new Binary(new UUID().buffer, 4);
  return { id: { id }, timeoutMinutes: new Int32(sessionMinutes), ok: 1 };
}

const accepted: Command = { fields: [], run: () => ({ ok: 1 }) };

function refusing(error: () => MongoError): Command {
  return {
    fields: [],
    run: () => {
      throw error();
    },
  };
}

const noAuthentication = refusing(() => notOffered('authentication; it listens on the loopback interface only'));
const noTransactions = refusing(
  () => new MongoError('IllegalOperation', 'Transaction numbers are only allowed on a replica set member or mongos'),
);
const helloFields = [
  'helloOk',
  'client',
  'compression',
  'saslSupportedMechs',
  'speculativeAuthenticate',
  'loadBalanced',
  'backpressure',
];

export const handshakeCommands: Commands = {
  hello: { fields: helloFields, run: hello },
  isMaster: { fields: helloFields, run: hello },
  ping: accepted,
  endSessions: accepted,
  refreshSessions: accepted,
  startSession: { fields: [], run: startSession },
  buildInfo: { fields: [], run: buildInfo },
  serverStatus: { fields: [], run: serverStatus },
  connectionStatus: {
    fields: ['showPrivileges'],
    run: () => ({ authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] }, ok: 1 }),
  },
  saslStart: noAuthentication,
  saslContinue: noAuthentication,
  authenticate: noAuthentication,
  commitTransaction: noTransactions,
  abortTransaction: noTransactions,
};
