import { Int32 } from 'bson';
import type { Encodable } from '../bson/encode.ts';
import { decodeDocument } from '../bson/decode.ts';
import type { BsonDocument } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { CollectionWriter } from '../store/collection-writer.ts';
import { recordKey } from '../store/row-keys.ts';
import type { CommandRequest, Services } from './command.ts';
import { collectionName } from './read-fields.ts';

/** Commands that leave an empty collection behind when they had to make it. */
const makingCommands = new Set(['insert', 'createIndexes']);

/** One statement of a write that failed. */
export type WriteError = { readonly [name: string]: Encodable };

function writeError(error: MongoError, index: number): WriteError {
  return {
    index: new Int32(index),
    code: new Int32(error.code),
    ...Object.fromEntries(error.details),
    errmsg: error.message,
  };
}

/**
 * Runs a write on the collection the command names, which is made if need be, and keeps its state on disk. One that was made in
 * vain, by an update or delete that found nothing, is taken away again. Inside a write transaction only.
 */
export function withWriter<T>(request: CommandRequest, write: (writer: CollectionWriter) => T): T {
  const { body, database, services } = request;
  const name = collectionName(body);
  const existing = services.catalog.find(database, name);
  const writer = new CollectionWriter(
    services.files,
    services.catalog,
    existing ?? services.catalog.add(database, name),
  );
  try {
    return write(writer);
  } finally {
    const isVain = !existing && writer.collection.count === 0 && !makingCommands.has(request.name);
    if (isVain) writer.drop();
    else writer.save();
  }
}

/** The document as it is now, for a change. */
export function readForUpdate(
  services: Services,
  writer: CollectionWriter,
  recordId: number,
): BsonDocument | undefined {
  const bytes = services.files.records.get(recordKey(writer.collection.id, recordId));
  return bytes && decodeDocument(Buffer.from(bytes));
}

/** Runs the statements of a bulk write, ordered or not, gathering what fails. */
export function runStatements<T>(
  statements: readonly T[],
  isOrdered: boolean,
  run: (statement: T, index: number) => void,
): WriteError[] {
  const errors: WriteError[] = [];
  for (const [index, statement] of statements.entries()) {
    try {
      run(statement, index);
    } catch (error) {
      if (!(error instanceof MongoError)) throw error;
      errors.push(writeError(error, index));
      if (isOrdered) break;
    }
  }
  return errors;
}
