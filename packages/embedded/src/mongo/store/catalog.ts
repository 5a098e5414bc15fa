import { toNumber } from '../bson/coerce.ts';
import { decodeDocument } from '../bson/decode.ts';
import { encodeDocument } from '../bson/encode.ts';
import { isDocument, isNumeric } from '../bson/value.ts';
import type { Maybe } from '../bson/value.ts';
import type { DatabaseFiles } from './database-files.ts';
import { describeIndex, parseIndexDefinition } from './index-definition.ts';
import type { IndexDefinition } from './index-definition.ts';
import { rangeOfPrefix, scanRange } from './ranges.ts';
import { ownerPrefix, recordIdOf } from './row-keys.ts';

/** An index and its place on disk. */
export interface StoredIndex extends IndexDefinition {
  readonly id: number;
  /** Whether any document ever had an array under it: then it cannot sort, and bounds on it cannot be joined. */
  isMultikey: boolean;
}

/** A collection, its place on disk, and what is kept in memory about it. */
export interface StoredCollection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  indexes: StoredIndex[];
  count: number;
  nextRecordId: number;
}

const idsKey = Buffer.from('\0ids');

function collectionKey(database: string, name: string): Buffer {
  return Buffer.from(`${database}\0${name}`);
}

function numberOf(value: Maybe): number {
  return isNumeric(value) ? toNumber(value) : 0;
}

/** The collections and their indexes, kept in memory and on disk. Changes belong inside a write transaction. */
export class Catalog {
  readonly #files: DatabaseFiles;
  readonly #collections = new Map<string, StoredCollection>();
  #lastId = 0;

  constructor(files: DatabaseFiles) {
    this.#files = files;
    this.load();
    files.onAbort(() => this.load());
  }

  /** Reads everything from disk again. */
  load(): void {
    this.#collections.clear();
    const ids = this.#files.catalog.get(idsKey);
    this.#lastId = ids ? ids.readUInt32BE() : 0;
    for (const { key } of this.#files.catalog.getRange({ start: Buffer.from([1]) })) this.#read(Buffer.from(key));
  }

  #read(key: Buffer): void {
    const bytes = this.#files.catalog.get(key);
    const [database = '', name = ''] = key.toString().split('\0');
    if (!bytes) return;
    const stored = decodeDocument(Buffer.from(bytes));
    const indexes = stored.get('indexes');
    const id = numberOf(stored.get('id'));
    const collection: StoredCollection = {
      id,
      database,
      name,
      indexes: Array.isArray(indexes) ? indexes.filter(isDocument).map((index) => restoreIndex(index)) : [],
      count: numberOf(stored.get('count')),
      nextRecordId: this.#lastRecordId(id) + 1,
    };
    this.#collections.set(`${database}.${name}`, collection);
  }

  #lastRecordId(collectionId: number): number {
    const [last] = scanRange(this.#files.records, rangeOfPrefix(ownerPrefix(collectionId)), true);
    return last ? recordIdOf(last.key) : 0;
  }

  find(database: string, name: string): StoredCollection | undefined {
    return this.#collections.get(`${database}.${name}`);
  }

  list(database?: string): StoredCollection[] {
    const all = [...this.#collections.values()];
    return database === undefined ? all : all.filter((collection) => collection.database === database);
  }

  /** A number no collection or index has had before, so that what a cursor still names is never someone else's. */
  nextId(): number {
    this.#lastId += 1;
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(this.#lastId);
    this.#files.catalog.putSync(idsKey, bytes);
    return this.#lastId;
  }

  add(database: string, name: string): StoredCollection {
    const idSpec = new Map([['key', new Map([['_id', 1]])]]);
    const index: StoredIndex = { ...parseIndexDefinition(idSpec), id: this.nextId(), isMultikey: false };
    const collection = { id: this.nextId(), database, name, indexes: [index], count: 0, nextRecordId: 1 };
    this.#collections.set(`${database}.${name}`, collection);
    this.save(collection);
    return collection;
  }

  /** Writes the collection's indexes and count. */
  save(collection: StoredCollection): void {
    const indexes = collection.indexes.map(
      (index) => new Map([...describeIndex(index), ['id', index.id], ['isMultikey', index.isMultikey]]),
    );
    const bytes = encodeDocument({ id: collection.id, count: collection.count, indexes });
    this.#files.catalog.putSync(collectionKey(collection.database, collection.name), bytes);
  }

  remove(collection: StoredCollection): void {
    this.#collections.delete(`${collection.database}.${collection.name}`);
    this.#files.catalog.removeSync(collectionKey(collection.database, collection.name));
  }
}

function restoreIndex(stored: Map<string, Exclude<Maybe, undefined>>): StoredIndex {
  const { id, isMultikey, ...rest } = Object.fromEntries(stored);
  const definition = parseIndexDefinition(new Map(Object.entries(rest)));
  return { ...definition, id: numberOf(id), isMultikey: isMultikey === true };
}
