import { ObjectId, Timestamp } from 'bson';
import { encodeDocument } from '../bson/encode.ts';
import { bsonTypeOf, isRegExp, withId } from '../bson/value.ts';
import type { BsonDocument, Maybe } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import type { Catalog, StoredCollection, StoredIndex } from './catalog.ts';
import type { DatabaseFiles } from './database-files.ts';
import type { IndexDefinition } from './index-definition.ts';
import { duplicateKey, keysOf } from './index-entries.ts';
import type { IndexKey } from './index-entries.ts';
import { clearRange, rangeOfPrefix, scanRange } from './ranges.ts';
import { decodeDocument, depthMax } from '../bson/decode.ts';
import { entryKey, ownerPrefix, recordIdKey, recordIdOf, recordKey } from './row-keys.ts';

/** The largest document, as in MongoDB. */
export const documentBytesMax = 16 * 1024 * 1024;

interface IndexChange {
  readonly index: StoredIndex;
  readonly added: readonly IndexKey[];
  readonly removed: readonly IndexKey[];
  readonly isMultikey: boolean;
}

/** Refuses what could not be read again: an update may make a document deeper than any that a client can send. */
function serialize(document: BsonDocument): Buffer {
  const bytes = encodeDocument(document, depthMax);
  if (bytes.length > documentBytesMax)
    throw new MongoError(
      'BSONObjectTooLarge',
      `BSONObj size: ${bytes.length} is invalid. Size must be between 0 and ${documentBytesMax}`,
    );
  return bytes;
}

function assertId(id: Maybe): void {
  if (Array.isArray(id) || isRegExp(id) || id === undefined) {
    throw new MongoError('BadValue', "The '_id' value cannot be of type array, regex or undefined");
  }
}

/** MongoDB fills an empty timestamp at the top of an inserted document with its clock. */
function stamped(document: BsonDocument): BsonDocument {
  for (const [name, value] of document) {
    if (bsonTypeOf(value) === 'Timestamp' && name !== '_id' && (value as Timestamp).isZero()) {
      document.set(name, new Timestamp({ t: Math.floor(Date.now() / 1000), i: 1 }));
    }
  }
  return document;
}

/** Changes one collection. Every method belongs inside a write transaction, and checks all it can refuse before it writes. */
export class CollectionWriter {
  readonly #files: DatabaseFiles;
  readonly #catalog: Catalog;
  readonly collection: StoredCollection;

  constructor(files: DatabaseFiles, catalog: Catalog, collection: StoredCollection) {
    this.#files = files;
    this.#catalog = catalog;
    this.collection = collection;
  }

  get #namespace(): string {
    return `${this.collection.database}.${this.collection.name}`;
  }

  /** Stores a new document, giving it an `_id` if it has none; returns that. */
  insert(given: BsonDocument): Maybe {
    const id = given.get('_id') ?? (given.has('_id') ? null : new ObjectId());
    const document = stamped(withId(given, id));
    assertId(id);
    const recordId = this.collection.nextRecordId;
    const bytes = serialize(document);
    const changes = this.#changes(undefined, document, recordId);
    this.collection.nextRecordId += 1;
    this.collection.count += 1;
    this.#apply(changes, recordId);
    this.#files.records.putSync(recordKey(this.collection.id, recordId), bytes);
    return id;
  }

  /** Puts `after` in the place of `before`. */
  replace(recordId: number, before: BsonDocument, after: BsonDocument): void {
    const bytes = serialize(after);
    const changes = this.#changes(before, after, recordId);
    this.#apply(changes, recordId);
    this.#files.records.putSync(recordKey(this.collection.id, recordId), bytes);
  }

  remove(recordId: number, document: BsonDocument): void {
    this.#apply(this.#changes(document, undefined, recordId), recordId);
    this.collection.count -= 1;
    this.#files.records.removeSync(recordKey(this.collection.id, recordId));
  }

  /** Keeps the count and the indexes' state on disk; call once after the last change of a job. */
  save(): void {
    this.#catalog.save(this.collection);
  }

  #changes(before: BsonDocument | undefined, after: BsonDocument | undefined, recordId: number): IndexChange[] {
    return this.collection.indexes.map((index) => {
      const old = before ? keysOf(index, before).keys : [];
      const fresh = after ? keysOf(index, after) : { keys: [], isMultikey: false };
      const isIn = (keys: readonly IndexKey[], key: IndexKey): boolean =>
        keys.some((other) => other.bytes.equals(key.bytes));
      const added = fresh.keys.filter((key) => !isIn(old, key));
      for (const key of added) this.#assertFree(index, key, recordId);
      return { index, added, removed: old.filter((key) => !isIn(fresh.keys, key)), isMultikey: fresh.isMultikey };
    });
  }

  #assertFree(index: StoredIndex, key: IndexKey, recordId: number): void {
    if (!index.isUnique) return;
    const holder = this.#files.entries.get(entryKey(index, key.bytes, recordId));
    if (holder && recordIdOf(holder) !== recordId) throw duplicateKey(this.#namespace, index, key.tuple);
  }

  #apply(changes: readonly IndexChange[], recordId: number): void {
    for (const { index, added, removed, isMultikey } of changes) {
      index.isMultikey ||= isMultikey;
      for (const key of removed) this.#files.entries.removeSync(entryKey(index, key.bytes, recordId));
      for (const key of added) this.#files.entries.putSync(entryKey(index, key.bytes, recordId), recordIdKey(recordId));
    }
  }

  /** Builds an index over what is there; on a refusal nothing of it is left. */
  addIndex(definition: IndexDefinition): void {
    const index: StoredIndex = { ...definition, id: this.#catalog.nextId(), isMultikey: false };
    try {
      for (const { key, value } of scanRange(this.#files.records, rangeOfPrefix(ownerPrefix(this.collection.id)))) {
        this.#indexDocument(index, decodeDocument(value), recordIdOf(key));
      }
    } catch (error) {
      clearRange(this.#files.entries, rangeOfPrefix(ownerPrefix(index.id)));
      throw error;
    }
    this.collection.indexes.push(index);
  }

  #indexDocument(index: StoredIndex, document: BsonDocument, recordId: number): void {
    const { keys, isMultikey } = keysOf(index, document);
    for (const key of keys) this.#assertFree(index, key, recordId);
    this.#apply([{ index, added: keys, removed: [], isMultikey }], recordId);
  }

  dropIndex(index: StoredIndex): void {
    clearRange(this.#files.entries, rangeOfPrefix(ownerPrefix(index.id)));
    this.collection.indexes = this.collection.indexes.filter((other) => other !== index);
  }

  /** Takes the collection away with its documents and indexes. */
  drop(): void {
    for (const index of this.collection.indexes) clearRange(this.#files.entries, rangeOfPrefix(ownerPrefix(index.id)));
    clearRange(this.#files.records, rangeOfPrefix(ownerPrefix(this.collection.id)));
    this.#catalog.remove(this.collection);
  }
}
