import { expectString, toNumber } from '../bson/coerce.ts';
import { isNumeric } from '../bson/value.ts';
import type { Maybe } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { arrayField, collectionName, countField } from './read-fields.ts';

function cursorId(value: Maybe): bigint {
  if (typeof value === 'bigint') return value;
  if (!isNumeric(value)) throw new MongoError('TypeMismatch', 'A cursor id must be a 64-bit integer');
  return BigInt(Math.trunc(toNumber(value)));
}

function getMore({ body, database, services }: CommandRequest): Reply {
  const collection = expectString(body.get('collection'), "'collection'");
  const batchSize = countField(body, 'batchSize') || Infinity;
  return services.cursors.more(cursorId(body.get('getMore')), `${database}.${collection}`, batchSize);
}

function killCursors({ body, services }: CommandRequest): Reply {
  collectionName(body);
  const ids = arrayField(body, 'cursors').map(cursorId);
  const killed = ids.filter((id) => services.cursors.kill(id));
  const unknown = ids.filter((id) => !killed.includes(id));
  return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
}

export const cursorCommands: Commands = {
  getMore: { fields: ['collection', 'batchSize', 'term'], run: getMore },
  killCursors: { fields: ['cursors'], run: killCursors },
};
