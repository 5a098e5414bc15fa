import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '../bson/value.ts';
import type { BsonDocument } from '../bson/value.ts';
import { Catalog } from './catalog.ts';
import { CollectionWriter } from './collection-writer.ts';
import { DatabaseFiles } from './database-files.ts';
import { sweepExpired } from './expiry.ts';
import { parseIndexDefinition } from './index-definition.ts';
import { recordKey } from './row-keys.ts';

describe('documents with an end', () => {
  const now = new Date('2026-01-01T12:00:00Z');
  const past = documentOf({ _id: 'one', at: new Date(now.getTime() - 1000) });
  const later = documentOf({ _id: 'one', at: new Date(now.getTime() + 3_600_000) });
  let dir = '';
  let files: DatabaseFiles;
  let catalog: Catalog;
  let faults: unknown[] = [];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'embedded-mongo-expiry-'));
    files = new DatabaseFiles(dir);
    catalog = new Catalog(files);
    faults = [];
  });
  afterEach(async () => {
    await files.close();
    await rm(dir, { recursive: true });
  });

  const change = (name: string, work: (writer: CollectionWriter) => void) =>
    files.write(() => {
      const writer = new CollectionWriter(files, catalog, catalog.find('db', name) ?? catalog.add('db', name));
      work(writer);
      writer.save();
    });
  const make = (name: string, document: BsonDocument) =>
    change(name, (writer) => {
      writer.addIndex(
        parseIndexDefinition(documentOf({ key: documentOf({ at: 1 }), expireAfterSeconds: 0, name: 'ttl' })),
      );
      writer.insert(document);
    });
  const sweep = () => sweepExpired(files, catalog, { now, onFault: (error) => void faults.push(error) });

  it('go when it is reached', async () => {
    await make('notes', past);

    expect(await sweep()).toBe(1);
    expect([await sweep(), catalog.find('db', 'notes')?.count, faults]).toEqual([0, 0, []]);
  });

  it('stay when it was put off by a write that waits as the sweep begins', async () => {
    await make('notes', past);

    const prolonged = change('notes', (writer) => writer.replace(1, past, later));
    const swept = sweep();

    await prolonged;
    expect([await swept, catalog.find('db', 'notes')?.count]).toEqual([0, 1]);
  });

  it('go although others cannot be read', async () => {
    await make('damaged', past);
    await make('notes', past);
    const damaged = catalog.find('db', 'damaged')?.id ?? 0;
    await files.write(() => files.records.putSync(recordKey(damaged, 1), Buffer.from('no document')));

    expect(await sweep()).toBe(1);

    expect([catalog.find('db', 'damaged')?.count, catalog.find('db', 'notes')?.count]).toEqual([1, 0]);
    expect(faults).toHaveLength(1);
  });
});
