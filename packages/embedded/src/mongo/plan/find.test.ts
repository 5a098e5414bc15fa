import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeDocument } from '../bson/encode.ts';
import { documentOf } from '../bson/value.ts';
import type { BsonDocument, Value } from '../bson/value.ts';
import { sortKey } from '../keys/generate.ts';
import { parseKeySpec } from '../keys/key-spec.ts';
import { Catalog } from '../store/catalog.ts';
import type { StoredCollection } from '../store/catalog.ts';
import { CollectionWriter } from '../store/collection-writer.ts';
import { DatabaseFiles } from '../store/database-files.ts';
import { parseIndexDefinition } from '../store/index-definition.ts';
import { rangeOfPrefix } from '../store/ranges.ts';
import { ownerPrefix } from '../store/row-keys.ts';
import {
  flatDocument,
  indexableFilter,
  indexKeySpec,
  indexOptions,
  nestedDocument,
  pairKeySpec,
  pointsThenRange,
  sortFor,
  wantedOrder,
} from '../testing/arbitraries.ts';
import { Deadline } from './deadline.ts';
import { runFind } from './find.ts';

let dir = '';
let files: DatabaseFiles;
let catalog: Catalog;
let made = 0;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'embedded-mongo-find-'));
  files = new DatabaseFiles(dir);
  catalog = new Catalog(files);
});
afterAll(async () => {
  await files.close();
  await rm(dir, { recursive: true });
});

function isParallel(error: unknown): boolean {
  return error instanceof Error && error.message.includes('parallel arrays');
}

/** A collection with these documents and indexes; documents the indexes cannot hold are left out. */
function store(
  documents: readonly BsonDocument[],
  indexes: readonly (readonly [BsonDocument, Readonly<Record<string, Value>>])[],
): Promise<StoredCollection> {
  made += 1;
  return files.write(() => {
    const writer = new CollectionWriter(files, catalog, catalog.add('db', `c${made}`));
    for (const [key, extra] of indexes)
      writer.addIndex(
        parseIndexDefinition(documentOf({ key, name: `i${writer.collection.indexes.length}`, ...extra })),
      );
    for (const [index, document] of documents.entries()) {
      try {
        writer.insert(new Map([['_id', index], ...document]));
      } catch (error) {
        if (!isParallel(error)) throw error;
      }
    }
    writer.save();
    return writer.collection;
  });
}

function query(
  collection: StoredCollection,
  request: { filter: BsonDocument; sort: BsonDocument; limit: number | undefined; isIndexed: boolean },
) {
  const sort = parseKeySpec(request.sort);
  const hint = request.isIndexed ? undefined : ('natural' as const);
  const run = runFind(files, collection, {
    ...request,
    sort,
    skip: 0,
    variables: new Map(),
    hint,
    isNaturalReverse: false,
    deadline: new Deadline(undefined),
  });
  const found = [...run.found].map(({ document }) => document);
  return {
    ids: found.map((document) => String(document.get('_id'))),
    keys: found.map((document) => sortKey(document, sort).toString('hex')),
    plan: run.plan,
  };
}

/** Fails unless the planner's way and a full scan find the same, in the same order, also when cut short. */
function expectSameAnswer(collection: StoredCollection, filter: BsonDocument, sort: BsonDocument): boolean {
  try {
    const scan = query(collection, { filter, sort, limit: undefined, isIndexed: false });
    const indexed = query(collection, { filter, sort, limit: undefined, isIndexed: true });
    expect(indexed.ids.toSorted()).toEqual(scan.ids.toSorted());
    expect(indexed.keys).toEqual(scan.keys);
    const firstTwo = query(collection, { filter, sort, limit: 2, isIndexed: true });
    expect(firstTwo.keys).toEqual(scan.keys.slice(0, 2));
    return indexed.plan.index !== undefined;
  } catch (error) {
    if (!isParallel(error)) throw error;
    return false;
  }
}

const indexes = fc.array(fc.tuple(indexKeySpec, indexOptions), { minLength: 1, maxLength: 2 });
const questions = fc.array(fc.tuple(indexableFilter, wantedOrder), { minLength: 5, maxLength: 10 });

