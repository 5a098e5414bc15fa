import { decodeDocument } from '../bson/decode.ts';
import type { BsonDocument } from '../bson/value.ts';
import type { Variables } from '../expressions/scope.ts';
import { sortKey } from '../keys/generate.ts';
import type { KeyField } from '../keys/key-spec.ts';
import { compileFilter } from '../query/matcher.ts';
import type { MatchTrace } from '../query/path.ts';
import type { StoredCollection, StoredIndex } from '../store/catalog.ts';
import type { DatabaseFiles } from '../store/database-files.ts';
import { scanRange } from '../store/ranges.ts';
import { recordIdOf, recordKey } from '../store/row-keys.ts';
import { MemoryBudget } from '../aggregate/memory.ts';
import type { Deadline } from './deadline.ts';
import { choosePlan } from './planner.ts';
import type { Plan } from './planner.ts';
import { TopSorter } from './top-sorter.ts';

export interface FindRequest {
  readonly filter: BsonDocument;
  readonly sort: readonly KeyField[];
  readonly skip: number;
  /** Undefined: all. */
  readonly limit: number | undefined;
  readonly variables: Variables;
  readonly hint: StoredIndex | 'natural' | undefined;
  readonly isNaturalReverse: boolean;
  readonly deadline: Deadline;
}

/** A document that matched, and where. It is decoded only when somebody looks into it. */
export class Found {
  readonly recordId: number;
  readonly bytes: Buffer;
  readonly trace: MatchTrace = {};
  #document: BsonDocument | undefined;

  constructor(recordId: number, bytes: Buffer) {
    this.recordId = recordId;
    this.bytes = bytes;
  }

  get document(): BsonDocument {
    this.#document ??= decodeDocument(this.bytes);
    return this.#document;
  }
}

/** What a query cost, as `explain` shows it. */
export interface ScanCost {
  keysExamined: number;
  documentsExamined: number;
}

interface Source {
  readonly files: DatabaseFiles;
  readonly collection: StoredCollection;
  readonly plan: Plan;
  readonly cost: ScanCost;
  readonly deadline: Deadline;
}

interface RecordBytes {
  readonly recordId: number;
  readonly bytes: Buffer;
}

type MatchFound = (found: Found) => boolean;

function matchFound({ filter, variables }: FindRequest): MatchFound {
  const matches = compileFilter(filter, variables);
  return filter.size === 0 ? () => true : (found) => matches(found.document, found.trace);
}

function readRecord({ files, collection }: Source, recordId: number): Buffer | undefined {
  const bytes = files.records.get(recordKey(collection.id, recordId));
  return bytes && Buffer.from(bytes);
}

function* indexedRecordIds({ files, plan, cost, deadline }: Source): Generator<number> {
  const ranges = plan.isReverse ? plan.ranges.toReversed() : plan.ranges;
  for (const range of ranges) {
    if (plan.isExact) {
      const holder = files.entries.get(range.start);
      cost.keysExamined += 1;
      if (holder) yield recordIdOf(holder);
      continue;
    }
    for (const { value } of scanRange(files.entries, range, plan.isReverse)) {
      cost.keysExamined += 1;
      deadline.check();
      yield recordIdOf(value);
    }
  }
}

/** The records the plan leads to, each once, though it may have several keys. */
function* records(source: Source): Generator<RecordBytes> {
  const { files, plan } = source;
  if (!plan.index) {
    for (const range of plan.ranges) {
      for (const { key, value } of scanRange(files.records, range, plan.isReverse))
        yield { recordId: recordIdOf(key), bytes: value };
    }
    return;
  }
  const seen = new Set<number>();
  const budget = new MemoryBudget();
  for (const recordId of indexedRecordIds(source)) {
    if (plan.index.isMultikey) {
      if (seen.has(recordId)) continue;
      seen.add(recordId);
      budget.take(48, 'The scan of an index over arrays');
    }
    const bytes = readRecord(source, recordId);
    if (bytes) yield { recordId, bytes };
  }
}

function* matching(source: Source, matches: MatchFound): Generator<Found> {
  for (const { recordId, bytes } of records(source)) {
    source.cost.documentsExamined += 1;
    source.deadline.check();
    const found = new Found(recordId, bytes);
    if (matches(found)) yield found;
  }
}

/** Only keys and record numbers are held while sorting; the documents are read again in order. */
function* sorted(source: Source, matches: MatchFound, request: FindRequest): Generator<Found> {
  const sorter = new TopSorter<number>(request.limit === undefined ? undefined : request.skip + request.limit);
  for (const { document, recordId } of matching(source, matches))
    sorter.add(sortKey(document, request.sort), recordId, 8);
  for (const recordId of sorter.sorted()) {
    const bytes = readRecord(source, recordId);
    if (!bytes) continue;
    const found = new Found(recordId, bytes);
    if (matches(found)) yield found;
  }
}

function* window(found: Iterable<Found>, skip: number, limit: number | undefined): Generator<Found> {
  if (limit === 0) return;
  let seen = 0;
  for (const one of found) {
    seen += 1;
    if (seen <= skip) continue;
    yield one;
    if (limit !== undefined && seen === skip + limit) return;
  }
}

export interface FindRun {
  readonly plan: Plan;
  readonly cost: ScanCost;
  readonly found: Generator<Found>;
}

/** Plans a query and runs it lazily: each document is read when it is asked for, and between two no lock is held. */
export function runFind(files: DatabaseFiles, collection: StoredCollection, request: FindRequest): FindRun {
  const matches = matchFound(request);
  const plan = choosePlan(collection, request);
  const cost: ScanCost = { keysExamined: 0, documentsExamined: 0 };
  const source: Source = { files, collection, plan, cost, deadline: request.deadline };
  const found = plan.isSorted ? matching(source, matches) : sorted(source, matches, request);
  return { plan, cost, found: window(found, request.skip, request.limit) };
}
