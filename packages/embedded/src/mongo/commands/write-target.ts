import { Int32 } from 'bson';
import type { Encodable } from '../bson/encode.ts';
import { decodeDocument } from '../bson/decode.ts';
import type { BsonDocument } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { CollectionWriter } from '../store/collection-writer.ts';
import { recordKey } from '../store/row-keys.ts';
import type { CommandRequest, Services } from './command.ts';
import { collectionName } from './read-fields.ts';

/** One statement of a write that failed. */
export type WriteError = { readonly [name: string]: Encodable };

export function writeError(error: MongoError, index: number): WriteError {
  return { index: new Int32(index), code: new Int32(error.code), ...Object.fromEntries(error.details), errmsg: error.message };
}

/** The collection a write names, made if need be. Inside a write transaction only. */
export function openWriter({ body, database, services }: CommandRequest): CollectionWriter {
  const name = collectionName(body);
  const collection = services.catalog.find(database, name) ?? services.catalog.add(database, name);
  return new CollectionWriter(services.files, services.catalog, collection);
}

/** The document as it is now, for a change. */
export function readForUpdate(services: Services, writer: CollectionWriter, recordId: number): BsonDocument | undefined {
  const bytes = services.files.records.get(recordKey(writer.collection.id, recordId));
  return bytes && decodeDocument(Buffer.from(bytes));
}

/** Runs the statements of a bulk write, ordered or not, gathering what fails. */
export function runStatements<T>(statements: readonly T[], isOrdered: boolean, run: (statement: T, index: number) => void): WriteError[] {
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
