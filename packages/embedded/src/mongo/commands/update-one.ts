import type { BsonDocument, Value } from '../bson/value.ts';
import type { Variables } from '../expressions/scope.ts';
import { runFind } from '../plan/find.ts';
import type { FindRequest } from '../plan/find.ts';
import type { CollectionWriter } from '../store/collection-writer.ts';
import { isSameDocument } from '../update/modifiers.ts';
import { compileUpdate, upsertDocument } from '../update/update.ts';
import type { Update } from '../update/update.ts';
import type { Services } from './command.ts';
import { readForUpdate } from './write-target.ts';

export interface UpdateStatement {
  readonly query: FindRequest;
  readonly form: Value;
  readonly arrayFilters: readonly Value[];
  readonly variables: Variables;
  readonly isMulti: boolean;
  readonly isUpsert: boolean;
}

export interface UpdateOutcome {
  readonly matched: number;
  readonly modified: number;
  /** The last document changed, as it was and as it is; for findAndModify. */
  readonly before: BsonDocument | undefined;
  readonly after: BsonDocument | undefined;
  readonly matchedIndex: number | undefined;
  /** The inserted document when nothing matched. */
  readonly inserted: BsonDocument | undefined;
}

const nothing: UpdateOutcome = {
  matched: 0,
  modified: 0,
  before: undefined,
  after: undefined,
  matchedIndex: undefined,
  inserted: undefined,
};

interface Hit {
  readonly recordId: number;
  readonly matchedIndex: number | undefined;
}

/** Who is to be changed is settled before anything is, so that a changed document is not met again further on in the index. */
function findHits(services: Services, writer: CollectionWriter, statement: UpdateStatement): Hit[] {
  const query = { ...statement.query, limit: statement.isMulti ? undefined : 1 };
  const hits: Hit[] = [];
  for (const { recordId, trace } of runFind(services.files, writer.collection, query).found)
    hits.push({ recordId, matchedIndex: trace.index });
  return hits;
}

function applyTo(services: Services, writer: CollectionWriter, update: Update, hit: Hit): UpdateOutcome {
  const before = readForUpdate(services, writer, hit.recordId);
  if (!before) return nothing;
  const after = update(before, { isInsert: false, matchedIndex: hit.matchedIndex });
  const isChanged = !isSameDocument(before, after);
  if (isChanged) writer.replace(hit.recordId, before, after);
  return {
    matched: 1,
    modified: isChanged ? 1 : 0,
    before,
    after,
    matchedIndex: hit.matchedIndex,
    inserted: undefined,
  };
}

/** Runs one update statement inside a write transaction. */
export function runUpdate(services: Services, writer: CollectionWriter, statement: UpdateStatement): UpdateOutcome {
  const update = compileUpdate(statement.form, statement);
  const hits = findHits(services, writer, statement);
  if (hits.length === 0 && statement.isUpsert) {
    const inserted = upsertDocument(statement.query.filter, statement.form, update);
    writer.insert(inserted);
    return { ...nothing, inserted };
  }
  return hits.reduce((outcome, hit) => {
    const one = applyTo(services, writer, update, hit);
    return { ...one, matched: outcome.matched + one.matched, modified: outcome.modified + one.modified };
  }, nothing);
}
