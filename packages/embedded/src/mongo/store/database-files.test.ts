import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentOf } from '../bson/value.ts';
import { MongoError } from '../mongo-error.ts';
import { Catalog } from './catalog.ts';
import { CollectionWriter } from './collection-writer.ts';
import { DatabaseFiles } from './database-files.ts';

describe('writes that share a commit', () => {
  let dir = '';
  let files: DatabaseFiles;
  let catalog: Catalog;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'embedded-mongo-files-'));
    files = new DatabaseFiles(dir);
    catalog = new Catalog(files);
  });
  afterEach(async () => {
    await files.close();
    await rm(dir, { recursive: true });
  });

  function insertInto(name: string, after: () => void = () => undefined): Promise<void> {
    return files.write(() => {
      const collection = catalog.find('db', name) ?? catalog.add('db', name);
      const writer = new CollectionWriter(files, catalog, collection);
      writer.insert(documentOf({ name }));
      writer.save();
      after();
    });
  }

  it('are kept when another one is refused', async () => {
    const refused = files.write(() => {
      throw new MongoError('BadValue', 'no');
    });
    const [kept, other] = await Promise.allSettled([insertInto('images'), refused]);
    expect([kept.status, other.status]).toEqual(['fulfilled', 'rejected']);
    expect(catalog.find('db', 'images')).toMatchObject({ count: 1 });
  });

  it('are kept when one of them breaks, which is taken back in memory as on disk', async () => {
    await insertInto('images');
    const broken = insertInto('videos', () => {
      throw new TypeError('broken');
    });
    const outcomes = await Promise.allSettled([insertInto('images'), broken, insertInto('images')]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(catalog.find('db', 'videos')).toBeUndefined();
    expect(catalog.find('db', 'images')).toMatchObject({ count: 3, nextRecordId: 4 });
    await insertInto('images');
    expect(new Catalog(files).find('db', 'images')).toMatchObject({ count: 4, nextRecordId: 5 });
    expect(files.records.getCount()).toBe(4);
  });

  it('are refused once the files are closed', async () => {
    const last = insertInto('images');
    await files.close();
    await expect(last).resolves.toBeUndefined();
    await expect(insertInto('images')).rejects.toThrow('closed');
    files = new DatabaseFiles(dir);
    expect(new Catalog(files).find('db', 'images')).toMatchObject({ count: 1 });
  });
});