describe('a query that uses an index', () => {
  for (const [shape, document] of [
    ['plain', flatDocument],
    ['nested and repeated', nestedDocument],
  ] as const) {
    it(`finds the same ${shape} documents in the same order as a full scan, with any index, filter, sort and limit`, async () => {
      let used = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(document, { maxLength: 25 }), indexes, questions, async (documents, keys, asked) => {
          const collection = await store(documents, keys);
          const key = keys[0]?.[0] ?? new Map<string, Value>();
          for (const [filter, order] of asked)
            used += expectSameAnswer(collection, filter, sortFor(order, key)) ? 1 : 0;
        }),
        { numRuns: 300 },
      );
      expect(used).toBeGreaterThan(500);
    });
  }

  it('reads several ranges of it in the order of its keys, whatever the order in which the client wrote the values', async () => {
    const ordered = fc.constantFrom('as the index' as const, 'against the index' as const, 'first field' as const);
    const asked = fc.array(fc.tuple(pointsThenRange, ordered), { minLength: 5, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(flatDocument, { maxLength: 25 }),
        pairKeySpec,
        asked,
        async (documents, key, queries) => {
          const collection = await store(documents, [[key, {}]]);
          for (const [filter, order] of queries) {
            const sort = order === 'first field' ? documentOf({ a: key.get('a') ?? 1 }) : sortFor(order, key);
            expect(expectSameAnswer(collection, filter, sort)).toBe(true);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

interface Change {
  readonly kind: 'put' | 'remove';
  readonly id: number;
  readonly document: BsonDocument;
}

const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('put', 'put', 'remove'),
    id: fc.integer({ min: 0, max: 5 }),
    document: nestedDocument,
  }),
  { maxLength: 20 },
);

type Kept = Map<number, { readonly recordId: number; readonly document: BsonDocument }>;

function applyChange(writer: CollectionWriter, kept: Kept, { kind, id, document }: Change): void {
  const before = kept.get(id);
  const after: BsonDocument = new Map([['_id', id], ...document]);
  const recordId = before?.recordId ?? writer.collection.nextRecordId;
  if (kind === 'remove') {
    if (before) writer.remove(recordId, before.document);
    kept.delete(id);
    return;
  }
  try {
    if (before) writer.replace(recordId, before.document, after);
    else writer.insert(after);
    kept.set(id, { recordId, document: after });
  } catch (error) {
    if (!isParallel(error)) throw error;
  }
}

function entriesOf(indexId: number): string[] {
  const { start, end } = rangeOfPrefix(ownerPrefix(indexId));
  const rows = files.entries.getRange({ start, ...(end ? { end } : {}) });
  return [...rows].map(({ key }) => key.subarray(4).toString('hex'));
}

describe('the indexes of a collection', () => {
  it('hold after any inserts, changes and removals what a new index over the same documents holds', async () => {
    await fc.assert(
      fc.asyncProperty(changes, indexKeySpec, indexOptions, async (done, key, extra) => {
        const collection = await store([], [[key, extra]]);
        await files.write(() => {
          const writer = new CollectionWriter(files, catalog, collection);
          const kept: Kept = new Map();
          for (const change of done) applyChange(writer, kept, change);
          expect(collection.count).toBe(kept.size);
          writer.addIndex(parseIndexDefinition(documentOf({ key, name: 'again', ...extra })));
        });
        const [, first, again] = collection.indexes;
        expect(entriesOf(first?.id ?? 0)).toEqual(entriesOf(again?.id ?? 0));
      }),
      { numRuns: 150 },
    );
  });

  it('survive a reload from disk', async () => {
    const key = documentOf({ a: -1, 'n.c': 1 });
    const collection = await store([documentOf({ a: [1, 2] })], [[key, { sparse: true }]]);
    const again = new Catalog(files).find('db', collection.name);
    expect(again).toMatchObject({ id: collection.id, count: 1, nextRecordId: 2 });
    expect(again?.indexes.map(({ name, isMultikey, isSparse }) => ({ name, isMultikey, isSparse }))).toEqual([
      { name: '_id_', isMultikey: false, isSparse: false },
      { name: 'i1', isMultikey: true, isSparse: true },
    ]);
    expect(encodeDocument(again?.indexes[1]?.key ?? new Map())).toEqual(encodeDocument(key));
  });
});
