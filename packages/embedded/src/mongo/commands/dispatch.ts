import { Int32 } from 'bson';
import { expectString } from '../bson/coerce.ts';
import type { BsonDocument } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { aggregateCommands } from './aggregate.ts';
import type { Command, Reply, Services } from './command.ts';
import { countCommands } from './count-distinct.ts';
import { cursorCommands } from './cursor-commands.ts';
import { deleteCommands } from './delete.ts';
import { explainCommands } from './explain.ts';
import { findAndModifyCommands } from './find-and-modify.ts';
import { findCommands } from './find.ts';
import { handshakeCommands } from './handshake.ts';
import { indexCommands } from './indexes.ts';
import { insertCommands } from './insert.ts';
import { assertRequest } from './known-fields.ts';
import { namespaceCommands } from './namespaces.ts';
import { updateCommands } from './update.ts';

const commands: ReadonlyMap<string, Command> = new Map(
  [
    aggregateCommands,
    countCommands,
    cursorCommands,
    deleteCommands,
    explainCommands,
    findAndModifyCommands,
    findCommands,
    handshakeCommands,
    indexCommands,
    insertCommands,
    namespaceCommands,
    updateCommands,
  ].flatMap((family) => Object.entries(family)),
);

/** Older spellings that MongoDB still takes. */
const spellings: Readonly<Record<string, string>> = {
  ismaster: 'isMaster',
  buildinfo: 'buildInfo',
  findandmodify: 'findAndModify',
  dbstats: 'dbStats',
  collstats: 'collStats',
};

/** Their bodies are not checked for unknown fields: drivers of any age may greet. */
const greetings = new Set(['hello', 'isMaster']);

function databaseName(body: BsonDocument): string {
  const name = expectString(body.get('$db') ?? 'admin', "'$db'");
  if (name === '' || name.length > 63 || /[/\\. "$\0]/.test(name))
    throw new MongoError('InvalidNamespace', `Invalid database name: '${name}'`);
  return name;
}

async function run(body: BsonDocument, services: Services): Promise<Reply> {
  const [given = ''] = body.keys();
  const name = Object.hasOwn(spellings, given) ? (spellings[given] ?? given) : given;
  const command = commands.get(name);
  if (!command) throw new MongoError('CommandNotFound', `no such command: '${given}'`);
  if (!greetings.has(name)) assertRequest(name, body, command.fields);
  return command.run({ name, database: databaseName(body), body, services });
}

/** A refusal as MongoDB words it. */
export function refusalReply(refusal: MongoError): Reply {
  return {
    ok: 0,
    errmsg: refusal.message,
    code: new Int32(refusal.code),
    codeName: refusal.codeName,
    ...Object.fromEntries(refusal.details),
  };
}

/** Runs a command; a refusal becomes the reply MongoDB would give, a fault is reported and masked. */
export async function dispatch(
  body: BsonDocument,
  services: Services,
  onFault: (error: unknown) => void,
): Promise<Reply> {
  try {
    return await run(body, services);
  } catch (error) {
    if (error instanceof MongoError) return refusalReply(error);
    onFault(error);
    return refusalReply(new MongoError('InternalError', 'The embedded MongoDB failed; its log says why'));
  }
}
