import { Int32 } from 'bson';
import { expectDocument } from '../bson/coerce.ts';
import { MongoError } from '../mongo-error.ts';
import type { CollectionWriter } from '../store/collection-writer.ts';
import type { CommandRequest, Commands, Reply } from './command.ts';
import { arrayField } from './read-fields.ts';
import { withWriter, runStatements } from './write-target.ts';

/** As in MongoDB and as `hello` says. */
export const writeBatchMax = 100_000;

/** Whether a bulk write stops at its first error; it does unless told otherwise. */
export function isOrdered({ body }: CommandRequest): boolean {
  return body.get('ordered') !== false;
}

export function assertBatchSize(size: number): void {
  if (size < 1 || size > writeBatchMax) {
    throw new MongoError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${writeBatchMax}. Got ${size} operations.`,
    );
  }
}

async function insert(request: CommandRequest): Promise<Reply> {
  const documents = arrayField(request.body, 'documents').map((document) =>
    expectDocument(document, 'Each document to insert'),
  );
  assertBatchSize(documents.length);
  const insertAll = (writer: CollectionWriter): Reply => {
    let inserted = 0;
    const writeErrors = runStatements(documents, isOrdered(request), (document) => {
      writer.insert(document);
      inserted += 1;
    });
    return { n: new Int32(inserted), ...(writeErrors.length > 0 ? { writeErrors } : {}), ok: 1 };
  };
  return request.services.files.write(() => withWriter(request, insertAll));
}

export const insertCommands: Commands = {
  insert: { fields: ['documents', 'ordered', 'bypassDocumentValidation'], run: insert },
};
